/// The figures and the lists behind them as CSV files: UTF-8, comma, LF, a header always.
public struct CSVReport: ReportFormat {
  /// The standard files.
  public init() {}

  /// A file for each of `ReportTable.all`, each with its header even where nothing follows.
  ///
  /// Shares are percentages with one decimal that sum to 100.0; rows sum to the number of organizations, except in
  /// `organizations.csv`, which leaves out those that may not be listed.
  public func files(for summary: Summary) -> [ReportFile] {
    ReportTable.all.map { $0.file(of: summary) }
  }
}
