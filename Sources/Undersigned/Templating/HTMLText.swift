/// Text that others wrote, made inert for HTML: it shows as written and does nothing, in an element or in a quoted
/// attribute.
enum HTMLText {
  /// The longest text that a page shows in full, in characters.
  static let limit = 300

  /// Adds a text, on one line, without controls and invisible marks that reorder it, cut where it is very long.
  ///
  /// Escaping goes by bytes: a combining mark behind a quotation mark makes one character of both, and would hide it
  /// from whoever looks for characters.
  static func add(_ text: String, to bytes: inout [UInt8]) {
    addWhole(VisibleText.cut(VisibleText.oneLine(text), limit), to: &bytes)
  }

  /// Adds a text as long as it is, for attributes that a script reads.
  static func addWhole(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      for byte in utf8 {
        switch byte {
        case UInt8(ascii: "&"): bytes += "&amp;".utf8
        case UInt8(ascii: "<"): bytes += "&lt;".utf8
        case UInt8(ascii: ">"): bytes += "&gt;".utf8
        case UInt8(ascii: "\""): bytes += "&quot;".utf8
        case UInt8(ascii: "'"): bytes += "&#39;".utf8
        default: bytes.append(byte)
        }
      }
    }
  }

  /// Adds the program's own words: `*x*` becomes emphasis, `**x**` strong emphasis, `` `x` `` code.
  static func addWording(_ text: String, to bytes: inout [UInt8]) {
    var open: [String] = []
    var rest = Substring(text)
    while let mark = rest.firstIndex(where: { $0 == "*" || $0 == "`" }) {
      addWhole(String(rest[..<mark]), to: &bytes)
      let isStrong = rest[mark...].hasPrefix("**")
      let element = rest[mark] == "`" ? "code" : isStrong ? "strong" : "em"
      if open.last == element {
        bytes += "</\(open.removeLast())>".utf8
      } else {
        open.append(element)
        bytes += "<\(element)>".utf8
      }
      rest = rest[rest.index(mark, offsetBy: isStrong ? 2 : 1)...]
    }
    addWhole(String(rest), to: &bytes)
  }
}
