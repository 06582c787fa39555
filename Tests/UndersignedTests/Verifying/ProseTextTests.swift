import Testing

@testable import Undersigned

@Suite struct ProseTextTests {
  private func blocks(_ text: String) -> [String] {
    let prose = ProseText(text)
    return prose.scalars.split(separator: ProseText.blockEnd).map { block in
      String(String.UnicodeScalarView(block)).split(separator: " ").joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("**Over** _250_ [groups](https://example.org/41(2)) signed.", ["Over 250 groups signed."]),
    ("We are 300[i] groups[^2] and 5[12].", ["We are 300 groups and 5."]),
    ("# Title\nText `code 12`\nmore\n\n- one\n- two", ["Title Text more", "one", "two"]),
    ("```\n250 groups\n```\nText", ["Text"]),
    ("---\ntitle: 250 groups\n---\nText", ["Text"]),
    ("![250 groups](a.png) Text ~~old~~", ["Text old"]),
    (
      "<p>Over <b>250</b> groups<sup>3</sup></p><script>var a = 12</script><p>A&nbsp;&amp; B&eacute;</p>",
      ["Over 250 groups", "A\u{A0}& Be\u{301}"]
    ),
    ("See https://example.org/250 or write to a.b@example.org today", ["See or write to today"]),
    ("| Groups | 250 |\n|---|---|\n| Countries | 41 |", ["| Groups | 250 |", "| Countries | 41 |"]),
    ("250² groups", ["250 groups"]), ("", []), ("<!-- 250 groups --> Text", ["Text"]), ("a < b & c", ["a < b & c"]),
    ("2 * 3 * 4", ["2 * 3 * 4"]), ("[1]: https://example.org\nText", ["Text"]),
    ("1. First\n2. Second", ["First", "Second"]),
  ])
  func showsWhatAReaderSees(text: String, expected: [String]) {
    #expect(blocks(text) == expected)
  }

  @Test func linesAreThoseOfTheSource() {
    let prose = ProseText("One\n\n```\nskipped\n```\n\nTwo <!--\n\n--> three\nfour")
    let tokens = ProseTokens(prose).tokens.filter { $0.kind == .word }
    #expect(tokens.map(\.form) == ["one", "two", "three", "four"])
    #expect(tokens.map(\.line) == [1, 7, 9, 10])
  }
}
