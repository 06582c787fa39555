import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an SVG file holds, read by a reader that knows nothing of charts.
final class DrawnChart: NSObject, XMLParserDelegate {
  /// A row of bars: its name, its number and its bounds.
  struct Row: Hashable {
    var name: String
    var figures: [Int]
  }

  /// What one `<text>` shows.
  struct Text {
    var style: String
    var name = ""
    /// The whole of what is cut short.
    var whole = ""
    var number: Int? { Int(name.replacingOccurrences(of: ",", with: "")) }
  }

  private(set) var texts: [Text] = []
  private(set) var title = ""
  private(set) var words = ""
  private var path: [String] = []

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
  }

  /// Name, number and bounds of each row of bars.
  var bars: [Row] {
    var rows: [Row] = []
    var name: [String] = []
    for text in texts.drop(while: {
      $0.style == "head" || $0.style == "quiet" && $0.name != "" && rows.isEmpty && isSubtitle($0)
    }) {
      if text.style.contains("note") { break }
      if text.style == "strong", let number = text.number {
        rows.append(Row(name: name.joined(separator: " "), figures: [number, number, number]))
        name = []
      } else if text.name.hasPrefix("("), name.isEmpty, !rows.isEmpty {
        let bounds = text.name.dropFirst().dropLast().split(separator: "–").compactMap { Int($0) }
        rows[rows.count - 1].figures[1...] = bounds[...]
      } else {
        if text.whole.isEmpty { name.append(text.name) } else { name = [text.whole] }
      }
    }
    return rows
  }

  /// The second line of a picture is its letter's title.
  private func isSubtitle(_ text: Text) -> Bool {
    texts.count > 1 && texts[1].name == text.name
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    path.append(element)
    if element == "text" { texts.append(Text(style: attributes["class"] ?? "")) }
  }

  func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
    path.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    switch path {
    case ["svg", "title"]: title += string
    case ["svg", "desc"]: words += string
    default:
      if path.last == "text" { texts[texts.count - 1].name += string }
      if path.suffix(2) == ["text", "title"] { texts[texts.count - 1].whole += string }
    }
  }
}
