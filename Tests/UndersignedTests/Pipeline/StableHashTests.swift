import Testing

@testable import Undersigned

@Suite struct StableHashTests {
  @Test(arguments: [("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8)])
  func agreesWithThePublishedVectors(text: String, expected: UInt64) {
    #expect(StableHash.of(text.utf8) == expected)
    #expect(text.utf8.reduce(StableHash.empty, StableHash.extend) == expected)
  }

  @Test func pairsAreOrdered() {
    #expect(StableHash.of(1, 2) == StableHash.of(1, 2))
    #expect(StableHash.of(1, 2) != StableHash.of(2, 1))
    #expect(StableHash.of(0, 0) != 0)
  }
}
