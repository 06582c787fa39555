/// Text that others wrote, made inert for GitHub Flavored Markdown: it shows as written and does nothing.
enum MarkdownText {
  /// The longest text that a report shows in full, in characters.
  static let limit = 200

  /// Between two characters that together would be a mention, a reference or a link; shows as nothing. A backslash is
  /// not enough, since hosts look for those in the finished page.
  private static let split = "<!-- -->"

  /// Escapes a text for use anywhere within a line, in a table's cell too.
  static func inert(_ text: String, limit: Int = limit) -> String {
    let line = VisibleText.cut(VisibleText.oneLine(text), limit)
    if line.utf8.allSatisfy({ isPlain($0) || $0 >= 0x80 }), !hasMarkerAtStart(line), !hasLinkStart(line) { return line }
    let scalars = Array(line.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "@": result += "@" + split
      case "#": result += "\\#" + split
      case "$": result += "<span>$</span>"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "!", "|", "~": result += "\\" + String(scalar)
      case ":": result += isFollowed(scalars, index, by: "//") ? ":" + split : ":"
      case ".": result += isAfterWWW(scalars, index) ? split + "." : "."
      case "-", "+", "=": result += index == 0 ? "\\" + String(scalar) : String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return escapeOrdinal(result)
  }

  /// Lines as a fenced block of code, whose fence is longer than any that stands in them; no line end at its own end.
  static func block(_ lines: [String], in language: String) -> String {
    let lines = lines.map(VisibleText.oneLine)
    var (longest, run) = (0, 0)
    for byte in lines.joined(separator: "\n").utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return ([fence + language] + lines + [fence]).joined(separator: "\n")
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x27, 0x28, 0x29, 0x2C, 0x2D, 0x2E, 0x2F, 0x3B, 0x22, 0x3A, 0x3F,
      0x25, 0x2B, 0x3D:
      true
    default: false
    }
  }

  private static func hasMarkerAtStart(_ line: String) -> Bool {
    guard let first = line.utf8.first else { return false }
    return first == 0x2D || first == 0x2B || first == 0x3D || (0x30...0x39).contains(first)
  }

  private static func hasLinkStart(_ line: String) -> Bool {
    let lower = line.lowercased()
    return lower.contains("://") || lower.contains("www.")
  }

  private static func isFollowed(_ scalars: [Unicode.Scalar], _ index: Int, by text: String) -> Bool {
    scalars[(index + 1)...].starts(with: text.unicodeScalars)
  }

  private static func isAfterWWW(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    index >= 3 && scalars[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }
  }

  /// `1.` and `1)` begin a list where a line does.
  private static func escapeOrdinal(_ text: String) -> String {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" else { return text }
    return digits + "\\" + rest
  }
}
