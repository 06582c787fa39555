/// Numbers that announcements round to: 10, 15, 20, 25, 30, 40 ... 90, then 100, 110 ... 200, 250 ... 500, 600, 700,
/// 750, 800, 900, and ten, a hundred ... times these.
public enum RoundNumber {
  /// The largest round number below a count, so that `over` it is true; nothing for a count of 10 or less.
  public static func below(_ count: Int) -> Int? { ladder(upTo: count - 1).last }

  /// The round number that a count is nearly: above it, and by no more than a twentieth of itself; nothing without one.
  static func justAbove(_ count: Int) -> Int? {
    guard let next = ladder(upTo: 2 * count + 10).first(where: { $0 > count }) else { return nil }
    return (next - count) * 20 <= next ? next : nil
  }

  /// The next round number that a count is not over yet: the count itself, if it is round.
  public static func next(from count: Int) -> Int? { ladder(upTo: 2 * count + 10).first { $0 >= count } }

  private static func ladder(upTo limit: Int) -> [Int] {
    var numbers = [10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90]
    var decade = 100
    while decade <= limit {
      numbers += (Array(10..<20) + [20, 25, 30, 35, 40, 45, 50, 60, 70, 75, 80, 90]).map { decade / 10 * $0 }
      decade *= 10
    }
    return numbers.filter { $0 <= limit }
  }
}
