/// The counting rules that a report states: each is a named choice, the first case its default.
public struct Policy: Hashable, Sendable {
  /// Who signs when a record has an organization beside a person's name and nothing says in which capacity.
  public enum AffiliatedPerson: String, CaseIterable, Hashable, Sendable {
    /// The organization signs.
    case organizationSigns = "organization-signs"
    /// The person signs; the organization is not counted.
    case personSigns = "person-signs"
    /// The organization signs, and so does what a person only names as an affiliation, unless it is said to be for
    /// identification only.
    case affiliationSigns = "affiliation-signs"
  }

  /// What counts as a country.
  public enum CountryRule: String, CaseIterable, Hashable, Sendable {
    /// Every country and territory of ISO 3166-1, and Kosovo.
    case iso3166 = "iso-3166-1"
    /// Members of the United Nations and its observer states.
    case unitedNationsAndObservers = "un-members-and-observers"
    /// Members of the United Nations only.
    case unitedNationsMembers = "un-members"
  }

  /// What happens to a territory that is no country by the rule.
  public enum TerritoryRule: String, CaseIterable, Hashable, Sendable {
    /// It stands for itself in breakdowns, and is left out of the count of countries.
    case itself
    /// It is counted with the state that its ISO entry belongs to, where there is one.
    case parent
    /// All such territories stand in one row of their own, outside the countries.
    case notCounted = "not-counted"
  }

  /// What countries are called in reports; a letter's own table of names wins over each.
  public enum CountryNames: String, CaseIterable, Hashable, Sendable {
    /// The short names of Unicode's CLDR.
    case cldr
    /// The English short names of the United Nations' standard M49.
    case unitedNations = "un"
    /// The English short names of ISO 3166-1.
    case iso
  }

  /// What is made of an organization whose country nobody stated and nothing else tells.
  public enum BlankCountry: String, CaseIterable, Hashable, Sendable {
    /// It is counted as unresolved. In a list that names the country of most others its scope is guessed to be
    /// international, for those who want one for each record.
    case scopeGuessed = "scope-guessed"
    /// It stays unresolved.
    case unresolved
    /// It is international, as in lists of signatories that name the country of every other body.
    case international
  }

  /// What a section of another organization counts as.
  public enum SectionRule: String, CaseIterable, Hashable, Sendable {
    /// An organization of its own.
    case counted
    /// One with its parent, whether that signed or not.
    case collapsedToParents = "collapsed-to-parents"
  }

  /// Who signs beside a person's name.
  public var affiliatedPerson: AffiliatedPerson = .organizationSigns
  /// What counts as a country.
  public var countryRule: CountryRule = .iso3166
  /// Where a territory goes.
  public var territoryRule: TerritoryRule = .itself
  /// What countries are called.
  public var countryNames: CountryNames = .cldr
  /// What a blank country means.
  public var blankCountry: BlankCountry = .scopeGuessed
  /// What a section counts as.
  public var sections: SectionRule = .counted
  /// Whether signatures that the platform lists as unverified count.
  public var countsUnverified = false
  /// How many links that show in no name *at least* allows for.
  public var invisibleLinks = LinkAllowance.standard
  /// The type of organizations that nothing speaks for, as a weak guess; nothing leaves them unclassified.
  public var lastResort: OrganizationType?

  /// The defaults.
  public init() {}
}
