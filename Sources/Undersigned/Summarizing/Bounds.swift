/// A count with what open proposals can still make of it.
///
/// A proposal is a pair of organizations that a person has yet to decide. An *outcome* is any set of accepted
/// proposals that joins no two organizations which a decision keeps apart; each joined organization then has the
/// country, and the type, of one of those that it was joined from. For every outcome the true count lies between
/// `atLeast` and `atMost`:
///
/// - *At most* is the count as reported: accepting a proposal never adds an organization to any row, because each
///   joined organization in a row has a member that stood in that row before. A cell of country and type can gain: a
///   joined organization may have its country from one and its type from another.
/// - *At least* for all organizations is the number of groups that accepted proposals can leave. Joining more never
///   raises a count, so only outcomes matter to which nothing can be added (`ProposalOutcomes`).
/// - *At least* for a row counts the groups that lie wholly in that row: any other group may take its place elsewhere.
/// - *At least* for countries is the smallest set of countries from which every group can be given one.
///
/// A row by type leaves out of *at least* whatever stands there by a weak guess alone.
///
/// From the *at least* that these give, the links are taken off that the policy allows for although no name shows them
/// (`LinkAllowance`): a stated subtraction, shared out among rows as `AllowedLinks` says. Each part of the width is
/// told: `proposals`, `weakGuesses` and `allowance` add up to what is between *reported* and *at least*.
public struct Bounds: Hashable, Sendable {
  /// With merges and decisions applied, no proposal accepted.
  public var reported: Int
  /// No outcome gives less, as long as no more links show in no name than are allowed for.
  public var atLeast: Int
  /// No outcome gives more.
  public var atMost: Int
  /// How many are left out of *at least* because only a weak guess puts them there.
  public var weakGuesses: Int
  /// How many are left out of *at least* for links that show in no name.
  public var allowance: Int

  /// A count and its bounds.
  public init(reported: Int, atLeast: Int, atMost: Int, weakGuesses: Int = 0, allowance: Int = 0) {
    self.reported = reported
    self.atLeast = atLeast
    self.atMost = atMost
    self.weakGuesses = weakGuesses
    self.allowance = allowance
  }

  /// How many are left out of *at least* because open proposals may be accepted.
  public var proposals: Int { reported - atLeast - weakGuesses - allowance }

  /// *At least* without the allowance: exactly what the worst outcome of the open proposals gives.
  public var atLeastWithoutAllowance: Int { atLeast + allowance }

  /// The same without one of them, such as the one that speaks; no figure goes below 0.
  func withoutOne() -> Bounds {
    let (reported, atLeast) = (max(reported - 1, 0), max(atLeast - 1, 0))
    let allowance = min(allowance, reported - atLeast)
    return Bounds(
      reported: reported, atLeast: atLeast, atMost: max(atMost - 1, 0),
      weakGuesses: min(weakGuesses, reported - atLeast - allowance), allowance: allowance)
  }

  /// The sum of counts that stand side by side.
  static func sum(_ parts: some Sequence<Bounds>) -> Bounds {
    parts.reduce(Bounds(reported: 0, atLeast: 0, atMost: 0)) { sum, part in
      Bounds(
        reported: sum.reported + part.reported, atLeast: sum.atLeast + part.atLeast, atMost: sum.atMost + part.atMost,
        weakGuesses: sum.weakGuesses + part.weakGuesses, allowance: sum.allowance + part.allowance)
    }
  }

  /// Whether nothing that is open or allowed for can change it.
  public var isExact: Bool { atLeast == atMost }
}
