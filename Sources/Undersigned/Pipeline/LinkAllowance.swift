/// How many links between names *at least* allows for that show in no name: translations, abbreviations and earlier
/// names that nothing in the text gives away, so that no proposal exists for them either.
public struct LinkAllowance: Hashable, Sendable, CustomStringConvertible {
  /// A share of the organizations, or a number of links.
  public let portion: Portion

  /// An allowance of that part.
  public init(_ portion: Portion) { self.portion = portion }

  /// What is left on labelled letters when every true proposal is accepted: the upper end of the 95 % interval of the
  /// count error on the letter that leaves more (`undersigned evaluate`, "after review": +0.74 % of 538 organizations,
  /// interval +0.2 % through +1.5 %; the other leaves 0 of 397).
  public static let standard = share(hundredths: 150)

  /// Nothing is allowed for.
  public static let none = links(0)

  /// So many hundredths of a per cent of the organizations.
  static func share(hundredths: Int) -> LinkAllowance { LinkAllowance(.share(hundredths: hundredths)) }

  /// So many links.
  static func links(_ count: Int) -> LinkAllowance { LinkAllowance(.count(count)) }

  /// Reads `1.5%` or a number of links; anything else gives nothing.
  public init?(_ text: String) {
    guard let portion = Portion(text) else { return nil }
    self.portion = portion
  }

  /// As it is read: `1.5%`, `12`.
  public var description: String { portion.description }

  /// How many links that is among so many organizations: a share rounded to the nearest whole link, halves up; never as
  /// many as there are organizations, for even all of them joined are one.
  public func links(among organizations: Int) -> Int {
    let links =
      switch portion {
      case .count(let count): count
      case .share(let hundredths): (organizations * hundredths + 5_000) / 10_000
      }
    return max(min(links, organizations - 1), 0)
  }
}
