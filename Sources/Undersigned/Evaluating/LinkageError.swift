/// One thing that linking got wrong, with the reasons that it had.
public struct LinkageError: Sendable {
  /// What went wrong.
  public enum Kind: String, Sendable {
    /// Names of two organizations of the truth were merged.
    case falseMerge = "false-merge"
    /// Names of one organization of the truth were not.
    case missedMerge = "missed-merge"
  }

  /// A name as it was written, with the country that linking took it to be in.
  public struct Side: Hashable, Sendable {
    /// As written.
    public let name: String
    /// ISO codes, separated by spaces; empty for none.
    public let countries: String
  }

  /// What went wrong.
  public let kind: Kind
  /// The one name, the first of the two by bytes.
  public let left: Side
  /// The other.
  public let right: Side
  /// 0 through 1: how alike the two are for linking.
  public let score: Double
  /// Why, as steps that add up to the score.
  public let evidence: [Evidence]
  /// How many pairs of rows are wrong for it.
  public let rowPairs: Int
  /// Whether a person is asked about it: for a missed merge only.
  public let isProposed: Bool

  /// The worst errors of a linking: false merges first, those of most row pairs before others; then missed merges, the
  /// likeliest first.
  ///
  /// A cluster that joins names of two entities is one false merge; an entity that lies in two clusters is one missed
  /// merge. Each is shown by the two of its names that are most alike.
  ///
  /// - Parameters:
  ///   - table: What `link` made of the mentions.
  ///   - limit: How many of each kind.
  /// - Complexity: A comparison for each pair of names in question, up to 16 names on each side.
  public static func worst(
    _ mentions: LabelledMentions, in table: OrganizationTable, link: LinkOrganizations, limit: Int
  ) -> [LinkageError] {
    LinkageErrors(mentions, table, link).worst(limit)
  }
}

/// The search for what linking got wrong.
private struct LinkageErrors {
  /// The rows of one entity in one cluster.
  private struct Cell {
    var entity: String
    /// Nothing for rows that stand alone.
    var cluster: Int
    var rows: Int
    /// Distinct names, rising.
    var names: [Int]
  }

  /// How many names of a cell are compared.
  private static let nameLimit = 16

  private let inspection: LinkageInspection
  private let proposed: Set<[Int]>
  private let cells: [Cell]
  /// By distinct name, one of its mentions.
  private var sides: [Int: LinkageError.Side] = [:]

  init(_ mentions: LabelledMentions, _ table: OrganizationTable, _ link: LinkOrganizations) {
    inspection = LinkageInspection(mentions.decided, settings: link)
    proposed = Set(table.proposals.map { [min($0.left, $0.right), max($0.left, $0.right)] })
    struct Key: Hashable {
      var entity: String
      var cluster: Int
    }
    var cells: [Key: (rows: Int, names: Set<Int>)] = [:]
    let found = mentions.organizations(in: table)
    for (row, mention) in mentions.mentionOf.enumerated() {
      guard let mention, let cluster = found[row] else { continue }
      let name = inspection.name(of: mention)
      cells[Key(entity: mentions.set.rows[row].entity, cluster: cluster), default: (0, [])].rows += 1
      cells[Key(entity: mentions.set.rows[row].entity, cluster: cluster)]!.names.insert(name)
      let written = mentions.decided.mentions[mention]
      let side = LinkageError.Side(
        name: written.name.display,
        countries: written.location.countries.map(\.description).joined(separator: " "))
      if let known = sides[name], !ByteOrder.precedes(side.name, known.name) { continue }
      sides[name] = side
    }
    self.cells = cells.map {
      Cell(entity: $0.key.entity, cluster: $0.key.cluster, rows: $0.value.rows, names: $0.value.names.sorted())
    }.sorted { left, right in
      left.cluster != right.cluster ? left.cluster < right.cluster : ByteOrder.precedes(left.entity, right.entity)
    }
  }

  func worst(_ limit: Int) -> [LinkageError] {
    let falseMerges = errors(.falseMerge, Dictionary(grouping: cells, by: \.cluster).values)
      .sorted { precedes((-$0.rowPairs, -$0.score), $0, (-$1.rowPairs, -$1.score), $1) }
    let missed = errors(.missedMerge, Dictionary(grouping: cells, by: \.entity).values)
      .sorted { precedes((0, -$0.score), $0, (0, -$1.score), $1) }
    return Array(falseMerges.prefix(limit) + missed.prefix(limit))
  }

  private func precedes(
    _ leftRank: (Int, Double), _ left: LinkageError, _ rightRank: (Int, Double), _ right: LinkageError
  ) -> Bool {
    if leftRank != rightRank { return leftRank < rightRank }
    if left.left.name != right.left.name { return ByteOrder.precedes(left.left.name, right.left.name) }
    if left.right.name != right.right.name { return ByteOrder.precedes(left.right.name, right.right.name) }
    return (left.left.countries, left.right.countries) < (right.left.countries, right.right.countries)
  }

  private func errors(_ kind: LinkageError.Kind, _ groups: some Collection<[Cell]>) -> [LinkageError] {
    groups.flatMap { group in
      group.indices.flatMap { first in
        group[(first + 1)...].map { error(kind, group[first], $0) }
      }
    }
  }

  private func error(_ kind: LinkageError.Kind, _ left: Cell, _ right: Cell) -> LinkageError {
    var best: (left: Int, right: Int, score: Double)?
    for leftName in left.names.prefix(LinkageErrors.nameLimit) {
      for rightName in right.names.prefix(LinkageErrors.nameLimit) {
        let score = compare(leftName, rightName, isRecording: false).score
        if score > (best?.score ?? -1) { best = (min(leftName, rightName), max(leftName, rightName), score) }
      }
    }
    // Every cell has a name.
    let (first, second) = (best!.left, best!.right)
    let comparison = compare(first, second, isRecording: true)
    return LinkageError(
      kind: kind, left: sides[first]!, right: sides[second]!, score: comparison.score,
      evidence: comparison.evidence, rowPairs: left.rows * right.rows,
      isProposed: kind == .missedMerge
        && proposed.contains([min(left.cluster, right.cluster), max(left.cluster, right.cluster)]))
  }

  private func compare(_ left: Int, _ right: Int, isRecording: Bool) -> NameComparison {
    if left == right {
      return NameComparison(score: 1, evidence: [Evidence("same-compare-form", 1, "'\(sides[left]!.name)'")])
    }
    return inspection.compare(left, right, isRecording: isRecording)
  }
}
