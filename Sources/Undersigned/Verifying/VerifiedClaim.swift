/// A claim of a text with what the signatures say of it.
public struct VerifiedClaim: Hashable, Sendable {
  /// Whether it holds.
  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// It holds whatever open proposals come to.
    case isTrue = "true"
    /// It does not hold.
    case isFalse = "false"
    /// It holds under a policy, a decision or an outcome of open proposals that the reason names.
    case trueOnlyIf = "true-only-if"
    /// The signatures don't tell.
    case cannotTell = "cannot-tell"
  }

  /// The line of the text that it begins on, from 1.
  public var line: Int
  /// Its words.
  public var claim: String
  /// What it is about: `organizations`, `countries`, `type:trade_union`, `individuals`, `signatories`, `regions`,
  /// `sections`, `named`.
  public var kind: String
  /// The number that it states; the lower one of a range, nothing without a number.
  public var stated: Int?
  /// Whether it holds.
  public var verdict: Verdict
  /// The count, with what open proposals can make of it; nothing where nothing is counted.
  public var bounds: Bounds?
  /// Why, in one sentence.
  public var reason: String
  /// What can safely be said instead, in the text's language; nothing where the claim holds, or nothing can.
  public var suggestion: String?
}
