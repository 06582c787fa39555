import Testing

@testable import Undersigned

@Suite struct MarkdownTextTests {
  @Test(arguments: [
    ("Central Única de Trabajadores (CUT)", "Central Única de Trabajadores (CUT)"),
    ("a|b", "a\\|b"), ("`code`", "\\`code\\`"), ("<script>", "&lt;script&gt;"), ("A & B", "A &amp; B"),
    ("&lt;", "&amp;lt;"), ("](javascript:x)", "\\](javascript:x)"), ("![x](y)", "\\!\\[x\\](y)"),
    ("*b* _i_ ~s~", "\\*b\\* \\_i\\_ \\~s\\~"), ("# heading", "\\#<!-- --> heading"), ("#123", "\\#<!-- -->123"),
    ("@everyone", "@<!-- -->everyone"), ("https://example.org/x", "https:<!-- -->//example.org/x"),
    ("WWW.example.org", "WWW<!-- -->.example.org"), ("- item", "\\- item"), ("+ item", "\\+ item"),
    ("=== ", "\\==="), ("1. first", "1\\. first"), ("12) twelfth", "12\\) twelfth"), ("350.org", "350\\.org"),
    ("two\nlines\r\nthree", "two lines three"), ("a\u{202E}b\u{200B}c\u{2066}d\u{FEFF}", "abcd"),
    ("Ke$ha", "Ke<span>$</span>ha"), ("back\\slash", "back\\\\slash"), ("  ends  ", "ends"),
    ("\u{645}\u{6CC}\u{200C}\u{62E}", "\u{645}\u{6CC}\u{200C}\u{62E}"), ("\u{1B}[31mred", "\\[31mred"),
  ])
  func showsAsWrittenAndDoesNothing(text: String, expected: String) {
    #expect(MarkdownText.inert(text) == expected)
  }

  @Test func longTextsAreCut() {
    let cut = MarkdownText.inert(String(repeating: "a", count: 10_000))
    #expect(cut.count == MarkdownText.limit)
    #expect(cut.hasSuffix("…"))
  }

  @Test func nothingClosesABlockFromInside() {
    #expect(MarkdownText.block(["a", "b"], in: "csv") == "```csv\na\nb\n```")
    #expect(MarkdownText.block(["```\n<b>", " ````"], in: "csv") == "`````csv\n``` <b>\n````\n`````")
    #expect(MarkdownText.block([], in: "") == "```\n```")
  }
}
