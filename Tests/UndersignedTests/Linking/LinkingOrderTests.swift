import Tabular
import Testing

@testable import Undersigned

@Suite struct LinkingOrderTests {
  /// A way of running that must change no byte.
  struct Run: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var configure: @Sendable (inout StandardPipeline) -> Void
  }

  /// Settings that only change how the work is done.
  static let runs = [1, 2].map { (count: Int) in
    Run(testDescription: "threads: \(count)") { $0.workers = Workers(count: count) }
  }

  static let letter = HardLetter(seed: 7, organizations: 110)

  /// The files of the reports on some exports, by their paths.
  private static func report(
    _ exports: [[String]], _ run: Run = runs[0]
  ) throws -> [String: [UInt8]] {
    var standard = StandardPipeline(title: "A letter")
    standard.decisions = [
      Decision(.same, name: "Zamzam Forum", value: "Quirin Forum", at: Position(source: "decisions.csv", line: 2)),
      Decision(.apart, name: "ver.di", value: "verdi", at: Position(source: "decisions.csv", line: 3)),
      Decision(.partOf, name: "Ostara Alliance", value: "Tiriri", at: Position(source: "decisions.csv", line: 4)),
    ]
    standard.aliases = [
      OrganizationAlias(
        name: "Lumbala Forum", alias: "Ostara Forum", at: Position(source: "aliases.csv", line: 2)),
      OrganizationAlias(
        name: "Lumbala Alliance", alias: "Nobody wrote this", at: Position(source: "aliases.csv", line: 3)),
    ]
    run.configure(&standard)
    let documents = try exports.enumerated().map { index, records in
      try TabularDocument(name: "letter-\(index).csv", bytes: Array(HardLetter.text(records).utf8))
    }
    let summary = try standard.tally.then(standard.summarize).run(documents)
    return Dictionary(
      uniqueKeysWithValues: StandardPipeline.reportFiles(of: summary).map { ($0.path, $0.bytes) })
  }

  private static let expected = Result { try report([letter.records]) }

  private func differing(_ one: [String: [UInt8]], _ other: [String: [UInt8]]) -> [String] {
    Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted()
  }

  @Test func theLetterIsHard() throws {
    let files = try LinkingOrderTests.expected.get()
    let organizations = String(decoding: try #require(files["organizations.csv"]), as: UTF8.self)
    let proposals = String(decoding: try #require(files["proposals.csv"]), as: UTF8.self)
    #expect(LinkingOrderTests.letter.records.count > 300)
    #expect(organizations.split(separator: "\n").count > 100)
    #expect(proposals.split(separator: "\n").count > 20)
  }

  @Test(arguments: UInt64(1)...20) func noByteDependsOnTheOrderOfRecords(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for run in LinkingOrderTests.runs {
      let shuffled = try LinkingOrderTests.report([LinkingOrderTests.letter.records.shuffled(using: &random)], run)
      #expect(differing(shuffled, try LinkingOrderTests.expected.get()) == [])
    }
  }

  /// The name of a file and its number of records are in the reports; everything else is as for one file.
  @Test(arguments: [2, 3, 7]) func noCountDependsOnTheSplitIntoFiles(count: Int) throws {
    var random = SplitMix64(seed: UInt64(count))
    let records = LinkingOrderTests.letter.records.shuffled(using: &random)
    let parts = (0..<count).map { part in
      records.enumerated().filter { $0.offset % count == part }.map(\.element)
    }
    let expected = try LinkingOrderTests.expected.get()
    for run in LinkingOrderTests.runs {
      let split = try LinkingOrderTests.report(parts, run)
      #expect(
        Set(differing(split, expected)).isSubset(of: ["findings.csv", "report.html", "summary.md", "variants.csv"]))
      #expect(
        try withoutSources(#require(split["variants.csv"])) == withoutSources(#require(expected["variants.csv"])))
      // Two lists of one letter, in the files' own order and in the other.
      let turned = try LinkingOrderTests.report(parts.map { $0.reversed() }, run)
      #expect(differing(turned, split) == [])
    }
  }

  private func withoutSources(_ csv: [UInt8]) -> [Substring] {
    String(decoding: csv, as: UTF8.self).split(separator: "\n").map { $0[..<($0.lastIndex(of: ",") ?? $0.endIndex)] }
  }
}
