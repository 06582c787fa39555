import Tabular

/// How one export is read, and why: what `inspect` shows. It holds headers and reasons, and no answer of any record.
public struct ExportReading: Sendable {
  /// One field of the export and what was made of it.
  public struct Field: Hashable, Sendable {
    /// The header as written.
    public var header: String
    /// Where it stands.
    public var position: Position
    /// Its index among the export's fields.
    public var index: Int
    /// What it holds; nothing when that could not be told.
    public var field: CanonicalField?
    /// Why, in a few words.
    public var reason: String
    /// 0 through 1: how sure that is; 1 when the user said so, 0 when nothing was recognized.
    public var confidence: Double
    /// What happens with its answers.
    public var use: Use
    /// For what was typed beside a choice of `Other`: the index of the field that it belongs to.
    public var besides: Int?
  }

  /// What happens with a field's answers.
  public enum Use: String, Hashable, Sendable {
    /// They are read.
    case read
    /// They are reduced to a keyed hash in memory, to tell one person from another; never copied.
    case fingerprint
    /// They are never looked at.
    case unread
  }

  /// The input as its user named it.
  public var name: String
  /// The platform that wrote it, if its headers tell.
  public var platform: Platform?
  /// Why it is taken for that platform's: a sentence that names the headers, or empty.
  public var platformReason: String
  /// Every field, in the order of the input.
  public var fields: [Field]
  /// Whether each record stands for as many signatures as its count says (signatures by country).
  public var isAggregate: Bool
  /// What was odd.
  public var findings: [Finding]

  /// The indices of the fields that hold `field` and are used, the surest first, then by position.
  func indices(of field: CanonicalField) -> [Int] {
    fields.filter { $0.field == field && $0.use == .read }
      .sorted { ($1.confidence, $0.index) < ($0.confidence, $1.index) }.map(\.index)
  }

  /// The headers of the fields that hold organizations, the surest first.
  public var organizationHeaders: [String] { indices(of: .organization).map { fields[$0].header } }

  /// Whether some field tells of persons.
  var hasPersons: Bool { fields.contains { $0.field?.tellsOfPersons == true } }
}
