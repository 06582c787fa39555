/// A table of GitHub Flavored Markdown; its cells are inert Markdown already.
struct MarkdownTable {
  /// One column.
  struct Heading {
    var title: String
    var isNumber: Bool

    static func text(_ title: String) -> Heading { Heading(title: title, isNumber: false) }
    static func number(_ title: String) -> Heading { Heading(title: title, isNumber: true) }
  }

  private let headings: [Heading]
  private var rows: [[String]] = []

  init(_ headings: [Heading]) { self.headings = headings }

  mutating func append(_ row: [String]) {
    precondition(row.count == headings.count, "a row has a cell for each heading")
    rows.append(row)
  }

  /// Adds a row in bold, such as a total.
  mutating func appendBold(_ row: [String]) { append(row.map { $0.isEmpty ? "" : "**\($0)**" }) }

  /// The lines, with a blank one after them.
  var text: String {
    let rule = headings.map { $0.isNumber ? "---:" : "---" }
    return ([headings.map(\.title), rule] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined() + "\n"
  }
}
