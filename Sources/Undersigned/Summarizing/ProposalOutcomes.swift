/// What accepting proposals can make of organizations: the outcomes that matter for lower bounds.
///
/// Proposals connect organizations to groups. Where no decision keeps two of a group apart, the outcome that joins all
/// of it gives the lowest count of anything. Otherwise several outcomes are candidates: the partitions to which no
/// proposal can be added. They are found by trying every set of the group's proposals, up to `searchLimit` of them;
/// in a larger group the decision is disregarded, which keeps every lower bound true, but may make it too low.
struct ProposalOutcomes {
  /// Organizations that proposals connect, and the ways in which they can end up.
  struct Group {
    /// The organizations, rising.
    var members: [Int]
    /// Proposals, as places in `members`.
    var proposals: [(Int, Int)]
    /// Pairs kept apart, likewise.
    var apart: [(Int, Int)]
    /// The outcomes to which nothing can be added: each a list of sets of organizations that become one; never empty.
    var partitions: [[[Int]]]
  }

  /// The number of proposals in one group up to which a lower bound is exact although decisions keep some apart.
  static let searchLimit = 12

  let groups: [Group]
  /// Organizations that no proposal touches.
  private let settled: [Int]

  /// - Parameters:
  ///   - count: The number of organizations.
  ///   - proposals: Pairs of them.
  ///   - apart: Pairs that never become one.
  /// - Complexity: Near-linear in all of them, but for 2^`searchLimit` steps in a group with a pair kept apart.
  init(count: Int, proposals: [(Int, Int)], apart: [(Int, Int)]) {
    let conflicts = Set(apart.map { Edge($0.0, $0.1) })
    var edges: [Edge] = []
    for edge in proposals.map({ Edge($0.0, $0.1) }).sorted()
    where edge != edges.last && edge.low != edge.high && !conflicts.contains(edge) { edges.append(edge) }
    var sets = DisjointSets(count: count)
    for edge in edges { sets.join(edge.low, edge.high) }
    var edgesByRoot: [Int: [Edge]] = [:]
    for edge in edges { edgesByRoot[sets.root(edge.low), default: []].append(edge) }
    var conflictsByRoot: [Int: [Edge]] = [:]
    for conflict in conflicts.sorted() where sets.root(conflict.low) == sets.root(conflict.high) {
      conflictsByRoot[sets.root(conflict.low), default: []].append(conflict)
    }
    var membersByRoot: [Int: [Int]] = [:]
    var settled: [Int] = []
    for organization in 0..<count {
      let root = sets.root(organization)
      if edgesByRoot[root] == nil {
        settled.append(organization)
      } else {
        membersByRoot[root, default: []].append(organization)
      }
    }
    self.settled = settled
    groups = membersByRoot.sorted { $0.value[0] < $1.value[0] }.map { root, members in
      let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
      func local(_ edges: [Edge]?) -> [(Int, Int)] { (edges ?? []).map { (place[$0.low]!, place[$0.high]!) } }
      let (proposals, apart) = (local(edgesByRoot[root]), local(conflictsByRoot[root]))
      return Group(
        members: members, proposals: proposals, apart: apart,
        partitions: ProposalOutcomes.partitions(members, proposals, apart))
    }
  }

  /// The fewest organizations that any outcome leaves.
  var fewestOrganizations: Int {
    groups.reduce(settled.count) { $0 + ($1.partitions.map(\.count).min() ?? 0) }
  }

  /// For each row, the fewest organizations that any outcome leaves in it.
  ///
  /// - Parameters:
  ///   - rows: The row of each organization.
  ///   - isSure: For each organization, whether its row is more than a guess. What becomes one counts as soon as one of
  ///     it is sure.
  /// - Returns: Rows with none may be missing.
  func fewestByRow<Row: Hashable>(_ rows: [Row], isSure: (Int) -> Bool = { _ in true }) -> [Row: Int] {
    var fewest: [Row: Int] = [:]
    for organization in settled where isSure(organization) { fewest[rows[organization], default: 0] += 1 }
    for group in groups {
      for row in Set(group.members.map { rows[$0] }) {
        let counts = group.partitions.map { partition in
          partition.count { cluster in cluster.allSatisfy { rows[$0] == row } && cluster.contains(where: isSure) }
        }
        fewest[row, default: 0] += counts.min() ?? 0
      }
    }
    return fewest
  }

  /// For each row its count with bounds, before any allowance.
  ///
  /// - Parameters:
  ///   - rows: The row of each organization.
  ///   - isSure: For each organization, whether its row is more than a guess.
  func boundsByRow<Row: Hashable>(_ rows: [Row], isSure: (Int) -> Bool = { _ in true }) -> [Row: Bounds] {
    var counts: [Row: Int] = [:]
    for row in rows { counts[row, default: 0] += 1 }
    let fewest = fewestByRow(rows)
    let fewestSure = fewestByRow(rows, isSure: isSure)
    return Dictionary(
      uniqueKeysWithValues: counts.map { row, count in
        let sure = fewestSure[row] ?? 0
        return (row, Bounds(reported: count, atLeast: sure, atMost: count, weakGuesses: (fewest[row] ?? 0) - sure))
      })
  }

  /// The fewest countries that any outcome leaves.
  ///
  /// - Parameter countries: The country that each organization counts for, or none.
  func fewestCountries(_ countries: [CountryCode?]) -> Int {
    CountryCover(
      fixed: Set(settled.compactMap { countries[$0] }),
      groups: groups.map { group in
        group.partitions.map { partition in partition.map { cluster in Set(cluster.map { countries[$0] }) } }
      }
    ).fewest
  }

  /// The partitions of a group that can't be joined further; the whole group when it is too large to search.
  private static func partitions(
    _ members: [Int], _ proposals: [(Int, Int)], _ apart: [(Int, Int)]
  ) -> [[[Int]]] {
    guard !apart.isEmpty, proposals.count <= searchLimit else { return [[members]] }
    let labels = outcomes(members.count, proposals, apart).filter { label in
      // Joining two neighbours that nothing keeps apart is always an outcome as well, and a lower one.
      proposals.allSatisfy { edge in
        let (one, other) = (label[edge.0], label[edge.1])
        return one == other || apart.contains { Set([label[$0.0], label[$0.1]]) == Set([one, other]) }
      }
    }
    return labels.map { label in
      Dictionary(grouping: members.indices, by: { label[$0] }).values
        .map { $0.map { members[$0] } }.sorted { $0[0] < $1[0] }
    }.sorted { $0.lexicographicallyPrecedes($1) { $0.lexicographicallyPrecedes($1) } }
  }

  /// Every outcome of a group: for each member the number of the cluster that it is in.
  ///
  /// - Complexity: 2 to the number of proposals.
  static func outcomes(_ count: Int, _ proposals: [(Int, Int)], _ apart: [(Int, Int)]) -> Set<[Int]> {
    var found: Set<[Int]> = []
    for accepted in 0..<(1 << proposals.count) {
      var sets = DisjointSets(count: count)
      for (index, edge) in proposals.enumerated() where accepted & (1 << index) != 0 { sets.join(edge.0, edge.1) }
      let label = (0..<count).map { sets.root($0) }
      if apart.allSatisfy({ label[$0.0] != label[$0.1] }) { found.insert(label) }
    }
    return found
  }
}

/// A pair of organizations, in either order.
private struct Edge: Hashable, Comparable {
  let low: Int
  let high: Int

  init(_ one: Int, _ other: Int) {
    low = min(one, other)
    high = max(one, other)
  }

  static func < (left: Edge, right: Edge) -> Bool { (left.low, left.high) < (right.low, right.high) }
}
