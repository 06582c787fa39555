/// A part of a whole as people write it in a setting: a share of it, or a number.
public enum Portion: Hashable, Sendable, CustomStringConvertible {
  /// So many hundredths of a per cent, 0 through 10,000.
  case share(hundredths: Int)
  /// So many, not negative.
  case count(Int)

  /// Reads `1.5%` (two decimals at most, through 100%) or a whole number; anything else gives nothing.
  public init?(_ text: String) {
    guard text.hasSuffix("%") else {
      guard let count = Portion.digits(text) else { return nil }
      self = .count(count)
      return
    }
    let number = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(number.count), let whole = Portion.digits(number[0]) else { return nil }
    var hundredths = whole * 100
    if number.count == 2 {
      guard (1...2).contains(number[1].count), let decimals = Portion.digits(number[1]) else { return nil }
      hundredths += number[1].count == 1 ? decimals * 10 : decimals
    }
    guard hundredths <= 10_000 else { return nil }
    self = .share(hundredths: hundredths)
  }

  /// As it is read: `1.5%`, `12`.
  public var description: String {
    switch self {
    case .count(let count): return "\(count)"
    case .share(let hundredths):
      let (whole, decimals) = (hundredths / 100, hundredths % 100)
      if decimals == 0 { return "\(whole)%" }
      if decimals % 10 == 0 { return "\(whole).\(decimals / 10)%" }
      return "\(whole).\(decimals < 10 ? "0" : "")\(decimals)%"
    }
  }

  /// Whether so many of a whole are more than this part of it.
  func isBelow(_ count: Int, of whole: Int) -> Bool {
    switch self {
    case .count(let most): count > most
    case .share(let hundredths): count * 10_000 > hundredths * whole
    }
  }

  /// A whole number below ten million.
  private static func digits(_ text: some StringProtocol) -> Int? {
    guard (1...7).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }
}
