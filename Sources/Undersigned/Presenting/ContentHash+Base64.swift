import Tabular

extension ContentHash {
  /// The hash in base64 (RFC 4648), as content security policies and integrity attributes write it.
  var base64: String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let nibbles = hex.utf8.map { Int($0 < 0x40 ? $0 - 0x30 : $0 - 0x57) }
    var result: [UInt8] = []
    // Three digits hold two characters of six bits; two are left of the 64, with room for an `=`.
    for start in stride(from: 0, to: nibbles.count, by: 3) {
      let digits = (0..<3).map { start + $0 < nibbles.count ? nibbles[start + $0] : 0 }
      let bits = digits[0] << 8 | digits[1] << 4 | digits[2]
      result += [alphabet[bits >> 6], alphabet[bits & 63]]
    }
    // 64 digits are 42 whole pairs of characters and one more character.
    return String(decoding: result.prefix(43), as: UTF8.self) + "="
  }
}
