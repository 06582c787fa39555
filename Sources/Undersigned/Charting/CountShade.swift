/// The shade for a number: 0 for none, 1 through 4 from light to dark.
///
/// Numbers of organizations are spread over orders of magnitude, one country far ahead of many: so the shades part at
/// the roots of the largest number, each holding numbers up to a constant factor above those of the one before.
struct CountShade: Sendable {
  private let root: Double

  /// Shades for numbers up to this one.
  init(largest: Int) {
    // Numbers as small as 2 and 3 are not the darkest of all.
    root = max(Double(max(largest, 0)).squareRoot().squareRoot(), 1.5)
  }

  /// The shade for a number.
  func callAsFunction(_ count: Int) -> Int {
    guard count > 0 else { return 0 }
    if count == 1 { return 1 }
    let value = Double(count)
    if value <= root { return 1 }
    if value <= root * root { return 2 }
    return value <= root * root * root ? 3 : 4
  }
}
