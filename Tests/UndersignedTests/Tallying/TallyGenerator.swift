import Tabular

@testable import Undersigned

/// Made-up signature tables, the same ones for the same seed.
struct TallyGenerator: RandomNumberGenerator {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func next() -> UInt64 { random.next() }

  private static let texts = [
    "", "ACERE", "A", "AB", "b", "tab\there", "line\nfeed", "back\\slash\\t", "return\r", "Société", "Socie\u{301}té",
    "المنظمة", "団体", " spaced ", "\u{1F1E8}\u{1F1FA}", "a;b", "\\",
  ]

  private mutating func text(_ count: Int) -> String {
    let base = TallyGenerator.texts.randomElement(using: &self) ?? ""
    return base.isEmpty ? "" : base + String(Int.random(in: 0..<count, using: &self))
  }

  /// The distinct answers of a field, in any order but for the empty one.
  private mutating func answers(_ count: Int) -> Column {
    var interner = Interner(seed: 0)
    for _ in 0..<count { _ = interner.intern(text(3)) }
    return interner.column
  }

  mutating func table(records count: Int) -> SignatureTable {
    let answers = Answers(
      organizations: answers(12), countries: answers(6), types: answers(3), places: answers(3), websites: answers(3))
    let names = ["en.csv", "es.csv", "é.csv", "e\u{301}.csv", "-"].shuffled(using: &self)
    var sources = names.prefix(Int.random(in: 1...5, using: &self)).map { SourceSummary(name: $0, records: 0) }
    for index in sources.indices {
      if Bool.random(using: &self) { sources[index].content = content() }
      // Two files of one name, or one file twice.
      if index > 0, Int.random(in: 0..<4, using: &self) == 0 { sources[index].name = sources[index - 1].name }
    }
    let records = (0..<count).map { _ in record(answers, &sources) }
    let findings = (0..<Int.random(in: 0...6, using: &self)).map { _ in finding() }
    return SignatureTable(sources: sources, answers: answers, records: records, findings: findings)
  }

  private mutating func content() -> ContentHash {
    ContentHash([UInt8](repeating: 0x61, count: Int.random(in: 0...2, using: &self)))
  }

  private mutating func finding() -> Finding {
    Finding(
      Finding.Severity.allCases.randomElement(using: &self) ?? .note, text(2),
      at: Position(
        source: text(2), line: Int.random(in: 0...2, using: &self), column: Int.random(in: 0...1, using: &self)),
      text(2), remedy: text(2))
  }

  private mutating func record(_ answers: Answers, _ sources: inout [SourceSummary]) -> SignatureRecord {
    var combination = AnswerCombination()
    combination.organization = UInt32.random(in: 0..<UInt32(answers.organizations.count), using: &self)
    combination.country = UInt32.random(in: 0..<UInt32(answers.countries.count), using: &self)
    combination.type = UInt32.random(in: 0..<UInt32(answers.types.count), using: &self)
    combination.place = UInt32.random(in: 0..<UInt32(answers.places.count), using: &self)
    combination.website = UInt32.random(in: 0..<UInt32(answers.websites.count), using: &self)
    combination.consent = DisplayConsent.allCases.randomElement(using: &self) ?? .unknown
    var fate = Fate.counted(.organization)
    switch Int.random(in: 0..<10, using: &self) {
    case 0, 1: fate = .dropped(DropReason.allCases.randomElement(using: &self) ?? .empty)
    case 2: fate = .counted(.individual)
    case 3: fate = .counted(.individualWithAffiliation)
    default: break
    }
    let source = Int.random(in: 0..<sources.count, using: &self)
    sources[source].records += 1
    let day = Bool.random(using: &self) ? nil : Day(number: Int32.random(in: 20_000...20_010, using: &self))
    return SignatureRecord(
      fate: fate, answers: combination,
      signatures: Bool.random(using: &self) ? 1 : Int.random(in: 0...900, using: &self),
      day: day, source: UInt32(source), line: UInt32.random(in: 1...99, using: &self))
  }

  mutating func tally(records count: Int) throws -> Tally {
    try TallyMentions().run(table(records: count))
  }
}

extension SignatureTable {
  /// The same records in another order, from sources and with answers that are numbered otherwise.
  func shuffled(using generator: inout TallyGenerator) -> SignatureTable {
    var table = self
    func shuffle(_ column: Column, _ generator: inout TallyGenerator) -> (Column, [UInt32]) {
      let order = [0] + (1..<max(1, column.count)).shuffled(using: &generator)
      var numbers = [UInt32](repeating: 0, count: order.count)
      var shuffled = Column()
      for (new, old) in order.enumerated() {
        numbers[old] = UInt32(new)
        shuffled.append(column[old])
      }
      return (shuffled, numbers)
    }
    let (organizations, organization) = shuffle(answers.organizations, &generator)
    let (countries, country) = shuffle(answers.countries, &generator)
    table.answers.organizations = organizations
    table.answers.countries = countries
    let order = sources.indices.shuffled(using: &generator)
    table.sources = order.map { sources[$0] }
    for index in table.records.indices {
      table.records[index].answers.organization = organization[Int(records[index].answers.organization)]
      table.records[index].answers.country = country[Int(records[index].answers.country)]
      table.records[index].source = UInt32(order.firstIndex(of: Int(records[index].source)) ?? 0)
    }
    table.records.shuffle(using: &generator)
    table.findings.shuffle(using: &generator)
    return table
  }

  /// Only the records at some places, as if each source had held no others.
  func part(_ places: some Sequence<Int>) -> SignatureTable {
    var part = self
    part.records = places.map { records[$0] }
    for index in part.sources.indices {
      part.sources[index].records = part.records.count { $0.source == UInt32(index) }
    }
    return part
  }
}
