/// What a reader sees of a text: without Markdown and HTML markup, link targets, code, footnote marks and addresses,
/// with each letter's line.
///
/// A paragraph, heading, list item or table row ends with `blockEnd`; lines that are only wrapped go on.
struct ProseText: Sendable {
  /// What is seen.
  private(set) var scalars: [Unicode.Scalar] = []
  /// The line of each, from 1.
  private(set) var lines: [Int] = []

  /// Stands between blocks.
  static let blockEnd: Unicode.Scalar = "\u{2029}"

  /// Where the reader stands in the text as written.
  var place = 0
  /// The line of that place, from 1.
  var line = 1
  /// The text as written.
  let source: [Unicode.Scalar]

  /// Reads Markdown, HTML or plain text.
  ///
  /// - Complexity: O(*n*).
  init(_ text: String) {
    source = Array(text.unicodeScalars)
    scalars.reserveCapacity(source.count)
    lines.reserveCapacity(source.count)
    if source.first == "\u{FEFF}" { place = 1 }
    skipFrontMatter()
    readLineStart()
    while place < source.count { readScalar() }
  }

  /// What is seen between two places, on one line.
  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars[range] { view.append(scalar == ProseText.blockEnd ? " " : scalar) }
    return String(view).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Writing

  /// Adds what is seen; white space only once.
  mutating func append(_ scalar: Unicode.Scalar) {
    let isSpace = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
    if isSpace, scalars.last == " " || scalars.last == ProseText.blockEnd || scalars.isEmpty { return }
    scalars.append(isSpace ? " " : scalar)
    lines.append(line)
  }

  /// Ends a block, once.
  mutating func endBlock() {
    if scalars.last == " " {
      scalars.removeLast()
      lines.removeLast()
    }
    if scalars.isEmpty || scalars.last == ProseText.blockEnd { return }
    scalars.append(ProseText.blockEnd)
    lines.append(line)
  }

  /// Takes back what was seen of an address.
  private mutating func dropLastWord() {
    while let last = scalars.last, last != " ", last != ProseText.blockEnd {
      scalars.removeLast()
      lines.removeLast()
    }
  }

  // MARK: Reading

  /// The scalar so many places on; nothing beyond the end.
  func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    place + offset < source.count && place + offset >= 0 ? source[place + offset] : nil
  }

  /// Whether the text goes on so, in small letters.
  func isAhead(_ text: String, at offset: Int = 0) -> Bool {
    var position = place + offset
    for scalar in text.unicodeScalars {
      guard position < source.count else { return false }
      let here = source[position]
      let small = ("A"..."Z").contains(here) ? Unicode.Scalar(here.value | 0x20) ?? here : here
      guard small == scalar else { return false }
      position += 1
    }
    return true
  }

  /// Goes on by so many scalars and counts their lines.
  mutating func skip(_ count: Int) {
    for _ in 0..<count where place < source.count {
      if source[place] == "\n" { line += 1 }
      place += 1
    }
  }

  /// How far on the next one of these scalars is; nothing when there is none within the limit.
  func distance(to wanted: Unicode.Scalar, from offset: Int = 0, limit: Int = 2_000) -> Int? {
    var position = place + offset
    let end = min(source.count, position + limit)
    while position < end {
      if source[position] == wanted { return position - place }
      position += 1
    }
    return nil
  }

  private mutating func readScalar() {
    let scalar = source[place]
    switch scalar {
    case "\n":
      skip(1)
      append(" ")
      readLineStart()
    case "\\" where peek(1).map { $0.isASCII && !$0.properties.isAlphabetic && $0 != "\n" && $0 != " " } ?? false:
      append(source[place + 1])
      skip(2)
    case "`": readCode()
    case "<": readTag()
    case "&": readEntity()
    case "!" where peek(1) == "[": readImage()
    case "[": readBracket()
    case "]":
      // The end of a link's text; its target was found when it began.
      skip(1)
      skipTarget()
    case "*", "_", "~": readEmphasis(scalar)
    case "@" where (peek(1)?.properties.isAlphabetic ?? false) && scalars.last.map { $0.isASCII && $0 != " " } ?? false:
      dropLastWord()
      skipWord()
    case "h", "w", "H", "W":
      let isAddress = isAhead("http://") || isAhead("https://") || isAhead("www.")
      if isAddress, !(scalars.last?.properties.isAlphabetic ?? false) {
        skipWord()
      } else {
        append(scalar)
        skip(1)
      }
    default:
      // A superscript digit is the mark of a note.
      let isNoteMark = scalar.properties.numericType == .digit && scalar.value < 0x2460
      if !isNoteMark { append(scalar) }
      skip(1)
    }
  }

  private mutating func skipWord() {
    while let next = peek(), !next.properties.isWhitespace, next != ")", next != ">", next != "\"", next != "<" {
      skip(1)
    }
  }

  private mutating func readCode() {
    var run = 0
    while peek(run) == "`" { run += 1 }
    var position = run
    while let next = peek(position), position < 2_000 {
      if next == "`" {
        var length = 0
        while peek(position + length) == "`" { length += 1 }
        if length == run { return skip(position + length) }
        position += length
      } else {
        position += 1
      }
    }
    append(source[place])
    skip(1)
  }

  private mutating func readEmphasis(_ mark: Unicode.Scalar) {
    let before = peek(-1).map { $0.properties.isWhitespace } ?? true
    let after = peek(1).map { $0.properties.isWhitespace } ?? true
    let isInsideWord = (peek(-1)?.properties.isAlphabetic ?? false) && (peek(1)?.properties.isAlphabetic ?? false)
    let isMark =
      !(before && after) && !(isInsideWord && mark != "*") && (mark != "~" || peek(1) == "~" || peek(-1) == "~")
    if !isMark { append(mark) }
    skip(1)
  }
}
