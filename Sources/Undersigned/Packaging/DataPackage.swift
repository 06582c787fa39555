import Tabular

/// A report's folder as a Data Package (https://datapackage.org, version 2): `datapackage.json`.
///
/// It tells of every CSV file what it is, what each column holds, its size and its hash, and from which inputs the
/// figures come, so that programs read the files with the right types and anybody can tell whether they were changed.
public struct DataPackage: Sendable {
  /// Its file.
  public static let path = "datapackage.json"

  /// The package's name: the letter's, as far as names of packages allow.
  public let name: String
  private let sources: [InputFile]
  private let created: String?

  /// A package for the report of a letter.
  ///
  /// - Parameters:
  ///   - letter: The letter's name.
  ///   - sources: The files that the figures rest on.
  ///   - created: When it was made, by RFC 3339; nothing for files that are the same at any time.
  public init(letter: String, sources: [InputFile], created: String? = nil) {
    name = DataPackage.name(of: letter)
    self.sources = sources
    self.created = created
  }

  /// The file for a report.
  ///
  /// - Parameter hashes: Those of the report's files by path; those of `ReportTable.all` among them are its resources.
  public func file(for summary: Summary, describing hashes: [String: ContentHash]) -> ReportFile {
    var members: [(String, JSONText)] = [
      ("$schema", .string("https://datapackage.org/profiles/2.0/datapackage.json")), ("name", .string(name)),
    ]
    let title = VisibleText.oneLine(summary.title)
    if !title.isEmpty { members.append(("title", .string(title))) }
    members.append(("description", .string(DataPackage.description(of: summary))))
    if let created { members.append(("created", .string(created))) }
    members.append(
      ("generator", .object([("title", .string("undersigned")), ("version", .string(ProgramState.version))])))
    if !sources.isEmpty { members.append(("sources", .array(sources.map(DataPackage.source)))) }
    let resources = ReportTable.all.compactMap { table in
      hashes[table.path].map { DataPackage.resource(table, $0, summary) }
    }
    members.append(("resources", .array(resources)))
    return ReportFile(path: DataPackage.path, text: JSONText.object(members).description + "\n")
  }

  /// The headline in one sentence.
  static func description(of summary: Summary) -> String {
    let sentences = SummarySentences(summary)
    return "\(sentences.signers) (\(sentences.bounds))."
  }

  /// Small Latin letters, digits, `.`, `_` and `-`; `letter` where nothing of that is left.
  static func name(of letter: String) -> String {
    let folded = CompareForm.fold(letter).unicodeScalars
    // Names that are written that way already stay as they are.
    let kept = letter.utf8.allSatisfy(isOfName) ? letter : String(String.UnicodeScalarView(folded))
    let name = kept.split(whereSeparator: { !$0.utf8.allSatisfy(isOfName) }).joined(separator: "-")
    return name.contains { $0 != "." && $0 != "-" && $0 != "_" } ? name : "letter"
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }

  // MARK: Parts

  private static func source(_ file: InputFile) -> JSONText {
    let name = VisibleText.oneLine(file.name)
    var members: [(String, JSONText)] = [("title", .string(name == "-" ? "standard input" : name))]
    if isPath(name) { members.append(("path", .string(name))) }
    members.append(("role", .string(file.role.rawValue)))
    members.append(("bytes", .integer(file.hash.byteCount)))
    members.append(("hash", .string("sha256:\(file.hash.hex)")))
    return .object(members)
  }

  /// Whether the standard takes a file's name for a path.
  private static func isPath(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, !"./~-".unicodeScalars.contains(first) else { return false }
    return !name.contains("\\") && !name.contains(":") && !name.split(separator: "/").contains("..")
  }

  private static func resource(_ table: ReportTable, _ hash: ContentHash, _ summary: Summary) -> JSONText {
    .object([
      ("$schema", .string("https://datapackage.org/profiles/2.0/dataresource.json")), ("name", .string(table.name)),
      ("type", .string("table")), ("path", .string(table.path)), ("title", .string(table.title)),
      ("description", .string(table.description)), ("format", .string("csv")), ("mediatype", .string("text/csv")),
      ("encoding", .string("utf-8")), ("bytes", .integer(hash.byteCount)), ("hash", .string("sha256:\(hash.hex)")),
      (
        "dialect",
        .object([
          ("$schema", .string("https://datapackage.org/profiles/2.0/tabledialect.json")), ("delimiter", .string(",")),
          ("lineTerminator", .string("\n")), ("quoteChar", .string("\"")), ("doubleQuote", .boolean(true)),
        ])
      ), ("schema", schema(table, summary)),
    ])
  }

  private static func schema(_ table: ReportTable, _ summary: Summary) -> JSONText {
    var members: [(String, JSONText)] = [
      ("$schema", .string("https://datapackage.org/profiles/2.0/tableschema.json")),
      ("fields", .array(table.fields.map(field))), ("missingValues", .array([.string("")])),
    ]
    if let key = table.key { members.append(("primaryKey", .array([.string(key)]))) }
    let references = table.references.filter { $0.holds(for: summary) }.map { reference -> JSONText in
      let target: JSONText = .object([
        ("resource", .string(reference.table)), ("fields", .array([.string(reference.target)])),
      ])
      return .object([("fields", .array([.string(reference.field)])), ("reference", target)])
    }
    if !references.isEmpty { members.append(("foreignKeys", .array(references))) }
    return .object(members)
  }

  private static func field(_ field: ReportField) -> JSONText {
    var members: [(String, JSONText)] = [
      ("name", .string(field.name)), ("type", .string(field.kind.rawValue)), ("title", .string(field.title)),
      ("description", .string(field.description)),
    ]
    // No regular expressions: they would keep the package out of SQLite, which knows none.
    let constraints = field.constraints.flatMap { constraint -> [(String, JSONText)] in
      switch constraint {
      case .required: [("required", .boolean(true))]
      case .unique: [("unique", .boolean(true))]
      case .minimum(let least): [("minimum", .integer(least))]
      case .maximum(let most): [("maximum", .integer(most))]
      case .length(let length): [("minLength", .integer(length)), ("maxLength", .integer(length))]
      case .oneOf(let values): [("enum", .array(values.map { .string($0) }))]
      }
    }
    if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
    return .object(members)
  }
}
