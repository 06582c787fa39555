/// Joins distinct names along their links, the surest first, and never against a cannot-link.
///
/// Agglomeration with constraints between whole clusters: a link joins two clusters only when no pair of their members
/// is decided apart, their countries don't exclude each other, and enough of their members answer each other. So a
/// chain of weak links never pulls strangers together, and the result does not depend on the order of the links.
struct Clustering {
  /// Two names that evidence links.
  struct Link {
    var left: Int
    var right: Int
    /// 0 through 1.
    var score: Double
  }

  /// How many members of a cluster stand for it when clusters are joined; the first in content order.
  static let representativeLimit = 8

  private var parents: [Int]
  /// By root, the names of a cluster of several, rising; one by itself is kept nowhere, for most are.
  private var joined: [Int: [Int]] = [:]
  /// By root, the countries of the cluster.
  private var countries: [[CountryCode]]
  /// By name, its own countries.
  private let own: [[CountryCode]]
  private var apart: [Int: Set<Int>] = [:]

  init(_ names: [DistinctName]) {
    parents = Array(names.indices)
    own = names.map(\.countries)
    countries = own
  }

  /// The cluster of a name, as the index of one of its names.
  mutating func cluster(of name: Int) -> Int {
    var root = name
    while parents[root] != root { root = parents[root] }
    var walker = name
    while parents[walker] != root { (walker, parents[walker]) = (parents[walker], root) }
    return root
  }

  /// The names of a cluster by its root, rising; empty for a name that is no root.
  func names(of root: Int) -> [Int] { joined[root] ?? (parents[root] == root ? [root] : []) }

  /// Forbids that two names ever share a cluster.
  mutating func keepApart(_ left: Int, _ right: Int) {
    guard left != right else { return }
    apart[left, default: []].insert(right)
    apart[right, default: []].insert(left)
  }

  /// Whether a decision keeps any member of one cluster from any of the other.
  mutating func isKeptApart(_ left: Int, _ right: Int) -> Bool {
    let leftRoot = cluster(of: left)
    let rightRoot = cluster(of: right)
    guard !apart.isEmpty, leftRoot != rightRoot else { return false }
    var (small, large) = (names(of: leftRoot), names(of: rightRoot))
    if small.count > large.count { swap(&small, &large) }
    return small.contains { name in
      guard let others = apart[name] else { return false }
      return large.contains(where: others.contains)
    }
  }

  /// Joins two names whatever the evidence, unless they are kept apart.
  ///
  /// - Returns: Whether they share a cluster afterwards.
  mutating func joinByDecision(_ left: Int, _ right: Int) -> Bool {
    if isKeptApart(left, right) { return false }
    join(cluster(of: left), cluster(of: right))
    return true
  }

  /// Joins along links.
  ///
  /// - Parameters:
  ///   - links: In any order; each pair once.
  ///   - compare: Compares two names, the lower index first.
  ///   - support: The score from which two members answer each other.
  mutating func join(along links: [Link], support: Double, compare: (Int, Int) -> NameComparison) {
    let sorted = links.sorted { ($1.score, $0.left, $0.right) < ($0.score, $1.left, $1.right) }
    for link in sorted {
      let left = cluster(of: link.left)
      let right = cluster(of: link.right)
      guard left != right, !isKeptApart(left, right) else { continue }
      // Names of different countries that are linked all the same have shown that one of the countries is a misprint.
      if excludes(countries[left], countries[right]), !excludes(own[link.left], own[link.right]) { continue }
      if joined[left] != nil || joined[right] != nil, !isSupported(left, right, support, compare) { continue }
      join(left, right)
    }
  }

  private func excludes(_ left: [CountryCode], _ right: [CountryCode]) -> Bool {
    !left.isEmpty && !right.isEmpty && !left.contains(where: right.contains)
  }

  /// Whether not more than a third of the pairs between two clusters exclude each other, and a third answer.
  private func isSupported(_ left: Int, _ right: Int, _ support: Double, _ compare: (Int, Int) -> NameComparison)
    -> Bool
  {
    var total = 0
    var vetoed = 0
    var answering = 0
    for leftName in names(of: left).prefix(Clustering.representativeLimit) {
      for rightName in names(of: right).prefix(Clustering.representativeLimit) {
        let comparison = compare(min(leftName, rightName), max(leftName, rightName))
        total += 1
        if comparison.isVetoed { vetoed += 1 }
        if comparison.score >= support { answering += 1 }
      }
    }
    return vetoed * 3 <= total && answering * 3 >= total
  }

  private mutating func join(_ left: Int, _ right: Int) {
    guard left != right else { return }
    let (kept, gone) = (min(left, right), max(left, right))
    joined[kept] = (names(of: kept) + names(of: gone)).sorted()
    joined[gone] = nil
    parents[gone] = kept
    let added = countries[gone].filter { !countries[kept].contains($0) }
    countries[kept] += added
    countries[gone] = []
  }
}
