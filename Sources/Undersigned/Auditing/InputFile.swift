import Tabular

/// A file that figures rest on, and what it held.
public struct InputFile: Hashable, Sendable {
  /// What it is for.
  public enum Role: String, CaseIterable, Hashable, Sendable {
    /// An export or a tally.
    case input
    /// What people decided.
    case decisions
    /// Names that denote one organization.
    case aliases
    /// What countries are called.
    case countryNames = "country-names"
    /// The pipeline file.
    case pipeline
  }

  /// What it is for.
  public var role: Role
  /// The end of its path, as short as reports call it.
  public var name: String
  /// Its bytes as they lie on disk.
  public var hash: ContentHash

  /// A file with its hash.
  public init(_ role: Role, name: String, _ hash: ContentHash) {
    self.role = role
    self.name = name
    self.hash = hash
  }
}
