/// A region of the world by the United Nations' standard M49.
public struct Region: Hashable, Sendable {
  /// The code, three digits (`150`).
  public var code: String
  /// The name for people, in the report's language (`Europe`).
  public var name: String

  /// A region with its name.
  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}

/// What counting has to know of countries; where it comes from is for the caller to say.
public struct CountryFacts: Sendable {
  /// The name for people.
  public var name: @Sendable (CountryCode) -> String
  /// The M49 region (Africa, Americas, Asia, Europe, Oceania); nothing where M49 doesn't list the country.
  public var region: @Sendable (CountryCode) -> Region?
  /// The M49 sub-region, likewise.
  public var subregion: @Sendable (CountryCode) -> Region?
  /// The name of any M49 area by its code; nothing for a code that is none.
  public var nameOfRegion: @Sendable (String) -> String?
  /// Whether it is a country by the rule.
  public var countsAsCountry: @Sendable (CountryCode, Policy.CountryRule) -> Bool
  /// The state that a territory's ISO entry belongs to, where there is one.
  public var parent: @Sendable (CountryCode) -> CountryCode?
  /// The one country that an answer as typed means, where it does.
  public var meant: @Sendable (String) -> CountryCode?

  /// Facts as functions.
  public init(
    name: @escaping @Sendable (CountryCode) -> String,
    region: @escaping @Sendable (CountryCode) -> Region?,
    subregion: @escaping @Sendable (CountryCode) -> Region?,
    nameOfRegion: @escaping @Sendable (String) -> String?,
    countsAsCountry: @escaping @Sendable (CountryCode, Policy.CountryRule) -> Bool,
    parent: @escaping @Sendable (CountryCode) -> CountryCode?,
    meant: @escaping @Sendable (String) -> CountryCode? = { CountryCode($0) }
  ) {
    self.name = name
    self.region = region
    self.subregion = subregion
    self.nameOfRegion = nameOfRegion
    self.countsAsCountry = countsAsCountry
    self.parent = parent
    self.meant = meant
  }

  /// Knows nothing but the codes: each is its own name, counts under every rule and lies in no region.
  public static let codesAlone = CountryFacts(
    name: { $0.description }, region: { _ in nil }, subregion: { _ in nil }, nameOfRegion: { _ in nil },
    countsAsCountry: { _, _ in true }, parent: { _ in nil })

  /// The same facts, with what counting asks of some countries looked up once: a letter asks it for each organization.
  func remembering(_ countries: Set<CountryCode>) -> CountryFacts {
    struct Known {
      var name: String
      var region: Region?
      var subregion: Region?
      var rules: Set<Policy.CountryRule>
      var parent: CountryCode?
    }
    var known: [CountryCode: Known] = [:]
    for code in countries.union(countries.compactMap(parent)) {
      known[code] = Known(
        name: name(code), region: region(code), subregion: subregion(code),
        rules: Set(Policy.CountryRule.allCases.filter { countsAsCountry(code, $0) }), parent: parent(code))
    }
    let (facts, table) = (self, known)
    var result = facts
    result.name = { table[$0]?.name ?? facts.name($0) }
    result.region = { code in table[code].map(\.region) ?? facts.region(code) }
    result.subregion = { code in table[code].map(\.subregion) ?? facts.subregion(code) }
    result.countsAsCountry = { code, rule in table[code]?.rules.contains(rule) ?? facts.countsAsCountry(code, rule) }
    result.parent = { code in table[code].map(\.parent) ?? facts.parent(code) }
    return result
  }

  /// The country that a mention's country is counted with.
  func counted(_ country: CountryCode, _ policy: Policy) -> CountryCode {
    guard policy.territoryRule == .parent, !countsAsCountry(country, policy.countryRule) else { return country }
    return parent(country) ?? country
  }
}
