import Tabular

/// Counts the distinct combinations of answers, people by capacity and country, and the records that don't count.
///
/// Only what an organization signed makes a row; of a person's signature, and of a record that doesn't count, no answer
/// but the country of the person gets into the tally. A record that counts as an organization's but names none counts
/// as empty.
///
/// - Complexity: O(records), and sorting the distinct answers and combinations.
public struct TallyMentions: Stage {
  /// The stage; it has no settings.
  public init() {}

  /// The tally of all records.
  public func run(_ input: consuming SignatureTable) throws(PipelineError) -> Tally {
    let table = input
    let sources = SourceOrder(table.sources)
    let isNamed = TallyMentions.named(table.answers.organizations)
    let renumbering = Renumbering(table, isNamed)
    var rows: [AnswerCombination: Int] = [:]
    // Of that many combinations none has to move when there are more of them.
    rows.reserveCapacity(min(table.records.count, 1 << 20))
    var counts: [Count] = []
    var people: [PeopleKey: Tally.People] = [:]
    var tally = Tally.empty
    // Exports are mostly in the order of their days, so that a day's signatures come together.
    var latest: (day: Day?, signatures: Int) = (nil, 0)
    func closeDay() {
      if let day = latest.day { tally.days[day, default: 0] += latest.signatures }
    }
    for record in table.records {
      let fate = TallyMentions.fate(record, isNamed)
      switch fate {
      case .dropped(let reason): tally.dropped[reason, default: 0] += 1
      case .counted(.organization):
        let answers = renumbering.answers(record.answers)
        let count = Count(record, source: sources.ranks[Int(record.source)])
        // One look-up, whether it is there or not.
        let row = TallyMentions.row(of: &rows[answers, default: -1], next: counts.count)
        if row < counts.count { counts[row].add(count) } else { counts.append(count) }
      case .counted(let capacity):
        let key = PeopleKey(capacity: capacity, country: renumbering.country(record.answers.country))
        let none = Tally.People(capacity: capacity, country: key.country, records: 0, signatures: 0)
        people[key, default: none].records += 1
        people[key, default: none].signatures += record.signatures
      }
      if case .counted = fate, let day = record.day, record.signatures > 0 {
        if day != latest.day {
          closeDay()
          latest = (day, 0)
        }
        latest.signatures += record.signatures
      }
    }
    closeDay()
    tally.sources = sources.sources
    tally.answers = renumbering.sorted
    tally.rows = rows.sorted { $0.key < $1.key }.map { answers, row in
      counts[row].row(answers, sources.sources)
    }
    tally.people = people.values.sorted(by: Tally.isInOrder)
    tally.findings = Tally.sortedFindings(table.findings)
    return tally
  }

  /// The row that was found, or the next one where none was.
  private static func row(of found: inout Int, next: Int) -> Int {
    if found < 0 { found = next }
    return found
  }

  /// What became of a record, one that counts for an organization without naming it being empty.
  private static func fate(_ record: SignatureRecord, _ isNamed: [Bool]) -> Fate {
    guard record.fate == .counted(.organization) else { return record.fate }
    return isNamed[Int(record.answers.organization)] ? record.fate : .dropped(.empty)
  }

  /// For each answer whether it is not empty.
  private static func named(_ column: Column) -> [Bool] {
    if column.count == 0 { return [false] }
    return column.ends.indices.map { column.ends[$0] > ($0 == 0 ? 0 : column.ends[$0 - 1]) }
  }

  private struct PeopleKey: Hashable {
    var capacity: Capacity
    var country: UInt32
  }

  /// The sources in order, and for each input the first of those that have its name.
  private struct SourceOrder {
    var sources: [SourceSummary] = []
    var ranks: [Int]

    init(_ inputs: [SourceSummary]) {
      ranks = [Int](repeating: 0, count: inputs.count)
      var first = 0
      for index in inputs.indices.sorted(by: { inputs[$0].precedes(inputs[$1]) }) {
        if let last = sources.last, !last.precedes(inputs[index]) {
          sources[sources.count - 1].add(inputs[index])
        } else {
          sources.append(inputs[index])
        }
        if !ByteOrder.areSame(sources[first].name, inputs[index].name) { first = sources.count - 1 }
        ranks[index] = first
      }
    }
  }

  private struct Count {
    var records = 1
    var signatures: Int
    var source: Int
    var line: UInt32
    var firstDay: Day?
    var lastDay: Day?

    init(_ record: SignatureRecord, source: Int) {
      signatures = record.signatures
      self.source = source
      line = record.line
      firstDay = record.day
      lastDay = record.day
    }

    mutating func add(_ other: Count) {
      records += other.records
      signatures += other.signatures
      if (other.source, other.line) < (source, line) { (source, line) = (other.source, other.line) }
      firstDay = Tally.earlier(firstDay, other.firstDay)
      lastDay = Tally.later(lastDay, other.lastDay)
    }

    func row(_ answers: AnswerCombination, _ sources: [SourceSummary]) -> Tally.Row {
      Tally.Row(
        answers: answers, records: records, signatures: signatures,
        first: Position(source: sources[source].name, line: Int(line)), firstDay: firstDay, lastDay: lastDay)
    }
  }

  /// The answers that the tally keeps, in order, and their numbers there.
  private struct Renumbering {
    private let organizations: AnswerOrder
    private let countries: AnswerOrder
    private let types: AnswerOrder
    private let places: AnswerOrder
    private let websites: AnswerOrder

    init(_ table: SignatureTable, _ isNamed: [Bool]) {
      func none(_ column: Column) -> [Bool] { [Bool](repeating: false, count: max(1, column.count)) }
      var organizations = none(table.answers.organizations)
      var countries = none(table.answers.countries)
      var types = none(table.answers.types)
      var places = none(table.answers.places)
      var websites = none(table.answers.websites)
      for record in table.records {
        switch TallyMentions.fate(record, isNamed) {
        case .dropped: break
        case .counted(.organization):
          organizations[Int(record.answers.organization)] = true
          countries[Int(record.answers.country)] = true
          types[Int(record.answers.type)] = true
          places[Int(record.answers.place)] = true
          websites[Int(record.answers.website)] = true
        case .counted: countries[Int(record.answers.country)] = true
        }
      }
      self.organizations = AnswerOrder(table.answers.organizations, inUse: organizations)
      self.countries = AnswerOrder(table.answers.countries, inUse: countries)
      self.types = AnswerOrder(table.answers.types, inUse: types)
      self.places = AnswerOrder(table.answers.places, inUse: places)
      self.websites = AnswerOrder(table.answers.websites, inUse: websites)
    }

    func country(_ number: UInt32) -> UInt32 { countries.numbers[Int(number)] }

    func answers(_ old: AnswerCombination) -> AnswerCombination {
      var new = old
      new.organization = organizations.numbers[Int(old.organization)]
      new.country = countries.numbers[Int(old.country)]
      new.type = types.numbers[Int(old.type)]
      new.place = places.numbers[Int(old.place)]
      new.website = websites.numbers[Int(old.website)]
      return new
    }

    var sorted: Answers {
      Answers(
        organizations: organizations.column, countries: countries.column, types: types.column, places: places.column,
        websites: websites.column)
    }
  }
}
