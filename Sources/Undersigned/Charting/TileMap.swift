/// The countries of a letter on a map of tiles.
struct TileMap: Sendable {
  /// The breakdown by country.
  let countries: Breakdown<Home>
  private let rows: [BarRow]
  private let apart: [BarRow]
  private let title: String
  private let total: Int

  private static let step = 27.0
  private static let side = 25.0

  /// The map of a summary.
  init(_ summary: Summary, _ words: ChartWords) {
    countries = Breakdown(rows: summary.countries.rows.filter { $0.key.country != nil })
    rows = BarRow.countries(of: summary, words)
    apart = BarRow.apart(in: summary).map(\.row)
    total = summary.countries.total
    title = words(.worldMap)
  }

  /// The chart; nothing where there is nothing to compare: fewer than two countries.
  func drawing(_ words: ChartWords) -> ChartDrawing? {
    var counts: [CountryCode: BreakdownRow<Home>] = [:]
    for row in countries.rows {
      if let code = row.key.country { counts[code] = row }
    }
    guard counts.count > 1 else { return nil }
    let grid = TileGrid()
    let shade = CountShade(largest: counts.values.map(\.organizations.reported).max() ?? 0)
    var empty: [ChartMark.Point] = []
    var codes: [ChartMark] = []
    var marks: [ChartMark] = []
    for (code, tile) in grid.tiles {
      let corner = ChartMark.Point(x: Double(tile.column) * TileMap.step + 1, y: Double(tile.row) * TileMap.step + 1)
      let middle = corner.x + TileMap.side / 2
      guard let row = counts[code] else {
        empty.append(corner)
        codes.append(
          .text(
            code.description, ChartMark.Point(x: middle, y: corner.y + 15.5), anchor: .middle, style: "none"))
        continue
      }
      let level = shade(row.organizations.reported)
      let ink = level == 4 ? "on4" : "on"
      marks.append(
        .box(
          x: corner.x, y: corner.y, width: TileMap.side, height: TileMap.side, style: "tile s\(level)",
          about: words.sentence(row.name, row.organizations)))
      marks.append(
        .text(
          code.description, ChartMark.Point(x: middle, y: corner.y + 9.5), anchor: .middle, style: "\(ink) code"))
      marks.append(
        .text(
          "\(row.organizations.reported)", ChartMark.Point(x: middle, y: corner.y + 21), anchor: .middle,
          style: "\(ink) many"))
    }
    let apart = apart.map { words.sentence($0.name, $0.count) }
    var notes = [words(.tileNote)]
    if !apart.isEmpty { notes.append(words(.apartNote, ["rows": words.joined(apart)])) }
    return ChartDrawing(
      name: "world-map", title: title,
      description: words.describe(
        title, total: total, countries.rows.map { words.sentence($0.name, $0.organizations) } + apart),
      notes: notes, width: Double(grid.columns) * TileMap.step, height: Double(grid.rows) * TileMap.step,
      isMirrored: false, marks: [.squares(empty, size: TileMap.side, style: "s0")] + codes + marks)
  }

  /// The shortened text: the largest countries, and those that have no tile.
  func alternative(_ words: ChartWords) -> String {
    words.describe(title, total: total, rows.map { words.sentence($0.name, $0.count) })
  }
}
