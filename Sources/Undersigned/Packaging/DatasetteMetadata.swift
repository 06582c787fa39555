/// What Datasette (https://datasette.io) shows beside a report's tables: `metadata.json`.
public struct DatasetteMetadata: Sendable {
  /// Its file.
  public static let path = "metadata.json"

  private let package: DataPackage

  /// The metadata of a package's tables; the database is taken to be called as the package.
  public init(of package: DataPackage) { self.package = package }

  /// The file for a report: titles, descriptions of tables and columns, facets and orders.
  public func file(for summary: Summary) -> ReportFile {
    let title = VisibleText.oneLine(summary.title)
    let tables = ReportTable.all.map { ($0.name, DatasetteMetadata.table($0)) }
    let database: JSONText = .object([
      ("title", .string(title)), ("description", .string(DataPackage.description(of: summary))),
      ("source", .string(summary.inputs.map { VisibleText.oneLine($0.name) }.joined(separator: ", "))),
      ("tables", .object(tables)),
    ])
    let metadata: JSONText = .object([
      ("title", .string(title)), ("description", .string(DataPackage.description(of: summary))),
      ("databases", .object([(package.name, database)])),
    ])
    return ReportFile(path: DatasetteMetadata.path, text: metadata.description + "\n")
  }

  private static func table(_ table: ReportTable) -> JSONText {
    var members: [(String, JSONText)] = [
      ("title", .string(table.title)), ("description", .string(table.description)),
      ("columns", .object(table.fields.map { ($0.name, .string($0.description)) })),
    ]
    if !table.view.facets.isEmpty { members.append(("facets", .array(table.view.facets.map { .string($0) }))) }
    if let order = table.view.order {
      members.append((table.view.isDescending ? "sort_desc" : "sort", .string(order)))
    }
    if let label = table.view.label { members.append(("label_column", .string(label))) }
    return .object(members)
  }
}
