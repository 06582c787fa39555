/// Recognizes East Asian encodings, so that their text is refused by name instead of being read as something else.
enum EastAsianEncoding {
  /// The encoding in words, or nothing when the bytes fit none of them.
  static func recognize(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let high = bytes.count { $0 >= 0x80 }
    guard high >= 4 else { return nil }
    // Western letters stand alone before an ASCII letter; East Asian ones mostly come in pairs.
    guard pairs(bytes) * 5 >= high else { return nil }
    // By encoding: bytes of 0x80 and above that stand where the encoding allows them.
    var fits = (euc: 0, gbk: 0, big5: 0, shiftJIS: 0)
    fits.euc = fitting(bytes, lead: [0xA1...0xFE], trail: [0xA1...0xFE])
    // Its characters of four bytes have digits in the second and fourth place.
    fits.gbk = fitting(bytes, lead: [0x81...0xFE], trail: [0x30...0x39, 0x40...0x7E, 0x80...0xFE])
    fits.big5 = fitting(bytes, lead: [0xA1...0xC6, 0xC9...0xF9], trail: [0x40...0x7E, 0xA1...0xFE])
    fits.shiftJIS = fitting(
      bytes, lead: [0x81...0x9F, 0xE0...0xFC], trail: [0x40...0x7E, 0x80...0xFC], alone: 0xA1...0xDF)
    let kana = leads(bytes) { $0 == 0xA4 || $0 == 0xA5 }
    let hangul = leads(bytes) { (0xB0...0xC8).contains($0) }
    let needed = high * 98 / 100
    if fits.euc >= needed {
      if kana * 4 >= high / 2 { return "EUC-JP (Japanese)" }
      return hangul * 5 >= high / 2 * 4 ? "EUC-KR (Korean)" : "GB 2312 (Chinese)"
    }
    if fits.shiftJIS >= needed, leads(bytes, { $0 == 0x82 || $0 == 0x83 }) * 5 >= high / 2 {
      return "Shift_JIS (Japanese)"
    }
    if fits.big5 >= needed { return "Big5 (Chinese)" }
    if fits.gbk >= needed { return hangul * 2 >= high / 2 ? "CP949 (Korean)" : "GB 18030 (Chinese)" }
    return nil
  }

  /// An encoding of seven bits that switches to another set by escapes (ISO 2022) or by `~{` (HZ), or nothing.
  static func recognizeShifts(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var shifts = 0
    for (index, byte) in bytes.prefix(1 << 16).enumerated() where index + 2 < bytes.count {
      let next = bytes[index + 1]
      if byte >= 0x80 { return nil }
      if byte == 0x1B, next == 0x24, [0x29, 0x40, 0x41, 0x42].contains(bytes[index + 2]) {
        return "ISO 2022 (Japanese, Korean or Chinese)"
      }
      if byte == 0x7E && (next == 0x7B || next == 0x7D) { shifts += next == 0x7B ? 1 : -1 }
      if shifts < 0 || shifts > 1 { return nil }
      if byte == 0x7E && next == 0x7D && shifts == 0 { return "HZ (Chinese)" }
    }
    return nil
  }

  private static func fitting(
    _ bytes: UnsafeBufferPointer<UInt8>, lead: [ClosedRange<UInt8>], trail: [ClosedRange<UInt8>],
    alone: ClosedRange<UInt8>? = nil
  ) -> Int {
    var count = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x80 {
        if index + 1 < bytes.count, lead.contains(where: { $0.contains(byte) }),
          trail.contains(where: { $0.contains(bytes[index + 1]) })
        {
          count += bytes[index + 1] >= 0x80 ? 2 : 1
          index += 1
        } else if let alone, alone.contains(byte) {
          count += 1
        }
      }
      index += 1
    }
    return count
  }

  /// How many bytes of 0x80 and above follow another one, each counted once.
  private static func pairs(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 1
    while index < bytes.count {
      if bytes[index] >= 0x80 && bytes[index - 1] >= 0x80 {
        count += 1
        index += 1
      }
      index += 1
    }
    return count
  }

  /// How many two-byte characters start with such a byte.
  private static func leads(_ bytes: UnsafeBufferPointer<UInt8>, _ isWanted: (UInt8) -> Bool) -> Int {
    var count = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] >= 0x80 {
        if isWanted(bytes[index]) { count += 1 }
        index += 1
      }
      index += 1
    }
    return count
  }
}
