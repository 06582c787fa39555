/// The charts of a report as files: `charts/by-country.svg` and its like, each with a Vega-Lite specification beside it.
public struct ChartReport: ReportFormat {
  /// The words of the charts.
  public var words: ChartWords

  /// - Parameter words: In the language of the report.
  public init(words: ChartWords = .english) { self.words = words }

  /// Two files for each chart that has something to compare, of `Chart.paths`.
  public func files(for summary: Summary) -> [ReportFile] {
    Chart.charts(of: summary, words: words).flatMap { chart in
      [
        ReportFile(path: chart.path, text: chart.file),
        ReportFile(path: chart.specificationPath, text: chart.specification),
      ]
    }
  }
}
