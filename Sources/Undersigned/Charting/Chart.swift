/// One chart of a letter, finished: the same summary always gives the same bytes.
public struct Chart: Sendable {
  /// What it is called in file names: `by-country`.
  public var name: String
  /// Its title.
  public var title: String
  /// What it shows in words, with the numbers, short enough to stand for the picture in a text.
  public var alternative: String
  /// What its marks mean, in sentences.
  public var notes: [String]
  /// Whether it needs the whole width of a page.
  public var isWide: Bool
  /// The picture as an SVG file.
  public var file: String
  /// The picture for a page that has `ChartStyle.page` among its styles.
  public var inline: String
  /// The same numbers as a Vega-Lite specification, JSON.
  public var specification: String

  /// Where the picture is in a report's folder.
  public var path: String { "\(Chart.folder)/\(name).svg" }

  /// Where the specification is.
  public var specificationPath: String { "\(Chart.folder)/\(name).vl.json" }

  /// The folder of charts in that of a report.
  private static let folder = "charts"

  /// All names that charts can have, in the order in which they are shown.
  static let names = ["by-country", "by-type", "by-region", "over-time", "by-country-and-type", "world-map"]

  /// The paths of all files that charts can have: a letter for which a chart has nothing to compare has none of it.
  public static let paths = names.flatMap { ["\(folder)/\($0).svg", "\(folder)/\($0).vl.json"] }

  private init(
    _ drawing: ChartDrawing, _ specification: JSONText, letter: String, words: ChartWords, alternative: String? = nil
  ) {
    name = drawing.name
    title = drawing.title
    self.alternative = alternative ?? drawing.description
    notes = drawing.notes
    isWide = drawing.width > 500
    file = drawing.file(letter: letter, words: words)
    inline = drawing.inline(letter: letter, words: words)
    self.specification = specification.description + "\n"
  }

  /// The charts of a letter: each that has two things or more to compare; none for a letter of people only.
  public static func charts(of summary: Summary, words: ChartWords = ChartWords()) -> [Chart] {
    let summary = ReportNames.naming(summary, words.report)
    let letter = VisibleText.oneLine(summary.title)
    func rest(_ name: ChartWords.Name) -> (Int) -> String {
      { words(name, ["count": words.number($0)]) }
    }
    let total = summary.countries.total
    let bars = [
      BarChart(
        name: "by-country", title: words(.byCountry),
        rows: BarRow.countries(of: summary, words), total: total),
      BarChart(
        name: "by-type", title: words(.byType),
        rows: BarRow.rows(of: summary.types, isApart: { $0 == nil }, rest: rest(.otherTypes)), total: total,
        notes: summary.weakTypes > 0 ? [words(.guessNote)] : []),
      BarChart(
        name: "by-region", title: words(.byRegion),
        rows: BarRow.rows(
          of: summary.regions, isApart: { $0.isApart },
          rest: rest(.otherRegions)), total: total),
    ]
    var charts = bars.compactMap { bars in
      bars.drawing(words).map { drawing in
        Chart(drawing, ChartSpecification.bars(bars, drawing), letter: letter, words: words)
      }
    }
    let growth = GrowthChart(summary, words)
    if let drawing = growth.drawing(words) {
      charts.append(Chart(drawing, ChartSpecification.growth(growth, drawing), letter: letter, words: words))
    }
    let table = HeatTable(summary, words)
    if let drawing = table.drawing(words) {
      charts.append(
        Chart(
          drawing, ChartSpecification.table(table, drawing), letter: letter, words: words,
          alternative: table.alternative(words)))
    }
    let map = TileMap(summary, words)
    if let drawing = map.drawing(words) {
      charts.append(
        Chart(
          drawing, ChartSpecification.map(map, drawing), letter: letter, words: words,
          alternative: map.alternative(words)))
    }
    return charts
  }
}
