import Testing

@testable import Undersigned

@Suite struct QuotingTests {
  @Test(arguments: [
    ("", "''"), ("Oficina", "'Oficina'"), ("a\u{1B}[31m\u{202E}b\n", "'a[31mb'"),
    (String(repeating: "é", count: 60), "'\(String(repeating: "é", count: 60))'"),
    (String(repeating: "é", count: 61), "'\(String(repeating: "é", count: 59))…'"),
  ])
  func valuesAreCutAndCleaned(value: String, expected: String) {
    #expect(quoted(value) == expected)
  }

  @Test func listsEndAfterTwelve() {
    #expect(quotedList([]) == "")
    #expect(quotedList(["a", "b"]) == "'a', 'b'")
    #expect(quotedList((1...14).map(String.init)).hasSuffix("'12' and 2 more"))
  }
}
