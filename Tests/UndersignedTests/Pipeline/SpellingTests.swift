import Testing

@testable import Undersigned

@Suite struct SpellingTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 0), ("abc", "acb", 1), ("kitten", "sitting", 3), ("ca", "abc", 3), ("", "ab", 2),
    ("федерация", "федерацiя", 1), ("party", "patry", 1), ("ñandú", "nandu", 2), ("same", "asme", 1),
  ])
  func agreesWithTheDefinition(left: String, right: String, distance: Int) {
    #expect(Spelling.distance(Spelling.letters(left), Spelling.letters(right), limit: 3) == distance)
    #expect(Spelling.distance(Spelling.letters(right), Spelling.letters(left), limit: 3) == distance)
    if distance > 0 {
      #expect(Spelling.distance(Spelling.letters(left), Spelling.letters(right), limit: distance - 1) == nil)
    }
  }

  /// The whole matrix, as the definition has it.
  private func naive(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count { table[row][0] = row }
    for column in 0...right.count { table[0][column] = column }
    for row in 1..<max(1, left.count + 1) where !left.isEmpty {
      for column in 1..<max(1, right.count + 1) where !right.isEmpty {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        table[row][column] = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
        }
      }
    }
    return table[left.count][right.count]
  }

  @Test func agreesWithTheWholeMatrix() {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<2_000 {
      let left = (0..<Int.random(in: 0...7, using: &generator)).map { _ in UInt32.random(in: 0...2, using: &generator) }
      let right = (0..<Int.random(in: 0...7, using: &generator)).map { _ in UInt32.random(in: 0...2, using: &generator)
      }
      let expected = naive(left, right)
      #expect(Spelling.distance(left, right, limit: 3) == (expected <= 3 ? expected : nil))
      #expect(Spelling.distance(left, right, limit: 1) == (expected <= 1 ? expected : nil))
      #expect(Spelling.distance(left, right, limit: 7) == expected)
    }
  }

  /// On both sides of what fits one machine word.
  @Test func longSpellingsAgreeAsWell() {
    var generator = SplitMix64(seed: 8)
    for _ in 0..<300 {
      let left = (0..<Int.random(in: 58...70, using: &generator)).map { _ in UInt32.random(in: 0...4, using: &generator)
      }
      var right = left
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        let place = Int.random(in: 1..<right.count, using: &generator)
        switch Int.random(in: 0...3, using: &generator) {
        case 0: right.remove(at: place)
        case 1: right.insert(UInt32.random(in: 0...4, using: &generator), at: place)
        case 2: right.swapAt(place, place - 1)
        default: right[place] = UInt32.random(in: 0...4, using: &generator)
        }
      }
      let expected = naive(left, right)
      #expect(Spelling.distance(left, right, limit: 3) == (expected <= 3 ? expected : nil))
      #expect(Spelling.distance(right, left, limit: 12) == expected)
    }
  }

  @Test func nearestPrefersTheSmallerDistanceThenTheOrderOfWords() {
    #expect(Spelling.nearest(to: "polcy", among: ["exports", "policy", "police"]) == "policy")
    #expect(Spelling.nearest(to: "abcd", among: ["abce", "abca"]) == "abca")
    #expect(Spelling.nearest(to: "abcd", among: ["abca", "abce"]) == "abca")
    #expect(Spelling.nearest(to: "letter", among: ["stages", "output"]) == nil)
    #expect(Spelling.nearest(to: "x", among: []) == nil)
  }

  @Test func nearestLetsAsManyLettersDifferAsItIsTold() {
    #expect(Spelling.nearest(to: "stage", among: ["start"]) == nil)
    #expect(Spelling.nearest(to: "stage", among: ["start"], differingInOneOf: 2) == "start")
    #expect(Spelling.nearest(to: "cat", among: ["elephant"], differingInOneOf: 2) == nil)
  }
}
