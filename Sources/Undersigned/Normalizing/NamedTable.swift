/// A tally whose names are understood.
public struct NamedTable: Sendable {
  /// What was counted.
  public var tally: Tally
  /// For each distinct answer of `tally.answers.organizations`, by its number, what it says; the first is of the empty
  /// answer and used by no row.
  public var names: [OrganizationName]
}
