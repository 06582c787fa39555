import Tabular

/// A value of a small JSON file (RFC 8259) that people keep beside a letter, with the line in which it begins.
struct JSONValue: Sendable {
  /// What it is.
  indirect enum Content: Sendable {
    case string(String)
    /// As it is written.
    case number(String)
    case boolean(Bool)
    case null
    case array([JSONValue])
    /// In the order of the file; a key may stand twice.
    case object([(key: String, value: JSONValue)])
  }

  let content: Content
  /// From 1.
  let line: Int

  /// Reads a file.
  ///
  /// - Throws: `malformedJSON` or `truncatedJSON` with the line.
  /// - Complexity: O(bytes).
  init(_ bytes: [UInt8], name: String) throws(PipelineError) {
    var reader = JSONValueReader(bytes: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
    do {
      self = try reader.file()
    } catch {
      throw PipelineError(TabularError(error.kind, at: Position(source: name, line: reader.line)))
    }
  }

  fileprivate init(_ content: Content, line: Int) {
    self.content = content
    self.line = line
  }

  /// The value of a key; the last one where it stands twice, nothing where there is none.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = content else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The text, if it is one.
  var string: String? { if case .string(let text) = content { text } else { nil } }

  /// The elements, if it is an array.
  var elements: [JSONValue]? { if case .array(let values) = content { values } else { nil } }

  /// Whether it is `true`.
  var isTrue: Bool { if case .boolean(let flag) = content { flag } else { false } }
}

/// Why a text is no JSON.
private enum JSONValueFault: Error {
  case malformed(String)
  case truncated

  var kind: TabularError.Kind {
    switch self {
    case .malformed(let what): .malformedJSON(what)
    case .truncated: .truncatedJSON
    }
  }
}

/// Reads values one after the other, strictly.
private struct JSONValueReader {
  let bytes: [UInt8]
  var offset = 0
  var line = 1

  /// Deeper texts are no history of edits, and would exhaust the stack.
  private static let depth = 64

  mutating func file() throws(JSONValueFault) -> JSONValue {
    let value = try value(depth: 0)
    skipSpace()
    guard offset == bytes.count else { throw .malformed("something follows the value") }
    return value
  }

  private mutating func skipSpace() {
    while offset < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) {
      if bytes[offset] == 0x0A { line += 1 }
      offset += 1
    }
  }

  /// The next byte that is no white space.
  private mutating func next() throws(JSONValueFault) -> UInt8 {
    skipSpace()
    guard offset < bytes.count else { throw .truncated }
    return bytes[offset]
  }

  private mutating func value(depth: Int) throws(JSONValueFault) -> JSONValue {
    guard depth < JSONValueReader.depth else { throw .malformed("it is nested too deeply") }
    let first = try next()
    let start = line
    switch first {
    case UInt8(ascii: "{"): return JSONValue(.object(try members(depth: depth)), line: start)
    case UInt8(ascii: "["): return JSONValue(.array(try elements(depth: depth)), line: start)
    case UInt8(ascii: "\""): return JSONValue(.string(try string()), line: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let number = bytes[offset...].prefix { "+-.eE0123456789".utf8.contains($0) }
      offset = number.endIndex
      return JSONValue(.number(String(decoding: number, as: UTF8.self)), line: start)
    default:
      for (word, content) in [("true", JSONValue.Content.boolean(true)), ("false", .boolean(false)), ("null", .null)]
      where bytes[offset...].starts(with: word.utf8) {
        offset += word.utf8.count
        return JSONValue(content, line: start)
      }
      throw .malformed("no value begins with '\(Character(Unicode.Scalar(first)))'")
    }
  }

  private mutating func members(depth: Int) throws(JSONValueFault) -> [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = []
    offset += 1
    while true {
      let byte = try next()
      if byte == UInt8(ascii: "}"), members.isEmpty {
        offset += 1
        return members
      }
      guard byte == UInt8(ascii: "\"") else { throw .malformed("a key is missing") }
      let key = try string()
      guard try next() == UInt8(ascii: ":") else { throw .malformed("no ':' after a key") }
      offset += 1
      members.append((key, try value(depth: depth + 1)))
      if try ends(with: UInt8(ascii: "}")) { return members }
    }
  }

  private mutating func elements(depth: Int) throws(JSONValueFault) -> [JSONValue] {
    var elements: [JSONValue] = []
    offset += 1
    if try next() == UInt8(ascii: "]") {
      offset += 1
      return elements
    }
    while true {
      elements.append(try value(depth: depth + 1))
      if try ends(with: UInt8(ascii: "]")) { return elements }
    }
  }

  /// Steps over a comma, or over the end.
  private mutating func ends(with end: UInt8) throws(JSONValueFault) -> Bool {
    let byte = try next()
    guard byte == end || byte == UInt8(ascii: ",") else { throw .malformed("no ',' between two values") }
    offset += 1
    return byte == end
  }

  private mutating func string() throws(JSONValueFault) -> String {
    offset += 1
    var text: [UInt8] = []
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += UTF8.encode(try escaped()) ?? UTF8.encodedReplacementCharacter
      case 0..<0x20: throw .malformed("a line end or a control inside a string")
      default: text.append(byte)
      }
    }
    throw .truncated
  }

  private mutating func escaped() throws(JSONValueFault) -> Unicode.Scalar {
    guard offset < bytes.count else { throw .truncated }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"):
      let unit = try codeUnit()
      guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
      guard bytes[offset...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return "\u{FFFD}" }
      offset += 2
      let low = try codeUnit()
      guard (0xDC00..<0xE000).contains(low) else { return "\u{FFFD}" }
      return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    default: throw .malformed("no character is written '\\\(Character(Unicode.Scalar(byte)))'")
    }
  }

  private mutating func codeUnit() throws(JSONValueFault) -> UInt32 {
    guard offset + 4 <= bytes.count else { throw .truncated }
    let digits = bytes[offset..<offset + 4]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw .malformed("no four digits after '\\u'") }
    offset += 4
    return unit
  }
}
