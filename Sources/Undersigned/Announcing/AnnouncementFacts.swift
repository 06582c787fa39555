/// What an announcement may say: counts with their bounds, taken from a summary once.
public struct AnnouncementFacts: Hashable, Sendable {
  /// How many organizations of a type signed, for certain.
  public struct TypeCount: Hashable, Sendable {
    /// The type.
    public var type: OrganizationType
    /// No outcome of open proposals gives fewer, no weak guess is among them, and links that show in no name are allowed
    /// for.
    public var atLeast: Int
    /// The same without that allowance: what can stand beside the exact number of organizations.
    public var certain: Int
    /// As reported, weak guesses included.
    public var reported: Int
  }

  /// Organizations; without the one that speaks, if one does.
  public var organizations: Bounds
  /// Their countries.
  public var countries: Bounds
  /// Types that some organization has for certain: the largest first, then in the order of precedence.
  public var types: [TypeCount]
  /// How many of them are sections of others.
  public var sections: Int
  /// How many of them are networks for certain.
  public var networks: Int
  /// How many people signed as well.
  public var people: Int
  /// Whether one of the signers speaks, and the counts are those of the others.
  public var areOthers: Bool

  /// The facts of a letter.
  ///
  /// - Parameter speaker: The organization that speaks: it counts itself out.
  public init(_ summary: Summary, speaker: OrganizationLine? = nil) {
    organizations = summary.headline.organizations
    countries = summary.headline.countries
    let counts = summary.types.rows.compactMap { row in
      row.key.map {
        TypeCount(
          type: $0, atLeast: row.organizations.atLeast, certain: row.organizations.atLeastWithoutAllowance,
          reported: row.organizations.reported)
      }
    }
    types = counts
    sections = summary.sections.sections
    people = summary.peopleSigned
    areOthers = speaker != nil
    networks = 0
    if let speaker { leaveOut(speaker, summary) }
    networks = types.first { $0.type == .coalitionNetwork }?.certain ?? 0
    types = types.filter { $0.atLeast > 0 }.sorted { ($1.atLeast, $0.type) < ($0.atLeast, $1.type) }
  }

  /// Takes an organization out of the counts; each lower bound by one as well, for an outcome may rest on it.
  private mutating func leaveOut(_ speaker: OrganizationLine, _ summary: Summary) {
    organizations = organizations.withoutOne()
    let home = summary.countries.rows.first { $0.key == speaker.home }
    if let home, case .country(let code) = home.key, summary.countryEntries[code]?.countsAsCountry == true {
      // Others keep the country unless the speaker may be the only one that certainly is there.
      if home.organizations.reported == 1 {
        countries = countries.withoutOne()
      } else if home.organizations.atLeast <= 1 {
        countries.atLeast = max(countries.atLeast - 1, 0)
      }
    }
    if !speaker.partOf.isEmpty { sections = max(sections - 1, 0) }
    for index in types.indices where types[index].type == speaker.type {
      types[index].reported -= 1
      types[index].atLeast = max(types[index].atLeast - 1, 0)
      types[index].certain = max(types[index].certain - 1, 0)
    }
  }
}
