/// The row of a breakdown by country that an organization stands in; only the first kind is ever counted as a country.
public enum Home: Hashable, Sendable {
  /// One country, or a part of it.
  case country(CountryCode)
  /// A territory that is no country by the rule, where such are not counted.
  case territory
  /// No country: the organization works all over the world.
  case international
  /// No country: a region of the world by its M49 code; empty where the region is not known.
  case regional(String)
  /// An answer that names several countries; it gives none of them a vote.
  case several
  /// Nothing tells.
  case unresolved

  /// The row for a location.
  init(_ location: Location, facts: CountryFacts, policy: Policy) {
    switch location.countedScope {
    case .international: self = .international
    case .regional: self = .regional(location.region ?? "")
    case .subnational, .national, .unresolved:
      switch location.countries.count {
      case 0: self = .unresolved
      case 1: self.init(of: location.countries[0], facts: facts, policy: policy)
      default: self = .several
      }
    }
  }

  /// The row for what is in one country.
  init(of country: CountryCode, facts: CountryFacts, policy: Policy) {
    let country = facts.counted(country, policy)
    let isApart = policy.territoryRule == .notCounted && !facts.countsAsCountry(country, policy.countryRule)
    self = isApart ? .territory : .country(country)
  }

  /// The one country that decides the row for a location; nothing where none or several do.
  static func country(deciding location: Location) -> CountryCode? {
    switch location.countedScope {
    case .international, .regional: nil
    case .subnational, .national, .unresolved: location.country
    }
  }

  /// The same, with all regional organizations in one row: which region is for the breakdown by country to say.
  var withoutRegion: Home {
    if case .regional = self { .regional("") } else { self }
  }

  /// The country, if it is one.
  public var country: CountryCode? {
    if case .country(let code) = self { code } else { nil }
  }

  /// Where rows that are no country stand, after those that are.
  var rank: Int {
    switch self {
    case .country: 0
    case .territory: 1
    case .international: 2
    case .regional: 3
    case .several: 4
    case .unresolved: 5
    }
  }

  func name(_ facts: CountryFacts) -> String {
    switch self {
    case .country(let code): facts.name(code)
    case .territory: "Territories that are no country by the rule"
    case .international: "International"
    case .regional(let code): Home.regionalName(code, facts)
    case .several: "Several countries"
    case .unresolved: "Unresolved"
    }
  }

  /// The words for one organization, which name its countries even where the row can't.
  static func name(of location: Location, home: Home, facts: CountryFacts) -> String {
    if home == .territory, let country = location.country { return facts.name(country) }
    guard home == .several else { return home.name(facts) }
    let names = Set(location.countries.map { facts.name($0) }).sorted { CollationKey($0) < CollationKey($1) }
    return "Several: " + names.joined(separator: ", ")
  }

  private static func regionalName(_ code: String, _ facts: CountryFacts) -> String {
    code.isEmpty ? "Regional" : "Regional: \(facts.nameOfRegion(code) ?? code)"
  }
}
