import Tabular

/// Reads a `decisions.csv`: header `action,name,country,value,by,on,why`, a decision a line, `#` for comments.
public enum DecisionFile {
  /// The fields, in the order in which they are written.
  public static let header = ["action", "name", "country", "value", "by", "on", "why"]

  /// Gives the code of a country that is written as a name, or nothing.
  public typealias CountryResolver = @Sendable (String) -> CountryCode?

  /// Reads and checks a decisions file.
  ///
  /// - Parameters:
  ///   - bytes: The file as stored. Nothing but white space and comments means no decisions.
  ///   - name: The file as its user named it, for messages.
  ///   - resolveCountry: Countries by other things than their code.
  /// - Returns: The decisions, in the order of their lines; equal ones as often as they stand there.
  /// - Throws: `malformedDecision` for a line that can't be understood, `contradictoryDecisions` for two that can't both
  ///   hold, `unreadableInput` for what is no table at all.
  public static func parse(
    _ bytes: [UInt8], name: String, resolveCountry: CountryResolver = { _ in nil }
  ) throws(PipelineError) -> [Decision] {
    let table = try HandWrittenTable(bytes, name: name, header: header)
    if table.fields.isEmpty { return [] }
    return try parse(fields: table.fields, records: table.records, name: name, resolveCountry: resolveCountry)
  }

  /// A file of decisions: a table, or a history of OpenRefine.
  public struct Source: Sendable {
    /// The file as its user named it.
    public var name: String
    /// The file as stored.
    public var bytes: [UInt8]

    /// A file.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Reads the files of a letter, and checks that all they say can hold together.
  ///
  /// - Parameters:
  ///   - columns: The headers of the exports' fields for organizations; asked for only where a history needs them.
  ///   - resolveCountry: Countries by other things than their code.
  /// - Returns: The decisions in the order of the files, and what of a history can't be a decision.
  /// - Throws: What the reading of each file throws, and `contradictoryDecisions`.
  public static func parse(
    _ sources: [Source], columns: () throws(PipelineError) -> [String], resolveCountry: CountryResolver = { _ in nil }
  ) throws(PipelineError) -> (decisions: [Decision], findings: [Finding]) {
    var decisions: [Decision] = []
    var findings: [Finding] = []
    for source in sources {
      if OpenRefineHistory.isHistory(source.bytes) {
        let history = try OpenRefineHistory.parse(source.bytes, name: source.name, columns: columns())
        decisions += history.decisions
        findings += history.findings
      } else {
        decisions += try parse(source.bytes, name: source.name, resolveCountry: resolveCountry)
      }
    }
    try DecisionConflicts.check(decisions)
    return (decisions, findings)
  }

  /// Reads decisions from records that are already cut into cells.
  static func parse(
    fields: [String], records: [(line: Int, cells: [String])], name: String,
    resolveCountry: CountryResolver = { _ in nil }
  ) throws(PipelineError) -> [Decision] {
    let places = try places(of: fields, name: name)
    var decisions: [Decision] = []
    for record in records {
      let cells = record.cells
      func cell(_ field: Int) -> String {
        guard let place = places[field], place < cells.count else { return "" }
        return cells[place].withoutOuterSpace
      }
      if cells.allSatisfy({ $0.withoutOuterSpace.isEmpty }) || cells[0].withoutOuterSpace.hasPrefix("#") { continue }
      let position = Position(source: name, line: record.line)
      let decision = Decision(
        try action(cell(0), at: position), name: cell(1),
        country: try country(cell(2), resolveCountry, "country", at: position), value: cell(3), by: cell(4),
        on: cell(5), why: cell(6), at: position)
      decisions.append(try checked(decision, resolveCountry))
    }
    try DecisionConflicts.check(decisions)
    return decisions
  }

  // MARK: Fields

  private static func places(of fields: [String], name: String) throws(PipelineError) -> [Int?] {
    let written = fields.map { $0.withoutOuterSpace.lowercased() }
    for (index, field) in written.enumerated() where !header.contains(field) && !field.isEmpty {
      let nearest = Spelling.nearest(to: field, among: header, differingInOneOf: 2)
      throw PipelineError(
        .malformedDecision(
          "no field of decisions is called \(quoted(fields[index]))" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
        ),
        at: Position(source: name, line: 1))
    }
    for required in ["action", "name"] where !written.contains(required) {
      throw PipelineError(
        .malformedDecision("no field called '\(required)' in the header"), at: Position(source: name, line: 1))
    }
    return header.map { written.firstIndex(of: $0) }
  }

  private static func action(_ text: String, at position: Position) throws(PipelineError) -> Decision.Action {
    let slug = text.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }.joined(separator: "-")
    if let action = Decision.Action(rawValue: slug) { return action }
    let known = Decision.Action.allCases.map(\.rawValue)
    if text.isEmpty { throw malformed("no action; it is one of \(known.joined(separator: ", "))", position) }
    let hint = Spelling.nearest(to: slug, among: known, differingInOneOf: 2).map { "did you mean '\($0)'?" }
    throw malformed(
      "no action is called \(quoted(text)); \(hint ?? "it is one of \(known.joined(separator: ", "))")", position)
  }

  private static func country(
    _ text: String, _ resolve: CountryResolver, _ field: String, at position: Position
  ) throws(PipelineError) -> CountryCode? {
    switch StatedCountry(text, resolve) {
    case .blank: return nil
    case .known(let country): return country
    case .unknown(let nearest):
      throw malformed(
        "the \(field) \(quoted(text)) is none that is known" + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
        position)
    }
  }

  private static func checked(
    _ decision: Decision, _ resolveCountry: CountryResolver
  ) throws(PipelineError) -> Decision {
    var decision = decision
    let action = decision.action
    let position = decision.position
    if decision.name.isEmpty { throw malformed("'\(action.rawValue)' without a name", position) }
    if action.needsValue, decision.value.isEmpty { throw malformed("'\(action.rawValue)' without a value", position) }
    switch action {
    case .type: decision.value = try type(decision.value, position).rawValue
    case .country:
      guard let code = try country(decision.value, resolveCountry, "value", at: position) else { break }
      decision.value = code.description
    case .split where decision.parts.count < 2:
      throw malformed("'split' needs at least two names in its value, with ';' between them", position)
    case .same, .apart, .partOf:
      // With a country it is about the mentions there, and all others of that name.
      if CompareForm.fold(decision.value) == CompareForm.fold(decision.name), action != .same, decision.country == nil {
        throw malformed("'\(action.rawValue)' of a name and itself: \(quoted(decision.name))", position)
      }
    case .rename, .notAnOrganization, .withdrawn, .split: break
    }
    return decision
  }

  private static func type(_ text: String, _ position: Position) throws(PipelineError) -> OrganizationType {
    let slug = text.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: "_")
    if let type = OrganizationType(rawValue: slug) { return type }
    let known = OrganizationType.allCases.map(\.rawValue)
    // An answer in any language names a type as well, but a file that is kept should hold the word itself.
    let answer = ReferenceTable(embedded: "type-answers").records(for: CompareForm.fold(text)).first
    let meant = answer?[1] ?? Spelling.nearest(to: slug, among: known, differingInOneOf: 2)
    throw malformed(
      "no type is called \(quoted(text)); "
        + (meant.map { "did you mean '\($0)'?" } ?? "it is one of \(known.joined(separator: ", "))"), position)
  }

  private static func malformed(_ what: String, _ position: Position) -> PipelineError {
    PipelineError(.malformedDecision(what), at: position)
  }
}
