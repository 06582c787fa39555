import Testing

@testable import Undersigned

@Suite struct StaleFiguresTests {
  /// 300 on one day, 309 on the next: the count changed, and copies did not.
  private func stale(in text: String) throws -> [StaleFigures.Figure] {
    var letter = LetterBuilder()
    letter.add("Voorbeeldbond", .at("BE"), .tradeUnion)
    let summary = try letter.summary()
    func entry(_ day: String, _ sentence: String, _ count: Int, _ countries: Int, unions: Int) throws -> LedgerEntry {
      LedgerEntry(
        on: try #require(Day(day)), letter: "a-letter", language: .english, sentence: sentence,
        organizations: Bounds(reported: count, atLeast: count - 2, atMost: count),
        countries: Bounds(reported: countries, atLeast: countries, atMost: countries),
        types: [.init(type: .tradeUnion, count: unions)], people: 12, policies: [], inputs: [], line: 0)
    }
    let entries = [
      try entry("2017-12-01", "309 organizations from 155 countries have signed.", 309, 155, unions: 40),
      try entry("2017-11-01", "300 organizations from 150 countries have signed.", 300, 150, unions: 40),
      try entry("2017-10-01", "Over 250 organizations from 150 countries have signed.", 261, 150, unions: 31),
    ]
    return StaleFigures(entries, verify: VerifyText(), summary: summary).figures(in: text)
  }

  @Test func figuresThatWereAnnouncedOtherwiseSinceAreFound() throws {
    let text = "# Our letter\n\nWe are 300 organizations from 150 countries, including 31 trade unions.\n"
    let figures = try stale(in: text)
    #expect(figures.map(\.claim) == ["300 organizations", "150 countries", "31 trade unions"])
    #expect(figures.map(\.line) == [3, 3, 3])
    #expect(figures.map(\.old.on.description) == ["2017-11-01", "2017-11-01", "2017-10-01"])
    #expect(figures.allSatisfy { $0.latest.on.description == "2017-12-01" })
  }

  @Test(arguments: [
    "309 organizations from 155 countries, including 40 trade unions, have signed.",
    "At least 307 organizations have signed.",
    // Never announced: whether it is true is for another check.
    "Over 200 organizations have signed.",
    "Join 12 people who signed.",
    "On 31 May, 150 states voted, and 300 people came; call 250 300 261.",
    "",
  ])
  func figuresOfTheLastDayAndOthersAreLeftAlone(text: String) throws {
    #expect(try stale(in: text) == [])
  }

  @Test func roundFiguresAreFoundByWhatTheySay() throws {
    #expect(
      try stale(in: "Más de 250 organizaciones han firmado la carta.").map(\.old.on.description) == ["2017-10-01"])
  }

  @Test func nothingIsStaleWithoutTwoDays() throws {
    let summary = try LetterBuilder().summary()
    let none = StaleFigures([], verify: VerifyText(language: .english), summary: summary)
    #expect(none.figures(in: "300 organizations have signed.") == [])
  }
}
