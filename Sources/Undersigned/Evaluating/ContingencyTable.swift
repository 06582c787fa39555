/// How many rows each entity of the truth shares with each cluster: all that figures on linking are computed from.
struct ContingencyTable: Sendable {
  /// The rows of one entity in one cluster.
  struct Cell: Hashable, Sendable {
    /// The entity's place in `entitySizes`.
    var entity: Int
    /// The cluster's place in `clusterSizes`.
    var cluster: Int
    /// How many rows, from 1.
    var size: Int
  }

  /// The cells that hold a row, by entity, then cluster.
  let cells: [Cell]
  /// How many rows each entity has.
  let entitySizes: [Int]
  /// How many rows each cluster has.
  let clusterSizes: [Int]

  /// Counts rows.
  ///
  /// - Parameters:
  ///   - truth: By row, its entity's number.
  ///   - clusters: By row, its cluster's number; nothing for a row that stands alone.
  /// - Precondition: Both have a value for each row.
  /// - Complexity: O(rows), and the sorting of the cells.
  init(truth: [Int], clusters: [Int?]) {
    precondition(truth.count == clusters.count, "truth and clusters have a value for each row")
    struct Pair: Hashable {
      var entity: Int
      var cluster: Int
    }
    var entityPlaces: [Int: Int] = [:]
    var clusterPlaces: [Int: Int] = [:]
    var entitySizes: [Int] = []
    var clusterSizes: [Int] = []
    var counts: [Pair: Int] = [:]
    for (entity, cluster) in zip(truth, clusters) {
      let entityPlace = entityPlaces[entity] ?? entitySizes.count
      if entityPlace == entitySizes.count {
        entityPlaces[entity] = entityPlace
        entitySizes.append(0)
      }
      let clusterPlace = cluster.flatMap { clusterPlaces[$0] } ?? clusterSizes.count
      if clusterPlace == clusterSizes.count {
        if let cluster { clusterPlaces[cluster] = clusterPlace }
        clusterSizes.append(0)
      }
      entitySizes[entityPlace] += 1
      clusterSizes[clusterPlace] += 1
      counts[Pair(entity: entityPlace, cluster: clusterPlace), default: 0] += 1
    }
    self.entitySizes = entitySizes
    self.clusterSizes = clusterSizes
    cells = counts.map { Cell(entity: $0.key.entity, cluster: $0.key.cluster, size: $0.value) }
      .sorted { ($0.entity, $0.cluster) < ($1.entity, $1.cluster) }
  }
}
