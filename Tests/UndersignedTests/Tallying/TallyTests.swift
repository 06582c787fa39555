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
    #expect(try TallyFile.encode(first.merged(with: second)) == TallyFile.encode(TallyMentions().run(table)))
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
    #expect(merged.sources == [SourceSummary(name: "a.csv", records: 2), SourceSummary(name: "b.csv", records: 1)])
  }
}
