import Tabular

/// A line of a table of aliases: two names of one organization.
///
/// Unlike a decision it is evidence: it adds to a score, and contradictions outweigh it.
public struct OrganizationAlias: Hashable, Sendable {
  /// The name that others are given for.
  public var name: String
  /// Another name of the same organization: a translation, an acronym, an earlier name.
  public var alias: String
  /// Only mentions of this country; nothing for those of any.
  public var country: CountryCode?
  /// Where somebody can look it up; empty where nothing is said.
  public var source: String
  /// Where it stands.
  public var position: Position

  /// A pair of names.
  public init(
    name: String, alias: String, country: CountryCode? = nil, source: String = "", at position: Position
  ) {
    self.name = name
    self.alias = alias
    self.country = country
    self.source = source
    self.position = position
  }
}
