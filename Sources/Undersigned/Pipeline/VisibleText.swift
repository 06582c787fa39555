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

  /// Whether a text is printable ASCII and letters of Europe with single spaces inside: most names are.
  private static func isPlainLine(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      switch byte {
      case 0x20 where last == 0x20: return false
      case 0x20...0x7E: break
      // U+00C0 through U+04FF have neither controls nor spaces nor invisible marks; before and behind them others follow.
      case 0xC3...0xD3, 0x80...0xBF: break
      default: return false
      }
      last = byte
    }
    return last != 0x20 || text.isEmpty
  }

  /// At most `limit` characters, the last one `…` where some are missing.
  static func cut(_ text: String, _ limit: Int) -> String {
    guard text.utf8.count > limit, text.count > limit else { return text }
    return text.prefix(limit - 1) + "…"
  }
}
