/// The links that a policy allows for, shared out among the rows of a letter's breakdowns.
///
/// Which organizations they join is not known, only that each joins two that stand in one row: on the labelled letters
/// no link that shows in no name crosses countries. So
///
/// - a row bears its share of them rounded up, for the next one may always be here; never more than there are at all;
/// - no row loses its last organization, for joining leaves one;
/// - a figure is never below the sum of finer rows that it contains: these stand side by side.
///
/// Countries are not lowered.
struct AllowedLinks {
  /// How many links there are.
  let links: Int
  /// Among how many organizations.
  let organizations: Int

  init(_ allowance: LinkAllowance, among organizations: Int) {
    links = allowance.links(among: organizations)
    self.organizations = organizations
  }

  /// Takes the links of a row off its lower bound.
  ///
  /// - Parameters:
  ///   - bounds: Without any allowance.
  ///   - parts: The sum of the lower bounds of finer rows, with theirs.
  func applied(to bounds: Bounds, parts: Int = 0) -> Bounds {
    guard links > 0, organizations > 0 else { return bounds }
    let share = min((links * bounds.reported + organizations - 1) / organizations, links)
    return lowered(bounds, by: share, notBelow: max(parts, min(bounds.atLeast, 1)))
  }

  /// Takes all links off the lower bound of all organizations.
  ///
  /// - Parameter parts: The largest sum of the rows of one breakdown, and the number of countries.
  func applied(toTotal bounds: Bounds, parts: Int) -> Bounds {
    lowered(bounds, by: links, notBelow: max(parts, min(bounds.atLeast, 1)))
  }

  private func lowered(_ bounds: Bounds, by count: Int, notBelow least: Int) -> Bounds {
    var bounds = bounds
    let atLeast = min(max(bounds.atLeast - count, least), bounds.atLeast)
    bounds.allowance = bounds.atLeast - atLeast
    bounds.atLeast = atLeast
    return bounds
  }

  /// For each coarse row, the sum of the lower bounds of the finer rows in it.
  ///
  /// - Parameters:
  ///   - coarse: The coarse row of each organization.
  ///   - fine: Its fine row; organizations of one fine row are all in one coarse row.
  ///   - atLeast: The lower bound of each fine row.
  static func sums<Coarse: Hashable, Fine: Hashable>(
    _ coarse: [Coarse], _ fine: [Fine], _ atLeast: [Fine: Int]
  ) -> [Coarse: Int] {
    let rowOf = Dictionary(zip(fine, coarse), uniquingKeysWith: { first, _ in first })
    return rowOf.reduce(into: [:]) { sums, pair in sums[pair.value, default: 0] += atLeast[pair.key] ?? 0 }
  }
}
