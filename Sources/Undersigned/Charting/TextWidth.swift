/// How wide words are in the sans-serif fonts that browsers take for `system-ui`, without any font at hand.
///
/// An estimate on the wide side: the widths are those of a wide common font, so that what is laid out by them fits with
/// others as well. Scripts whose letters join are narrower than their letters add up to.
enum TextWidth {
  /// The width of a text in the unit of `size`, the height of its font.
  static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    Double(text.unicodeScalars.reduce(0) { $0 + thousandths($1) }) * size * (isBold ? 1.08 : 1) / 1000
  }

  /// The text, cut to fit where it is too wide; then its last character is `…`.
  static func cut(_ text: String, to width: Double, size: Double) -> String {
    if of(text, size: size) <= width { return text }
    let room = width - of("…", size: size)
    var kept = ""
    var used = 0.0
    for character in text {
      used += of(String(character), size: size)
      if used > room { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// The text on several lines, broken between words.
  ///
  /// - Parameter lines: How many lines there may be; the last one is cut where that is too few.
  static func wrap(_ text: String, to width: Double, size: Double, lines: Int) -> [String] {
    var result: [String] = []
    for word in text.tokens {
      if let last = result.last, result.count >= lines || of("\(last) \(word)", size: size) <= width {
        result[result.count - 1] = "\(last) \(word)"
      } else {
        result.append(String(word))
      }
    }
    return result.map { cut($0, to: width, size: size) }
  }

  /// The width of a character in thousandths of the font's height.
  private static func thousandths(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20: 320
    case 0x30...0x39: 600
    case 0x21, 0x27, 0x2C, 0x2E, 0x3A, 0x3B, 0x69, 0x6A, 0x6C, 0x7C, 0xB7: 310
    case 0x28, 0x29, 0x2D, 0x49, 0x5B, 0x5D, 0x66, 0x72, 0x74: 400
    case 0x4D, 0x57, 0x6D, 0x77, 0x25, 0x40: 920
    case 0x41...0x5A: 690
    case 0x61...0x7A: 600
    case 0xC0...0x24F, 0x370...0x52F: 640
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0x64B...0x65F: 0
    case 0x600...0x6FF: 560
    case 0x2013: 550
    case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x1F000...0x3FFFF: 1020
    default: 660
    }
  }
}
