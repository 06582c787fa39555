/// An element of SVG with what is in it, as a value: text goes in as it is and is escaped when it is written.
struct SVGElement: Sendable {
  /// What stands inside an element.
  enum Content: Sendable {
    case element(SVGElement)
    case text(String)
  }

  /// The element's name.
  let name: String
  private var attributes: [(name: String, value: String)]
  private var content: [Content] = []

  /// An element with its attributes in this order; those without a value are left out.
  init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: [Content] = []) {
    self.name = name
    self.attributes = attributes.compactMap { name, value in value.map { (name, $0) } }
    self.content = content
  }

  /// An element that holds a text.
  init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
    self.init(name, attributes, [.text(text)])
  }

  /// An element that holds others.
  init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], children: [SVGElement]) {
    self.init(name, attributes, children.map(Content.element))
  }

  /// Adds an element at the end.
  mutating func append(_ child: SVGElement) { content.append(.element(child)) }

  /// A coordinate or length: a whole number, or with one decimal, rounded half away from zero.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let fraction = tenths.magnitude % 10
    return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10)" + (fraction == 0 ? "" : ".\(fraction)")
  }

  /// The element as XML.
  func write(to text: inout String) {
    text += "<\(name)"
    for (name, value) in attributes {
      text += " \(name)=\""
      SVGElement.escape(value, to: &text)
      text += "\""
    }
    guard !content.isEmpty else {
      text += "/>"
      return
    }
    text += ">"
    for part in content {
      switch part {
      case .element(let element): element.write(to: &text)
      case .text(let words): SVGElement.escape(words, to: &text)
      }
    }
    text += "</\(name)>"
  }

  /// Whether a byte is printable ASCII that means nothing to XML.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x26, 0x27, 0x3C, 0x3E: false
    default: byte >= 0x20 && byte < 0x7F
    }
  }

  /// A text for an element or an attribute: nothing in it ends either, and nothing stands in it that XML 1.0 does not
  /// allow.
  private static func escape(_ words: String, to text: inout String) {
    if words.utf8.allSatisfy(isPlain) {
      text += words
      return
    }
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case "\n": text += "\n"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}"..."\u{FFFF}": break
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
