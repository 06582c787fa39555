import Tabular

/// What deciding the listed proposals makes of the headline: every outcome, worked out beforehand, so that whoever shows
/// a preview only looks it up.
public struct ReviewOutcomes: Hashable, Sendable {
  /// One way in which organizations that proposals connect can end up.
  public struct Outcome: Hashable, Sendable {
    /// The proposals whose two organizations are one by then, as bits: 1 for the group's first, 2 for its second.
    public var joined: Int
    /// How many organizations are left.
    public var organizations: Int
    /// The countries that they count for, by code, each once.
    public var countries: [CountryCode]
  }

  /// Proposals about organizations that they connect with one another, and with no others.
  public struct Group: Hashable, Sendable {
    /// The ranks of its proposals; 0 for one that may not be listed, which stays open.
    public var ranks: [Int]
    /// Every outcome that no decision rules out, the one that accepts nothing first; only that one for a group of more
    /// than `searchLimit` proposals.
    public var outcomes: [Outcome]
    /// For a group of more proposals the two organizations of each, numbered from 0 within the group; else empty.
    public var ends: [Int]
  }

  /// The number of proposals in one group up to which every outcome is worked out.
  public static let searchLimit = 10

  /// The number of organizations that no proposal touches.
  public var settledOrganizations: Int
  /// The countries that these count for, by code.
  public var settledCountries: [CountryCode]
  /// The groups, in the order of their first ranks, those without any last.
  public var groups: [Group]
}

extension ReviewOutcomes {
  /// Works out the outcomes.
  ///
  /// - Parameters:
  ///   - count: The number of organizations that are counted.
  ///   - proposals: Pairs of them with their ranks.
  ///   - apart: Pairs that never become one.
  ///   - country: The country that some organizations count for once they are one.
  /// - Complexity: Near-linear, but for 2^`searchLimit` steps in a group.
  init(
    count: Int, proposals: [(left: Int, right: Int, rank: Int)], apart: [(Int, Int)],
    country: ([Int]) -> CountryCode?
  ) {
    var sets = DisjointSets(count: count)
    let open = proposals.filter { $0.left != $0.right }
    for proposal in open { sets.join(proposal.left, proposal.right) }
    var byRoot: [Int: [(left: Int, right: Int, rank: Int)]] = [:]
    for proposal in open { byRoot[sets.root(proposal.left), default: []].append(proposal) }
    var conflictsByRoot: [Int: [(Int, Int)]] = [:]
    for pair in apart where sets.root(pair.0) == sets.root(pair.1) {
      conflictsByRoot[sets.root(pair.0), default: []].append(pair)
    }
    var membersByRoot: [Int: [Int]] = [:]
    var settled: [CountryCode] = []
    settledOrganizations = 0
    for organization in 0..<count {
      let root = sets.root(organization)
      if byRoot[root] != nil {
        membersByRoot[root, default: []].append(organization)
      } else {
        settledOrganizations += 1
        if let code = country([organization]) { settled.append(code) }
      }
    }
    settledCountries = Set(settled).sorted()
    groups = byRoot.map { root, edges in
      let ordered = edges.sorted { ($0.rank, $0.left, $0.right) < ($1.rank, $1.left, $1.right) }
      return ReviewOutcomes.group(membersByRoot[root] ?? [], ordered, conflictsByRoot[root] ?? [], country)
    }.sorted { left, right in
      func place(_ group: Group) -> [Int] { [group.ranks.first { $0 > 0 } ?? .max] + group.ranks }
      return place(left).lexicographicallyPrecedes(place(right))
    }
  }

  private static func group(
    _ members: [Int], _ edges: [(left: Int, right: Int, rank: Int)], _ conflicts: [(Int, Int)],
    _ country: ([Int]) -> CountryCode?
  ) -> Group {
    let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    let isComplete = edges.count <= searchLimit
    var outcomes: [Int: Outcome] = [:]
    var countries: [[Int]: CountryCode?] = [:]
    for accepted in 0..<(isComplete ? 1 << edges.count : 1) {
      var sets = DisjointSets(count: members.count)
      for (bit, edge) in edges.enumerated() where accepted & (1 << bit) != 0 {
        sets.join(place[edge.left] ?? 0, place[edge.right] ?? 0)
      }
      func areOne(_ left: Int, _ right: Int) -> Bool { sets.root(place[left] ?? 0) == sets.root(place[right] ?? 0) }
      if conflicts.contains(where: { areOne($0.0, $0.1) }) { continue }
      var joined = 0
      for (bit, edge) in edges.enumerated() where isComplete && areOne(edge.left, edge.right) { joined |= 1 << bit }
      if outcomes[joined] != nil { continue }
      let clusters = Dictionary(grouping: members) { sets.root(place[$0] ?? 0) }
      var codes: Set<CountryCode> = []
      for cluster in clusters.values {
        let code = countries[cluster] ?? country(cluster)
        countries[cluster] = .some(code)
        if let code { codes.insert(code) }
      }
      outcomes[joined] = Outcome(joined: joined, organizations: clusters.count, countries: codes.sorted())
    }
    return Group(
      ranks: edges.map(\.rank), outcomes: outcomes.values.sorted { $0.joined < $1.joined },
      ends: isComplete ? [] : edges.flatMap { [place[$0.left] ?? 0, place[$0.right] ?? 0] })
  }
}
