/// A language that announcements are written in; the raw value is its ISO 639-1 code.
public enum MessageLanguage: String, CaseIterable, Hashable, Sendable {
  /// English.
  case english = "en"
  /// Spanish.
  case spanish = "es"
  /// Portuguese.
  case portuguese = "pt"
  /// French.
  case french = "fr"
  /// German.
  case german = "de"
  /// Italian.
  case italian = "it"
  /// Catalan.
  case catalan = "ca"
  /// Dutch.
  case dutch = "nl"
  /// Turkish.
  case turkish = "tr"
  /// Russian.
  case russian = "ru"
  /// Arabic.
  case arabic = "ar"
  /// Greek.
  case greek = "el"
}

/// The form that a noun takes beside a number, as Unicode CLDR names them.
enum PluralCategory: Int, CaseIterable, Hashable, Sendable {
  case zero, one, two, few, many, other
}

extension MessageLanguage {
  /// The form beside a whole number that isn't negative, by the cardinal rules of CLDR 41.
  ///
  /// The form `many` of whole millions in Romance languages (`un millón de`) is left out: no letter has so many signers
  /// that are organizations.
  func category(of number: Int) -> PluralCategory {
    switch self {
    case .english, .spanish, .german, .italian, .catalan, .dutch, .turkish, .greek:
      return number == 1 ? .one : .other
    case .portuguese, .french:
      return number <= 1 ? .one : .other
    case .russian:
      switch (number % 10, number % 100) {
      case (1, let rest) where rest != 11: return .one
      case (2...4, let rest) where !(12...14).contains(rest): return .few
      default: return .many
      }
    case .arabic:
      switch (number, number % 100) {
      case (0, _): return .zero
      case (1, _): return .one
      case (2, _): return .two
      case (_, 3...10): return .few
      case (_, 11...99): return .many
      default: return .other
      }
    }
  }

  /// A whole number that isn't negative, with the language's mark between thousands (CLDR 41; for Arabic in the digits
  /// that the Maghreb and the Emirates use).
  func text(of number: Int) -> String {
    let digits = Array(String(number))
    guard digits.count >= leastGroupedDigits else { return String(digits) }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += groupingMark }
      text.append(digit)
    }
    return text
  }

  /// A day within a sentence, by ISO 8601.
  ///
  /// Behind Arabic letters its parts would stand in turned order, but for an invisible mark.
  func text(of day: Day) -> String { (isRightToLeft ? "\u{200E}" : "") + day.description }

  /// A number in digits with the language's mark before decimals, such as `0.87`, or with its sign.
  ///
  /// A sign before digits would land behind them in a line from right to left, but for an invisible mark (CLDR's own
  /// minus sign in Arabic).
  func decimal(_ digits: String) -> String {
    let isSigned = digits.first.map { !$0.isNumber } ?? false
    return (isRightToLeft && isSigned ? "\u{200E}" : "") + digits.replacing(".", with: decimalMark)
  }

  /// A number of percent in digits, with `%` behind it or without, as the language writes it (CLDR 41).
  func percent(_ digits: String) -> String {
    let number = decimal(digits.hasSuffix("%") ? String(digits.dropLast()) : digits)
    return switch self {
    case .turkish: "%\(number)"
    case .spanish, .french, .german, .russian: "\(number)\u{A0}%"
    case .arabic: "\(number)\u{200E}%\u{200E}"
    case .english, .portuguese, .italian, .catalan, .dutch, .greek: "\(number)%"
    }
  }

  /// Whether it is written from right to left.
  public var isRightToLeft: Bool { self == .arabic }

  private var decimalMark: String { self == .english || self == .arabic ? "." : "," }

  /// A text with a capital at its beginning, if it begins with a letter that has one.
  func beginningWithCapital(_ text: String) -> String {
    guard let first = text.first else { return text }
    return (self == .turkish && first == "i" ? "İ" : first.uppercased()) + text.dropFirst()
  }

  /// What stands between thousands.
  var groupingMark: String {
    switch self {
    case .english, .arabic: ","
    case .french: "\u{202F}"
    case .russian: "\u{A0}"
    case .spanish, .portuguese, .german, .italian, .catalan, .dutch, .turkish, .greek: "."
    }
  }

  /// How many digits a number has before they are grouped.
  var leastGroupedDigits: Int { self == .spanish || self == .italian ? 5 : 4 }
}
