/// What one entity adds to the sums behind all figures, or what several add together.
struct EntityShare: Hashable {
  private var entities = 0
  private var rows = 0
  private var truePairs = 0
  private var entityPairs = 0
  /// Pairs with rows of other entities, each entity bearing half.
  private var falsePairs = 0.0
  private var bCubedPrecision = 0.0
  private var bCubedRecall = 0.0
  /// Clusters, each shared out among its rows.
  private var clusters = 0.0

  /// The shares of all entities of a table, in an order that depends on their values alone.
  static func all(of table: ContingencyTable) -> [EntityShare] {
    var shares = table.entitySizes.map { size in
      var share = EntityShare()
      share.entities = 1
      share.rows = size
      share.entityPairs = size * (size - 1) / 2
      return share
    }
    for cell in table.cells {
      let size = cell.size
      let clusterSize = table.clusterSizes[cell.cluster]
      shares[cell.entity].truePairs += size * (size - 1) / 2
      shares[cell.entity].falsePairs += Double(size * (clusterSize - size)) / 2
      shares[cell.entity].bCubedPrecision += Double(size * size) / Double(clusterSize)
      shares[cell.entity].bCubedRecall += Double(size * size) / Double(table.entitySizes[cell.entity])
      shares[cell.entity].clusters += Double(size) / Double(clusterSize)
    }
    return shares.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  private var key: [Double] {
    [Double(rows), Double(truePairs), falsePairs, bCubedPrecision, bCubedRecall, clusters]
  }

  mutating func add(_ other: EntityShare) {
    entities += other.entities
    rows += other.rows
    truePairs += other.truePairs
    entityPairs += other.entityPairs
    falsePairs += other.falsePairs
    bCubedPrecision += other.bCubedPrecision
    bCubedRecall += other.bCubedRecall
    clusters += other.clusters
  }

  /// Pairwise precision, recall and F1, B-cubed precision, recall and F1, and the error of the count in per cent.
  var figures: [Double] {
    let found = Double(truePairs) + falsePairs
    let precision = found == 0 ? 1 : Double(truePairs) / found
    let recall = entityPairs == 0 ? 1 : Double(truePairs) / Double(entityPairs)
    let rowPrecision = rows == 0 ? 1 : bCubedPrecision / Double(rows)
    let rowRecall = rows == 0 ? 1 : bCubedRecall / Double(rows)
    let excess = entities == 0 ? 0 : 100 * (clusters - Double(entities)) / Double(entities)
    return [
      precision, recall, LinkageScore.harmonic(precision, recall), rowPrecision, rowRecall,
      LinkageScore.harmonic(rowPrecision, rowRecall), excess,
    ]
  }
}
