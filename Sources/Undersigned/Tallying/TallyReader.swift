import Tabular

/// Reads a tally's file line by line, and trusts nothing in it.
struct TallyReader {
  private var line: TallyLine
  private var tally = Tally.empty
  /// Answers by field, in the order of the lines.
  private var answers = [AnswerList](repeating: AnswerList(), count: 5)
  /// How far the kinds of lines have come; they stand in one order.
  private var section = 0
  private var version = TallyFile.version
  private var lastDay: Day?

  /// The answers of a field, in the order of their bytes; the first is the empty one.
  private struct AnswerList {
    private var bytes: [UInt8] = []
    private var ends = [0]

    var count: Int { ends.count }
    var column: Column { Column(bytes: bytes, ends: ends) }

    /// Adds an answer, unless it should have come earlier.
    mutating func append(_ answer: UnsafeBufferPointer<UInt8>) -> Bool {
      let start = ends.count < 2 ? 0 : ends[ends.count - 2]
      let isNext = bytes.withUnsafeBufferPointer {
        ByteOrder.compare(UnsafeBufferPointer(rebasing: $0[start...]), answer) < 0
      }
      if isNext {
        bytes.append(contentsOf: answer)
        ends.append(bytes.count)
      }
      return isNext
    }
  }

  private enum Kind: String, CaseIterable {
    case source, organization, country, type, place, website, row, people, dropped, day, finding, end
  }

  private static let words = Kind.allCases.map { Array($0.rawValue.utf8) }

  init(_ bytes: UnsafeBufferPointer<UInt8>, name: String) {
    line = TallyLine(bytes, name: name)
  }

  mutating func read() throws(PipelineError) -> Tally {
    try readMagic()
    let words = TallyReader.words
    while true {
      let start = line.offset
      try line.advance()
      // Most lines begin as the one before.
      if !line.begins(with: words[section]) {
        if line.isOptional { continue }
        guard let index = words.firstIndex(where: { line.begins(with: $0) }) else {
          throw line.damaged("no line begins with \(quoted(line.text(0)))")
        }
        guard index >= section else {
          throw line.damaged("'\(line.text(0))' after '\(Kind.allCases[section].rawValue)'")
        }
        section = index
      }
      switch Kind.allCases[section] {
      case .source: try readSource()
      case .organization: try readAnswer(0)
      case .country: try readAnswer(1)
      case .type: try readAnswer(2)
      case .place: try readAnswer(3)
      case .website: try readAnswer(4)
      case .row: try readRow()
      case .people: try readPeople()
      case .dropped: try readDropped()
      case .day: try readDay()
      case .finding: try readFinding()
      case .end:
        try readEnd(start)
        tally.answers = Answers(
          organizations: answers[0].column, countries: answers[1].column, types: answers[2].column,
          places: answers[3].column, websites: answers[4].column)
        try checkSum()
        return tally
      }
    }
  }

  // MARK: Lines

  private mutating func readMagic() throws(PipelineError) {
    guard line.bytes.starts(with: TallyFile.magic.utf8) else {
      throw line.damaged("the first line is not '\(TallyFile.magic)\(TallyFile.version)'", at: 1)
    }
    try line.advance()
    let version = line.text(0).dropFirst(TallyFile.magic.count)
    guard let number = Int(version), number > 0, line.fieldCount == 1 else {
      throw line.damaged("no format \(quoted(String(version)))")
    }
    guard number <= TallyFile.version else {
      throw line.damaged("format \(number) is later than \(TallyFile.version), the latest that this program reads")
    }
    self.version = number
  }

  private mutating func readSource() throws(PipelineError) {
    try line.expect(version == 1 ? 3 : 6)
    var source = SourceSummary(name: try line.string(2), records: try line.count(1))
    if version > 1 {
      source.timesRead = try line.count(3, atLeast: 1)
      source.content = try line.content(4)
    }
    if let last = tally.sources.last, !last.precedes(source) { throw line.outOfOrder() }
    tally.sources.append(source)
  }

  private mutating func readAnswer(_ field: Int) throws(PipelineError) {
    try line.expect(2)
    guard try line.withUnescaped(1, { answers[field].append($0) }) else { throw line.outOfOrder() }
  }

  private mutating func readRow() throws(PipelineError) {
    try line.expect(14)
    var combination = AnswerCombination()
    combination.organization = try number(1, of: answers[0].count)
    guard combination.organization > 0 else { throw line.damaged("a row without an organization") }
    combination.country = try number(2, of: answers[1].count)
    combination.type = try number(3, of: answers[2].count)
    combination.place = try number(4, of: answers[3].count)
    combination.website = try number(5, of: answers[4].count)
    combination.consent = try line.value(6)
    if let last = tally.rows.last, !(last.answers < combination) { throw line.outOfOrder() }
    let source = try line.count(9)
    guard (1...max(1, tally.sources.count)).contains(source), !tally.sources.isEmpty else {
      throw line.damaged("no source has the number \(source)")
    }
    let name = tally.sources[source - 1].name
    if source > 1, ByteOrder.areSame(tally.sources[source - 2].name, name) {
      throw line.damaged("source \(source) is not the first of its name")
    }
    let first = Position(source: name, line: try line.count(10), column: try line.count(11))
    let firstDay = try line.day(12)
    let lastDay = try line.day(13)
    guard (firstDay == nil) == (lastDay == nil) else { throw line.damaged("one of two days is missing") }
    if let firstDay, let lastDay, lastDay < firstDay { throw line.damaged("the last day is before the first") }
    tally.rows.append(
      Tally.Row(
        answers: combination, records: try line.count(7, atLeast: 1), signatures: try line.count(8), first: first,
        firstDay: firstDay, lastDay: lastDay))
  }

  private mutating func readPeople() throws(PipelineError) {
    try line.expect(5)
    let people = Tally.People(
      capacity: try line.value(1), country: try number(2, of: answers[1].count),
      records: try line.count(3, atLeast: 1), signatures: try line.count(4))
    guard people.capacity != .organization else { throw line.damaged("organizations are no people") }
    if let last = tally.people.last, !Tally.isInOrder(last, people) { throw line.outOfOrder() }
    tally.people.append(people)
  }

  private mutating func readDropped() throws(PipelineError) {
    try line.expect(3)
    let reason: DropReason = try line.value(1)
    if tally.dropped.keys.contains(where: { $0.rawValue >= reason.rawValue }) { throw line.outOfOrder() }
    tally.dropped[reason] = try line.count(2, atLeast: 1)
  }

  private mutating func readDay() throws(PipelineError) {
    try line.expect(3)
    guard let day = try line.day(1) else { throw line.damaged("a day is missing") }
    if let lastDay, day <= lastDay { throw line.outOfOrder() }
    lastDay = day
    tally.days[day] = try line.count(2, atLeast: 1)
  }

  private mutating func readFinding() throws(PipelineError) {
    try line.expect(8)
    let position = Position(source: try line.string(3), line: try line.count(4), column: try line.count(5))
    let finding = Finding(
      try line.value(1), try line.string(2), at: position, try line.string(6), remedy: try line.string(7))
    if let last = tally.findings.last, !Tally.isInOrder(last, finding) { throw line.outOfOrder() }
    tally.findings.append(finding)
  }

  private mutating func readEnd(_ start: Int) throws(PipelineError) {
    try line.expect(3)
    guard line.offset == line.bytes.count else { throw line.damaged("something follows after the end") }
    guard try line.count(1) == line.number - 1 else {
      throw line.damaged("there are \(line.number - 1) lines before the end, not \(line.text(1))")
    }
    let hash = StableHash.of(UnsafeBufferPointer(rebasing: line.bytes[..<start]))
    guard line.text(2) == TallyFile.hexadecimal(hash) else {
      throw line.damaged("the checksum does not match: the file was changed or damaged")
    }
  }

  /// Every record has become something.
  private func checkSum() throws(PipelineError) {
    let read = tally.sources.reduce(0) { $0 &+ $1.records }
    let counted = tally.rows.reduce(0) { $0 &+ $1.records } &+ tally.people.reduce(0) { $0 &+ $1.records }
    let dropped = tally.dropped.values.reduce(0, &+)
    guard read == counted &+ dropped else {
      throw line.damaged("\(read) records were read, but \(counted) are counted and \(dropped) dropped")
    }
  }

  private func number(_ index: Int, of count: Int) throws(PipelineError) -> UInt32 {
    let number = try line.count(index)
    guard number < count else { throw line.damaged("no answer has the number \(number)") }
    return UInt32(number)
  }
}
