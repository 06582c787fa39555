/// What countries, regions, types and scopes are called in the language of a report.
///
/// In English it is what the summary says, the policy's set of countries' names included. In other languages countries
/// have the names of CLDR, but for those that the letter's own table gives.
struct ReportNames: Sendable {
  let words: ReportWords

  private let countries = Countries()
  private let entries: [CountryCode: CountryEntry]
  private let standard: CountryFacts
  private var isEnglish: Bool { words.language == .english }

  init(_ summary: Summary, _ words: ReportWords) {
    self.words = words
    entries = summary.countryEntries
    standard = .standard(summary.policy.countryNames)
  }

  /// A summary whose breakdowns by country, by region and by type are as the language lists them.
  static func naming(_ summary: Summary, _ words: ReportWords) -> Summary {
    if words.language == .english { return summary }
    let names = ReportNames(summary, words)
    var summary = summary
    summary.countries = names.named(summary.countries, names.home, isApart: { $0.country == nil })
    summary.regions = names.named(summary.regions, names.area, isApart: { $0.isApart })
    summary.types = names.named(summary.types, { type, _ in names.type(type) }, isApart: { $0 == nil })
    return summary
  }

  /// A breakdown as the language lists it: its rows with their names in it, those of one size by these names.
  ///
  /// - Parameters:
  ///   - name: The name of a row, from its key and what the summary calls it.
  ///   - isApart: Whether a row has a place of its own whatever its name.
  func named<Key>(
    _ breakdown: Breakdown<Key>, _ name: (Key, String) -> String, isApart: (Key) -> Bool
  ) -> Breakdown<Key> {
    var rows = breakdown.rows
    for index in rows.indices { rows[index].name = name(rows[index].key, rows[index].name) }
    if isEnglish { return Breakdown(rows: rows) }
    let letters = rows.map { AlphabetKey($0.name, words.language) }
    let order = rows.indices.sorted { left, right in
      let areEqual = rows[left].organizations.reported == rows[right].organizations.reported
      guard areEqual, !isApart(rows[left].key), !isApart(rows[right].key), letters[left] != letters[right] else {
        return left < right
      }
      return letters[left] < letters[right]
    }
    return Breakdown(rows: order.map { rows[$0] })
  }

  /// A country.
  ///
  /// - Parameter english: What the summary calls it.
  func country(_ code: CountryCode, _ english: String) -> String {
    // What differs from the policy's set was given by the letter's own table.
    if isEnglish || standard.name(code) != english { return english }
    return countries.name(of: code, language: words.language.rawValue)
  }

  private func country(_ code: CountryCode) -> String {
    country(code, entries[code]?.name ?? standard.name(code))
  }

  /// A row by country.
  func home(_ home: Home, _ english: String) -> String {
    if isEnglish { return english }
    switch home {
    case .country(let code): return country(code, english)
    case .territory: return words("home.territory")
    case .international: return words("home.international")
    case .regional(let code):
      return code.isEmpty ? words("home.regional") : words("home.regional.of", 0, ["region": region(code)])
    case .several: return words("home.several")
    case .unresolved: return words("home.unresolved")
    }
  }

  /// Where one organization is.
  ///
  /// - Parameter places: Its countries, where the row alone does not tell them.
  func home(_ home: Home, places: [CountryCode], _ english: String) -> String {
    if isEnglish { return english }
    switch home {
    case .territory where places.count == 1: return country(places[0])
    case .several where !places.isEmpty:
      let names = Set(places.map { country($0) }).map { (AlphabetKey($0, words.language), $0) }.sorted { $0.0 < $1.0 }
      return words("home.several.of", 0, ["countries": words.enumerated(names.map(\.1))])
    default: return self.home(home, english)
    }
  }

  /// A row by region.
  func area(_ area: Area, _ english: String) -> String {
    if isEnglish { return english }
    switch area {
    case .region(let region): return self.region(region.code)
    case .notInM49: return words("area.not-in-m49")
    case .apart(let home): return self.home(home, english)
    }
  }

  /// A region of M49; what the summary calls it, or its code, where the language has no name for it.
  private func region(_ code: String) -> String {
    words.language.beginningWithCapital(countries.name(ofRegion: code, language: words.language.rawValue))
  }

  /// A type; without one that there is none.
  func type(_ type: OrganizationType?) -> String {
    isEnglish ? type?.displayName ?? words("type.none") : words.type(type)
  }

  /// How far an organization reaches.
  func scope(_ scope: Location.Scope) -> String { isEnglish ? scope.displayName : words("scope.\(scope.rawValue)") }
}
