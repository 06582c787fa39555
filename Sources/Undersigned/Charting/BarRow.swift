/// One row of a chart of bars.
struct BarRow: Sendable {
  /// What the row is among the others.
  enum Part: String, Sendable {
    /// One of the largest.
    case own
    /// The sum of the smaller ones: no bar, which would outgrow those that it stands with.
    case rest
    /// What belongs to none of the others, such as unresolved organizations.
    case apart
  }

  /// For people.
  var name: String
  /// How many organizations.
  var count: Bounds
  /// What it is.
  var part: Part
  /// How far its bar reaches.
  var most: Int { max(count.reported, count.atMost) }

  /// How many rows have a bar before the rest is summed up.
  static let limit = 12

  /// The rows of a breakdown for a chart: the largest, the sum of the rest, and those that stand apart.
  ///
  /// - Parameters:
  ///   - isApart: Whether a row stands apart.
  ///   - rest: The words for the sum of so many.
  ///   - limit: How many rows there may be; one or two more than that are shown rather than summed up.
  static func rows<Key>(
    of breakdown: Breakdown<Key>, limit: Int = limit, isApart: (Key) -> Bool, rest: (Int) -> String
  ) -> [BarRow] {
    let own = breakdown.rows.filter { !isApart($0.key) }
    let shown = own.count <= limit + 2 ? own.count : limit
    var rows = own.prefix(shown).map { BarRow(name: $0.name, count: $0.organizations, part: .own) }
    if shown < own.count {
      let others = own.dropFirst(shown)
      // Only the number: bounds of a sum are no sum of bounds.
      let sum = others.reduce(0) { $0 + $1.organizations.reported }
      rows.append(
        BarRow(
          name: rest(others.count), count: Bounds(reported: sum, atLeast: sum, atMost: sum), part: .rest))
    }
    return rows + breakdown.rows.filter { isApart($0.key) }.map(apart)
  }

  private static func apart<Key>(_ row: BreakdownRow<Key>) -> BarRow {
    BarRow(name: row.name, count: row.organizations, part: .apart)
  }

  /// The rows by country: the countries of one breakdown, and what stands apart from the other, where regional bodies
  /// are one row.
  static func countries(of summary: Summary, _ words: ChartWords) -> [BarRow] {
    let countries = Breakdown(rows: summary.countries.rows.filter { $0.key.country != nil })
    return rows(
      of: countries, isApart: { _ in false },
      rest: { words(.otherCountries, ["count": words.number($0)]) }) + apart(in: summary).map(\.row)
  }

  /// The organizations of no single country, by their rows: regional bodies in one.
  static func apart(in summary: Summary) -> [(home: Home, row: BarRow)] {
    summary.regions.rows.compactMap { row in
      if case .apart(let home) = row.key { (home, apart(row)) } else { nil }
    }
  }
}
