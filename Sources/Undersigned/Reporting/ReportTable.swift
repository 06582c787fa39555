import Tabular

/// One CSV file of a report: what it is, what each column holds, and how it is written.
///
/// The header, the schema and the cells come from the same list of columns, so that no column can be without a schema.
public struct ReportTable: Sendable {
  /// A column whose values stand in a column of another table.
  public struct Reference: Hashable, Sendable {
    /// The column here.
    public let field: String
    /// The other table.
    public let table: String
    /// The column there.
    public let target: String
    /// Whether it holds only as long as sections are counted: breakdowns lack what is counted with its parent.
    let needsSections: Bool

    init(_ field: String, in table: String, _ target: String, needsSections: Bool = false) {
      self.field = field
      self.table = table
      self.target = target
      self.needsSections = needsSections
    }

    /// Whether it holds in a letter's report.
    public func holds(for summary: Summary) -> Bool {
      !needsSections || summary.policy.sections == .counted
    }
  }

  /// How a table is best looked at first.
  public struct View: Hashable, Sendable {
    /// Columns whose values are counted beside the table.
    public var facets: [String] = []
    /// The column by which it is sorted, nothing for the order of the file.
    public var order: String?
    /// Whether the largest value stands first.
    public var isDescending = false
    /// The column that tells a line's name.
    public var label: String?
  }

  /// Its name: that of the file without `.csv`.
  public let name: String
  /// Its name for people.
  public let title: String
  /// What a line is.
  public let description: String
  /// The columns, in order.
  public let fields: [ReportField]
  /// The column that tells lines apart, where one does in every letter.
  public let key: String?
  /// Which columns refer to other tables.
  public let references: [Reference]
  /// How it is looked at first.
  public let view: View
  private let forEachRecord: @Sendable (Summary, ([String]) -> Void) -> Void

  /// - Parameter lines: Hands over each line of a summary; a long list is never whole in memory.
  init<Line>(
    _ name: String, title: String, description: String, key: String? = nil, references: [Reference] = [],
    view: View = View(), columns: [ReportColumn<Line>],
    lines: @escaping @Sendable (Summary, (Line) -> Void) -> Void
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.key = key
    self.references = references
    self.view = view
    fields = columns.map(\.field)
    forEachRecord = { summary, take in
      var record: [String] = []
      record.reserveCapacity(columns.count)
      lines(summary) { line in
        for column in columns { record.append(VisibleText.oneLine(column.cell(line))) }
        take(record)
        record.removeAll(keepingCapacity: true)
      }
    }
  }

  /// The file: UTF-8, comma, LF, a header always.
  public var path: String { "\(name).csv" }

  /// How many bytes of a file are made at a time.
  private static let pieceBytes = 1 << 18

  /// The file for a letter: each cell on one line, without controls and invisible marks that reorder text, and none
  /// that a spreadsheet takes for a formula.
  public func file(of summary: Summary) -> ReportFile {
    ReportFile(path: path) { take in write(summary, to: take) }
  }

  private func write(_ summary: Summary, to take: ReportFile.Taker) {
    var csv = DelimitedWriter(isFormulaSafe: true)
    csv.write(fields.map(\.name))
    forEachRecord(summary) { record in
      csv.write(record)
      if csv.bytes.count >= ReportTable.pieceBytes {
        csv.bytes.withUnsafeBytes(take)
        csv.removeAll()
      }
    }
    csv.bytes.withUnsafeBytes(take)
  }

  /// All tables of a report, in the order in which they are written.
  public static let all = [countries, types, countriesByType, organizations, variants, proposals, findings]
}
