/// Where a field's content stands in the text: without its quotes, with its escapes.
struct FieldSpan {
  var start: Int
  var end: Int
  /// Whether it was quoted.
  var isQuoted: Bool
  /// Whether it holds doubled or escaped quotes.
  var hasEscapes: Bool
}
