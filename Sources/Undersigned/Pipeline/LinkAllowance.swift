/// How many links between names *at least* allows for that show in no name: translations, abbreviations and earlier
/// names that nothing in the text gives away, so that no proposal exists for them either.
public enum LinkAllowance: Hashable, Sendable, CustomStringConvertible {
  /// So many hundredths of a per cent of the organizations, 0 through 10,000.
  case share(hundredths: Int)
  /// So many links, not negative.
  case links(Int)

  /// What is left on labelled letters when every true proposal is accepted: the upper end of the 95 % interval of the
  /// count error on the letter that leaves more (`undersigned evaluate`, "after review": +0.74 % of 538 organizations,
  /// interval +0.2 % through +1.5 %; the other leaves 0 of 397).
  public static let standard = LinkAllowance.share(hundredths: 150)

  /// Nothing is allowed for.
  public static let none = LinkAllowance.links(0)

  /// Reads `1.5%` (two decimals at most, through 100%) or a number of links; anything else gives nothing.
  public init?(_ text: String) {
    guard text.hasSuffix("%") else {
      guard let count = LinkAllowance.digits(text) else { return nil }
      self = .links(count)
      return
    }
    let number = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(number.count), let whole = LinkAllowance.digits(number[0]) else { return nil }
    var hundredths = whole * 100
    if number.count == 2 {
      guard (1...2).contains(number[1].count), let decimals = LinkAllowance.digits(number[1]) else { return nil }
      hundredths += number[1].count == 1 ? decimals * 10 : decimals
    }
    guard hundredths <= 10_000 else { return nil }
    self = .share(hundredths: hundredths)
  }

  /// As it is read: `1.5%`, `12`.
  public var description: String {
    switch self {
    case .links(let count): return "\(count)"
    case .share(let hundredths):
      let decimals = hundredths % 100
      if decimals == 0 { return "\(hundredths / 100)%" }
      return
        "\(hundredths / 100).\(decimals % 10 == 0 ? "\(decimals / 10)" : decimals < 10 ? "0\(decimals)" : "\(decimals)")%"
    }
  }

  /// How many links that is among so many organizations: a share rounded to the nearest whole link, halves up; never as
  /// many as there are organizations, for even all of them joined are one.
  public func links(among organizations: Int) -> Int {
    let links =
      switch self {
      case .links(let count): count
      case .share(let hundredths): (organizations * hundredths + 5_000) / 10_000
      }
    return max(min(links, organizations - 1), 0)
  }

  /// A whole number below ten million.
  private static func digits(_ text: some StringProtocol) -> Int? {
    guard (1...7).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }
}
