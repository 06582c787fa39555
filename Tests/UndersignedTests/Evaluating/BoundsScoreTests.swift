import Testing

@testable import Undersigned

@Suite struct BoundsScoreTests {
  @Test(arguments: [(95, true), (110, true), (94, false), (111, false)])
  func endsAreInside(truth: Int, isInside: Bool) {
    #expect(BoundsScore(Bounds(reported: 108, atLeast: 95, atMost: 110), truth: truth).isInside == isInside)
  }

  @Test func differencesAreInPerCentOfTheTruth() {
    let score = BoundsScore(Bounds(reported: 54, atLeast: 48, atMost: 54), truth: 50)
    #expect(score.widthPercent == 12)
    #expect(score.atLeastPercent == -4)
    #expect(score.atMostPercent == 8)
    #expect(BoundsScore(Bounds(reported: 0, atLeast: 0, atMost: 0), truth: 0).widthPercent == 0)
  }
}
