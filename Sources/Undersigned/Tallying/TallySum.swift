/// The sum of many tallies that come one after the other, of which few are in memory.
///
/// Partial sums are kept by size, each more than twice as large as the next, so that there are O(log *n*) of them,
/// which take less memory than twice the largest, and an answer is moved O(log *n*) times. (The logarithmic method: J.
/// L. Bentley and J. B. Saxe, "Decomposable searching problems I", 1980.)
public struct TallySum: Sendable {
  private var parts: [Tally] = []

  /// The sum of nothing.
  public init() {}

  /// Adds a tally; the order in which they come makes no difference.
  ///
  /// - Complexity: O(*m* log *n*) over all, for *m* rows and bytes of *n* tallies.
  public mutating func add(_ tally: Tally) {
    var sum = tally
    while let last = parts.last, TallySum.size(last) <= 2 * TallySum.size(sum) {
      parts.removeLast()
      sum = last.merged(with: sum)
    }
    parts.append(sum)
  }

  /// All of it; the empty tally when nothing was added.
  public var total: Tally {
    guard var total = parts.last else { return .empty }
    for part in parts.dropLast().reversed() { total = part.merged(with: total) }
    return total
  }

  /// How many partial sums there are.
  var partCount: Int { parts.count }

  private static func size(_ tally: Tally) -> Int {
    tally.rows.count + tally.people.count + tally.sources.count + tally.days.count + tally.findings.count
  }
}
