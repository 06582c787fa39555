import Tabular
import Testing

@testable import Undersigned

@Suite struct TallyMentionsTests {
  /// One row as words, for comparing with a count that knows nothing of numbers.
  private struct Key: Hashable {
    var answers: [[UInt8]]
    var consent: DisplayConsent
  }

  private struct Figures: Equatable {
    var records = 0
    var signatures = 0
    var places: [Position] = []
    var days: [Day] = []
  }

  private func words(_ combination: AnswerCombination, _ answers: Answers) -> Key {
    let columns = [answers.organizations, answers.countries, answers.types, answers.places, answers.websites]
    let numbers = [
      combination.organization, combination.country, combination.type, combination.place, combination.website,
    ]
    return Key(answers: zip(columns, numbers).map { Array($0[Int($1)]) }, consent: combination.consent)
  }

  @Test(arguments: 0..<40) func agreesWithACountByDictionary(seed: UInt64) throws {
    var generator = TallyGenerator(seed: seed)
    let table = generator.table(records: Int(seed) * 12)
    var rows: [Key: Figures] = [:]
    var people: [String: (records: Int, signatures: Int)] = [:]
    var dropped: [DropReason: Int] = [:]
    var days: [Day: Int] = [:]
    for record in table.records {
      let key = words(record.answers, table.answers)
      switch record.fate {
      case .dropped(let reason): dropped[reason, default: 0] += 1
      case .counted(.organization) where key.answers[0].isEmpty: dropped[.empty, default: 0] += 1
      case .counted(let capacity):
        if let day = record.day, record.signatures > 0 { days[day, default: 0] += record.signatures }
        if capacity == .organization {
          rows[key, default: Figures()].records += 1
          rows[key, default: Figures()].signatures += record.signatures
          let source = table.sources[Int(record.source)].name
          rows[key, default: Figures()].places.append(Position(source: source, line: Int(record.line)))
          if let day = record.day { rows[key, default: Figures()].days.append(day) }
        } else {
          let name = "\(capacity.rawValue) \(String(decoding: key.answers[1], as: UTF8.self))"
          people[name, default: (0, 0)].records += 1
          people[name, default: (0, 0)].signatures += record.signatures
        }
      }
    }
    let tally = try TallyMentions().run(table)
    #expect(tally.rows.count == rows.count)
    for row in tally.rows {
      let figures = try #require(rows[words(row.answers, tally.answers)])
      #expect(row.records == figures.records)
      #expect(row.signatures == figures.signatures)
      let first = figures.places.min {
        Array($0.source.utf8) == Array($1.source.utf8)
          ? $0.line < $1.line : Array($0.source.utf8).lexicographicallyPrecedes(Array($1.source.utf8))
      }
      #expect(row.first.description.utf8.elementsEqual(first?.description.utf8 ?? "".utf8))
      #expect(row.firstDay == figures.days.min())
      #expect(row.lastDay == figures.days.max())
    }
    #expect(tally.people.count == people.count)
    for entry in tally.people {
      let name = "\(entry.capacity.rawValue) \(tally.answers.countries.string(Int(entry.country)))"
      #expect(people[name]?.records == entry.records)
      #expect(people[name]?.signatures == entry.signatures)
    }
    #expect(tally.dropped == dropped)
    #expect(tally.days == days)
    #expect(Set(tally.findings) == Set(table.findings))
  }

  @Test(arguments: 0..<20) func everyRecordBecomesSomething(seed: UInt64) throws {
    var generator = TallyGenerator(seed: seed)
    let tally = try generator.tally(records: 300)
    let counted = tally.rows.reduce(0) { $0 + $1.records } + tally.people.reduce(0) { $0 + $1.records }
    #expect(tally.sources.reduce(0) { $0 + $1.records } == counted + tally.dropped.values.reduce(0, +))
    #expect(tally.sources.reduce(0) { $0 + $1.records } == 300)
  }

  @Test(arguments: 0..<20) func isCanonical(seed: UInt64) throws {
    var generator = TallyGenerator(seed: seed)
    let table = generator.table(records: 150)
    let tally = try TallyMentions().run(table)
    #expect(try TallyFile.encode(TallyMentions().run(table.shuffled(using: &generator))) == TallyFile.encode(tally))
    let columns = [
      tally.answers.organizations, tally.answers.countries, tally.answers.types, tally.answers.places,
      tally.answers.websites,
    ]
    for column in columns {
      #expect(column[0].isEmpty)
      #expect((1..<column.count).allSatisfy { column[$0 - 1].lexicographicallyPrecedes(column[$0]) })
    }
    #expect(Set(tally.rows.map(\.answers.organization)) == Set((1..<columns[0].count).map { UInt32($0) }))
    let countries = Set(tally.rows.map(\.answers.country)).union(tally.people.map(\.country))
    #expect(countries.union([0]) == Set((0..<columns[1].count).map { UInt32($0) }))
    #expect(zip(tally.rows, tally.rows.dropFirst()).allSatisfy { $0.answers < $1.answers })
  }

  @Test func nothingButTheCountryOfAPersonGetsIn() throws {
    var table = SignatureTable(
      sources: [SourceSummary(name: "a.csv", records: 3)],
      answers: Answers(
        organizations: Column(["", "Testa Testperson", "DSA"]), countries: Column(["", "US", "Narnia"]),
        types: Column(["", "x"]), places: Column(["", "Testville"]), websites: Column(["", "testa.example.org"])),
      records: [], findings: [])
    var answers = AnswerCombination()
    (answers.organization, answers.country, answers.type, answers.place, answers.website) = (1, 1, 1, 1, 1)
    let day = Day(year: 2026, month: 2, day: 3)
    table.records = [
      SignatureRecord(
        fate: .counted(.individualWithAffiliation), answers: answers, signatures: 1, day: day, source: 0, line: 2),
      SignatureRecord(fate: .counted(.individual), answers: answers, signatures: 4, day: day, source: 0, line: 3),
      SignatureRecord(fate: .dropped(.test), answers: answers, signatures: 1, day: day, source: 0, line: 4),
    ]
    let tally = try TallyMentions().run(table)
    #expect(tally.rows.isEmpty)
    #expect(tally.answers.organizations == Column([""]))
    #expect(tally.answers.countries == Column(["", "US"]))
    #expect(tally.people.map(\.records) == [1, 1])
    #expect(tally.people.map(\.signatures) == [4, 1])
    #expect(tally.days.values.map { $0 } == [5])
    let text = String(decoding: TallyFile.encode(tally), as: UTF8.self)
    #expect(!text.contains("Testa") && !text.contains("Testville") && !text.contains("testa"))
  }

  @Test func anEmptyTableGivesTheEmptyTally() throws {
    let none = Answers(
      organizations: Column(), countries: Column(), types: Column(), places: Column(), websites: Column())
    #expect(try TallyMentions().run(SignatureTable(sources: [], answers: none, records: [], findings: [])) == .empty)
  }
}
