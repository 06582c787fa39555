import Tabular

/// What an organization is, and how sure that is.
public struct TypeAssignment: Hashable, Sendable {
  /// How much a type can be relied on.
  public enum Strength: String, CaseIterable, Hashable, Sendable {
    /// A person, or the export's own answer, says so.
    case confirmed
    /// The name says so in words that hardly ever mean another thing.
    case strong
    /// A guess; never counted in an announcement.
    case weak
  }

  /// The primary type; nothing for unclassified.
  public var primary: OrganizationType?
  /// How sure; nothing for unclassified.
  public var strength: Strength?
  /// Every type that something speaks for, the primary one included, in the order of precedence.
  public var tags: [OrganizationType]
  /// Why.
  public var evidence: [Evidence]

  /// A type with its evidence.
  public init(
    primary: OrganizationType? = nil, strength: Strength? = nil, tags: [OrganizationType] = [],
    evidence: [Evidence] = []
  ) {
    self.primary = primary
    self.strength = strength
    self.tags = tags
    self.evidence = evidence
  }
}

/// Organizations with their types.
public struct ClassifiedTable: Sendable {
  /// The organizations.
  public var organizations: OrganizationTable
  /// For each of them, its type.
  public var types: [TypeAssignment]
  /// What was odd, up to here.
  public var findings: [Finding]
}
