import Tabular
import Testing

@testable import Undersigned

@Suite struct LedgerFileTests {
  private func letter() throws -> Summary {
    var letter = LetterBuilder()
    letter.add("Voorbeeldbond", .at("BE"), .tradeUnion)
    letter.add("Central de Exemplo", .at("BR"), .tradeUnion)
    letter.add("Kosovo Example", .at("XK"), .ngo)
    return try letter.summary()
  }

  private func entry(_ day: String = "2026-03-01", _ language: MessageLanguage = .english) throws -> LedgerEntry {
    let summary = try letter()
    let day = try #require(Day(day))
    return try #require(
      LedgerEntry(
        on: day, letter: "a-letter", Announcement(AnnouncementFacts(summary), in: language), .over,
        of: summary, inputs: [InputFile(.input, name: "a, b.csv", ContentHash(Array("abc".utf8)))]))
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    var entries = [try entry(), try entry("2026-04-01", .spanish)]
    let first = try LedgerFile.adding([entries[0]], to: [], name: "ledger.csv")
    let both = try LedgerFile.adding([entries[1]], to: first, name: "ledger.csv")
    #expect(both.starts(with: first))
    #expect(LedgerFile.isLedger(both))
    entries[0].line = 2
    entries[1].line = 3
    #expect(try LedgerFile.parse(both, name: "ledger.csv") == entries)
  }

  @Test func aLineSaysWhatWasSaidAndWhatItRestsOn() throws {
    let text = String(decoding: try LedgerFile.adding([entry()], to: [], name: "ledger.csv"), as: UTF8.self)
    #expect(
      text == """
        on,letter,language,sentence,organizations,organizations_at_least,organizations_at_most,countries,\
        countries_at_least,countries_at_most,types,people,policies,inputs
        2026-03-01,a-letter,en,"3 organizations from 3 countries have signed, including 2 trade unions.",3,3,3,3,3,3,\
        trade_union 2,0,country=iso-3166-1; affiliated-person=organization-signs; unverified=left-out; \
        invisible-links=1.5%,\
        "a, b.csv=ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

        """)
  }

  @Test func anEmptyFileIsALedgerWithoutEntries() throws {
    #expect(try LedgerFile.parse([], name: "ledger.csv") == [])
    #expect(try LedgerFile.parse(Array("\n\n".utf8), name: "ledger.csv") == [])
    #expect(!LedgerFile.isLedger([]))
  }

  @Test(arguments: [
    (from: "2026-03-01", to: "2026-3-1", error: "'2026-3-1' is no day such as 2026-11-22"),
    (from: ",en,", to: ",xx,", error: "no language is called 'xx'"),
    (from: ",3,3,3,3,", to: ",3,3,-3,3,", error: "'-3' under 'organizations_at_most' is no count"),
    (from: "trade_union 2", to: "trade_onion 2", error: "'trade_onion 2' is no type with a count"),
  ])
  func aLineThatCantBeUnderstoodIsAnError(from: String, to: String, error: String) throws {
    let text = String(decoding: try LedgerFile.adding([entry()], to: [], name: "ledger.csv"), as: UTF8.self)
    let bytes = Array(text.replacing(from, with: to, maxReplacements: 1).utf8)
    #expect(throws: PipelineError(.malformedLedger(error), at: Position(source: "ledger.csv", line: 2))) {
      try LedgerFile.parse(bytes, name: "ledger.csv")
    }
    // Nothing is added to what can't be read.
    #expect(throws: PipelineError.self) { try LedgerFile.adding([try entry()], to: bytes, name: "ledger.csv") }
  }

  @Test func aFileThatIsNoLedgerIsLeftAlone() throws {
    let bytes = Array("organization,country\nVoorbeeldbond,BE\n".utf8)
    #expect(throws: PipelineError.self) { try LedgerFile.adding([try entry()], to: bytes, name: "ledger.csv") }
  }
}
