/// The charts as a section of `summary.md`.
public enum ChartSection {
  /// A heading and an image a chart, with what it shows in words, a line end behind the last; empty where there is no
  /// chart.
  ///
  /// Narrow charts stand in one paragraph, so that as many stand side by side as there is room for.
  public static func markdown(_ charts: [Chart], words: ChartWords = ChartWords()) -> String {
    if charts.isEmpty { return "" }
    func image(_ chart: Chart) -> String {
      "![\(MarkdownText.inert(chart.alternative, limit: .max))](\(chart.path))\n"
    }
    let narrow = charts.filter { !$0.isWide }.map(image).joined()
    let wide = charts.filter(\.isWide).map(image)
    return "## \(MarkdownText.inert(words(.heading)))\n\n"
      + ([narrow] + wide).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
