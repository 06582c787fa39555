/// Reads the day out of the dates that platforms write.
///
/// Day and month of `4/10/2026` can't be told apart in one answer; the whole field decides, or nobody does.
enum SigningDay {
  /// What one answer says.
  enum Reading: Hashable, Sendable {
    /// No date.
    case none
    /// A certain day.
    case day(Day)
    /// Two numbers that are day and month in an order that is not known, and the year.
    case numbers(Int, Int, year: Int)
  }

  /// Which of two numbers is the day.
  enum Order: String, Hashable, Sendable {
    case dayFirst = "day/month/year"
    case monthFirst = "month/day/year"
  }

  /// What decides a field's order.
  enum Decision: Hashable, Sendable {
    /// Every date is certain by itself.
    case notNeeded
    /// All dates fit this order, and some fit no other.
    case decided(Order)
    /// Nothing tells.
    case undecidable
    /// Some dates fit one order only, and some the other only.
    case mixed
  }

  /// Reads one answer.
  ///
  /// Understood: ISO 8601 with or without time, `2022/06/22 11:07:29 AM AST`, `4/10/2026 14:44:1`, `12.02.26`,
  /// `Nov 8, 2021`, `8 de noviembre de 2021`, `2026年4月10日`, `20260410`. The time is passed over. Seconds since 1970 are
  /// not read: they can't be told from other numbers.
  ///
  /// - Parameter month: The number of a month by its name in compare form.
  static func read(_ text: String, month: (String) -> Int?) -> Reading {
    var numbers: [(value: Int, digits: Int)] = []
    var named: Int?
    var namedAt = 0
    var word = ""
    var number = (value: 0, digits: 0)
    func endWord() {
      if word.count > 2 || word.utf8.count > 3, named == nil, let found = month(CompareForm.fold(word)) {
        named = found
        namedAt = numbers.count
      }
      word = ""
    }
    func endNumber() {
      if number.digits > 0 { numbers.append(number) }
      number = (0, 0)
    }
    for scalar in text.unicodeScalars.prefix(48) {
      if let digit = digitValue(scalar) {
        endWord()
        guard number.digits < 9 else { return .none }
        number = (number.value * 10 + digit, number.digits + 1)
      } else {
        // The time begins where a colon follows a number; the date is over then, unless it comes last.
        if scalar == ":", number.digits > 0, isComplete(numbers.count, named) { break }
        if scalar == ":", number.digits > 0, numbers.isEmpty { return .none }
        endNumber()
        if scalar.properties.isAlphabetic, !"年月日년월일".unicodeScalars.contains(scalar) {
          word.unicodeScalars.append(scalar)
        } else {
          endWord()
        }
        if isComplete(numbers.count, named) || numbers.count == 3 { break }
      }
    }
    endNumber()
    endWord()
    return reading(numbers, named: named, at: namedAt)
  }

  /// The order of day and month that a field's answers speak for.
  static func decide(_ readings: some Sequence<Reading>) -> Decision {
    var (dayFirst, monthFirst, open) = (false, false, false)
    for case .numbers(let first, let second, _) in readings {
      if first > 12 {
        dayFirst = true
      } else if second > 12 {
        monthFirst = true
      } else if first != second {
        open = true
      }
    }
    if dayFirst, monthFirst { return .mixed }
    if dayFirst { return .decided(.dayFirst) }
    if monthFirst { return .decided(.monthFirst) }
    return open ? .undecidable : .notNeeded
  }

  /// The day of one answer, once the field's order is decided.
  static func day(_ reading: Reading, _ decision: Decision) -> Day? {
    switch reading {
    case .none: return nil
    case .day(let day): return day
    case .numbers(let first, let second, let year):
      switch decision {
      case .decided(.dayFirst): return Day(year: year, month: second, day: first)
      case .decided(.monthFirst): return Day(year: year, month: first, day: second)
      case .notNeeded, .mixed, .undecidable:
        if first > 12 || first == second { return Day(year: year, month: second, day: first) }
        return second > 12 ? Day(year: year, month: first, day: second) : nil
      }
    }
  }

  private static func isComplete(_ numbers: Int, _ named: Int?) -> Bool { numbers >= (named == nil ? 3 : 2) }

  private static func reading(_ numbers: [(value: Int, digits: Int)], named: Int?, at namedAt: Int) -> Reading {
    func certain(_ year: Int, _ month: Int, _ day: Int) -> Reading {
      Day(year: year, month: month, day: day).map(Reading.day) ?? .none
    }
    if let named, numbers.count >= 2 {
      let (first, second) = (numbers[0], numbers[1])
      if first.digits == 4 { return certain(first.value, named, second.value) }
      guard first.digits <= 2, namedAt <= 1 else { return .none }
      return second.digits == 4 || second.digits == 2 ? certain(fullYear(second), named, first.value) : .none
    }
    if numbers.count == 1, numbers[0].digits == 8 {
      let value = numbers[0].value
      return certain(value / 10_000, value / 100 % 100, value % 100)
    }
    guard numbers.count >= 3 else { return .none }
    let (first, second, third) = (numbers[0], numbers[1], numbers[2])
    if first.digits == 4 { return certain(first.value, second.value, third.value) }
    guard first.digits <= 2, second.digits <= 2, third.digits == 4 || third.digits == 2 else { return .none }
    guard (1...31).contains(first.value), (1...31).contains(second.value) else { return .none }
    guard first.value <= 12 || second.value <= 12 else { return .none }
    return .numbers(first.value, second.value, year: fullYear(third))
  }

  private static func fullYear(_ year: (value: Int, digits: Int)) -> Int {
    // Exports are younger than the web: two digits are of this century.
    year.digits == 2 ? 2000 + year.value : year.value
  }

  private static func digitValue(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0x0660...0x0669: Int(scalar.value - 0x0660)
    case 0x06F0...0x06F9: Int(scalar.value - 0x06F0)
    case 0x0966...0x096F: Int(scalar.value - 0x0966)
    default: nil
    }
  }
}
