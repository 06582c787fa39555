import Tabular

/// Why a run can't give a true report: facts in `kind`, words in one place.
public struct PipelineError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The facts.
  public enum Kind: Hashable, Sendable {
    /// An input that could not be read as a table.
    case unreadableInput(TabularError.Kind)
    /// No field of the export holds organizations: the headers, and the closest guess.
    case noOrganizationField(headers: [String], closest: String?)
    /// A mapping names a header that the export doesn't have.
    case noSuchHeader(String, headers: [String])
    /// The signatures only point at people elsewhere; what is needed to join them.
    case signersElsewhere(String)
    /// A decisions file with a line that can't be understood: what is wrong with it.
    case malformedDecision(String)
    /// Two decisions that can't both hold; the line of the other one.
    case contradictoryDecisions(String, otherLine: Int)
    /// A table of aliases with a line that can't be understood: what is wrong with it.
    case malformedAlias(String)
    /// A ledger of announcements with a line that can't be understood: what is wrong with it.
    case malformedLedger(String)
    /// A file of an audit that can't be understood: what is wrong with it.
    case malformedAudit(String)
    /// A tally file that is damaged, or of a later format.
    case malformedTally(String)
    /// A pipeline file, or an option, with a setting that is none: what is wrong with it, and what would be right.
    case badConfiguration(String, remedy: String)
    /// A report template with a tag that can't be right: what is wrong with it, and what would be right.
    case malformedTemplate(String, remedy: String)
    /// A file to evaluate against that has no labels: which field is missing.
    case notLabelled(missing: String)
    /// Nothing to read: a folder without exports.
    case noExports
    /// An output that can't be written; the system's own words.
    case unwritable(String)
  }

  /// The facts.
  public var kind: Kind
  /// Where.
  public var position: Position

  /// An error at a place.
  public init(_ kind: Kind, at position: Position) {
    self.kind = kind
    self.position = position
  }

  /// An input that could not be read as a table.
  public init(_ error: TabularError) {
    self.init(.unreadableInput(error.kind), at: error.position)
  }

  /// `file:line:column: error: what`, and on a second line what to do.
  public var description: String { "\(position): error: \(problem)\n  fix: \(remedy)" }

  /// What is wrong, in one sentence.
  public var problem: String {
    switch kind {
    case .unreadableInput(let kind): kind.problem
    case .noOrganizationField(let headers, let closest):
      "no field holds organizations; the headers are \(quotedList(headers))"
        + (closest.map { "; the closest is \(quoted($0))" } ?? "")
    case .noSuchHeader(let name, let headers): "no header \(quoted(name)); the headers are \(quotedList(headers))"
    case .signersElsewhere(let what): "the signatures only point at their signers: \(what)"
    case .malformedDecision(let what), .malformedAlias(let what): what
    case .malformedLedger(let what), .malformedAudit(let what): what
    case .contradictoryDecisions(let what, let otherLine): "\(what); it contradicts line \(otherLine)"
    case .malformedTally(let what): "not a tally that can be read: \(what)"
    case .badConfiguration(let what, _), .malformedTemplate(let what, _): what
    case .notLabelled(let missing): "is not labelled: it has no field \(quoted(missing))"
    case .noExports: "no exports here: no CSV, TSV, JSON, NDJSON or gzip file, and no tally"
    case .unwritable(let why): "can't write: \(why)"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch kind {
    case .unreadableInput(let kind): kind.remedy
    case .noOrganizationField(_, let closest):
      "name it with --field organization=\(closest.map { "'\($0)'" } ?? "<header>"), or under 'fields' in a pipeline file; "
        + "if people alone sign, write --field organization="
    case .noSuchHeader: "use one of the headers, as written there"
    case .signersElsewhere: "export the people together with their signatures, one record a signature"
    case .malformedDecision: "each line is action,name,country,value,by,on,why"
    case .malformedAlias: "each line is name,alias,country,source: two names of one organization"
    case .malformedLedger: "each line is what 'undersigned announce --record' appends"
    case .malformedAudit: "name the audit.csv that 'undersigned audit' wrote"
    case .contradictoryDecisions: "keep the one that holds"
    case .malformedTally: "make it anew with 'undersigned tally'"
    case .badConfiguration(_, let remedy), .malformedTemplate(_, let remedy): remedy
    case .notLabelled: "a labelled file has row_id, name and entity_id; rows of one entity_id are one organization"
    case .noExports: "name the export files, or a folder that holds them"
    case .unwritable: "choose another --output, or make it writable"
    }
  }
}

extension TabularError.Kind {
  var problem: String {
    switch self {
    case .noSuchFile: "no such file"
    case .isDirectory: "is a directory"
    case .unreadable(let why): "can't be read: \(why)"
    case .changed: "changed while it was read"
    case .empty: "is empty"
    case .binary(let looksLike): "is no text: looks like \(looksLike)"
    case .damagedGzip(let what): "damaged gzip: \(what)"
    case .unclosedQuote: "a quoted field opens here and never closes"
    case .invalidEncoding(let what): what
    case .malformedJSON(let what): "malformed JSON: \(what)"
    case .truncatedJSON: "the JSON ends in the middle of a value"
    case .noRecords(let what): "no records: \(what)"
    case .limitExceeded(let limit, let value): "passes the limit '\(limit)', \(value)"
    }
  }

  var remedy: String {
    switch self {
    case .noSuchFile: "check the path"
    case .isDirectory: "name a file in it"
    case .unreadable: "check its permissions"
    case .changed: "run again when nobody writes to it"
    case .empty: "export it again"
    case .binary: "export it as CSV or JSON"
    case .damagedGzip, .truncatedJSON: "download it again: the file is not whole"
    case .unclosedQuote: "close the quote, or export the file again: it may have been cut off"
    case .invalidEncoding: "save it as UTF-8"
    case .malformedJSON: "check the file with a JSON validator, or export it again"
    case .noRecords: "export the signatures as a list of records"
    case .limitExceeded(let limit, _):
      ReadingLimits.settings.contains { $0.name == limit }
        ? "look whether this is damage; if not, raise it: --limit \(limit)=<number>"
        : "check that this is the right file"
    }
  }
}
