/// Takes off what a web page, a spreadsheet's defence or a mail filter left in a text.
enum Markup {
  /// The text without HTML tags and with its entities decoded. `A < B` and `AT&T` stay as they are.
  ///
  /// - Complexity: O(*n*); gives back the same text at once when it has neither `<` nor `&`.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return text }
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      if first == "<", let end = tagEnd(rest) {
        if !result.isEmpty, result.last != " " { result += " " }
        rest = rest[end...]
      } else if first == "&", let (decoded, end) = entity(rest) {
        result += decoded
        rest = rest[end...]
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return trimmed(result)
  }

  /// Undoes escapes against formulas: `'=SUM`, `'+1`, `'-foo`, `'@x` and `%2Dfoo` (`%3D`, `%2B`, `%40`).
  static func withoutFormulaEscape(_ text: String) -> String {
    let head = Array(text.utf8.prefix(3))
    if head.count >= 2, head[0] == 0x27, [0x3D, 0x2B, 0x2D, 0x40].contains(head[1]) { return String(text.dropFirst()) }
    guard head.count == 3, head[0] == 0x25 else { return text }
    let escapes = ["%2D": "-", "%3D": "=", "%2B": "+", "%40": "@"]
    return escapes[text.prefix(3).uppercased()].map { $0 + text.dropFirst(3) } ?? text
  }

  /// Without white space at both ends, no-break spaces included.
  static func trimmed(_ text: some StringProtocol) -> String {
    // Most texts have nothing of the kind: their first and last characters are ASCII's, and printed.
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return "" }
    if ("!"..."~").contains(first), ("!"..."~").contains(last) { return String(text) }
    var slice = text[...]
    while let first = slice.first, first.isWhitespace { slice = slice.dropFirst() }
    while let last = slice.last, last.isWhitespace { slice = slice.dropLast() }
    return String(slice)
  }

  private static func tagEnd(_ text: Substring) -> Substring.Index? {
    guard let second = text.dropFirst().first, second.isLetter || second == "/" || second == "!" else { return nil }
    guard let close = text.prefix(300).firstIndex(of: ">") else { return nil }
    return text.index(after: close)
  }

  private static func entity(_ text: Substring) -> (String, Substring.Index)? {
    guard let close = text.prefix(10).firstIndex(of: ";") else { return nil }
    let name = text[text.index(after: text.startIndex)..<close]
    let end = text.index(after: close)
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
      let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap(Unicode.Scalar.init).map { (String(Character($0)), end) }
    }
    switch name {
    case "amp": return ("&", end)
    case "lt": return ("<", end)
    case "gt": return (">", end)
    case "quot": return ("\"", end)
    case "apos": return ("'", end)
    case "nbsp": return (" ", end)
    case "ndash": return ("–", end)
    case "mdash": return ("—", end)
    case "rsquo": return ("’", end)
    case "lsquo": return ("‘", end)
    case "ldquo": return ("“", end)
    case "rdquo": return ("”", end)
    case "eacute": return ("é", end)
    case "egrave": return ("è", end)
    case "aacute": return ("á", end)
    case "iacute": return ("í", end)
    case "oacute": return ("ó", end)
    case "uacute": return ("ú", end)
    case "ntilde": return ("ñ", end)
    case "ccedil": return ("ç", end)
    case "auml": return ("ä", end)
    case "ouml": return ("ö", end)
    case "uuml": return ("ü", end)
    case "szlig": return ("ß", end)
    default: return nil
    }
  }
}
