import Foundation
import Tabular
import Testing
import Undersigned

/// `SECURITY.md` names tests that are there, and limits as they are.
@Suite struct SecurityPageTests {
  private static let root = GoldenTests.folder.deletingLastPathComponent().deletingLastPathComponent()

  @Test func everyPromiseIsKeptByATest() throws {
    let page = try String(contentsOf: SecurityPageTests.root.appending(path: "SECURITY.md"), encoding: .utf8)
    let section = try #require(page.components(separatedBy: "## Promises").last?.components(separatedBy: "## ").first)
    let tests = Files.below(SecurityPageTests.root.appending(path: "Tests")).filter { $0.hasSuffix(".swift") }
    let sources = try tests.map {
      try String(contentsOf: SecurityPageTests.root.appending(path: "Tests/\($0)"), encoding: .utf8)
    }
    let rows = section.split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2)
    #expect(rows.count >= 10)
    for row in rows {
      let keepers = row.matches(of: /`([a-z]\w+)`(?=[, ]*(?:`|\|$))/).map { String($0.output.1) }
      #expect(!keepers.isEmpty, "\(row)")
      for test in keepers {
        #expect(sources.contains { $0.contains("func \(test)(") && $0.contains("@Test") }, "no test '\(test)'")
      }
    }
  }

  @Test func everyLimitStandsThereWithItsDefault() throws {
    let page = try String(contentsOf: SecurityPageTests.root.appending(path: "SECURITY.md"), encoding: .utf8)
    let limits =
      ReadingLimits.settings.map { ($0.name, ReadingLimits()[keyPath: $0.limit]) }
      + [("rendered-bytes", Template.renderedBytes)]
    #expect(limits.map(\.0) == StandardPipeline.limitNames)
    for (name, limit) in limits {
      let row = try #require(page.split(separator: "\n").first { $0.hasPrefix("| `\(name)` |") }, "\(name)")
      let words = row.split(separator: "|")[1].split(separator: " ").map(String.init)
      let units = ["MiB": 1 << 20, "GiB": 1 << 30, "million": 1_000_000]
      let number = try #require(Int(words[0].replacingOccurrences(of: ",", with: "")))
      #expect(number * (words.count > 1 ? units[words[1]] ?? 0 : 1) == limit, "\(name)")
    }
  }
}
