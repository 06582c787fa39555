/// What became of every record that was read.
public struct Reconciliation: Hashable, Sendable {
  /// Records that the inputs hold.
  public var read: Int
  /// Records that count as an organization's signature.
  public var organizations: Int
  /// Records of people who name an affiliation.
  public var affiliatedIndividuals: Int
  /// Records of people.
  public var individuals: Int
  /// Records that don't count, by reason; what a decision took out is among them.
  public var dropped: [DropReason: Int]

  /// Records that are none of these: 0, or something is wrong with the reader, and the report says so.
  public var unaccounted: Int { read - counted - dropped.values.reduce(0, +) }

  /// Records that count.
  public var counted: Int { organizations + affiliatedIndividuals + individuals }

  init(_ decided: DecidedTable) {
    let tally = decided.tally
    read = tally.sources.reduce(0) { $0 + $1.records }
    organizations = Set(decided.mentions.map(\.row)).reduce(0) { $0 + tally.rows[$1].records }
    affiliatedIndividuals = 0
    individuals = 0
    for people in tally.people {
      switch people.capacity {
      case .individualWithAffiliation: affiliatedIndividuals += people.records
      case .individual: individuals += people.records
      case .organization: organizations += people.records
      }
    }
    dropped = tally.dropped.merging(decided.dropped, uniquingKeysWith: +).filter { $0.value != 0 }
  }
}

/// Signatures in one capacity.
public struct CapacityCount: Hashable, Sendable {
  /// In which capacity.
  public var capacity: Capacity
  /// How many records.
  public var records: Int
  /// How many signatures these stand for.
  public var signatures: Int

  /// All three capacities, in the order of their cases.
  static func all(_ decided: DecidedTable) -> [CapacityCount] {
    var counts = Capacity.allCases.map { CapacityCount(capacity: $0, records: 0, signatures: 0) }
    for row in Set(decided.mentions.map(\.row)) {
      counts[0].records += decided.tally.rows[row].records
      counts[0].signatures += decided.tally.rows[row].signatures
    }
    for people in decided.tally.people {
      for index in counts.indices where counts[index].capacity == people.capacity {
        counts[index].records += people.records
        counts[index].signatures += people.signatures
      }
    }
    return counts
  }
}
