import Tabular
import Testing

@testable import Undersigned

@Suite struct JobSummaryTests {
  private func summary() throws -> Summary {
    var letter = LetterBuilder()
    for number in 0..<40 {
      letter.add("Union \(number) | <b>::error::</b>", .at("CL"), .tradeUnion)
      letter.findings.append(Finding(.warning, "slug-\(number)", at: Position(source: "a.csv"), "<img> | [x](y)"))
    }
    return try letter.summary()
  }

  private func job(_ summary: Summary) -> JobSummary {
    let change = EarlierReport.Change(before: 2, now: 40, joined: summary.organizations.map(\.name), left: 1)
    return JobSummary(summary, letter: "a | <b>", change: change, folder: "Reports/a")
  }

  @Test func itTellsTheFiguresAndWhatChanged() throws {
    let text = try job(summary()).text()
    #expect(text.hasPrefix("## a \\| &lt;b&gt;: A letter\n\n**40 organizations from 1 country** ("))
    #expect(text.contains("2 organizations before, 40 now; 40 listed that were not, 1 not listed any more."))
    #expect(text.contains("- and 28 more\n"))
    #expect(text.contains("The first 12 of 40 kinds."))
    #expect(text.contains("| Chile | 40 | "))
    #expect(!text.contains("<b>") && !text.contains("<img>") && !text.contains("[x](y)"))
    #expect(text.hasSuffix("The whole report: `Reports/a/summary.md`\n\n"))
  }

  @Test func whatHasNoRoomIsNamed() throws {
    let job = try job(summary())
    let whole = job.text().utf8.count
    #expect(!job.text().contains("Left out"))
    for room in stride(from: 0, through: whole + 400, by: 97) {
      let text = job.text(within: room)
      #expect(text.utf8.count <= max(room, 0))
      #expect(text.isEmpty || text.hasPrefix("## a"))
      if !text.isEmpty, room < whole { #expect(text.contains("Left out, because GitHub shows no more than 1 MiB")) }
    }
    #expect(job.text(within: -5).isEmpty)
  }

  @Test func checksAreTold() throws {
    let results = (0..<30).map { (level: "error: report", file: "Reports/a|`\($0)`.csv", message: "<b> | stale") }
    let text = JobSummary(try summary(), letter: "a", results: results).text()
    #expect(text.contains("| error: report | Reports/a\\|\\`0\\`.csv | &lt;b&gt; \\| stale |"))
    #expect(text.contains("The first 12 of 30 results."))
    #expect(JobSummary(try summary(), letter: "a", results: []).text().contains("All checks hold."))
    #expect(JobSummary(nil, letter: "a", results: results).text().contains("Could not be counted."))
  }
}
