import Tabular

/// The figures that a report begins with.
public struct Headline: Hashable, Sendable {
  /// Organizations.
  public var organizations: Bounds
  /// Countries, by the policy's rule; international and regional bodies, several countries and what is unresolved are
  /// none.
  public var countries: Bounds
}

/// What is known of a country that occurs.
public struct CountryEntry: Hashable, Sendable {
  /// The name for people.
  public var name: String
  /// The M49 region.
  public var region: Region?
  /// The M49 sub-region.
  public var subregion: Region?
  /// Whether it counts as a country by the policy.
  public var countsAsCountry: Bool
}

/// How many organizations of one type have one home.
public struct MatrixCell: Hashable, Sendable {
  /// The row.
  public var home: Home
  /// The column; nothing for unclassified.
  public var type: OrganizationType?
  /// How many; never 0.
  public var organizations: Int { bounds.reported }
  /// How many, with bounds.
  public var bounds: Bounds
}

/// Findings of one kind.
public struct FindingGroup: Hashable, Sendable {
  /// How much they matter.
  public var severity: Finding.Severity
  /// The kind.
  public var slug: String
  /// How many.
  public var count: Int
  /// One of them, for people.
  public var example: String
  /// What to do about it, or nothing.
  public var remedy: String
}

/// What a letter's reports say: counts with bounds, the lists behind them, and how they came about.
///
/// A value without persons, without organizations that may not be listed, and without anything that depends on the
/// order of the records. Report formats need nothing else.
public struct Summary: Sendable {
  /// How many signatures are people's, with an affiliation or without.
  public var peopleSigned: Int {
    capacities.filter { $0.capacity != .organization }.reduce(0) { $0 + $1.signatures }
  }

  /// The letter's title; empty when it has none.
  public var title: String
  /// The counting rules.
  public var policy: Policy
  /// The inputs, by the shortest names that tell them apart, with their numbers of records.
  public var inputs: [SourceSummary]
  /// The first and the last day of signing, where dates are known.
  public var days: ClosedRange<Day>?
  /// Organizations and countries.
  public var headline: Headline
  /// Signatures by capacity, organizations' included.
  public var capacities: [CapacityCount]
  /// People's signatures by country, small groups summed up.
  public var people: PeopleByCountry
  /// Organizations by country; those without one country stand apart at the end.
  public var countries: Breakdown<Home>
  /// What is known of each country in `countries`.
  public var countryEntries: [CountryCode: CountryEntry]
  /// Organizations by M49 region.
  public var regions: Breakdown<Area>
  /// Organizations by M49 sub-region.
  public var subregions: Breakdown<Area>
  /// Organizations by type; unclassified ones at the end.
  public var types: Breakdown<OrganizationType?>
  /// Organizations whose type is a weak guess.
  public var weakTypes: Int
  /// Organizations by how far they reach.
  public var scopes: Breakdown<Location.Scope>
  /// Unresolved organizations that are probably international or regional, since they alone state no country.
  public var guessedScopes: Int
  /// Organizations by country and type, in the order of both breakdowns; no empty cells.
  public var matrix: [MatrixCell]
  /// How many organizations are sections of others.
  public var sections: SectionCount
  /// The headline under other counting rules.
  public var sensitivity: [PolicySensitivity]
  /// What became of every record.
  public var reconciliation: Reconciliation
  /// Findings by kind: errors first, then warnings, then notes.
  public var findingGroups: [FindingGroup]
  /// Findings, ready to be listed.
  public var findings: [FindingLine]
  /// Findings as the stages found them, with the place of the first: for messages to whoever runs the program, not for
  /// reports, since places change when records are shuffled.
  public var located: [Finding]
  /// Organizations that may be listed, by name.
  public var organizations: [OrganizationLine]
  /// How each of them was written, and why it is the same organization.
  public var variants: [VariantLine]
  /// How many decisions the report was made with.
  public var decisions: Int
  /// What a person should decide, the most effective first.
  public var proposals: ProposalList
  /// What deciding them makes of the headline.
  public var review: ReviewOutcomes
  /// Organizations that are counted but listed nowhere, because none of their signers agreed to that.
  public var unlistedOrganizations: Int
  /// Proposals that are counted in the bounds but listed nowhere, for the same reason.
  public var unlistedProposals: Int
  /// The numbers of organizations that were announced, the oldest first.
  public var announcements: [AnnouncedFigure] = []
}
