/// The charts of a report as files: `charts/by-country.svg` and its like, each with a Vega-Lite specification beside
/// it.
public struct ChartReport: ReportFormat {
  /// The words of the charts.
  public var words: ChartWords
  /// The charts, where they are drawn already.
  private let charts: [Chart]?

  /// - Parameters:
  ///   - words: In the language of the report.
  ///   - charts: Those of the summary, where they are drawn already.
  public init(words: ChartWords = ChartWords(), charts: [Chart]? = nil) {
    self.words = words
    self.charts = charts
  }

  /// Two files for each chart that has something to compare, of `Chart.paths`.
  public func files(for summary: Summary) -> [ReportFile] {
    (charts ?? Chart.charts(of: summary, words: words)).flatMap { chart in
      [
        ReportFile(path: chart.path, text: chart.file),
        ReportFile(path: chart.specificationPath, text: chart.specification),
      ]
    }
  }
}
