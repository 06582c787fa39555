import Testing

@testable import Undersigned

@Suite struct DisjointSetsTests {
  /// By member, the smallest one that it can be reached from, by searching the graph breadth first.
  private func smallest(_ count: Int, _ pairs: [(Int, Int)]) -> [Int] {
    var neighbours = [[Int]](repeating: [], count: count)
    for (left, right) in pairs {
      neighbours[left].append(right)
      neighbours[right].append(left)
    }
    var found = [Int](repeating: -1, count: count)
    for start in 0..<count where found[start] < 0 {
      var queue = [start]
      found[start] = start
      while let member = queue.popLast() {
        for next in neighbours[member] where found[next] < 0 {
          found[next] = start
          queue.insert(next, at: 0)
        }
      }
    }
    return found
  }

  @Test(arguments: UInt64(1)...20) func agreesWithSearchingTheGraph(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let pairs = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
      (Int.random(in: 0..<50, using: &generator), Int.random(in: 0..<50, using: &generator))
    }
    var sets = DisjointSets(count: 50)
    for (left, right) in pairs { sets.join(left, right) }
    let roots = (0..<50).map { sets.root($0) }
    #expect(roots == smallest(50, pairs))
  }

  @Test func tellsWhetherSetsWereTwo() {
    var sets = DisjointSets(count: 3)
    let wereTwo = [(2, 1), (1, 2), (0, 0)].map { sets.join($0, $1) }
    #expect(wereTwo == [true, false, false])
    let roots = (0..<3).map { sets.root($0) }
    #expect(roots == [0, 1, 1])
  }
}
