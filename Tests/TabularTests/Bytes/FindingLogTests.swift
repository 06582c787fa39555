import Testing

@testable import Tabular

@Suite struct FindingLogTests {
  @Test func sumsUpAfterFiveOfASlug() {
    var log = FindingLog(source: "letter.csv")
    for line in 1...50 { log.add(.warning, "ragged-record", line: line, "short") }
    log.add(.note, "stray-quote", line: 7, column: 3, "a quote")
    #expect(log.findings.count == 7)
    #expect(log.findings[5].description == "letter.csv:7:3: note: [stray-quote] a quote")
    #expect(log.findings[6].description == "letter.csv:6: warning: [ragged-record] 45 more places like this")
  }

  @Test func aHabitOfTheWholeInputIsOneNote() {
    var log = FindingLog(source: "letter.csv")
    log.add(.warning, "ragged-record", line: 2, "short")
    for line in 3...50 { log.add(.warning, "undoubled-quote", line: line, column: 4, "a quote") }
    log.condense("undoubled-quote") { "quotes in \($0) places" }
    log.condense("stray-quote") { "\($0) of them" }
    #expect(
      log.findings.map(\.description) == [
        "letter.csv:2: warning: [ragged-record] short", "letter.csv:3:4: note: [undoubled-quote] quotes in 48 places",
      ])
  }
}
