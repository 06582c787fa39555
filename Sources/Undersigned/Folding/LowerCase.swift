/// Letters in lower case as the standard library has them, fast enough for each of many answers.
///
/// What is written in ASCII, in Latin, Greek, Cyrillic and the other scripts of two bytes in UTF-8, or in a script
/// without cases is changed in place; anything else goes through `String.lowercased()`.
enum LowerCase {
  /// For each scalar from 0 through U+07FF its two bytes in lower case; 0 where they are not two.
  private static let pairs: [UInt16] = (UInt32(0)..<0x800).map { value in
    guard value >= 0x80, let scalar = Unicode.Scalar(value) else { return 0 }
    var lower = scalar.properties.lowercaseMapping.utf8.makeIterator()
    guard let first = lower.next(), let second = lower.next(), lower.next() == nil else { return 0 }
    return UInt16(first) << 8 | UInt16(second)
  }

  /// Lends an answer's bytes in lower case.
  ///
  /// - Parameter scratch: Memory that calls share.
  static func withLowered<Result>(
    _ answer: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: answer)
    let isLowered = scratch.withUnsafeMutableBufferPointer { bytes in
      let start = lowerASCII(bytes)
      return start == bytes.count || pairs.withUnsafeBufferPointer { lower(bytes, from: start, $0) }
    }
    if isLowered { return scratch.withUnsafeBufferPointer(body) }
    var text = String(decoding: answer, as: UTF8.self).lowercased()
    return text.withUTF8(body)
  }

  /// Puts bytes into lower case, eight at a time, as long as all of them are ASCII; gives how many were.
  private static func lowerASCII(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let raw = UnsafeMutableRawBufferPointer(bytes)
    var index = 0
    while index &+ 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard word & 0x8080_8080_8080_8080 == 0 else { return index }
      // The upper bit of each byte tells whether it is from `A` on, and whether it is behind `Z`.
      let (fromA, behindZ) = (word &+ 0x3F3F_3F3F_3F3F_3F3F, word &+ 0x2525_2525_2525_2525)
      raw.storeBytes(
        of: word | ((fromA ^ behindZ) & 0x8080_8080_8080_8080) >> 2, toByteOffset: index, as: UInt64.self)
      index &+= 8
    }
    return index
  }

  /// Puts bytes from a place on into lower case; gives up, with some of them changed, where that takes more than a look
  /// at a table.
  private static func lower(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int, _ pairs: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if (0x41...0x5A).contains(byte) { bytes[index] = byte | 0x20 }
        index += 1
        continue
      }
      guard index + 1 < bytes.count else { return false }
      let next = bytes[index + 1]
      switch byte {
      case 0xC2...0xDF:
        let pair = pairs[Int(byte & 0x1F) << 6 | Int(next & 0x3F)]
        if pair == 0 { return false }
        bytes[index] = UInt8(pair >> 8)
        bytes[index + 1] = UInt8(truncatingIfNeeded: pair)
        index += 2
      // Scripts of India and Tibet, Thai, Lao; punctuation; Han and Kana; Hangul: none of them has cases.
      case 0xE0, 0xE3...0xE9, 0xEB...0xED: index += 3
      case 0xE2 where next < 0x84, 0xEA where next >= 0xB0: index += 3
      default: return false
      }
    }
    return true
  }
}
