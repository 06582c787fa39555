/// How many of the pairs that belong together are compared at all: no evidence finds what blocking leaves out.
public struct BlockingScore: Hashable, Sendable {
  /// Pairs of distinct names that denote one organization in truth.
  public let truePairs: Int
  /// Of these, how many are compared.
  public let comparedTruePairs: Int

  /// Counts pairs; a name that denotes several organizations belongs to each of them.
  ///
  /// - Complexity: What blocking costs, and O(pairs of names of one entity).
  public init(_ mentions: LabelledMentions, link: LinkOrganizations) {
    struct Pair: Hashable {
      var left: Int
      var right: Int
    }
    let inspection = LinkageInspection(mentions.decided, settings: link)
    var names: [String: Set<Int>] = [:]
    for (row, mention) in mentions.mentionOf.enumerated() {
      if let mention { names[mentions.set.rows[row].entity, default: []].insert(inspection.name(of: mention)) }
    }
    var truth: Set<Pair> = []
    for group in names.values {
      let sorted = group.sorted()
      for (index, left) in sorted.enumerated() {
        for right in sorted[(index + 1)...] { truth.insert(Pair(left: left, right: right)) }
      }
    }
    truePairs = truth.count
    comparedTruePairs = inspection.candidates().count { truth.contains(Pair(left: $0.0, right: $0.1)) }
  }

  /// The share of true pairs that are compared, 0 through 1; 1 without any.
  public var recall: Double { truePairs == 0 ? 1 : Double(comparedTruePairs) / Double(truePairs) }
}
