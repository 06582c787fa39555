import Tabular

/// Reads a tally's file line by line, and trusts nothing in it.
struct TallyReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let name: String
  private var offset = 0
  /// The line that is being read, from 1, and its fields.
  private var line = 0
  private var fields: [Range<Int>] = []
  private var tally = Tally.empty
  /// How far the kinds of lines have come; they stand in one order.
  private var section = 0
  private var version = TallyFile.version

  private static let sections = [
    "source", "organization", "country", "type", "place", "website", "row", "people", "dropped", "day", "finding",
    "end",
  ]
  /// Counts beyond this are damage; it leaves room to add up millions of them.
  private static let largestCount = 1 << 40

  init(_ bytes: UnsafeBufferPointer<UInt8>, name: String) {
    self.bytes = bytes
    self.name = name
  }

  mutating func read() throws(PipelineError) -> Tally {
    try readMagic()
    while true {
      let start = offset
      guard nextLine() else {
        line += 1
        throw damaged("the file is cut off: there is no line 'end'")
      }
      let word = text(0)
      if let initial = word.utf8.first, (0x41...0x5A).contains(initial) { continue }
      guard let index = TallyReader.sections.firstIndex(of: word) else {
        throw damaged("no line begins with \(quoted(word))")
      }
      guard index >= section else { throw damaged("'\(word)' after '\(TallyReader.sections[section])'") }
      section = index
      switch word {
      case "source": try readSource()
      case "organization": try readAnswer(\.organizations)
      case "country": try readAnswer(\.countries)
      case "type": try readAnswer(\.types)
      case "place": try readAnswer(\.places)
      case "website": try readAnswer(\.websites)
      case "row": try readRow()
      case "people": try readPeople()
      case "dropped": try readDropped()
      case "day": try readDay()
      case "finding": try readFinding()
      default:
        try readEnd(start)
        try checkSum()
        return tally
      }
    }
  }

  // MARK: Lines

  private mutating func readMagic() throws(PipelineError) {
    line = 1
    guard bytes.starts(with: TallyFile.magic.utf8) else {
      throw damaged("the first line is not '\(TallyFile.magic)\(TallyFile.version)'")
    }
    line = 0
    guard nextLine() else {
      line = 1
      throw damaged("the file is cut off: there is no line 'end'")
    }
    let version = text(0).dropFirst(TallyFile.magic.count)
    guard let number = Int(version), number > 0, fields.count == 1 else {
      throw damaged("no format \(quoted(String(version)))")
    }
    guard number <= TallyFile.version else {
      throw damaged("format \(number) is later than \(TallyFile.version), the latest that this program reads")
    }
    self.version = number
  }

  /// Goes to the next line and takes it apart; false at the end, and for a last line that is cut off.
  private mutating func nextLine() -> Bool {
    fields.removeAll(keepingCapacity: true)
    var start = offset
    var index = offset
    while index < bytes.count {
      if bytes[index] == 0x0A || bytes[index] == 0x09 {
        fields.append(start..<index)
        start = index + 1
        if bytes[index] == 0x0A {
          offset = start
          line += 1
          return true
        }
      }
      index += 1
    }
    return false
  }

  private mutating func readSource() throws(PipelineError) {
    try expect(version == 1 ? 3 : 6)
    var source = SourceSummary(name: try string(2), records: try count(1))
    if version > 1 {
      source.timesRead = try count(3, atLeast: 1)
      source.content = try content(4)
    }
    if let last = tally.sources.last, !last.precedes(source) { throw outOfOrder() }
    tally.sources.append(source)
  }

  private mutating func readAnswer(_ column: WritableKeyPath<Answers, Column>) throws(PipelineError) {
    try expect(2)
    let answer = try unescaped(1)
    let last = tally.answers[keyPath: column].count - 1
    guard tally.answers[keyPath: column][last].lexicographicallyPrecedes(answer) else { throw outOfOrder() }
    tally.answers[keyPath: column].append(answer)
  }

  private mutating func readRow() throws(PipelineError) {
    try expect(14)
    var answers = AnswerCombination()
    answers.organization = try number(1, of: tally.answers.organizations)
    guard answers.organization > 0 else { throw damaged("a row without an organization") }
    answers.country = try number(2, of: tally.answers.countries)
    answers.type = try number(3, of: tally.answers.types)
    answers.place = try number(4, of: tally.answers.places)
    answers.website = try number(5, of: tally.answers.websites)
    answers.consent = try value(6)
    if let last = tally.rows.last, !(last.answers < answers) { throw outOfOrder() }
    let source = try count(9)
    guard (1...max(1, tally.sources.count)).contains(source), !tally.sources.isEmpty else {
      throw damaged("no source has the number \(source)")
    }
    let name = tally.sources[source - 1].name
    if source > 1, ByteOrder.areSame(tally.sources[source - 2].name, name) {
      throw damaged("source \(source) is not the first of its name")
    }
    let first = Position(source: name, line: try count(10), column: try count(11))
    let firstDay = try day(12)
    let lastDay = try day(13)
    guard (firstDay == nil) == (lastDay == nil) else { throw damaged("one of two days is missing") }
    if let firstDay, let lastDay, lastDay < firstDay { throw damaged("the last day is before the first") }
    tally.rows.append(
      Tally.Row(
        answers: answers, records: try count(7, atLeast: 1), signatures: try count(8), first: first, firstDay: firstDay,
        lastDay: lastDay))
  }

  private mutating func readPeople() throws(PipelineError) {
    try expect(5)
    let people = Tally.People(
      capacity: try value(1), country: try number(2, of: tally.answers.countries), records: try count(3, atLeast: 1),
      signatures: try count(4))
    guard people.capacity != .organization else { throw damaged("organizations are no people") }
    if let last = tally.people.last, !Tally.isInOrder(last, people) { throw outOfOrder() }
    tally.people.append(people)
  }

  private mutating func readDropped() throws(PipelineError) {
    try expect(3)
    let reason: DropReason = try value(1)
    if tally.dropped.keys.contains(where: { $0.rawValue >= reason.rawValue }) { throw outOfOrder() }
    tally.dropped[reason] = try count(2, atLeast: 1)
  }

  private var lastDay: Day?

  private mutating func readDay() throws(PipelineError) {
    try expect(3)
    guard let day = try day(1) else { throw damaged("a day is missing") }
    if let lastDay, day <= lastDay { throw outOfOrder() }
    lastDay = day
    tally.days[day] = try count(2, atLeast: 1)
  }

  private mutating func readFinding() throws(PipelineError) {
    try expect(8)
    let position = Position(source: try string(3), line: try count(4), column: try count(5))
    let finding = Finding(try value(1), try string(2), at: position, try string(6), remedy: try string(7))
    if let last = tally.findings.last, !Tally.isInOrder(last, finding) { throw outOfOrder() }
    tally.findings.append(finding)
  }

  private mutating func readEnd(_ start: Int) throws(PipelineError) {
    try expect(3)
    guard offset == bytes.count else { throw damaged("something follows after the end") }
    guard try count(1) == line - 1 else { throw damaged("there are \(line - 1) lines before the end, not \(text(1))") }
    guard text(2) == TallyFile.hexadecimal(StableHash.of(bytes[..<start])) else {
      throw damaged("the checksum does not match: the file was changed or damaged")
    }
  }

  /// Every record has become something.
  private func checkSum() throws(PipelineError) {
    let read = tally.sources.reduce(0) { $0 &+ $1.records }
    let counted = tally.rows.reduce(0) { $0 &+ $1.records } &+ tally.people.reduce(0) { $0 &+ $1.records }
    let dropped = tally.dropped.values.reduce(0, &+)
    guard read == counted &+ dropped else {
      throw damaged("\(read) records were read, but \(counted) are counted and \(dropped) dropped")
    }
  }

  // MARK: Fields

  private func damaged(_ what: String) -> PipelineError {
    PipelineError(.malformedTally(what), at: Position(source: name, line: line))
  }

  private func outOfOrder() -> PipelineError { damaged("out of order, or twice") }

  private func expect(_ count: Int) throws(PipelineError) {
    guard fields.count == count else { throw damaged("'\(text(0))' has \(count - 1) fields, not \(fields.count - 1)") }
  }

  private func text(_ index: Int) -> String { String(decoding: bytes[fields[index]], as: UTF8.self) }

  private func unescaped(_ index: Int) throws(PipelineError) -> [UInt8] {
    let field = bytes[fields[index]]
    // It would be written otherwise, and equal tallies are equal bytes.
    if field.contains(0x0D) { throw damaged("a carriage return that is not escaped") }
    guard field.contains(0x5C) else { return Array(field) }
    var unescaped: [UInt8] = []
    var iterator = field.makeIterator()
    while let byte = iterator.next() {
      guard byte == 0x5C else {
        unescaped.append(byte)
        continue
      }
      switch iterator.next() {
      case 0x5C: unescaped.append(0x5C)
      case 0x74: unescaped.append(0x09)
      case 0x6E: unescaped.append(0x0A)
      case 0x72: unescaped.append(0x0D)
      default: throw damaged("a backslash that escapes nothing")
      }
    }
    return unescaped
  }

  private func string(_ index: Int) throws(PipelineError) -> String {
    let bytes = try unescaped(index)
    let string = String(decoding: bytes, as: UTF8.self)
    guard string.utf8.elementsEqual(bytes) else { throw damaged("bytes that are no UTF-8") }
    return string
  }

  private func count(_ index: Int, atLeast least: Int = 0) throws(PipelineError) -> Int {
    let field = bytes[fields[index]]
    var value = 0
    for byte in field {
      guard (0x30...0x39).contains(byte), value <= TallyReader.largestCount else { throw noCount(index) }
      value = value * 10 + Int(byte - 0x30)
    }
    let isCanonical = field.count == 1 || field.first != 0x30
    guard !field.isEmpty, isCanonical, (least...TallyReader.largestCount).contains(value) else { throw noCount(index) }
    return value
  }

  private func noCount(_ index: Int) -> PipelineError { damaged("\(quoted(text(index))) is no count") }

  private func number(_ index: Int, of column: Column) throws(PipelineError) -> UInt32 {
    let number = try count(index)
    guard number < column.count else { throw damaged("no answer has the number \(number)") }
    return UInt32(number)
  }

  private func value<Value: RawRepresentable<String>>(_ index: Int) throws(PipelineError) -> Value {
    guard let value = Value(rawValue: text(index)) else { throw damaged("\(quoted(text(index))) is not known here") }
    return value
  }

  /// Bytes and hash in two fields, or two empty fields.
  private func content(_ index: Int) throws(PipelineError) -> ContentHash? {
    let hex = text(index + 1)
    if hex.isEmpty, fields[index].isEmpty { return nil }
    guard let content = ContentHash(hex: hex, byteCount: try count(index)), content.hex == hex else {
      throw damaged("\(quoted(hex)) is no SHA-256")
    }
    return content
  }

  private func day(_ index: Int) throws(PipelineError) -> Day? {
    let text = text(index)
    if text.isEmpty { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let number = Int(parts[2]),
      let day = Day(year: year, month: month, day: number), day.description == text
    else { throw damaged("\(quoted(text)) is no day") }
    return day
  }
}
