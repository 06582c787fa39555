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

  @Test func partsTellOfTheRestInTheOrderOfTheWhole() {
    // On line 2 the sixth quote comes before the sixth ragged record; the part of line 2 by itself has two of these.
    let (quotes, ragged) = ([0, 7], [4, 2])
    var whole = FindingLog(source: "letter.csv")
    var joined = FindingLog(source: "letter.csv")
    for line in 1...2 {
      var part = FindingLog(source: "letter.csv")
      for column in 0..<quotes[line - 1] {
        whole.add(.note, "stray-quote", line: line, column: column, "a quote")
        part.add(.note, "stray-quote", line: 1, column: column, "a quote")
      }
      for column in 20..<20 + ragged[line - 1] {
        whole.add(.warning, "ragged-record", line: line, column: column, "short")
        part.add(.warning, "ragged-record", line: 1, column: column, "short")
      }
      joined.append(part, from: line)
    }
    #expect(joined.findings == whole.findings)
    #expect(whole.findings.count == 12)
  }
}
