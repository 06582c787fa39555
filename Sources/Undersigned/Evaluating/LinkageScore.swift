/// How well a clustering of labelled rows agrees with the truth.
///
/// Pairwise: of all pairs of rows that share a cluster, how many share an entity. B-cubed: the same asked for each row
/// and averaged (Bagga and Baldwin, 1998). All counts are exact, from the contingency table.
public struct LinkageScore: Hashable, Sendable {
  /// How many rows there are.
  public var rows: Int
  /// How many entities the truth has.
  public var entities: Int
  /// How many clusters there are.
  public var clusters: Int
  /// Pairs together in both.
  public var truePositives: Int
  /// Pairs together in a cluster only.
  public var falsePositives: Int
  /// Pairs together in the truth only.
  public var falseNegatives: Int
  /// B-cubed precision, 0 through 1.
  public var bCubedPrecision: Double
  /// B-cubed recall, 0 through 1.
  public var bCubedRecall: Double

  /// Scores clusters against the truth.
  ///
  /// - Parameters:
  ///   - truth: By row, its entity's number.
  ///   - clusters: By row, its cluster's number; nothing for a row that stands alone.
  /// - Precondition: Both have a value for each row.
  /// - Complexity: O(rows).
  public init(truth: [Int], clusters: [Int?]) {
    self.init(ContingencyTable(truth: truth, clusters: clusters))
  }

  /// Scores what a contingency table holds.
  init(_ table: ContingencyTable) {
    func pairs(_ sizes: some Sequence<Int>) -> Int { sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
    rows = table.entitySizes.reduce(0, +)
    entities = table.entitySizes.count
    clusters = table.clusterSizes.count
    truePositives = pairs(table.cells.lazy.map(\.size))
    falsePositives = pairs(table.clusterSizes) - truePositives
    falseNegatives = pairs(table.entitySizes) - truePositives
    var precision = 0.0
    var recall = 0.0
    for cell in table.cells {
      let square = Double(cell.size * cell.size)
      precision += square / Double(table.clusterSizes[cell.cluster])
      recall += square / Double(table.entitySizes[cell.entity])
    }
    bCubedPrecision = rows == 0 ? 1 : precision / Double(rows)
    bCubedRecall = rows == 0 ? 1 : recall / Double(rows)
  }

  /// Several scores as one: their counts added up, B-cubed figures by row.
  public init(pooled scores: some Sequence<LinkageScore>) {
    self.init(truth: [], clusters: [])
    var precision = 0.0
    var recall = 0.0
    for score in scores {
      rows += score.rows
      entities += score.entities
      clusters += score.clusters
      truePositives += score.truePositives
      falsePositives += score.falsePositives
      falseNegatives += score.falseNegatives
      precision += score.bCubedPrecision * Double(score.rows)
      recall += score.bCubedRecall * Double(score.rows)
    }
    if rows == 0 { return }
    bCubedPrecision = precision / Double(rows)
    bCubedRecall = recall / Double(rows)
  }

  /// Pairwise precision, 0 through 1; 1 when no rows share a cluster.
  public var precision: Double { ratio(truePositives, truePositives + falsePositives) }
  /// Pairwise recall, 0 through 1; 1 when no rows share an entity.
  public var recall: Double { ratio(truePositives, truePositives + falseNegatives) }
  /// The harmonic mean of pairwise precision and recall; 0 when both are 0.
  public var f1: Double { LinkageScore.harmonic(precision, recall) }
  /// The harmonic mean of B-cubed precision and recall.
  public var bCubedF1: Double { LinkageScore.harmonic(bCubedPrecision, bCubedRecall) }
  /// By how many per cent the number of clusters is above the number of entities; below 0 when under; 0 without rows.
  public var countErrorPercent: Double {
    entities == 0 ? 0 : 100 * Double(clusters - entities) / Double(entities)
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 1 : Double(part) / Double(whole) }

  /// The harmonic mean; 0 when both are 0.
  static func harmonic(_ left: Double, _ right: Double) -> Double {
    left + right == 0 ? 0 : 2 * left * right / (left + right)
  }
}
