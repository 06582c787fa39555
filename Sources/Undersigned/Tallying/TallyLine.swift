import Tabular

/// One line of a tally's file, taken apart into its fields; field 0 is the word that it begins with.
struct TallyLine {
  /// The whole file.
  let bytes: UnsafeBufferPointer<UInt8>
  private let name: String
  /// Where the next line begins.
  private(set) var offset = 0
  /// From 1; 0 before the first.
  private(set) var number = 0
  /// Where each field ends.
  private var ends: [Int] = []
  private var start = 0

  /// Counts beyond this are damage; it leaves room to add up millions of them.
  private static let largestCount = 1 << 40

  init(_ bytes: UnsafeBufferPointer<UInt8>, name: String) {
    self.bytes = bytes
    self.name = name
  }

  /// Goes to the next line.
  ///
  /// - Throws: At the end, and for a last line that is cut off.
  mutating func advance() throws(PipelineError) {
    ends.removeAll(keepingCapacity: true)
    start = offset
    number += 1
    var index = offset
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 0x0A, byte >= 0x09 {
        ends.append(index)
        if byte == 0x0A {
          offset = index + 1
          return
        }
      }
      index += 1
    }
    ends = []
    throw damaged("the file is cut off: there is no line 'end'")
  }

  func damaged(_ what: String, at line: Int? = nil) -> PipelineError {
    PipelineError(.malformedTally(what), at: Position(source: name, line: line ?? number))
  }

  func outOfOrder() -> PipelineError { damaged("out of order, or twice") }

  // MARK: Fields

  var fieldCount: Int { ends.count }

  private func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[(index == 0 ? start : ends[index - 1] + 1)..<ends[index]])
  }

  func begins(with word: [UInt8]) -> Bool {
    let field = field(0)
    guard field.count == word.count else { return false }
    for index in word.indices where field[index] != word[index] { return false }
    return true
  }

  /// Whether a program that doesn't know the line skips it.
  var isOptional: Bool { (0x41...0x5A).contains(bytes[start]) }

  func expect(_ count: Int) throws(PipelineError) {
    guard ends.count == count else { throw damaged("'\(text(0))' has \(count - 1) fields, not \(ends.count - 1)") }
  }

  /// A field as it stands.
  func text(_ index: Int) -> String { String(decoding: field(index), as: UTF8.self) }

  func withUnescaped<Result>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(PipelineError) -> Result {
    let field = field(index)
    var isPlain = true
    for byte in field {
      if byte == 0x5C { isPlain = false }
      // It would be written otherwise, and equal tallies are equal bytes.
      if byte == 0x0D { throw damaged("a carriage return that is not escaped") }
    }
    if isPlain { return body(field) }
    var unescaped: [UInt8] = []
    var iterator = field.makeIterator()
    while let byte = iterator.next() {
      guard byte == 0x5C else {
        unescaped.append(byte)
        continue
      }
      switch iterator.next() {
      case 0x5C: unescaped.append(0x5C)
      case 0x74: unescaped.append(0x09)
      case 0x6E: unescaped.append(0x0A)
      case 0x72: unescaped.append(0x0D)
      default: throw damaged("a backslash that escapes nothing")
      }
    }
    return unescaped.withUnsafeBufferPointer(body)
  }

  func string(_ index: Int) throws(PipelineError) -> String {
    let (string, isUTF8) = try withUnescaped(index) { bytes in
      let string = String(decoding: bytes, as: UTF8.self)
      return (string, string.utf8.elementsEqual(bytes))
    }
    guard isUTF8 else { throw damaged("bytes that are no UTF-8") }
    return string
  }

  func count(_ index: Int, atLeast least: Int = 0) throws(PipelineError) -> Int {
    let field = field(index)
    var value = 0
    for byte in field {
      guard (0x30...0x39).contains(byte), value <= TallyLine.largestCount else { throw noCount(index) }
      value = value * 10 + Int(byte - 0x30)
    }
    let isCanonical = field.count == 1 || field.first != 0x30
    guard !field.isEmpty, isCanonical, (least...TallyLine.largestCount).contains(value) else { throw noCount(index) }
    return value
  }

  private func noCount(_ index: Int) -> PipelineError { damaged("\(quoted(text(index))) is no count") }

  func value<Value: RawRepresentable<String>>(_ index: Int) throws(PipelineError) -> Value {
    guard let value = Value(rawValue: text(index)) else { throw damaged("\(quoted(text(index))) is not known here") }
    return value
  }

  /// Bytes and hash in two fields, or two empty fields.
  func content(_ index: Int) throws(PipelineError) -> ContentHash? {
    let hex = text(index + 1)
    if hex.isEmpty, field(index).isEmpty { return nil }
    guard let content = ContentHash(hex: hex, byteCount: try count(index)), content.hex == hex else {
      throw damaged("\(quoted(hex)) is no SHA-256")
    }
    return content
  }

  /// A day, or nothing for an empty field.
  func day(_ index: Int) throws(PipelineError) -> Day? {
    let field = field(index)
    if field.isEmpty { return nil }
    var parts = (year: 0, month: 0, day: 0)
    var isDay = field.count == 10 && field[4] == 0x2D && field[7] == 0x2D
    for (place, byte) in field.enumerated() where isDay && place != 4 && place != 7 {
      guard (0x30...0x39).contains(byte) else {
        isDay = false
        break
      }
      let digit = Int(byte - 0x30)
      if place < 4 {
        parts.year = parts.year * 10 + digit
      } else if place < 7 {
        parts.month = parts.month * 10 + digit
      } else {
        parts.day = parts.day * 10 + digit
      }
    }
    guard isDay, let day = Day(year: parts.year, month: parts.month, day: parts.day) else {
      throw damaged("\(quoted(text(index))) is no day")
    }
    return day
  }
}
