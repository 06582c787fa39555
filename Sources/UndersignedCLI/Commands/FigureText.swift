import Undersigned

/// Figures as texts: shares with four decimals, percentages with their sign.
enum FigureText {
  /// A share from 0 through 1.
  static func share(_ value: Double) -> String { JSONText.decimal(value, decimals: 4) }

  /// A share with its interval: `0.9483 (.923-.969)`.
  static func share(_ value: Double, _ interval: ClosedRange<Double>) -> String {
    "\(share(value)) (\(end(interval.lowerBound))-\(end(interval.upperBound)))"
  }

  /// A share with three decimals, without the 0 before the point.
  private static func end(_ value: Double) -> String {
    let text = JSONText.decimal(value, decimals: 3)
    return text.hasPrefix("0.") ? String(text.dropFirst()) : text
  }

  /// A difference with its sign: `+5.58`.
  static func signed(_ value: Double, decimals: Int = 2) -> String {
    let text = JSONText.decimal(value, decimals: decimals)
    return text.hasPrefix("-") ? text : "+\(text)"
  }

  /// A percentage with its sign and the ends of its interval: `+5.58 % (+3.9..+7.4)`.
  static func percent(_ value: Double, _ interval: ClosedRange<Double>) -> String {
    "\(signed(value)) % (\(signed(interval.lowerBound, decimals: 1))..\(signed(interval.upperBound, decimals: 1)))"
  }

  /// A percentage with its sign.
  static func percent(_ value: Double) -> String { "\(signed(value)) %" }
}
