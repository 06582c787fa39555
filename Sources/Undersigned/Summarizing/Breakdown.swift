/// One row of a breakdown.
public struct BreakdownRow<Key: Hashable & Sendable>: Sendable {
  /// What the row is about.
  public var key: Key
  /// Its name for people.
  public var name: String
  /// How many organizations stand in it.
  public var organizations: Bounds
  /// Its part of all organizations.
  public var share: Share
}

/// The area that an organization stands in by region.
public enum Area: Hashable, Sendable {
  /// A region by M49.
  case region(Region)
  /// A country that M49 does not list by itself.
  case notInM49
  /// No single country.
  case apart(Home)

  /// Whether it is no region.
  var isApart: Bool {
    if case .region = self { false } else { true }
  }
}

/// A count of organizations split into rows: every organization stands in exactly one, so that rows sum to the total.
public struct Breakdown<Key: Hashable & Sendable>: Sendable {
  /// The rows: the largest first, then by name; those that stand apart at the end.
  public var rows: [BreakdownRow<Key>]

  /// The sum of the rows.
  public var total: Int { rows.reduce(0) { $0 + $1.organizations.reported } }

  /// The sum of the rows' lower bounds.
  var sumOfLowerBounds: Int { rows.reduce(0) { $0 + $1.organizations.atLeast } }

  /// The lower bound of each row.
  var lowerBounds: [Key: Int] {
    Dictionary(rows.map { ($0.key, $0.organizations.atLeast) }, uniquingKeysWith: { first, _ in first })
  }

  /// Rows as they are.
  init(rows: [BreakdownRow<Key>]) { self.rows = rows }

  /// Counts the organizations of each key.
  ///
  /// - Parameters:
  ///   - keys: The row of each organization.
  ///   - outcomes: What open proposals can make of them.
  ///   - allowed: The links that show in no name.
  ///   - parts: By key, the sum of the lower bounds of finer rows.
  ///   - isSure: For each organization, whether its key is more than a guess.
  ///   - name: A row's name for people.
  ///   - rank: 0 for rows that are sorted by size; rows of higher ranks follow in the order of their ranks and names.
  init(
    of keys: [Key], _ outcomes: ProposalOutcomes, _ allowed: AllowedLinks, parts: [Key: Int] = [:],
    isSure: (Int) -> Bool = { _ in true }, name: (Key) -> String, rank: (Key) -> Int
  ) {
    let bounds = outcomes.boundsByRow(keys, isSure: isSure)
    let sorted = bounds.map {
      (key: $0, bounds: $1, count: $1.reported, rank: rank($0), name: name($0), order: CollationKey(name($0)))
    }
    .sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.rank == 0, left.count != right.count { return left.count > right.count }
      return left.order < right.order
    }
    let shares = Share.of(sorted.map(\.count))
    rows = zip(sorted, shares).map { row, share in
      BreakdownRow(
        key: row.key, name: row.name,
        organizations: allowed.applied(to: row.bounds, parts: parts[row.key] ?? 0), share: share)
    }
  }
}
