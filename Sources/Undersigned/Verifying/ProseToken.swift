/// A word, number or mark of a text.
struct ProseToken: Sendable {
  /// What it is.
  enum Kind: Hashable, Sendable {
    case word
    /// A whole number as digits; a number that counts nothing (a date, a decimal, a telephone number) has no value.
    case number
    case mark
    /// The end of a block.
    case blockEnd
  }

  /// What it is.
  var kind: Kind
  /// A word in compare form, a mark as it is, a number's digits.
  var form: String
  /// A number's value.
  var value: Int?
  /// The line it stands on, from 1.
  var line: Int
  /// Where it stands in what is seen of the text.
  var range: Range<Int>
  /// Whether no white space parts it from the token before.
  var isGlued: Bool
  /// Whether it begins with a capital letter.
  var isCapitalized = false
  /// Whether all its letters are capital, and there are two at least.
  var isAllCapital = false
}

extension ProseToken {
  /// Whether it is this mark.
  func isMark(_ mark: String) -> Bool { kind == .mark && form == mark }

  /// Whether it is one of these marks.
  func isMark(in marks: Set<String>) -> Bool { kind == .mark && marks.contains(form) }
}
