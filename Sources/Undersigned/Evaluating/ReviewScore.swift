/// What a person who looks at every proposal makes of a linking.
///
/// An organization is taken for the entity that most of its rows denote; of equals, the one whose key comes first in
/// byte order. A proposal is true when both of its organizations are taken for one entity; the person accepts these,
/// and no others. So errors inside an organization stay, and no proposal is accepted for the sake of a few strays.
public struct ReviewScore: Hashable, Sendable {
  /// How many proposals there are.
  public let proposals: Int
  /// How many of them are true.
  public let trueProposals: Int
  /// How well the ranking puts true proposals first: the precision of the list down to each true proposal, averaged
  /// over these (Manning, Raghavan and Schütze, 2008, 8.4). Nothing when no proposal is true.
  public let averagePrecision: Double?
  /// Linking once the true proposals are accepted.
  public let linkage: LinkageScore
  /// How far its figures may lie from those of other organizations of the same sort. What the count is still above the
  /// truth are links that show in no name: `LinkAllowance.standard` is the upper end of that interval on letters.
  public let intervals: LinkageIntervals

  /// Reviews proposals.
  ///
  /// - Parameters:
  ///   - truth: By row, its entity's key.
  ///   - clusters: By row, its organization's number; nothing for a row that stands alone.
  ///   - proposals: Pairs of organizations, the most promising first.
  /// - Precondition: `truth` and `clusters` have a value for each row.
  /// - Complexity: O(rows + proposals), nearly.
  init(
    truth: [String], clusters: [Int?], proposals: [(left: Int, right: Int)],
    samples: Int = LinkageIntervals.sampleCount
  ) {
    precondition(truth.count == clusters.count, "truth and clusters have a value for each row")
    let entities = ReviewScore.entities(truth, clusters)
    let count = max(clusters.compactMap { $0 }.max() ?? -1, proposals.map { max($0.left, $0.right) }.max() ?? -1) + 1
    var groups = DisjointSets(count: count)
    var trueProposals = 0
    var precisionSum = 0.0
    for (index, proposal) in proposals.enumerated() {
      guard let left = entities[proposal.left], left == entities[proposal.right] else { continue }
      trueProposals += 1
      precisionSum += Double(trueProposals) / Double(index + 1)
      groups.join(proposal.left, proposal.right)
    }
    self.proposals = proposals.count
    self.trueProposals = trueProposals
    averagePrecision = trueProposals == 0 ? nil : precisionSum / Double(trueProposals)
    let joined = clusters.map { cluster in cluster.map { groups.root($0) } }
    let table = ContingencyTable(truth: LabelledSet.numbered(truth), clusters: joined)
    linkage = LinkageScore(table)
    intervals = LinkageIntervals(table, samples: samples)
  }

  /// By organization, the key of the entity that it is taken for.
  private static func entities(_ truth: [String], _ clusters: [Int?]) -> [Int: String] {
    var counts: [Int: [String: Int]] = [:]
    for (entity, cluster) in zip(truth, clusters) {
      if let cluster { counts[cluster, default: [:]][entity, default: 0] += 1 }
    }
    return counts.mapValues { counts in
      counts.min { left, right in
        left.value != right.value ? left.value > right.value : ByteOrder.precedes(left.key, right.key)
      }!.key
    }
  }

  /// Proposals for each 100 organizations of the truth; 0 without any.
  public var proposalsPer100: Double {
    linkage.entities == 0 ? 0 : 100 * Double(proposals) / Double(linkage.entities)
  }
}
