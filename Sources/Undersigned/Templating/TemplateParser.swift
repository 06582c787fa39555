import Tabular

/// Reads the language of templates.
struct TemplateParser {
  private let bytes: [UInt8]
  private let file: String
  /// How far every line was moved right, as the place of a partial asks.
  private let indent: Int
  /// The files that are being read, the outermost first.
  private let open: [String]
  private let partials: Template.Partials
  private var delimiters = (open: Array("{{".utf8), close: Array("}}".utf8))
  private var offset = 0
  private var line = 1
  private var lineStart = 0
  /// How many sections and partials are open here.
  private var depth = 0
  /// How many bytes the template has with all that was put in so far.
  private var size: Int

  /// More sections and partials inside each other are damage, and would take a stack as deep.
  static let depthLimit = 64
  /// Bytes of a template with its partials, each as often as it is put in and as 1 KiB at least: 16 MiB. Partials that
  /// put in others twice each would double them at every step.
  static let sizeLimit = 1 << 24

  init(_ text: String, file: String, partials: @escaping Template.Partials) {
    bytes = Array(text.utf8)
    self.file = file
    self.partials = partials
    indent = 0
    open = [file]
    size = bytes.count
  }

  /// A parser of what one of another's tags puts in.
  private init(_ text: String, file: String, indent: Int, in outer: TemplateParser) {
    bytes = Array(text.utf8)
    self.file = file
    self.indent = indent
    open = outer.open + [file]
    partials = outer.partials
    depth = outer.depth + 1
    size = outer.size + max(bytes.count, 1 << 10)
  }

  /// The parts of the whole text.
  mutating func parse() throws(PipelineError) -> [Template.Node] {
    try parse(until: nil)
  }

  /// The parts up to the tag that closes `section`, or to the end.
  private mutating func parse(until section: TemplateTag?) throws(PipelineError) -> [Template.Node] {
    var nodes: [Template.Node] = []
    while true {
      let start = offset
      guard let tagStart = find(delimiters.open, from: offset) else {
        if let section { throw section.error("the section is never closed", "close it with {{/\(section.name)}}") }
        append(bytes[start...], to: &nodes)
        return nodes
      }
      advance(to: tagStart)
      let (sign, tag) = try readTag()
      // A line with nothing on it but such a tag is no line of the result.
      let isAlone = sign != nil && sign != UInt8(ascii: "&") && sign != UInt8(ascii: "{") && standsAlone(tagStart)
      let before = isAlone ? max(start, lineStart(of: tagStart)) : tagStart
      append(bytes[start..<before], to: &nodes)
      let leading = bytes[before..<tagStart].count
      if isAlone { advance(to: endOfLine(offset)) }
      switch sign {
      case UInt8(ascii: "!"), UInt8(ascii: "="): break
      case UInt8(ascii: "#"), UInt8(ascii: "^"):
        try checkDepth(tag)
        depth += 1
        let inner = try parse(until: tag)
        depth -= 1
        nodes.append(.section(tag, isInverted: sign == UInt8(ascii: "^"), inner))
      case UInt8(ascii: "/"):
        guard let section else {
          throw tag.error("it closes no section", "open it with {{#\(tag.name)}}, or remove it")
        }
        guard section.name == tag.name else {
          throw tag.error(
            "it closes '\(tag.name)', but '\(section.name)' of line \(section.position.line) is open",
            "write {{/\(section.name)}}")
        }
        return nodes
      case UInt8(ascii: ">"): nodes += try partial(tag, indent: isAlone ? leading : 0)
      default: nodes.append(.variable(tag))
      }
    }
  }

  private func append(_ bytes: ArraySlice<UInt8>, to nodes: inout [Template.Node]) {
    if !bytes.isEmpty { nodes.append(.literal(Array(bytes))) }
  }

  /// The sign and the name of the tag that begins here; goes behind it.
  private mutating func readTag() throws(PipelineError) -> (sign: UInt8?, tag: TemplateTag) {
    let start = offset
    let position = Position(
      source: file, line: line, column: start - lineStart + 1 - min(indent, start - lineStart))
    let signs = Set("!=#^/>&{".utf8)
    var inner = start + delimiters.open.count
    while inner < bytes.count, bytes[inner] == 0x20 { inner += 1 }
    let sign = inner < bytes.count && signs.contains(bytes[inner]) ? bytes[inner] : nil
    if sign != nil { inner += 1 }
    let closing = sign == UInt8(ascii: "{") ? [UInt8(ascii: "}")] + delimiters.close : delimiters.close
    let unclosed = TemplateTag(
      name: "", path: [], source: text(bytes[start..<endOfText(start, limit: 40)]), position: position)
    guard let end = find(sign == UInt8(ascii: "=") ? [UInt8(ascii: "=")] + closing : closing, from: inner) else {
      throw unclosed.error("the tag never ends", "end it with \(text(closing[...]))")
    }
    let name = text(bytes[inner..<end]).withoutOuterSpace
    let behind = end + closing.count + (sign == UInt8(ascii: "=") ? 1 : 0)
    let tag = TemplateTag(
      name: name, path: name.split(separator: ".", omittingEmptySubsequences: false).map(String.init),
      isRaw: sign == UInt8(ascii: "&") || sign == UInt8(ascii: "{"), source: text(bytes[start..<behind]),
      position: position)
    advance(to: behind)
    if sign == UInt8(ascii: "=") { try setDelimiters(tag) }
    if sign != UInt8(ascii: "!"), sign != UInt8(ascii: "="), name.isEmpty || name.contains(where: \.isWhitespace) {
      throw tag.error("a tag holds one name", "write {{name}}")
    }
    return (sign, tag)
  }

  private mutating func setDelimiters(_ tag: TemplateTag) throws(PipelineError) {
    let parts = tag.name.split(whereSeparator: \.isWhitespace)
    guard parts.count == 2, !tag.name.contains("=") else {
      throw tag.error("new delimiters are two, with a space between them", "write {{=<% %>=}}")
    }
    delimiters = (Array(parts[0].utf8), Array(parts[1].utf8))
  }

  private func checkDepth(_ tag: TemplateTag) throws(PipelineError) {
    guard depth >= TemplateParser.depthLimit else { return }
    throw tag.error("\(depth) sections and partials are open around it", "close some of them")
  }

  private mutating func partial(_ tag: TemplateTag, indent: Int) throws(PipelineError) -> [Template.Node] {
    guard let (text, file) = partials(tag.name) else {
      throw tag.error("there is no partial '\(tag.name)'", "put \(tag.name).mustache beside the template")
    }
    guard !open.contains(file) else { throw tag.error("'\(tag.name)' puts in itself", "remove the tag") }
    try checkDepth(tag)
    var indented = ""
    let space = String(repeating: " ", count: indent)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      indented += (indented.isEmpty ? "" : "\n") + (line.isEmpty ? "" : space) + line
    }
    var parser = TemplateParser(indent == 0 ? text : indented, file: file, indent: indent, in: self)
    guard parser.size <= TemplateParser.sizeLimit else {
      throw tag.error(
        "with its partials the template has more than \(TemplateParser.sizeLimit) bytes",
        "look for partials that put in others several times")
    }
    let nodes = try parser.parse()
    size = parser.size
    return nodes
  }

  // MARK: Places

  private func find(_ pattern: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= pattern.count, start <= bytes.count - pattern.count else { return nil }
    for place in start...(bytes.count - pattern.count) where bytes[place] == pattern[0] {
      if bytes[place..<(place + pattern.count)].elementsEqual(pattern) { return place }
    }
    return nil
  }

  private mutating func advance(to target: Int) {
    for place in offset..<target where bytes[place] == 0x0A {
      line += 1
      lineStart = place + 1
    }
    offset = target
  }

  private func lineStart(of place: Int) -> Int {
    var start = place
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }

  private func endOfLine(_ place: Int) -> Int {
    var end = place
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return min(end + 1, bytes.count)
  }

  private func endOfText(_ place: Int, limit: Int) -> Int {
    let text = bytes[place..<min(place + limit, bytes.count)]
    return text.firstIndex(of: 0x0A) ?? text.endIndex
  }

  /// Whether nothing but white space stands around the tag that began at `start` and ends here, on its line.
  ///
  /// - Complexity: O(white space), so that many tags on one line take no longer than on many.
  private func standsAlone(_ start: Int) -> Bool {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var (before, behind) = (start, offset)
    while before > 0, isBlank(bytes[before - 1]) { before -= 1 }
    while behind < bytes.count, isBlank(bytes[behind]) { behind += 1 }
    return (before == 0 || bytes[before - 1] == 0x0A) && (behind == bytes.count || bytes[behind] == 0x0A)
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
