extension JSONScanner {
  /// Appends the string that stands in `range`: escapes resolved, lone surrogates and bytes that are no UTF-8 as U+FFFD.
  ///
  /// - Complexity: O(bytes).
  func unescape(_ range: Range<Int>, into bytes: inout [UInt8], repairsUTF8: Bool) {
    let start = bytes.count
    var index = range.lowerBound
    while index < range.upperBound {
      guard text[index] == JSONByte.backslash else {
        bytes.append(text[index])
        index += 1
        continue
      }
      switch text[index + 1] {
      case 0x62: bytes.append(0x08)
      case 0x66: bytes.append(0x0C)
      case 0x6E: bytes.append(0x0A)
      case 0x72: bytes.append(0x0D)
      case 0x74: bytes.append(0x09)
      case 0x75:
        let unit = hexadecimal(at: index + 2) ?? 0xFFFD
        var scalar = unit
        if (0xD800..<0xDC00).contains(unit), let low = lowSurrogate(at: index + 6) {
          scalar = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)
          index += 6
        }
        bytes.append(contentsOf: UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
        index += 4
      case let byte: bytes.append(byte)
      }
      index += 2
    }
    guard repairsUTF8 else { return }
    let repaired = Array(String(decoding: bytes[start...], as: UTF8.self).utf8)
    bytes.replaceSubrange(start..., with: repaired)
  }

  /// The string of a token.
  func bytes(of token: JSONStringToken) -> [UInt8] {
    guard !token.marks.isEmpty else { return Array(text[token.range]) }
    var bytes: [UInt8] = []
    unescape(token.range, into: &bytes, repairsUTF8: token.marks.contains(.invalid))
    return bytes
  }
}
