import Tabular

/// What deciding the listed proposals makes of the headline: every outcome, worked out beforehand, so that whoever
/// shows a preview only looks it up.
public struct ReviewOutcomes: Hashable, Sendable {
  /// One way in which organizations that proposals connect can end up.
  public struct Outcome: Hashable, Sendable {
    /// The proposals whose two organizations are one by then, as bits: 1 for the group's first, 2 for its second.
    public var joined: Int
    /// What each organization of the group becomes, numbered from 0 in the order of the organizations.
    public var becomes: [Int]
    /// The country that each of these counts for, or none.
    public var countries: [CountryCode?]
  }

  /// Proposals about organizations that they connect with one another, and with no others.
  public struct Group: Hashable, Sendable {
    /// The ranks of its proposals; 0 for one that may not be listed, which stays open.
    public var ranks: [Int]
    /// Which of them a decision that one is the same organization settles with it, as bits: its own, and others whose
    /// organizations have the names that the decision gives.
    public var same: [Int]
    /// Likewise for a decision that they are two, or one a section of the other; both empty where `ends` isn't.
    public var apart: [Int]
    /// Every outcome that no decision rules out, the one that accepts nothing first; only that one for a group of more
    /// than `ProposalOutcomes.searchLimit` proposals.
    public var outcomes: [Outcome]
    /// For a group of more proposals the two organizations of each, numbered from 0 within the group; else empty.
    public var ends: [Int]
  }

  /// A pair of organizations that somebody can decide about.
  struct Open {
    /// Its place among all proposals.
    var proposal: Int
    var left: Int
    var right: Int
    /// 0 for one that is not listed.
    var rank: Int
  }

  /// The number of organizations that no proposal touches.
  public var settledOrganizations: Int
  /// The countries that these count for, by code.
  public var settledCountries: [CountryCode]
  /// After how many joins one link less is allowed for that shows in no name, because fewer organizations are left.
  public var allowanceFalls: [Int]
  /// The groups, in the order of their first ranks, those without any last.
  public var groups: [Group]
}

extension ReviewOutcomes {
  /// Works out the outcomes.
  ///
  /// - Parameters:
  ///   - count: The number of organizations that are counted.
  ///   - proposals: What is open.
  ///   - apart: Pairs that never become one.
  ///   - allowance: How many links are allowed for among so many organizations.
  ///   - reach: The organizations that a decision on a pair reaches by its first name, and by its second.
  ///   - country: The country that some organizations count for once they are one.
  /// - Complexity: Near-linear, but for 2^`ProposalOutcomes.searchLimit` steps in a group.
  init(
    count: Int, proposals: [Open], apart: [(Int, Int)], allowance: (Int) -> Int = { _ in 0 },
    reach: (Open) -> (left: Set<Int>, right: Set<Int>) = { ([$0.left], [$0.right]) },
    country: ([Int]) -> CountryCode?
  ) {
    var sets = DisjointSets(count: count)
    let open = proposals.filter { $0.left != $0.right }
    for proposal in open { sets.join(proposal.left, proposal.right) }
    var byRoot: [Int: [Open]] = [:]
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
    let joins = membersByRoot.values.reduce(0) { $0 + $1.count - 1 }
    allowanceFalls = (0..<joins).filter { allowance(count - $0 - 1) < allowance(count - $0) }.map { $0 + 1 }
    // Groups that may not be listed have no ranks; they stand in the order of their organizations.
    let roots = byRoot.keys.sorted { (membersByRoot[$0]?.first ?? 0) < (membersByRoot[$1]?.first ?? 0) }
    let found = roots.map { root in
      let ordered = (byRoot[root] ?? []).sorted { ($0.rank, $0.left, $0.right) < ($1.rank, $1.left, $1.right) }
      return ReviewOutcomes.Group(
        membersByRoot[root] ?? [], ordered, conflictsByRoot[root] ?? [], reach, country)
    }
    let places = found.map { group in [group.ranks.first { $0 > 0 } ?? .max] + group.ranks }
    groups = found.indices.sorted { left, right in
      places[left] == places[right] ? left < right : places[left].lexicographicallyPrecedes(places[right])
    }.map { found[$0] }
  }
}

extension ReviewOutcomes.Group {
  /// Works out the outcomes of one group.
  fileprivate init(
    _ members: [Int], _ edges: [ReviewOutcomes.Open], _ conflicts: [(Int, Int)],
    _ reach: (ReviewOutcomes.Open) -> (left: Set<Int>, right: Set<Int>), _ country: ([Int]) -> CountryCode?
  ) {
    let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    let isComplete = edges.count <= ProposalOutcomes.searchLimit
    var found: [Int: ReviewOutcomes.Outcome] = [:]
    var countries: [[Int]: CountryCode?] = [:]
    func local(_ left: Int, _ right: Int) -> (Int, Int) { (place[left] ?? 0, place[right] ?? 0) }
    // Of a group too large to work out only that nothing is accepted.
    let labels =
      isComplete
      ? ProposalOutcomes.outcomes(
        members.count, edges.map { local($0.left, $0.right) }, conflicts.map { local($0.0, $0.1) })
      : [Array(members.indices)]
    for label in labels {
      var joined = 0
      for (bit, edge) in edges.enumerated() where isComplete {
        let (left, right) = local(edge.left, edge.right)
        if label[left] == label[right] { joined |= 1 << bit }
      }
      if found[joined] != nil { continue }
      var clusters: [[Int]] = []
      var becomes: [Int] = []
      var clusterOf: [Int: Int] = [:]
      for (index, member) in members.enumerated() {
        let cluster = clusterOf[label[index]] ?? clusters.count
        clusterOf[label[index]] = cluster
        if cluster == clusters.count { clusters.append([]) }
        clusters[cluster].append(member)
        becomes.append(cluster)
      }
      let codes = clusters.map { cluster in
        let code = countries[cluster] ?? country(cluster)
        countries[cluster] = .some(code)
        return code
      }
      found[joined] = ReviewOutcomes.Outcome(joined: joined, becomes: becomes, countries: codes)
    }
    ranks = edges.map(\.rank)
    outcomes = found.values.sorted { $0.joined < $1.joined }
    ends = isComplete ? [] : edges.flatMap { [place[$0.left] ?? 0, place[$0.right] ?? 0] }
    func bits(_ isSettled: (ReviewOutcomes.Open) -> Bool) -> Int {
      edges.indices.reduce(0) { isSettled(edges[$1]) ? $0 | 1 << $1 : $0 }
    }
    let reached = edges.prefix(isComplete ? edges.count : 0).map(reach)
    same = reached.enumerated().map { bit, reach in
      let all = reach.left.union(reach.right)
      return 1 << bit | bits { all.contains($0.left) && all.contains($0.right) }
    }
    apart = reached.enumerated().map { bit, reach in
      let (left, right) = (reach.left, reach.right.subtracting(reach.left))
      return 1 << bit
        | bits {
          left.contains($0.left) && right.contains($0.right) || left.contains($0.right) && right.contains($0.left)
        }
    }
  }
}
