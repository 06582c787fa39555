/// One pass over bytes that may be UTF-8: what is well-formed, what isn't, and byte order marks out of place.
struct UTF8Inspection {
  /// Well-formed sequences of two bytes and more.
  var multibyteCount = 0
  /// Ill-formed places, counted as U+FFFD would stand for them (Unicode 3.9, maximal subparts).
  var invalidCount = 0
  /// Where the first of them is.
  var firstInvalid: Int?
  /// Byte order marks at the start of a line other than the first, as left by joining files.
  var innerMarks: [Int] = []
  /// Characters that look like UTF-8 decoded as Windows-1252 and encoded again.
  var doubleEncodedCount = 0
  /// Where the first of them is, and what it would be.
  var firstDoubleEncoded: (offset: Int, length: Int, repaired: Unicode.Scalar)?

  /// Nothing seen yet.
  init() {}

  /// Inspects all of `bytes`.
  ///
  /// - Complexity: O(bytes); eight at a time through ASCII.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    inspect(bytes, at: 0, before: bytes.count)
  }

  /// Whether there is more to tell than that the text is UTF-8.
  var isOdd: Bool { invalidCount > 0 || !innerMarks.isEmpty || doubleEncodedCount > 0 }

  /// Inspects the characters of `bytes` that begin at `start` or later, and before `end`.
  mutating func inspect(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int) {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = bytes.count
    var index = start
    while index < end {
      if bytes[index] < 0x80 {
        index += 1
        while index + 8 <= count,
          raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          index += 8
        }
        continue
      }
      let (length, isValid) = UTF8Inspection.sequence(bytes, at: index)
      if isValid {
        multibyteCount += 1
        let lead = bytes[index]
        if lead == 0xEF, bytes[index + 1] == 0xBB, bytes[index + 2] == 0xBF, index > 0 {
          let before = bytes[index - 1]
          if before == 0x0A || before == 0x0D { innerMarks.append(index) }
        } else if lead == 0xC3, index + 2 < count, bytes[index + 2] >= 0xC2 {
          noteDoubleEncoding(bytes, at: index)
        }
      } else {
        invalidCount += 1
        if firstInvalid == nil { firstInvalid = index }
      }
      index += length
    }
  }

  /// The length of the sequence at `index` and whether it is well-formed; of an ill-formed one the maximal subpart.
  static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (length: Int, isValid: Bool) {
    let lead = bytes[index]
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    let expected: Int
    switch lead {
    case ..<0x80: return (1, true)
    case 0xC2...0xDF: expected = 2
    case 0xE0: (expected, low) = (3, 0xA0)
    case 0xED: (expected, high) = (3, 0x9F)
    case 0xE1...0xEF: expected = 3
    case 0xF0: (expected, low) = (4, 0x90)
    case 0xF1...0xF3: expected = 4
    case 0xF4: (expected, high) = (4, 0x8F)
    default: return (1, false)
    }
    var length = 1
    while length < expected {
      guard index + length < bytes.count else { return (length, false) }
      let byte = bytes[index + length]
      guard low <= byte, byte <= high else { return (length, false) }
      (low, high) = (0x80, 0xBF)
      length += 1
    }
    return (length, true)
  }

  /// Whether the characters from `index` on, as bytes of Windows-1252, are one well-formed character of a script that
  /// exports hold.
  private mutating func noteDoubleEncoding(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    let lead = 0xC0 | bytes[index + 1] & 0x3F
    guard lead >= 0xC2 else { return }
    let needed = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead <= 0xF4 else { return }
    var value = UInt32(lead) & (needed == 2 ? 0x1F : needed == 3 ? 0x0F : 0x07)
    var cursor = index + 2
    for _ in 1..<needed {
      guard cursor < bytes.count else { return }
      let (length, isValid) = UTF8Inspection.sequence(bytes, at: cursor)
      guard isValid, length == 2 || length == 3,
        let byte = UTF8Inspection.windows1252Byte(UTF8Inspection.scalar(bytes, at: cursor, length: length)),
        (0x80...0xBF).contains(byte)
      else { return }
      value = value << 6 | UInt32(byte) & 0x3F
      cursor += length
    }
    let isPlausible =
      switch value {
      case 0xA0...0x24F, 0x386...0x3CE, 0x400...0x45F, 0x490...0x491, 0x5D0...0x5EA, 0x621...0x6D2: true
      case 0x905...0xE4E, 0x1E00...0x1EFF, 0x2010...0x203A, 0x20AC, 0x2122: true
      case 0x3041...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x1F1E6...0x1F6FF: true
      default: false
      }
    guard isPlausible, let repaired = Unicode.Scalar(value) else { return }
    doubleEncodedCount += 1
    if firstDoubleEncoded == nil { firstDoubleEncoded = (index, cursor - index, repaired) }
  }

  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) -> UInt32 {
    var value = UInt32(bytes[index]) & (length == 2 ? 0x1F : 0x0F)
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset]) & 0x3F }
    return value
  }

  /// The byte that stands for a character in Windows-1252 or, for C1 controls, in ISO-8859-1.
  private static func windows1252Byte(_ value: UInt32) -> UInt8? {
    if value < 0x100 { return UInt8(value) }
    // Characters of Windows-1252 outside ISO-8859-1, by byte from 0x80.
    let others: [UInt32] = [
      0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0,
      0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
    ]
    return others.firstIndex(of: value).map { UInt8(0x80 + $0) }
  }
}
