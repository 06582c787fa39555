/// Union-find with path halving; the smallest member stands for its set, so that nothing depends on the order of joins.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  /// The smallest member of the set that holds `member`.
  mutating func root(_ member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  /// - Returns: Whether they were in two sets.
  @discardableResult
  mutating func join(_ one: Int, _ other: Int) -> Bool {
    let (low, high) = (min(root(one), root(other)), max(root(one), root(other)))
    parents[high] = low
    return low != high
  }
}
