/// A counting rule with the headline under each of its choices.
public struct PolicySensitivity: Hashable, Sendable {
  /// The rule.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// What counts as a country.
    case country
    /// Where a territory goes that is no country by the rule.
    case territory
    /// What countries are called; no figure depends on it.
    case countryNames = "country-names"
    /// Whether a section counts beside its parent.
    case sections
    /// Whether open proposals are one organization.
    case proposals
    /// Who signs beside a person's name.
    case affiliatedPerson = "affiliated-person"
    /// What a blank country means; no figure of the headline depends on it.
    case blankCountry = "blank-country"
    /// Whether unverified signatures count.
    case unverified
    /// How many links that show in no name are allowed for.
    case invisibleLinks = "invisible-links"
  }

  /// One choice of a rule.
  public struct Choice: Hashable, Sendable {
    /// The choice as a pipeline file or a policy names it.
    public var slug: String
    /// Whether the report is made with it.
    public var isChosen: Bool
    /// Organizations under this choice; nothing where that takes reading the exports again.
    public var organizations: Int?
    /// Countries under this choice; likewise.
    public var countries: Int?
  }

  /// The rule.
  public var rule: Rule
  /// Its choices, the default first.
  public var choices: [Choice]
}

extension PolicySensitivity {
  /// The rules that a report states, in the order of `Rule`.
  ///
  /// - Parameters:
  ///   - table: The organizations.
  ///   - counted: Those that the figures are about.
  ///   - collapsed: Which of them are sections.
  ///   - headline: The figures under the chosen policy.
  ///   - policy: The chosen policy.
  ///   - facts: What is known of countries.
  static func all(
    _ table: OrganizationTable, _ counted: CountedOrganizations, _ collapsed: SectionCount, headline: Headline,
    policy: Policy, facts: CountryFacts
  ) -> [PolicySensitivity] {
    let total = headline.organizations.reported
    let reported = headline.countries.reported
    // What a rule makes of a letter depends on which countries occur, and these are few.
    let deciding = table.organizations.map { Home.country(deciding: $0.location) }
    func countries(where isIncluded: (Int) -> Bool) -> Set<CountryCode> {
      Set(deciding.indices.lazy.filter(isIncluded).compactMap { deciding[$0] })
    }
    let ofCounted = countries(where: counted.isCounted)
    let byCountryRule = Policy.CountryRule.allCases.map { rule in
      var other = policy
      other.countryRule = rule
      return Choice(
        slug: rule.rawValue, isChosen: rule == policy.countryRule, organizations: total,
        countries: countCountries(ofCounted, other, facts))
    }
    let byTerritoryRule = Policy.TerritoryRule.allCases.map { rule in
      var other = policy
      other.territoryRule = rule
      return Choice(
        slug: rule.rawValue, isChosen: rule == policy.territoryRule, organizations: total,
        countries: countCountries(ofCounted, other, facts))
    }
    let byNames = Policy.CountryNames.allCases.map { choice in
      Choice(
        slug: choice.rawValue, isChosen: choice == policy.countryNames, organizations: total,
        countries: reported)
    }
    let sections = [
      Choice(
        slug: Policy.SectionRule.counted.rawValue, isChosen: policy.sections == .counted,
        organizations: collapsed.organizations, countries: countCountries(countries { _ in true }, policy, facts)),
      Choice(
        slug: Policy.SectionRule.collapsedToParents.rawValue, isChosen: policy.sections == .collapsedToParents,
        organizations: collapsed.organizationsWhenCollapsed,
        countries: countCountries(countries(where: collapsed.staysWhenCollapsed), policy, facts)),
    ]
    let proposals = [
      Choice(slug: "none-accepted", isChosen: true, organizations: total, countries: reported),
      Choice(
        slug: "all-accepted", isChosen: false, organizations: headline.organizations.atLeastWithoutAllowance,
        countries: headline.countries.atLeast),
    ]
    let links =
      [
        Choice(
          slug: LinkAllowance.none.description, isChosen: true, organizations: total, countries: reported)
      ]
      + (policy.invisibleLinks.links(among: total) == 0
        ? []
        : [
          Choice(
            slug: policy.invisibleLinks.description, isChosen: false,
            organizations: total - policy.invisibleLinks.links(among: total), countries: reported)
        ])
    let affiliated = Policy.AffiliatedPerson.allCases.map { choice in
      figures(choice.rawValue, choice == policy.affiliatedPerson, headline)
    }
    let blank = Policy.BlankCountry.allCases.map { choice in
      Choice(
        slug: choice.rawValue, isChosen: choice == policy.blankCountry, organizations: total,
        countries: reported)
    }
    let unverified = [
      figures("left-out", !policy.countsUnverified, headline), figures("counted", policy.countsUnverified, headline),
    ]
    return [
      PolicySensitivity(rule: .country, choices: byCountryRule),
      PolicySensitivity(rule: .territory, choices: byTerritoryRule),
      PolicySensitivity(rule: .countryNames, choices: byNames),
      PolicySensitivity(rule: .sections, choices: sections),
      PolicySensitivity(rule: .proposals, choices: proposals),
      PolicySensitivity(rule: .affiliatedPerson, choices: affiliated),
      PolicySensitivity(rule: .blankCountry, choices: blank),
      PolicySensitivity(rule: .unverified, choices: unverified),
      PolicySensitivity(rule: .invisibleLinks, choices: links),
    ]
  }

  /// A choice whose figures are known only if it is the chosen one.
  private static func figures(_ slug: String, _ isChosen: Bool, _ headline: Headline) -> Choice {
    Choice(
      slug: slug, isChosen: isChosen, organizations: isChosen ? headline.organizations.reported : nil,
      countries: isChosen ? headline.countries.reported : nil)
  }

  /// How many countries some are by a policy.
  private static func countCountries(
    _ countries: Set<CountryCode>, _ policy: Policy, _ facts: CountryFacts
  ) -> Int {
    let homes = countries.compactMap { Home(of: $0, facts: facts, policy: policy).country }
    return Set(homes.filter { facts.countsAsCountry($0, policy.countryRule) }).count
  }
}
