/// Why a text is no JSON, and at which byte.
struct JSONFault: Error, Hashable {
  var kind: TabularError.Kind
  var offset: Int
}

/// The bytes that JSON gives a meaning.
enum JSONByte {
  static let quote: UInt8 = 0x22
  static let backslash: UInt8 = 0x5C
  static let comma: UInt8 = 0x2C
  static let colon: UInt8 = 0x3A
  static let openObject: UInt8 = 0x7B
  static let closeObject: UInt8 = 0x7D
  static let openArray: UInt8 = 0x5B
  static let closeArray: UInt8 = 0x5D
}

/// A string of the text: the bytes between its quotes, as they stand there.
struct JSONStringToken {
  /// What keeps the bytes from being the string itself.
  struct Marks: OptionSet {
    let rawValue: UInt8
    /// There is a backslash in it.
    static let escape = Marks(rawValue: 1)
    /// Some bytes are no UTF-8.
    static let invalid = Marks(rawValue: 2)
    /// Half of a surrogate pair is escaped on its own.
    static let loneSurrogate = Marks(rawValue: 4)
  }

  var range: Range<Int>
  var marks: Marks
}

/// Reads the tokens of RFC 8259 from bytes, strictly, each byte once.
///
/// The methods without `throws` are for text that has been through the strict ones already.
struct JSONScanner {
  /// The whole text.
  let text: UnsafeBufferPointer<UInt8>
  /// The byte that is read next.
  var offset = 0

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  var isAtEnd: Bool { offset >= text.count }

  /// The next byte; only when not at the end.
  var byte: UInt8 { text[offset] }

  /// Steps over the four kinds of white space.
  mutating func skipSpace() {
    while offset < text.count {
      let byte = text[offset]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      offset += 1
    }
  }

  /// What stands at the next byte is not what the grammar asks for.
  func unexpected(_ expected: String) -> JSONFault {
    guard offset < text.count else { return JSONFault(kind: .truncatedJSON, offset: text.count) }
    return JSONFault(kind: .malformedJSON("expected \(expected), found \(found)"), offset: offset)
  }

  private var found: String {
    switch text[offset] {
    case 0x2F where offset + 1 < text.count && (text[offset + 1] == 0x2F || text[offset + 1] == 0x2A):
      return "a comment, which JSON does not have"
    case 0x27: return "an apostrophe; strings stand between \" and \""
    case let byte where byte < 0x20 || byte == 0x7F: return "control character \(byte)"
    case let byte where isWordByte(byte):
      var end = offset
      while end < text.count, end - offset < 20, isWordByte(text[end]) { end += 1 }
      return "'\(String(decoding: text[offset..<end], as: UTF8.self))'"
    case let byte where byte < 0x80: return "'\(Character(Unicode.Scalar(byte)))'"
    default:
      let length = max(1, utf8Length(at: offset))
      return "'\(String(decoding: text[offset..<offset + length], as: UTF8.self))'"
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == 0x5F
  }

  // MARK: Strict

  /// Reads the string whose opening quote is next.
  mutating func string() throws(JSONFault) -> JSONStringToken {
    let start = offset + 1
    var index = start
    var marks: JSONStringToken.Marks = []
    while true {
      index = endOfPlainASCII(from: index)
      guard index < text.count else { throw JSONFault(kind: .truncatedJSON, offset: text.count) }
      let byte = text[index]
      if byte == JSONByte.quote {
        offset = index + 1
        return JSONStringToken(range: start..<index, marks: marks)
      }
      if byte == JSONByte.backslash {
        index = try escape(at: index, &marks)
      } else if byte < 0x20 {
        throw JSONFault(
          kind: .malformedJSON("control character \(byte) in a string; it must be escaped"), offset: index)
      } else {
        let length = utf8Length(at: index)
        if length == 0 { marks.insert(.invalid) }
        index += max(1, length)
      }
    }
  }

  /// Checks the escape at `index`; gives the place behind it, and behind its second half for a surrogate pair.
  private func escape(at index: Int, _ marks: inout JSONStringToken.Marks) throws(JSONFault) -> Int {
    marks.insert(.escape)
    guard index + 1 < text.count else { throw JSONFault(kind: .truncatedJSON, offset: text.count) }
    switch text[index + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return index + 2
    case 0x75:
      guard index + 6 <= text.count else { throw JSONFault(kind: .truncatedJSON, offset: text.count) }
      guard let unit = hexadecimal(at: index + 2) else {
        throw JSONFault(kind: .malformedJSON("'\\u' without four hexadecimal digits"), offset: index)
      }
      guard (0xD800...0xDFFF).contains(unit) else { return index + 6 }
      if unit < 0xDC00, lowSurrogate(at: index + 6) != nil { return index + 12 }
      marks.insert(.loneSurrogate)
      return index + 6
    default: throw JSONFault(kind: .malformedJSON("an escape that JSON does not have"), offset: index)
    }
  }

  /// The four hexadecimal digits at `index` as a number.
  func hexadecimal(at index: Int) -> UInt32? {
    guard index + 4 <= text.count else { return nil }
    var value: UInt32 = 0
    for byte in text[index..<index + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value
  }

  /// The second half of a surrogate pair, if its escape is at `index`.
  func lowSurrogate(at index: Int) -> UInt32? {
    guard index + 6 <= text.count, text[index] == JSONByte.backslash, text[index + 1] == 0x75,
      let unit = hexadecimal(at: index + 2), (0xDC00...0xDFFF).contains(unit)
    else { return nil }
    return unit
  }

  /// Reads a number, `true`, `false` or `null`.
  mutating func scalar() throws(JSONFault) -> Range<Int> {
    let start = offset
    switch text[offset] {
    case 0x2D, 0x30...0x39: try number()
    case 0x74: try word("true")
    case 0x66: try word("false")
    case 0x6E: try word("null")
    default: throw unexpected("a value")
    }
    return start..<offset
  }

  private mutating func word(_ word: StaticString) throws(JSONFault) {
    for index in 0..<word.utf8CodeUnitCount {
      guard offset + index < text.count else { throw JSONFault(kind: .truncatedJSON, offset: text.count) }
      guard text[offset + index] == word.utf8Start[index] else { throw unexpected("a value") }
    }
    let end = offset + word.utf8CodeUnitCount
    guard end == text.count || !isWordByte(text[end]) else { throw unexpected("a value") }
    offset = end
  }

  private mutating func number() throws(JSONFault) {
    if text[offset] == 0x2D { offset += 1 }
    if offset < text.count, text[offset] == 0x30 {
      offset += 1
      if offset < text.count, (0x30...0x39).contains(text[offset]) {
        throw JSONFault(kind: .malformedJSON("a number with a leading zero"), offset: offset - 1)
      }
    } else {
      try digits()
    }
    if offset < text.count, text[offset] == 0x2E {
      offset += 1
      try digits()
    }
    if offset < text.count, text[offset] | 0x20 == 0x65 {
      offset += 1
      if offset < text.count, text[offset] == 0x2B || text[offset] == 0x2D { offset += 1 }
      try digits()
    }
    if offset < text.count, isWordByte(text[offset]) || text[offset] == 0x2E { throw unexpected("the end of a number") }
  }

  private mutating func digits() throws(JSONFault) {
    let start = offset
    while offset < text.count, (0x30...0x39).contains(text[offset]) { offset += 1 }
    if offset == start { throw unexpected("a digit") }
  }

  // MARK: Text that is known to be JSON

  /// Steps over the value that is next.
  mutating func skipValue() {
    switch text[offset] {
    case JSONByte.quote: _ = skipString()
    case JSONByte.openObject, JSONByte.openArray: skipContainer()
    default: _ = skipScalar()
    }
  }

  /// Steps over a number or word; gives its bytes.
  mutating func skipScalar() -> Range<Int> {
    let start = offset
    while offset < text.count {
      let byte = text[offset]
      if byte <= 0x20 || byte == JSONByte.comma || byte == JSONByte.closeArray || byte == JSONByte.closeObject { break }
      offset += 1
    }
    return start..<offset
  }

  /// Steps over a string; gives the bytes between its quotes and whether there is a backslash in them.
  mutating func skipString() -> (range: Range<Int>, hasEscape: Bool) {
    let start = offset + 1
    var index = start
    var hasEscape = false
    while true {
      index = endOfPlain(from: index)
      if index >= text.count || text[index] == JSONByte.quote { break }
      hasEscape = true
      index += 2
    }
    offset = min(index + 1, text.count)
    return (start..<min(index, text.count), hasEscape)
  }

  private mutating func skipContainer() {
    var depth = 0
    while offset < text.count {
      switch text[offset] {
      case JSONByte.quote:
        _ = skipString()
        continue
      case JSONByte.openObject, JSONByte.openArray: depth += 1
      case JSONByte.closeObject, JSONByte.closeArray: depth -= 1
      default: break
      }
      offset += 1
      if depth == 0 { return }
    }
  }
}

extension JSONScanner {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// A high bit at least for the first byte, from the lowest, that equals `byte`.
  private static func matches(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let difference = word ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference & highs
  }

  private func word(at index: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The first byte from `index` on that is a quote, a backslash, a control character or not ASCII.
  private func endOfPlainASCII(from index: Int) -> Int {
    var index = index
    while index + 8 <= text.count {
      let word = word(at: index)
      let controls = (word &- (JSONScanner.ones &* 0x20)) & ~word & JSONScanner.highs
      let special =
        controls | (word & JSONScanner.highs) | JSONScanner.matches(word, JSONByte.quote)
        | JSONScanner.matches(word, JSONByte.backslash)
      if special != 0 { return index + special.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < text.count {
      let byte = text[index]
      if byte < 0x20 || byte >= 0x80 || byte == JSONByte.quote || byte == JSONByte.backslash { break }
      index += 1
    }
    return index
  }

  /// The first quote or backslash from `index` on.
  private func endOfPlain(from index: Int) -> Int {
    var index = index
    while index + 8 <= text.count {
      let word = word(at: index)
      let special = JSONScanner.matches(word, JSONByte.quote) | JSONScanner.matches(word, JSONByte.backslash)
      if special != 0 { return index + special.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < text.count, text[index] != JSONByte.quote, text[index] != JSONByte.backslash { index += 1 }
    return index
  }

  /// How many bytes the character at `index` has, by the table of well-formed UTF-8 in the Unicode Standard (table 3-7);
  /// 0 when it is none.
  func utf8Length(at index: Int) -> Int {
    func isContinuation(_ place: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      place < text.count && range.contains(text[place])
    }
    let lead = text[index]
    switch lead {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return isContinuation(index + 1) ? 2 : 0
    case 0xE0...0xEF:
      let second: ClosedRange<UInt8> = lead == 0xE0 ? 0xA0...0xBF : lead == 0xED ? 0x80...0x9F : 0x80...0xBF
      return isContinuation(index + 1, second) && isContinuation(index + 2) ? 3 : 0
    case 0xF0...0xF4:
      let second: ClosedRange<UInt8> = lead == 0xF0 ? 0x90...0xBF : lead == 0xF4 ? 0x80...0x8F : 0x80...0xBF
      return isContinuation(index + 1, second) && isContinuation(index + 2) && isContinuation(index + 3) ? 4 : 0
    default: return 0
    }
  }
}
