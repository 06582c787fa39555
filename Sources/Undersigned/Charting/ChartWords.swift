/// The words of charts in one language.
///
/// Sentences are patterns: what stands in braces is filled in. They hold a number beside a noun only where the noun's
/// form does not depend on it, so that a language needs no rules of plural here.
public struct ChartWords: Sendable {
  /// The language by its BCP 47 tag.
  public var language = "en"
  /// Whether it is written from right to left.
  public var isRightToLeft = false
  /// A number for people.
  public var number: @Sendable (Int) -> String = { NumberText.grouped($0) }

  /// The heading of all charts.
  public var heading = "Charts"
  /// Titles.
  public var byCountry = "Organizations by country"
  /// Likewise.
  public var byRegion = "Organizations by region"
  /// Likewise.
  public var byType = "Organizations by type"
  /// Likewise.
  public var byCountryAndType = "Organizations by country and type"
  /// Likewise.
  public var overTime = "Organizations over time"
  /// Likewise.
  public var onMap = "Organizations around the world"

  /// The row that sums up what has none of its own: `count` is how many.
  public var otherCountries = "Other countries ({count})"
  /// Likewise.
  public var otherTypes = "Other types ({count})"
  /// Likewise.
  public var otherRegions = "Other regions ({count})"
  /// The last row and column of a table.
  public var total = "Total"

  /// The bounds beside a number.
  public var range = "({least}–{most})"
  /// A row in a sentence.
  public var row = "{name} {number}"
  /// A row with its bounds in a sentence.
  public var boundedRow = "{name} {number} (at least {least}, at most {most})"
  /// Between rows of a sentence.
  public var separator = "; "
  /// A whole description: `rows` are joined rows.
  public var description = "{title}. In all: {total}. {rows}."
  /// One that has only the beginning of the rows.
  public var beginning = "{title}. In all: {total}. First: {rows}."
  /// A country of the table with its types.
  public var tableRow = "{name} {number}: {cells}"
  /// Between the types of a country.
  public var cellSeparator = ", "
  /// The description of what came about in time: `from` and `to` are days.
  public var timeDescription = "{title}, from {from} to {to}, added up by day: {rows}."
  /// How many there were at the end of a day.
  public var dayRow = "{number} on {day}"
  /// The announcements, after the description.
  public var announcements = "Announced: {rows}."

  /// What the parts of a bar are.
  public var barNote = "Solid: at least. Outlined: up to at most. Both stand in parentheses."
  /// What a break in a bar means.
  public var cutNote = "A bar with a break is longer than there is room for."
  /// What the outlined part of a type's bar holds as well.
  public var guessNote = "Types that are weak guesses are outlined."
  /// What the days are.
  public var dayNote = "Each listed organization on the day of its first signature."
  /// How many have no day: `number`.
  public var undatedNote = "Not shown, since no day is known: {number}."
  /// What the dashed lines are.
  public var announcementNote = "Dashed: a day of an announcement, with the organizations counted then."
  /// What a tile is.
  public var tileNote = "A tile is a country or territory by its ISO code, with its organizations if it has any."
  /// Those that have no tile: `rows`.
  public var apartNote = "On no tile: {rows}."

  /// English.
  public init() {}

  /// English.
  public static let english = ChartWords()

  /// A pattern with its braces filled in, in one pass: what is filled in is not looked at again.
  func fill(_ pattern: String, _ values: KeyValuePairs<String, String>) -> String {
    var result = ""
    var rest = Substring(pattern)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      result += values.first { $0.key == name }?.value ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// A name with its number, and its bounds where they differ.
  func sentence(_ name: String, _ bounds: Bounds) -> String {
    let parts: KeyValuePairs = [
      "name": name, "number": number(bounds.reported), "least": number(bounds.atLeast), "most": number(bounds.atMost),
    ]
    return fill(bounds.isExact ? row : boundedRow, parts)
  }

  /// The bounds as they stand beside a number; empty where there is nothing between them.
  func range(_ bounds: Bounds) -> String {
    bounds.isExact ? "" : fill(range, ["least": number(bounds.atLeast), "most": number(bounds.atMost)])
  }

  /// A description made of rows.
  func describe(_ title: String, total: Int, _ rows: [String], pattern: KeyPath<ChartWords, String> = \.description)
    -> String
  {
    fill(self[keyPath: pattern], ["title": title, "total": number(total), "rows": rows.joined(separator: separator)])
  }
}
