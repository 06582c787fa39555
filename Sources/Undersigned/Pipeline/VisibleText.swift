/// What a reader sees of a text, and nothing that only a program would.
enum VisibleText {
  /// The text on one line: controls and line separators to spaces, invisible marks out, the ends trimmed.
  ///
  /// Joiners stay between letters of the scripts that are written with them (Persian, Indic), variation selectors stay
  /// everywhere.
  static func oneLine(_ text: String) -> String {
    if isPlainLine(text) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator:
        if scalars.last != " ", !scalars.isEmpty { scalars.append(" ") }
      case .format:
        let isJoiner = scalar.value == 0x200C || scalar.value == 0x200D
        if isJoiner, let last = scalars.last, last.value >= 0x0590 { scalars.append(scalar) }
      default:
        scalars.append(scalar)
      }
    }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// Whether a text surely has neither controls nor invisible marks, and single spaces inside: most names are so.
  static func isPlainLine(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    var before = last
    for byte in text.utf8 {
      switch byte {
      case 0x20 where last == 0x20: return false
      case 0x20...0x7E, 0xC2...0xEF: break
      case 0x80...0xBF where !mayHide(before, last, byte): break
      default: return false
      }
      (before, last) = (last, byte)
    }
    return last != 0x20 || text.isEmpty
  }

  /// Whether a byte may make a control, a space or an invisible mark of those before it (UTF-8).
  private static func mayHide(_ before: UInt8, _ last: UInt8, _ byte: UInt8) -> Bool {
    switch (before, last) {
    // U+0080 through U+00A0, and the soft hyphen.
    case (_, 0xC2): byte <= 0xA0 || byte == 0xAD
    // Signs before Arabic numbers, and marks of direction.
    case (_, 0xD8): byte <= 0x85 || byte == 0x9C
    case (_, 0xDB): byte == 0x9D
    // From U+0700, U+0880, U+1680, U+1800 and U+2040 on.
    case (_, 0xDC): true
    case (_, 0xE0): byte == 0xA2 || byte == 0xA3
    case (_, 0xE1): byte == 0x9A || byte == 0xA0
    case (_, 0xE2): byte == 0x81
    // General punctuation has dashes and quotes at U+2010 through U+2027, and daggers from U+2030 on.
    case (0xE2, 0x80): !(0x90...0xA7).contains(byte) && byte < 0xB0
    case (0xE3, 0x80): byte == 0x80
    case (0xEF, 0xBB): byte == 0xBF
    case (0xEF, 0xBF): byte >= 0xB0
    default: false
    }
  }

  /// At most `limit` characters, the last one `…` where some are missing.
  static func cut(_ text: String, _ limit: Int) -> String {
    guard text.utf8.count > limit, text.count > limit else { return text }
    return text.prefix(limit - 1) + "…"
  }
}
