import Tabular

/// What mapping and reading need of an opened input; `TabularDocument` is the real one.
protocol ExportDocument: Sendable {
  /// The input as its user named it.
  var name: String { get }
  /// What the input holds, where somebody looked.
  var contentHash: ContentHash? { get }
  /// The fields, in the order of the input.
  var fields: [TabularDocument.Field] { get }
  /// What was wrong on opening.
  var findings: [Finding] { get }
  /// The first records, each with an answer for every field.
  func sample(limit: Int) -> [[String]]
  /// Every record, only the chosen fields; of those in `dated` only the date, where they begin with one.
  func encode(
    fields chosen: [Int], fingerprints: [Int], dated: Set<Int>, seed: UInt64
  ) throws(TabularError) -> EncodedTable
}

extension TabularDocument: ExportDocument {}
