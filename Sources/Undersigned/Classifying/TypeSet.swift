/// A set of types, one bit each.
struct TypeSet: Hashable, Sendable {
  private var bits: UInt32 = 0

  /// The types of a sequence.
  init(_ types: some Sequence<OrganizationType> = []) {
    for type in types { insert(type) }
  }

  /// Adds one type.
  mutating func insert(_ type: OrganizationType) { bits |= 1 << UInt32(type.rank) }

  /// Adds the types of another set.
  mutating func formUnion(_ other: TypeSet) { bits |= other.bits }

  /// Whether a type is in it.
  func contains(_ type: OrganizationType) -> Bool { bits & 1 << UInt32(type.rank) != 0 }

  /// In the order of precedence.
  var sorted: [OrganizationType] { bits == 0 ? [] : OrganizationType.allCases.filter(contains) }
}
