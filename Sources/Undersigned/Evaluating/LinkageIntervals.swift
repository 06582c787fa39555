/// How far the figures on linking may lie from those of a list that had drawn other organizations of the same sort.
///
/// 95 % percentile intervals of a cluster bootstrap (Efron and Tibshirani, 1993; Field and Welsh, 2007): as many
/// entities as there are, drawn with replacement, all rows of an entity together; every figure is computed anew for
/// each of the samples. What a cluster joins of several entities is split evenly among those that it joins, pair by
/// pair and cluster by row (Binette, York, Hickerson, Baek, Madhavan and Jones, 2023), so that the figures of the whole
/// set are exactly those of `LinkageScore`.
///
/// Where a set shows no error of a kind, neither does any sample: the interval then has no width, and proves nothing.
public struct LinkageIntervals: Hashable, Sendable {
  /// Pairwise precision.
  public let precision: ClosedRange<Double>
  /// Pairwise recall.
  public let recall: ClosedRange<Double>
  /// Pairwise F1.
  public let f1: ClosedRange<Double>
  /// B-cubed precision.
  public let bCubedPrecision: ClosedRange<Double>
  /// B-cubed recall.
  public let bCubedRecall: ClosedRange<Double>
  /// B-cubed F1.
  public let bCubedF1: ClosedRange<Double>
  /// The error of the count in per cent.
  public let countErrorPercent: ClosedRange<Double>

  /// How many samples are drawn unless something else is asked for.
  public static let sampleCount = 1000

  /// Draws samples; the same ones for the same table, whatever the order of its rows.
  ///
  /// - Parameter samples: How many, from 1.
  /// - Complexity: O(entities × samples).
  init(_ table: ContingencyTable, samples: Int = LinkageIntervals.sampleCount, seed: UInt64 = 1) {
    let shares = EntityShare.all(of: table)
    var generator = SplitMix64(seed: seed)
    var draws = [[Double]](repeating: [], count: 7)
    for _ in 0..<max(1, samples) {
      var sum = EntityShare()
      for _ in shares.indices { sum.add(shares[generator.index(below: shares.count)]) }
      for (figure, value) in sum.figures.enumerated() { draws[figure].append(value) }
    }
    let ranges = draws.map { LinkageIntervals.range(of: $0) }
    precision = ranges[0]
    recall = ranges[1]
    f1 = ranges[2]
    bCubedPrecision = ranges[3]
    bCubedRecall = ranges[4]
    bCubedF1 = ranges[5]
    countErrorPercent = ranges[6]
  }

  /// From the 2.5th to the 97.5th percentile, each the draw nearest to it.
  private static func range(of draws: [Double]) -> ClosedRange<Double> {
    let sorted = draws.sorted()
    func percentile(_ share: Double) -> Double { sorted[Int((share * Double(sorted.count - 1)).rounded())] }
    return percentile(0.025)...percentile(0.975)
  }
}
