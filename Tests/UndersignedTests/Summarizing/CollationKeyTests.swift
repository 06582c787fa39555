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
}
