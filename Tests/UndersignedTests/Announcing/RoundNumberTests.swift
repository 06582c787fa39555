import Testing

@testable import Undersigned

@Suite struct RoundNumberTests {
  @Test func overIsStrictlyBelow() {
    #expect(RoundNumber.below(10) == nil)
    #expect(RoundNumber.below(11) == 10)
    #expect(RoundNumber.below(250) == 200)
    #expect(RoundNumber.below(251) == 250)
    #expect(RoundNumber.below(393) == 350)
    #expect(RoundNumber.below(1_000) == 900)
    #expect(RoundNumber.below(13_850) == 13_000)
  }

  @Test func nearlyIsWithinATwentieth() {
    #expect(RoundNumber.justAbove(393) == 400)
    #expect(RoundNumber.justAbove(379) == nil)
    #expect(RoundNumber.justAbove(380) == 400)
    #expect(RoundNumber.justAbove(400) == nil)
    #expect(RoundNumber.justAbove(0) == nil)
  }
}
