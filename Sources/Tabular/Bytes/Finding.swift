/// Something wrong in the data: it travels to the report and stops nothing.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
  /// How much it matters for the counts.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// Worth knowing; no count depends on it.
    case note
    /// A count may be off until somebody looks.
    case warning
    /// Something could not be counted.
    case error
  }

  /// How much it matters.
  public var severity: Severity
  /// A stable, lower-case, hyphenated word for the kind of finding; scripts match on it.
  public var slug: String
  /// Where it was seen first.
  public var position: Position
  /// What is wrong, in one sentence without a full stop. User values stand in '…', cut at 60 characters.
  public var message: String
  /// What to do about it, or nothing.
  public var remedy: String

  /// A finding at a place.
  public init(_ severity: Severity, _ slug: String, at position: Position, _ message: String, remedy: String = "") {
    self.severity = severity
    self.slug = slug
    self.position = position
    self.message = message
    self.remedy = remedy
  }

  /// `file:line:column: severity: [slug] message`, and the remedy on a second line.
  public var description: String {
    let first = "\(position): \(severity.rawValue): [\(slug)] \(message)"
    return remedy.isEmpty ? first : "\(first)\n  fix: \(remedy)"
  }
}
