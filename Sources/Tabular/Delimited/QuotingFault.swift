/// A place in delimited text where quoting was broken.
struct QuotingFault {
  enum Kind {
    /// A quote in a quoted field that was neither doubled nor followed by a delimiter; it was read as data.
    case undoubledQuote
    /// A quote in a field that isn't quoted; it was read as data.
    case quoteInUnquotedField
    /// An opening quote that nothing closes where it should; it was read as data.
    case openingQuoteAsData
  }
  var kind: Kind
  var line: Int
  var column: Int
}
