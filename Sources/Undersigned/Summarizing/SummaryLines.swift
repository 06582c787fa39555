import Tabular

/// An organization as reports list it.
public struct OrganizationLine: Hashable, Sendable {
  /// Its id.
  public var id: String
  /// Its canonical name.
  public var name: String
  /// The row of the breakdown by country that it stands in.
  public var home: Home
  /// That row's words, with the countries where it names several.
  public var homeName: String
  /// Its countries; none where it is resolved to none.
  public var places: [CountryCode]
  /// How far it reaches.
  public var scope: Location.Scope
  /// Its type; nothing for unclassified.
  public var type: OrganizationType?
  /// How sure the type is.
  public var typeStrength: TypeAssignment.Strength?
  /// The name of the organization that it is a section of, or empty.
  public var partOf: String
  /// How many ways of writing it occur.
  public var variants: Int
  /// How many signatures.
  public var signatures: Int
  /// The earliest day of signing.
  public var firstDay: Day?

  /// Its country, where there is exactly one.
  public var country: CountryCode? { places.count == 1 ? places[0] : nil }
}

/// One way in which an organization is written.
public struct VariantLine: Hashable, Sendable {
  /// The organization's id.
  public var organizationID: String
  /// Its canonical name.
  public var organization: String
  /// The name as written.
  public var variant: String
  /// 0 through 1.
  public var score: Double
  /// The input in which it stands first.
  public var source: String
  /// Why it is this organization; none for the canonical name.
  var reasons: EvidenceList

  /// Why it is this organization; empty for the canonical name.
  ///
  /// - Complexity: O(bytes), for the reasons are packed.
  public var evidence: [Evidence] { reasons.evidence }
}

/// A proposal as reports list it.
public struct ProposalLine: Hashable, Sendable {
  /// From 1, the most effective first.
  public var rank: Int
  /// The one that stands first by name.
  public var left: OrganizationLine
  /// The other.
  public var right: OrganizationLine
  /// 0 through 1: how likely they are the same.
  public var score: Double
  /// Why it is proposed.
  public var evidence: [Evidence]
  /// How accepting it changes the number of organizations; 0 when those above it already join the two.
  public var organizationsEffect: Int
  /// How far accepting it can lower the number of countries: 0 or -1.
  public var countriesEffect: Int

  /// The effect in words, `organizations -1, countries up to -1`.
  public var effect: String {
    let organizations = organizationsEffect == 0 ? "organizations 0 after those above" : "organizations -1"
    return countriesEffect == 0 ? organizations : "\(organizations), countries up to \(countriesEffect)"
  }
}

/// The names by which a decision on two organizations finds them.
public struct DecisionWording: Hashable, Sendable {
  /// The name that the decision is about, as a signer wrote it.
  public var name: String
  /// Its country, where that tells it from others.
  public var country: CountryCode?
  /// The other name, likewise.
  public var value: String
}

/// How decisions on a proposal name its organizations.
public struct ProposalWordings: Hashable, Sendable {
  /// How to decide that they are the same, or two.
  public var decision: DecisionWording
  /// Whether that can say that they are two: not where both have one name and nothing else tells them apart.
  public var canBeApart: Bool
  /// How to decide that the left is a section of the right; nothing where names can't say so.
  public var leftInRight: DecisionWording?
  /// How to decide that the right is a section of the left; likewise.
  public var rightInLeft: DecisionWording?
  /// Other organizations with the same names, by name: `decision` is about them as well.
  public var alsoReached: [String]
}

/// A finding as reports list it.
public struct FindingLine: Hashable, Sendable {
  /// How much it matters.
  public var severity: Finding.Severity
  /// The kind.
  public var slug: String
  /// The input.
  public var source: String
  /// The line, where the finding is about a place in the file rather than an answer; else 0.
  public var line: Int
  /// The byte in that line; likewise.
  public var column: Int
  /// What is wrong.
  public var message: String
}
