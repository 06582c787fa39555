import Tabular

/// All that a letter's figures rest on, so that somebody else can later tell whether the same inputs still give them:
/// inputs with their hashes, what became of the records, counting rules, figures with bounds, decisions.
///
/// A list of rows, the same for the same inputs, without paths, days of the clock, or anybody's own data.
public struct AuditPack: Hashable, Sendable {
  /// What is stated of one thing.
  public struct Row: Hashable, Sendable {
    /// What sort of thing: `input`, `policy`, `records`, `figure`, `decision` ...
    public var part: String
    /// Which one: a file's name, `countries`, `type:trade_union`.
    public var name: String
    /// What of it: `sha256`, `at_least`.
    public var figure: String
    /// What it is.
    public var value: String

    /// A statement.
    public init(_ part: String, _ name: String, _ figure: String, _ value: String) {
      self.part = part
      self.name = name
      self.figure = figure
      self.value = value
    }
  }

  /// The statements, in the order of their parts.
  public let rows: [Row]

  /// An audit of a summary.
  ///
  /// - Parameters:
  ///   - files: What was read, the inputs among them.
  ///   - decisions: As they were replayed.
  ///   - link: The scores from which names were merged and proposed.
  public init(_ summary: Summary, files: [InputFile], decisions: [Decision], link: LinkOrganizations) {
    rows =
      [Row("letter", "", "title", VisibleText.oneLine(summary.title))]
      + AuditPack.program + AuditPack.files(files, summary) + AuditPack.policies(summary, link)
      + AuditPack.records(summary.reconciliation) + AuditPack.figures(summary)
      + AuditedDecisions(decisions, summary).rows
  }

  init(rows: [Row]) { self.rows = rows }

  private static var program: [Row] {
    [
      Row("program", "undersigned", "version", ProgramState.version),
      Row("program", "reference-tables", "sha256", ProgramState.tables.hex),
    ]
  }

  private static func files(_ files: [InputFile], _ summary: Summary) -> [Row] {
    let sorted = files.sorted { left, right in
      let roles = InputFile.Role.allCases
      let (one, other) = (roles.firstIndex(of: left.role)!, roles.firstIndex(of: right.role)!)
      return one == other ? ByteOrder.precedes(left.name, right.name) : one < other
    }
    var rows: [Row] = []
    for file in sorted {
      let name = VisibleText.oneLine(file.name)
      rows.append(Row(file.role.rawValue, name, "bytes", "\(file.hash.byteCount)"))
      rows.append(Row(file.role.rawValue, name, "sha256", file.hash.hex))
    }
    return rows
      + summary.inputs.map { Row("source", VisibleText.oneLine($0.name), "records", "\($0.records)") }
  }

  private static func policies(_ summary: Summary, _ link: LinkOrganizations) -> [Row] {
    let policy = summary.policy
    var rows = summary.sensitivity.compactMap { rule -> Row? in
      guard rule.rule != .proposals, rule.rule != .invisibleLinks else { return nil }
      return rule.choices.first(where: \.isChosen).map { Row("policy", rule.rule.rawValue, "choice", $0.slug) }
    }
    rows.append(Row("policy", "invisible-links", "choice", policy.invisibleLinks.description))
    rows.append(Row("policy", "last-resort", "choice", policy.lastResort?.rawValue ?? "unclassified"))
    rows.append(Row("policy", "link", "merge", NumberText.hundredths(link.mergeThreshold)))
    rows.append(Row("policy", "link", "propose", NumberText.hundredths(link.proposeThreshold)))
    return rows
  }

  private static func records(_ all: Reconciliation) -> [Row] {
    let words = ReportWords()
    var rows = [
      Row("records", "read", "records", "\(all.read)"),
      Row("records", "organizations", "records", "\(all.organizations)"),
      Row("records", "people with an affiliation", "records", "\(all.affiliatedIndividuals)"),
      Row("records", "people", "records", "\(all.individuals)"),
    ]
    for reason in DropReason.allCases {
      if let count = all.dropped[reason] {
        rows.append(Row("records", "left out: \(words("dropped.\(reason.rawValue)"))", "records", "\(count)"))
      }
    }
    return rows
  }

  private static func figures(_ summary: Summary) -> [Row] {
    func rows(_ name: String, _ bounds: Bounds) -> [Row] {
      [
        Row("figure", name, "reported", "\(bounds.reported)"), Row("figure", name, "at_least", "\(bounds.atLeast)"),
        Row("figure", name, "at_most", "\(bounds.atMost)"),
      ]
    }
    func parts(_ name: String, _ bounds: Bounds) -> [Row] {
      [
        Row("figure", name, "left out for open proposals", "\(bounds.proposals)"),
        Row("figure", name, "left out for links that no name shows", "\(bounds.allowance)"),
      ]
    }
    let headline = summary.headline
    let open = summary.proposals.count + summary.unlistedProposals
    return rows("organizations", headline.organizations) + parts("organizations", headline.organizations)
      + rows("countries", headline.countries)
      + [Row("figure", "open proposals", "count", "\(open)")]
      + summary.countries.rows.flatMap { rows("country: \(VisibleText.oneLine($0.name))", $0.organizations) }
      + summary.types.rows.flatMap { rows("type: \($0.key?.rawValue ?? "unclassified")", $0.organizations) }
  }
}
