import Tabular

/// Organizations with their types.
public struct ClassifiedTable: Sendable {
  /// The organizations.
  public var organizations: OrganizationTable
  /// For each of them, its type.
  public var types: [TypeAssignment]
  /// What was odd, up to here.
  public var findings: [Finding]
}
