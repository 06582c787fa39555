import Testing

@testable import Undersigned

@Suite struct ShareTests {
  @Test func missingTenthsGoToTheLargestRemainders() {
    #expect(Share.of([1, 1, 1]).map(\.description) == ["33.4", "33.3", "33.3"])
    #expect(Share.of([2, 1]).map(\.description) == ["66.7", "33.3"])
    #expect(Share.of([5]).map(\.description) == ["100.0"])
  }

  @Test func nothingHasNoShares() {
    #expect(Share.of([]).isEmpty)
    #expect(Share.of([0, 0]).map(\.description) == ["0.0", "0.0"])
  }

  @Test(arguments: 0..<200) func sharesSumToAHundred(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let counts = (0..<Int.random(in: 1...250, using: &random)).map { _ in Int.random(in: 0...900, using: &random) }
    guard counts.contains(where: { $0 > 0 }) else { return }
    let shares = Share.of(counts)
    #expect(shares.reduce(0) { $0 + $1.tenths } == 1000)
    let total = counts.reduce(0, +)
    for (count, share) in zip(counts, shares) {
      #expect(abs(share.tenths * total - count * 1000) < total)
    }
  }
}
