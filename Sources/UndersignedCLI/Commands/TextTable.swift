import Undersigned

/// A table for a terminal: the first column flush left, figures flush right, two spaces between.
enum TextTable {
  /// Writes a table.
  ///
  /// - Parameter rows: The header first; all of as many cells.
  /// - Returns: Lines without spaces at their ends.
  static func text(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + padding : padding + cell
      }
      let line = cells.joined(separator: "  ")
      return String(line.prefix(line.count - line.reversed().prefix { $0 == " " }.count))
    }.joined(separator: "\n")
  }
}
