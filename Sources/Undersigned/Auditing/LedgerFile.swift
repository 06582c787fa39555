import Tabular

/// Reads and writes a `ledger.csv`: what was announced, a line each, the oldest first.
///
/// A ledger is committed beside its letter and only ever appended to, so that whoever finds a figure in a text can tell
/// when it was announced, and what it rested on.
public enum LedgerFile {
  /// The fields, in the order in which they are written.
  public static let header = [
    "on", "letter", "language", "sentence", "organizations", "organizations_at_least", "organizations_at_most",
    "countries", "countries_at_least", "countries_at_most", "types", "people", "policies", "inputs",
  ]

  /// Whether a file's first line is that of a ledger.
  public static func isLedger(_ head: [UInt8]) -> Bool {
    head.starts(with: header.prefix(6).joined(separator: ",").utf8)
  }

  /// Reads a ledger.
  ///
  /// - Parameters:
  ///   - bytes: The file as stored; nothing but white space means no entries.
  ///   - name: The file as its user named it.
  /// - Returns: The entries in the order of their lines.
  /// - Throws: `malformedLedger` with the line, or `unreadableInput`.
  public static func parse(_ bytes: [UInt8], name: String) throws(PipelineError) -> [LedgerEntry] {
    if bytes.allSatisfy({ $0 <= 0x20 }) { return [] }
    guard isLedger(bytes) else { throw malformed("the first line is not that of a ledger", name, 1) }
    let table = try HandWrittenTable(bytes, name: name, header: header)
    let written = table.fields.map { $0.withoutOuterSpace.lowercased() }
    var places: [String: Int] = [:]
    for field in header {
      guard let place = written.firstIndex(of: field) else {
        throw malformed("no field called '\(field)' in the header", name, 1)
      }
      places[field] = place
    }
    var entries: [LedgerEntry] = []
    for record in table.records {
      func cell(_ field: String) -> String { record.cells[places[field]!].withoutOuterSpace }
      func number(_ field: String) throws(PipelineError) -> Int {
        guard let value = Int(cell(field)), value >= 0 else {
          throw malformed("\(quoted(cell(field))) under '\(field)' is no count", name, record.line)
        }
        return value
      }
      guard let on = Day(cell("on")) else {
        throw malformed("\(quoted(cell("on"))) is no day such as 2026-11-22", name, record.line)
      }
      guard let language = MessageLanguage(rawValue: cell("language")) else {
        throw malformed("no language is called \(quoted(cell("language")))", name, record.line)
      }
      var types: [LedgerEntry.TypeCount] = []
      for item in list(cell("types")) {
        let parts = item.tokens
        guard parts.count == 2, let type = OrganizationType(rawValue: String(parts[0])), let count = Int(parts[1])
        else { throw malformed("\(quoted(item)) is no type with a count", name, record.line) }
        types.append(.init(type: type, count: count))
      }
      entries.append(
        LedgerEntry(
          on: on, letter: cell("letter"), language: language, sentence: cell("sentence"),
          organizations: Bounds(
            reported: try number("organizations"), atLeast: try number("organizations_at_least"),
            atMost: try number("organizations_at_most")),
          countries: Bounds(
            reported: try number("countries"), atLeast: try number("countries_at_least"),
            atMost: try number("countries_at_most")),
          types: types, people: try number("people"), policies: list(cell("policies")), inputs: list(cell("inputs")),
          line: record.line))
    }
    return entries
  }

  /// A ledger with more entries at its end; what stands there already stays as it is, byte for byte.
  ///
  /// - Parameters:
  ///   - entries: What to add, in this order.
  ///   - bytes: The file as stored; empty for none.
  ///   - name: The file as its user named it.
  /// - Throws: What `parse` throws of the file as it is, or for a header in another order.
  public static func adding(
    _ entries: [LedgerEntry], to bytes: [UInt8], name: String
  ) throws(PipelineError) -> [UInt8] {
    _ = try parse(bytes, name: name)
    var result = bytes
    let isNew = bytes.allSatisfy { $0 <= 0x20 }
    if isNew { result = [] }
    if let last = result.last, last != 0x0A { result.append(0x0A) }
    var csv = DelimitedWriter()
    if isNew { csv.write(header) }
    for entry in entries { csv.write(cells(entry)) }
    return result + csv.bytes
  }

  private static func cells(_ entry: LedgerEntry) -> [String] {
    func bounds(_ bounds: Bounds) -> [String] { ["\(bounds.reported)", "\(bounds.atLeast)", "\(bounds.atMost)"] }
    return [entry.on.description, VisibleText.oneLine(entry.letter), entry.language.rawValue, entry.sentence]
      + bounds(entry.organizations) + bounds(entry.countries)
      + [
        entry.types.map { "\($0.type.rawValue) \($0.count)" }.joined(separator: "; "), "\(entry.people)",
        entry.policies.joined(separator: "; "), entry.inputs.map(VisibleText.oneLine).joined(separator: "; "),
      ]
  }

  private static func list(_ cell: String) -> [String] {
    cell.split(separator: ";").map(\.withoutOuterSpace).filter { !$0.isEmpty }
  }

  private static func malformed(_ what: String, _ name: String, _ line: Int) -> PipelineError {
    PipelineError(.malformedLedger(what), at: Position(source: name, line: line))
  }
}
