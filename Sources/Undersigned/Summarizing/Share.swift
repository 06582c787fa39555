/// A part of a whole in tenths of a percent, 0 through 1000.
///
/// Whole numbers, because a column of shares has to sum to 100.0 exactly, on every machine.
public struct Share: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Tenths of a percent.
  public var tenths: Int

  /// That many tenths of a percent.
  public init(tenths: Int) { self.tenths = tenths }

  /// Percent with one decimal, `12.5`.
  public var description: String { "\(tenths / 10).\(tenths % 10)" }

  /// The smaller first.
  public static func < (left: Share, right: Share) -> Bool { left.tenths < right.tenths }

  /// The share of each count, by the method of the largest remainder (A. Hamilton, 1792): rounded down, then the
  /// tenths that are missing go to the largest remainders; among equal ones to those that stand first.
  ///
  /// - Parameter counts: Not negative, with a sum below 2^53.
  /// - Returns: Shares that sum to 100.0, or all 0.0 when nothing was counted.
  static func of(_ counts: [Int]) -> [Share] {
    let total = counts.reduce(0, +)
    guard total > 0 else { return counts.map { _ in Share(tenths: 0) } }
    var tenths = counts.map { $0 * 1000 / total }
    let missing = 1000 - tenths.reduce(0, +)
    let byRemainder = counts.indices.sorted { left, right in
      let (leftRest, rightRest) = (counts[left] * 1000 % total, counts[right] * 1000 % total)
      return leftRest != rightRest ? leftRest > rightRest : left < right
    }
    for index in byRemainder.prefix(missing) { tenths[index] += 1 }
    return tenths.map { Share(tenths: $0) }
  }
}
