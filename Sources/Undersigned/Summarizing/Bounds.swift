/// A count with what open proposals can still make of it.
///
/// A proposal is a pair of organizations that a person has yet to decide. An *outcome* is any set of accepted
/// proposals that joins no two organizations which a decision keeps apart; each joined organization then has the
/// country, and the type, of one of those that it was joined from. For every outcome the true count lies between
/// `atLeast` and `atMost`:
///
/// - *At most* is the count as reported: accepting a proposal never adds an organization to any row, because each
///   joined organization in a row has a member that stood in that row before.
/// - *At least* for all organizations is the number of groups that accepted proposals can leave. Joining more never
///   raises a count, so only outcomes matter to which nothing can be added (`ProposalOutcomes`).
/// - *At least* for a row counts the groups that lie wholly in that row: any other group may take its place elsewhere.
/// - *At least* for countries is the smallest set of countries from which every group can be given one.
///
/// A row by type leaves out of *at least* whatever stands there by a weak guess alone.
public struct Bounds: Hashable, Sendable {
  /// With merges and decisions applied, no proposal accepted.
  public var reported: Int
  /// No outcome gives less.
  public var atLeast: Int
  /// No outcome gives more.
  public var atMost: Int

  /// A count and its bounds.
  public init(reported: Int, atLeast: Int, atMost: Int) {
    self.reported = reported
    self.atLeast = atLeast
    self.atMost = atMost
  }

  /// Whether nothing that is open can change it.
  public var isExact: Bool { atLeast == atMost }
}
