import Tabular

/// A tally as a file: lines of tab-separated UTF-8 that a text tool can read, the same bytes for equal tallies.
///
///     undersigned-tally 2
///     source        records, name, times read, bytes, SHA-256       by name, then SHA-256; the last two may be empty
///     organization  answer                                          each by its bytes, numbered from 1; 0 is no answer
///     country       answer
///     type          answer
///     place         answer
///     website       answer
///     row           organization, country, type, place, website, consent, records, signatures,
///                   source (the number of the first of its name, from 1), line, column, first day, last day
///     people        capacity, country, records, signatures
///     dropped       reason, records
///     day           day, signatures
///     finding       severity, slug, source, line, column, message, remedy
///     end           lines before this one, FNV-1a of their bytes in hexadecimal
///
/// In text a backslash, tab, line feed and carriage return are written `\\`, `\t`, `\n` and `\r`. Days are ISO 8601, or
/// empty.
///
/// What may come later: a line whose word begins with a capital letter is optional, as a chunk of PNG is that begins
/// with a small one (ISO/IEC 15948, 5.4): a program that doesn't know it skips it, wherever it stands, and leaves it
/// out of what it writes. Every other unknown word, value and number of fields is an error. The number on the first
/// line rises when a program that skips optional lines would misread the rest; earlier numbers are read as well. Format
/// 1 has only the records and the name of a source.
public enum TallyFile {
  /// How the first line begins.
  static let magic = "undersigned-tally "
  /// The format that is written, and the latest that is read.
  static let version = 2

  /// Whether a file says of itself that it is a tally, or lines of JSON that are one each, of any version.
  public static func isTally(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: magic.utf8) || TallyRecord.isRecord(bytes)
  }

  /// The tally as one line of JSON with its end, for engines that hand lines from one program to the next. It has
  /// `undersigned-tally` (the number of the format), `checksum` (that of the line `end`) and `tally` (the file).
  ///
  /// - Complexity: O(bytes).
  public static func encodeLine(_ tally: Tally) -> [UInt8] { TallyRecord.encode(tally) }

  /// The file of a tally.
  ///
  /// - Complexity: O(bytes).
  public static func encode(_ tally: Tally) -> [UInt8] {
    var writer = TallyLines()
    writer.bytes += "\(magic)\(version)\n".utf8
    for source in tally.sources { writer.source(source) }
    let columns = [
      ("organization", tally.answers.organizations), ("country", tally.answers.countries),
      ("type", tally.answers.types),
      ("place", tally.answers.places), ("website", tally.answers.websites),
    ]
    for (word, column) in columns { writer.answers(word, column) }
    // Most rows come from the source of the row before.
    var source: (name: String, number: Int)?
    for row in tally.rows {
      let name = row.first.source
      let number = source.flatMap { ByteOrder.areSame($0.name, name) ? $0.number : nil }
      source = (name, number ?? self.number(of: name, in: tally.sources))
      writer.row(row, source: source?.number ?? 0)
    }
    for people in tally.people {
      writer.line(
        "people", text: people.capacity.rawValue, [Int(people.country), people.records, people.signatures])
    }
    for (reason, records) in tally.dropped.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      writer.line("dropped", text: reason.rawValue, [records])
    }
    for (day, signatures) in tally.days.sorted(by: { $0.key < $1.key }) {
      writer.line("day", text: day.description, [signatures])
    }
    for finding in tally.findings { writer.finding(finding) }
    writer.end()
    return writer.bytes
  }

  /// The number of the first source of a name, from 1, by its bytes; 0 when there is none.
  private static func number(of name: String, in sources: [SourceSummary]) -> Int {
    var low = 0
    var high = sources.count
    while low < high {
      let middle = (low + high) / 2
      if ByteOrder.precedes(sources[middle].name, name) { low = middle + 1 } else { high = middle }
    }
    return low < sources.count && ByteOrder.areSame(sources[low].name, name) ? low + 1 : 0
  }

  /// The tally of a file; of lines of JSON the sum of theirs.
  ///
  /// - Parameter name: The file as its user named it.
  /// - Throws: `malformedTally` with the line, when the file is no tally, of a later format, cut off, or damaged.
  /// - Complexity: O(bytes).
  public static func decode(_ bytes: [UInt8], name: String) throws(PipelineError) -> Tally {
    try bytes.withUnsafeBufferPointer { bytes throws(PipelineError) in
      try TallyRecord.isRecord(bytes)
        ? TallyRecord.decode(bytes, name: name) : decodeFile(bytes, name: name)
    }
  }

  /// The tally of a file that is no line of JSON.
  static func decodeFile(_ bytes: UnsafeBufferPointer<UInt8>, name: String) throws(PipelineError) -> Tally {
    var reader = TallyReader(bytes, name: name)
    return try reader.read()
  }

  /// Sixteen digits, in lower case.
  static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
