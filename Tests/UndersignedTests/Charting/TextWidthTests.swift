import Testing

@testable import Undersigned

@Suite struct TextWidthTests {
  @Test func widthsAddUpAndGrowWithTheFont() {
    #expect(TextWidth.of("", size: 13) == 0)
    #expect(TextWidth.of("Chile", size: 26) == 2 * TextWidth.of("Chile", size: 13))
    #expect(TextWidth.of("mmm", size: 13) > TextWidth.of("lll", size: 13))
    #expect(TextWidth.of("e\u{301}", size: 13) == TextWidth.of("e", size: 13))
    #expect(TextWidth.of("智利", size: 10) >= 20)
    #expect(TextWidth.of("Chile", size: 13, isBold: true) > TextWidth.of("Chile", size: 13))
  }

  @Test func whatIsTooWideEndsInAnEllipsis() {
    #expect(TextWidth.cut("Chile", to: 100, size: 13) == "Chile")
    let cut = TextWidth.cut("Latin America and the Caribbean", to: 100, size: 13)
    #expect(cut == "Latin Americ…")
    #expect(TextWidth.of(cut, size: 13) <= 100)
    #expect(TextWidth.cut("Chile", to: 1, size: 13) == "…")
    // A family is one character, and is not cut apart.
    #expect(TextWidth.cut("👩‍👩‍👧 x", to: 15, size: 13) == "…")
  }

  @Test func linesBreakBetweenWords() {
    #expect(
      TextWidth.wrap("Peasants and indigenous peoples", to: 90, size: 11.5, lines: 3) == [
        "Peasants and", "indigenous", "peoples",
      ])
    #expect(TextWidth.wrap("Trade union", to: 200, size: 11.5, lines: 3) == ["Trade union"])
    #expect(TextWidth.wrap("", to: 90, size: 11.5, lines: 3) == [])
    let lines = TextWidth.wrap("One two three four five six seven", to: 60, size: 11.5, lines: 2)
    #expect(lines.count == 2)
    #expect(lines[1].hasSuffix("…"))
  }
}
