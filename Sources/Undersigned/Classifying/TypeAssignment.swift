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
  /// Every type that something speaks for.
  var tagSet: TypeSet
  /// Why, in the order of weight.
  var reasons: [TypeReason]

  /// A type without reasons.
  ///
  /// - Parameters:
  ///   - primary: The type, which is a tag as well; nothing for unclassified.
  ///   - strength: How sure it is; nothing for unclassified.
  ///   - tags: Every type that something speaks for, in any order.
  public init(primary: OrganizationType? = nil, strength: Strength? = nil, tags: [OrganizationType] = []) {
    self.primary = primary
    self.strength = strength
    tagSet = TypeSet(tags)
    reasons = []
    if let primary { tagSet.insert(primary) }
  }

  /// Every type that something speaks for, the primary one included, in the order of precedence.
  public var tags: [OrganizationType] { tagSet.sorted }

  /// Why, in sentences.
  ///
  /// - Complexity: O(reasons), some microseconds each: the sentences are made when asked for.
  public var evidence: [Evidence] { reasons.map(\.evidence) }

  mutating func addReasons(_ more: [TypeReason]) {
    for one in more where !reasons.contains(one) { reasons.append(one) }
  }
}
