import Tabular

/// An audit as files: `audit.md` for people, `audit.csv` for `undersigned check --audit`.
public struct AuditReport: Sendable {
  /// The fields of `audit.csv`.
  public static let header = ["part", "name", "figure", "value"]

  /// Both files by name, however the audit comes out.
  public static let names = ["audit.md", "audit.csv"]

  private let pack: AuditPack

  /// The files of an audit.
  public init(_ pack: AuditPack) { self.pack = pack }

  /// The page and the table, the same bytes for the same audit.
  public var files: [ReportFile] {
    [ReportFile(path: "audit.md", text: page), ReportFile(path: "audit.csv", bytes: table)]
  }

  /// Reads an `audit.csv` back.
  ///
  /// - Parameter name: The file as its user named it.
  public static func parse(_ bytes: [UInt8], name: String) throws(PipelineError) -> AuditPack {
    let table = try HandWrittenTable(bytes, name: name, header: header)
    guard table.fields.map({ $0.withoutOuterSpace.lowercased() }) == header else {
      throw PipelineError(
        .malformedAudit("the header is not \(header.joined(separator: ","))"), at: Position(source: name, line: 1))
    }
    return AuditPack(
      rows: table.records.map { record in
        let cells = record.cells.map(AuditReport.undefused)
        return AuditPack.Row(cells[0], cells[1], cells[2], cells[3])
      })
  }

  private var table: [UInt8] {
    var csv = DelimitedWriter(isFormulaSafe: true)
    csv.write(AuditReport.header)
    for row in pack.rows { csv.write([row.part, row.name, row.figure, row.value]) }
    return csv.bytes
  }

  /// A value without the apostrophe that kept a spreadsheet from running it.
  private static func undefused(_ value: String) -> String {
    value.hasPrefix("'") && DelimitedWriter.isFormula(String(value.dropFirst())) ? String(value.dropFirst()) : value
  }

  // MARK: The page

  private var page: String {
    let title = value("letter", "", "title")
    return "# Audit\(title.isEmpty ? "" : ": " + MarkdownText.inert(title))\n\n"
      + "What the figures of this report rest on. Whoever has the same inputs can make it again; "
      + "`undersigned check --audit audit.csv` tells whether they still give it, and what changed.\n\n"
      + figures + inputs + records + policies + decisions + program
  }

  private func rows(_ part: String) -> [AuditPack.Row] { pack.rows.filter { $0.part == part } }

  private func value(_ part: String, _ name: String, _ figure: String) -> String {
    pack.rows.first { $0.part == part && $0.name == name && $0.figure == figure }?.value ?? ""
  }

  /// Rows of one part as a table: a line for each name, a column for each figure.
  private func table(
    _ part: String, _ heading: String, _ columns: [(figure: String, title: String)], without name: String? = nil
  ) -> String {
    var lines: [(name: String, values: [String: String])] = []
    for row in rows(part) where row.name != name {
      if lines.last?.name != row.name { lines.append((row.name, [:])) }
      lines[lines.count - 1].values[row.figure] = row.value
    }
    var table = MarkdownTable([.text(heading)] + columns.map { .text($0.title) })
    for line in lines {
      table.append([MarkdownText.inert(line.name)] + columns.map { MarkdownText.inert(line.values[$0.figure] ?? "") })
    }
    return lines.isEmpty ? "" : table.text
  }

  private var figures: String {
    "## Figures\n\n"
      + table(
        "figure", "Figure", [("reported", "Counted"), ("at_least", "At least"), ("at_most", "At most")],
        without: "open proposals")
      + "*At least* of organizations leaves out "
      + "\(value("figure", "organizations", "left out for open proposals")) for open proposals, of which there are "
      + "\(value("figure", "open proposals", "count")), and "
      + "\(value("figure", "organizations", "left out for links that no name shows")) for links that no name shows.\n\n"
  }

  private var inputs: String {
    let columns = [("bytes", "Bytes"), ("sha256", "SHA-256")]
    var text = "## Inputs\n\nFiles as they lie on disk.\n\n" + table("input", "Input", columns)
    for role in InputFile.Role.allCases where role != .input {
      text += table(role.rawValue, role.words, columns)
    }
    return text
  }

  private var records: String {
    let read = value("records", "read", "records")
    let parts = rows("records").filter { $0.name != "read" && $0.value != "0" }
    let sum = parts.map { "\($0.value) \(MarkdownText.inert($0.name))" }.joined(separator: " + ")
    return "## Every record\n\n\(read) read\(sum.isEmpty ? "" : " = " + sum).\n\n"
      + table("source", "Source", [("records", "Records")])
  }

  private var policies: String {
    "## Counting rules\n\n"
      + rows("policy").map { "- `\($0.name)`\($0.figure == "choice" ? "" : " \($0.figure)"): `\($0.value)`\n" }.joined()
      + "\n"
  }

  private var decisions: String {
    guard !rows("decision").isEmpty else { return "## Decisions\n\nNone.\n\n" }
    let columns = ["action", "name", "country", "value", "by", "on", "why"].map { ($0, $0.capitalizedFirst) }
    return
      "## Decisions\n\nWhat people settled; of those who withdrew, and of who is no organization, no name is told.\n\n"
      + table("decision", "No.", columns)
  }

  private var program: String {
    "## Program\n\nundersigned \(value("program", "undersigned", "version")); its reference tables have the SHA-256 "
      + "`\(value("program", "reference-tables", "sha256"))`.\n"
  }
}

extension InputFile.Role {
  /// The heading of a table of such files.
  fileprivate var words: String {
    switch self {
    case .input: "Input"
    case .decisions: "Decisions"
    case .aliases: "Aliases"
    case .countryNames: "Names of countries"
    case .pipeline: "Pipeline file"
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
