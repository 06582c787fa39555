import Tabular
import Testing

@testable import Undersigned

@Suite struct TallyTests {
  private func three(_ seed: UInt64) throws -> [Tally] {
    var generator = TallyGenerator(seed: seed)
    return try (0..<3).map { _ in try generator.tally(records: Int.random(in: 0...80, using: &generator)) }
  }

  @Test(arguments: 0..<60) func theOrderOfTwoMakesNoDifference(seed: UInt64) throws {
    let tallies = try three(seed)
    let merged = tallies[0].merged(with: tallies[1])
    #expect(merged == tallies[1].merged(with: tallies[0]))
    #expect(TallyFile.encode(merged) == TallyFile.encode(tallies[1].merged(with: tallies[0])))
  }

  @Test(arguments: 0..<60) func theOrderOfMergesMakesNoDifference(seed: UInt64) throws {
    let tallies = try three(seed)
    let left = tallies[0].merged(with: tallies[1]).merged(with: tallies[2])
    let right = tallies[0].merged(with: tallies[1].merged(with: tallies[2]))
    #expect(left == right)
    #expect(TallyFile.encode(left) == TallyFile.encode(right))
  }

  @Test(arguments: 0..<20) func theEmptyTallyChangesNothing(seed: UInt64) throws {
    for tally in try three(seed) {
      #expect(TallyFile.encode(tally.merged(with: .empty)) == TallyFile.encode(tally))
      #expect(TallyFile.encode(Tally.empty.merged(with: tally)) == TallyFile.encode(tally))
    }
    #expect(Tally.empty.merged(with: .empty) == .empty)
  }

  @Test(arguments: 0..<40) func theTallyOfTwoPartsIsTheTallyOfTheWhole(seed: UInt64) throws {
    var generator = TallyGenerator(seed: seed)
    let table = generator.table(records: 120)
    let isFirst = table.records.map { _ in Bool.random(using: &generator) }
    let first = try TallyMentions().run(table.part(isFirst.indices.filter { isFirst[$0] }))
    let second = try TallyMentions().run(table.part(isFirst.indices.filter { !isFirst[$0] }))
    // Only that each source is read once more for its second part.
    func once(_ tally: Tally) -> Tally {
      var once = tally
      for index in once.sources.indices { once.sources[index].timesRead = 1 }
      return once
    }
    let whole = try TallyMentions().run(table)
    #expect(TallyFile.encode(once(first.merged(with: second))) == TallyFile.encode(once(whole)))
  }

  @Test(arguments: 0..<60) func formatsMakeNoDifferenceToTheOrderOfMerges(seed: UInt64) throws {
    let tallies = try three(seed)
    let old = try tallies.map { try TallyFile.decode(TallyFileTests.formatOne($0), name: "t") }
    #expect(old[0].rows == tallies[0].rows)
    #expect(old[0].merged(with: tallies[1]) == tallies[1].merged(with: old[0]))
    let left = old[0].merged(with: tallies[1]).merged(with: old[2])
    let right = old[0].merged(with: tallies[1].merged(with: old[2]))
    #expect(left == right)
    #expect(left.sourceFindings == right.sourceFindings)
    #expect(try TallyFile.decode(TallyFile.encode(left), name: "t") == left)
    #expect(TallyFile.encode(old[0].merged(with: .empty)) == TallyFile.encode(old[0]))
  }

  private func source(_ name: String, _ content: String?, records: Int = 3) -> Tally {
    var tally = Tally.empty
    let content = content.map { ContentHash(Array($0.utf8)) }
    tally.sources = [SourceSummary(name: name, records: records, content: content)]
    tally.dropped = [.test: records]
    return tally
  }

  private func slugs(_ tallies: [Tally]) -> [String] {
    tallies.reduce(Tally.empty) { $0.merged(with: $1) }.sourceFindings.map(\.slug)
  }

  @Test func whatIsMergedWithItselfIsCountedTwiceAndTold() throws {
    let tally = source("a.csv", "name\nDSA\n")
    #expect(tally.sourceFindings.isEmpty)
    let twice = tally.merged(with: tally)
    #expect(twice.sources.map(\.timesRead) == [2])
    #expect(
      twice.sourceFindings.map(\.description) == [
        """
        a.csv: error: [counted-twice] the same file was read 2 times: each of its signatures counts 2 times
          fix: merge each tally once
        """
      ])
    #expect(slugs([twice, source("b.csv", "x"), tally]) == ["counted-twice"])
    #expect(try TallyFile.decode(TallyFile.encode(twice), name: "t").sourceFindings == twice.sourceFindings)
  }

  @Test func filesOfOneNameAreTwoSourcesAndTold() {
    let merged = source("a.csv", "one").merged(with: source("a.csv", "two"))
    #expect(merged.sources.map(\.records) == [3, 3])
    #expect(merged.sourceFindings.map(\.severity) == [.warning])
    #expect(slugs([source("a.csv", "one"), source("a.csv", "two")]) == ["files-of-one-name"])
    #expect(slugs([source("a.csv", nil), source("a.csv", "two")]) == ["files-of-one-name"])
    #expect(slugs([source("a.csv", nil), source("a.csv", nil)]) == ["perhaps-counted-twice"])
  }

  @Test func whatMeansNothingIsNotTold() {
    #expect(slugs([source("a.csv", "one"), source("b.csv", "one")]) == [])
    #expect(slugs([source("a.csv", "header", records: 0), source("a.csv", "header", records: 0)]) == [])
    #expect(slugs([source("-", "one"), source("-", "two"), source("-", nil), source("-", nil)]) == [])
    #expect(slugs([source("-", "one"), source("-", "one")]) == ["counted-twice"])
  }

  @Test func whatStandsFirstIsBySourceThenLine() throws {
    func tally(_ source: String, _ line: UInt32, _ day: Int32) throws -> Tally {
      var answers = AnswerCombination()
      answers.organization = 1
      let none = Column([""])
      return try TallyMentions().run(
        SignatureTable(
          sources: [SourceSummary(name: source, records: 1)],
          answers: Answers(
            organizations: Column(["", "DSA"]), countries: none, types: none, places: none, websites: none),
          records: [
            SignatureRecord(
              fate: .counted(.organization), answers: answers, signatures: 1, day: Day(number: day), source: 0,
              line: line)
          ], findings: []))
    }
    let merged = try tally("b.csv", 2, 7).merged(with: tally("a.csv", 9, 5)).merged(with: tally("a.csv", 11, 9))
    #expect(merged.rows.count == 1)
    #expect(merged.rows[0].first == Position(source: "a.csv", line: 9))
    #expect(merged.rows[0].records == 3)
    #expect(merged.rows[0].firstDay == Day(number: 5))
    #expect(merged.rows[0].lastDay == Day(number: 9))
    #expect(
      merged.sources == [
        SourceSummary(name: "a.csv", records: 2, timesRead: 2), SourceSummary(name: "b.csv", records: 1),
      ])
  }
}
