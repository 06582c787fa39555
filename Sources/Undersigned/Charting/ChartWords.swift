/// The words of charts in one language: those of reports.
///
/// They hold a number beside a noun only where the noun's form does not depend on it.
public struct ChartWords: Sendable {
  /// A wording of the table `report-messages`, whose name there is `chart.` and this.
  enum Name: String, CaseIterable, Sendable {
    /// The heading of all charts.
    case heading
    /// Titles.
    case byCountry = "by-country"
    case byRegion = "by-region"
    case byType = "by-type"
    case byCountryAndType = "by-country-and-type"
    case overTime = "over-time"
    case worldMap = "world-map"
    /// A title with that of the letter.
    case ofLetter = "of-letter"

    /// The row that sums up what has none of its own: `count` is how many.
    case otherCountries = "other-countries"
    case otherTypes = "other-types"
    case otherRegions = "other-regions"

    /// The bounds beside a number.
    case range
    /// A row in a sentence.
    case row
    /// A row with its bounds in a sentence.
    case boundedRow = "bounded-row"
    /// Between rows of a sentence, before a space.
    case rowSeparator = "row-separator"
    /// A whole description: `rows` are joined rows.
    case description
    /// A country of the table with its types.
    case tableRow = "table-row"
    /// Between the types of a country, before a space.
    case cellSeparator = "cell-separator"
    /// A cell of the table by itself.
    case cell
    /// The description of what came about in time: `from` and `to` are days.
    case timeDescription = "over-time.description"
    /// How many there were at the end of a day.
    case dayRow = "day-row"
    /// The same as a mark of the picture.
    case dayFlag = "day-flag"
    /// The announcements, after the description.
    case announced

    /// What the parts of a bar are.
    case barNote = "bar-note"
    /// What a break in a bar means.
    case cutNote = "cut-note"
    /// What the outlined part of a type's bar holds as well.
    case guessNote = "guess-note"
    /// What the days are.
    case dayNote = "day-note"
    /// How many have no day: `number`.
    case undatedNote = "undated-note"
    /// What the dashed lines are.
    case announcementNote = "announcement-note"
    /// What a tile is.
    case tileNote = "tile-note"
    /// Those that have no tile: `rows`.
    case apartNote = "apart-note"
  }

  /// The words of the report that the charts belong to.
  let report: ReportWords

  /// The words in a language.
  public init(_ language: MessageLanguage = .english) {
    report = ReportWords(language)
  }

  /// The language.
  public var language: MessageLanguage { report.language }

  /// A wording, with what stands in its places.
  func callAsFunction(_ name: Name, _ parts: [String: String] = [:]) -> String {
    report("chart.\(name.rawValue)", 0, parts)
  }

  /// The name of the last row and column of a table.
  var total: String { report("words.total") }

  /// A number for people.
  func number(_ number: Int) -> String { report.number(number) }

  /// A day within a sentence.
  func day(_ day: Day) -> String { report.day(day) }

  /// A name with its number.
  func sentence(_ name: String, _ count: Int) -> String { self(.row, ["name": name, "number": number(count)]) }

  /// A name with its number, and its bounds where they differ.
  func sentence(_ name: String, _ bounds: Bounds) -> String {
    if bounds.isExact { return sentence(name, bounds.reported) }
    return self(
      .boundedRow,
      [
        "name": name, "number": number(bounds.reported), "least": number(bounds.atLeast),
        "most": number(bounds.atMost),
      ])
  }

  /// The bounds as they stand beside a number; empty where there is nothing between them.
  func range(_ bounds: Bounds) -> String {
    bounds.isExact ? "" : self(.range, ["least": number(bounds.atLeast), "most": number(bounds.atMost)])
  }

  /// Rows one after the other.
  func joined(_ rows: [String], by separator: Name = .rowSeparator) -> String {
    rows.joined(separator: self(separator) + " ")
  }

  /// A long word in two, the first with a hyphen, where it is a compound of the language; else the word alone.
  func parts(ofCompound word: String) -> [String] {
    let ends =
      switch language {
      case .german: ["organisation", "einrichtung", "verband", "gruppe"]
      case .dutch: ["organisatie", "instelling", "vereniging", "groep"]
      default: [String]()
      }
    guard let end = ends.first(where: { word.hasSuffix($0) }), word.count > end.count + 2 else { return [word] }
    return [word.dropLast(end.count) + "-", end]
  }

  /// A description made of rows.
  func describe(_ title: String, total: Int, _ rows: [String]) -> String {
    self(.description, ["title": title, "total": number(total), "rows": joined(rows)])
  }
}
