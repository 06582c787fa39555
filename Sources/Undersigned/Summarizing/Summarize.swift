import Tabular

/// Counts organizations by country, region, type and scope, with bounds, and lists what the counts rest on.
public struct Summarize: Stage {
  /// The letter's title; empty when it has none.
  public var letter: String
  /// The counting rules.
  public var policy: Policy
  /// What is known of countries.
  public var countries: CountryFacts

  /// - Parameters:
  ///   - letter: The letter's title.
  ///   - policy: The counting rules.
  ///   - countries: What is known of countries; without it codes stand for names.
  public init(letter: String = "", policy: Policy = Policy(), countries: CountryFacts = .codesAlone) {
    self.letter = letter
    self.policy = policy
    self.countries = countries
  }

  /// Summarizes a letter; one without organizations gives a summary full of zeros.
  ///
  /// - Complexity: O(*n* log *n*) in organizations and mentions.
  public func run(_ input: consuming ClassifiedTable) throws(PipelineError) -> Summary {
    let classified = input
    let table = classified.organizations
    let tally = table.decided.tally
    let countries = countries.remembering(Set(table.organizations.lazy.flatMap(\.location.countries)))
    let sections = SectionCount(table)
    let counted = CountedOrganizations(table, sections, policy.sections)
    let allHomes = table.organizations.map { Home($0.location, facts: countries, policy: policy) }
    let homes = counted.indices.map { allHomes[$0] }
    let apart = Summarize.apart(table)
    let outcomes = counted.outcomes(table.proposals, apart: apart)
    let allowed = AllowedLinks(policy.invisibleLinks, among: homes.count)
    let types = counted.indices.map { classified.types[$0] }
    let cells = CountryTypeCells(homes, types, outcomes, allowed)
    let byHome = Breakdown(
      of: homes, outcomes, allowed, parts: cells.sums(of: homes), name: { $0.name(countries) }, rank: \.rank)
    let byType = Breakdown(
      of: types.map(\.primary), outcomes, allowed, parts: cells.sums(of: types.map(\.primary)),
      isSure: { types[$0].strength != .weak }, name: { $0?.displayName ?? "Unclassified" },
      rank: { $0 == nil ? 1 : 0 })
    let areas = AreaBreakdowns(homes, byHome, outcomes, allowed, countries)
    let byScope = Breakdown(
      of: counted.indices.map { table.organizations[$0].location.countedScope }, outcomes, allowed,
      name: \.displayName, rank: { $0 == .unresolved ? 1 : 0 })
    let headline = headline(
      homes.map { country(of: $0, countries) }, outcomes, allowed,
      parts: [
        byHome.sumOfLowerBounds, byType.sumOfLowerBounds, areas.regions.sumOfLowerBounds,
        areas.subregions.sumOfLowerBounds, byScope.sumOfLowerBounds,
      ])
    let sources = SourceNames(tally.sources.map(\.name))
    let listing = Listing(
      classified, homes: allHomes, counted: counted, facts: countries, policy: policy, sources: sources)
    let findings = FindingLines(classified.findings, sources: sources, mask: listing.mask)
    return Summary(
      title: letter,
      policy: policy,
      inputs: tally.sources.map { SourceSummary(name: sources($0.name), records: $0.records) }
        .sorted { ($0.name, $0.records) < ($1.name, $1.records) },
      days: tally.days.keys.min().flatMap { first in tally.days.keys.max().map { first...$0 } },
      headline: headline,
      capacities: CapacityCount.all(table.decided),
      people: PeopleByCountry(tally, countries, policy),
      countries: byHome,
      countryEntries: entries(byHome, countries),
      regions: areas.regions,
      subregions: areas.subregions,
      types: byType,
      weakTypes: types.count { $0.strength == .weak },
      scopes: byScope,
      guessedScopes: counted.indices.count { table.organizations[$0].location.isGuess },
      matrix: cells.matrix(byHome, byType),
      sections: sections,
      sensitivity: PolicySensitivity.all(
        table, counted, sections, headline: headline, policy: policy, facts: countries),
      reconciliation: Reconciliation(table.decided),
      findingGroups: findings.groups,
      findings: findings.lines, located: classified.findings,
      organizations: listing.organizations,
      variants: listing.variants,
      decisions: table.decided.decisionCount,
      proposals: listing.proposals,
      review: review(table, counted, listing, homes.map { country(of: $0, countries) }, apart: apart),
      unlistedOrganizations: listing.unlistedOrganizations,
      unlistedProposals: listing.unlistedProposals)
  }

  /// Pairs of organizations that a decision keeps apart.
  private static func apart(_ table: OrganizationTable) -> [(Int, Int)] {
    var organizationOf: [Int: Int] = [:]
    for (index, organization) in table.organizations.enumerated() {
      for member in organization.members { organizationOf[member.mention] = index }
    }
    return table.decided.rulings.apart.flatMap { pair in
      let left = Set(pair.left.compactMap { organizationOf[$0] })
      let right = Set(pair.right.compactMap { organizationOf[$0] })
      return left.flatMap { one in right.subtracting([one]).map { (one, $0) } }
    }
  }

  /// What deciding the listed proposals makes of the headline.
  private func review(
    _ table: OrganizationTable, _ counted: CountedOrganizations, _ listing: Listing, _ countryOf: [CountryCode?],
    apart: [(Int, Int)]
  ) -> ReviewOutcomes {
    let mentions = table.decided.mentions
    return ReviewOutcomes(
      count: counted.indices.count,
      proposals: table.proposals.enumerated().map { index, proposal in
        ReviewOutcomes.Open(
          proposal: index, left: counted.placeOf[proposal.left], right: counted.placeOf[proposal.right],
          rank: listing.ranks[index])
      },
      apart: apart.filter { counted.isCounted($0.0) && counted.isCounted($0.1) }
        .map { (counted.placeOf[$0.0], counted.placeOf[$0.1]) },
      allowance: policy.invisibleLinks.links,
      reach: { open in
        let reach = listing.reach(ofProposal: open.proposal)
        return (Set(reach.left.map { counted.placeOf[$0] }), Set(reach.right.map { counted.placeOf[$0] }))
      }
    ) { places in
      if places.count == 1 { return countryOf[places[0]] }
      let members = places.flatMap { table.organizations[counted.indices[$0]].members.map(\.mention) }
      let location = mentions[LocationVote(of: members, mentions).member].location
      return country(of: Home(location, facts: countries, policy: policy), countries)
    }
  }

  /// The country that what has a home counts for, or none.
  private func country(of home: Home, _ facts: CountryFacts) -> CountryCode? {
    home.country.flatMap { facts.countsAsCountry($0, policy.countryRule) ? $0 : nil }
  }

  private func headline(
    _ counted: [CountryCode?], _ outcomes: ProposalOutcomes, _ allowed: AllowedLinks, parts: [Int]
  ) -> Headline {
    let reported = Set(counted.compactMap { $0 }).count
    let fewestCountries = outcomes.fewestCountries(counted)
    let organizations = Bounds(
      reported: counted.count, atLeast: outcomes.fewestOrganizations, atMost: counted.count)
    return Headline(
      organizations: allowed.applied(toTotal: organizations, parts: max(parts.max() ?? 0, fewestCountries)),
      countries: Bounds(reported: reported, atLeast: fewestCountries, atMost: reported))
  }

  private func entries(_ byHome: Breakdown<Home>, _ countries: CountryFacts) -> [CountryCode: CountryEntry] {
    var entries: [CountryCode: CountryEntry] = [:]
    for case .country(let code) in byHome.rows.map(\.key) {
      entries[code] = CountryEntry(
        name: countries.name(code), region: countries.region(code), subregion: countries.subregion(code),
        countsAsCountry: countries.countsAsCountry(code, policy.countryRule))
    }
    return entries
  }
}

extension Location.Scope {
  /// The name for people, in English.
  public var displayName: String {
    switch self {
    case .subnational: "Part of a country"
    case .national: "Country"
    case .regional: "Region of the world"
    case .international: "International"
    case .unresolved: "Unresolved"
    }
  }
}
