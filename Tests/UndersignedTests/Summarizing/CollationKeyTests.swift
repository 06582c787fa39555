import Testing

@testable import Undersigned

@Suite struct CollationKeyTests {
  @Test func caseDoesNotSeparateNames() {
    let sorted = ["beta", "Alpha", "ALPHA", "alpha b"].sorted { CollationKey($0) < CollationKey($1) }
    #expect(sorted == ["ALPHA", "Alpha", "alpha b", "beta"])
  }

  @Test func equalNamesAreEqual() {
    #expect(CollationKey("Testa") == CollationKey("Testa"))
    #expect(!(CollationKey("Testa") < CollationKey("Testa")))
  }

  @Test func ranksCompareAsKeysDo() {
    let names = ["Zeta", "Åland", "Aland", "åland", "Zeta", "", "e\u{301}", "\u{E9}"]
    let ranks = CollationKey.ranks(of: names)
    for (left, leftRank) in zip(names, ranks) {
      for (right, rightRank) in zip(names, ranks) {
        #expect((leftRank < rightRank) == (CollationKey(left) < CollationKey(right)))
        #expect((leftRank == rightRank) == (CollationKey(left) == CollationKey(right)))
      }
    }
    #expect(CollationKey.ranks(of: []).isEmpty)
  }
}
