import Tabular

/// Names with their countries.
public struct LocatedTable: Sendable {
  /// What was counted, and what its names say.
  public var named: NamedTable
  /// For each row of the tally, where its organization is.
  public var locations: [Location]
  /// Answers that could not be resolved, and what else was odd.
  public var findings: [Finding]
}
