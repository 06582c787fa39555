import Testing

@testable import Undersigned

@Suite struct CandidateBlocksTests {
  private func names(_ countries: [String]) -> [DistinctName] {
    countries.map { country in
      DistinctName(compareForm: "x", countries: CountryCode(country).map { [$0] } ?? [], firstMention: 0)
    }
  }

  private func pairs(_ keys: [[UInt64]], _ names: [DistinctName], limit: Int) -> [[Int]] {
    var list = KeyList()
    for (name, keys) in keys.enumerated() {
      for key in keys { list.append(key, of: Int32(name)) }
    }
    let blocks = CandidateBlocks(list, names, limit: limit)
    var seen = [Int32](repeating: -1, count: names.count)
    return names.indices.map { blocks.partners(of: $0, seen: &seen).map(Int.init) }
  }

  @Test func namesThatShareAKeyArePartnersOnce() {
    let found = pairs([[1, 2], [2, 3], [1, 2], [4]], names(["", "", "", ""]), limit: 9)
    #expect(found == [[1, 2], [2], [], []])
  }

  @Test func nothingAtAllHasNoPartners() {
    #expect(pairs([], [], limit: 9) == [])
    #expect(pairs([[]], names([""]), limit: 9) == [[]])
  }

  @Test func largeBlocksAreSplitByCountryAndDroppedWhenStillTooLarge() {
    let keys = [[UInt64]](repeating: [9], count: 7)
    let found = pairs(keys, names(["AT", "BR", "AT", "", "", "", "BR"]), limit: 2)
    #expect(found == [[2], [6], [], [], [], [], []])
    #expect(pairs(keys, names(["AT", "BR", "AT", "", "", "", "BR"]), limit: 7)[0] == [1, 2, 3, 4, 5, 6])
  }

  @Test func agreesWithComparingAllKeys() {
    var generator = SplitMix64(seed: 3)
    let keys = (0..<80).map { _ in
      Array(Set((0..<4).map { _ in UInt64.random(in: 0...60, using: &generator) << 58 | 5 }))
    }
    let expected = keys.indices.map { left in
      keys.indices.filter { $0 > left && !Set(keys[left]).isDisjoint(with: keys[$0]) }
    }
    #expect(pairs(keys, names([String](repeating: "", count: 80)), limit: 80) == expected)
  }

  @Test func sortingKeepsTheOrderOfNames() {
    var generator = SplitMix64(seed: 4)
    var list = KeyList()
    for name: Int32 in 0..<2_000 {
      list.append(UInt64.random(in: 0...40, using: &generator) &* 0x9E37_79B9_7F4A_7C15, of: name)
    }
    let expected = zip(list.keys, list.names).sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    list.sort()
    #expect(list.keys == expected.map(\.0))
    #expect(list.names == expected.map(\.1))
  }
}
