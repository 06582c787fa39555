/// A limit that a letter sets for its own figures, so that a check fails before somebody publishes them.
public struct Gate: Hashable, Sendable {
  /// What is limited.
  public enum Measure: String, CaseIterable, Hashable, Sendable {
    /// Open proposals.
    case proposals = "max-proposals"
    /// Organizations whose country nothing tells.
    case unresolvedCountries = "max-unresolved-countries"
    /// Organizations whose type is a weak guess.
    case weakTypes = "max-weak-types"
    /// Organizations without a type.
    case unclassified = "max-unclassified"
    /// How many organizations *at least* is below *at most*.
    case width = "max-width"
    /// Findings that are errors or warnings.
    case warnings = "max-warnings"
    /// Organizations, at least.
    case organizations = "min-organizations"
    /// Countries, at least.
    case countries = "min-countries"

    /// Whether the figure has to reach the limit, rather than to stay within it.
    public var isMinimum: Bool { self == .organizations || self == .countries }

    /// Whether the limit may be a share of the organizations.
    public var canBeShare: Bool { !isMinimum && self != .warnings }
  }

  /// What a letter's figures make of a gate.
  public struct Outcome: Hashable, Sendable {
    /// The gate.
    public var gate: Gate
    /// The figure.
    public var figure: Int
    /// The organizations that a share is of.
    public var organizations: Int
    /// Whether the gate holds.
    public var holds: Bool

    /// `max-unresolved-countries 2%: 26 of 397, 6.54%`.
    public var description: String {
      guard gate.measure.canBeShare else { return "\(gate.measure.rawValue) \(gate.limit): \(figure)" }
      let share = organizations == 0 ? 0 : (figure * 10_000 + organizations / 2) / organizations
      return "\(gate.measure.rawValue) \(gate.limit): \(figure) of \(organizations), "
        + Portion.share(hundredths: min(share, 10_000)).description
    }
  }

  /// What is limited.
  public var measure: Measure
  /// How far.
  public var limit: Portion

  /// A gate; nothing where the limit can't be a share.
  public init?(_ measure: Measure, _ limit: Portion) {
    if case .share = limit, !measure.canBeShare { return nil }
    self.measure = measure
    self.limit = limit
  }

  /// Whether a letter's figures pass.
  public func outcome(of summary: Summary) -> Outcome {
    let organizations = summary.headline.organizations
    let figure =
      switch measure {
      case .proposals: summary.proposals.count + summary.unlistedProposals
      case .unresolvedCountries:
        summary.countries.rows.first { $0.key == .unresolved }?.organizations.reported ?? 0
      case .weakTypes: summary.weakTypes
      case .unclassified: summary.types.rows.first { $0.key == nil }?.organizations.reported ?? 0
      case .width: organizations.atMost - organizations.atLeast
      case .warnings: summary.findingGroups.reduce(0) { $0 + ($1.severity == .note ? 0 : $1.count) }
      case .organizations: organizations.atLeast
      case .countries: summary.headline.countries.atLeast
      }
    var holds = !limit.isBelow(figure, of: organizations.reported)
    if measure.isMinimum, case .count(let least) = limit { holds = figure >= least }
    return Outcome(gate: self, figure: figure, organizations: organizations.reported, holds: holds)
  }
}
