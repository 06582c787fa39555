/// A user's value between quotes, cut at 60 characters, without control characters.
func quoted(_ value: String) -> String {
  let clean =
    VisibleText.isPlainLine(value)
    ? value : String(String.UnicodeScalarView(value.unicodeScalars.filter { !$0.properties.isControl }))
  return "'\(VisibleText.cut(clean, 60))'"
}

/// The first twelve values between quotes, and how many more there are.
func quotedList(_ values: [String]) -> String {
  let shown = values.prefix(12).map(quoted).joined(separator: ", ")
  return values.count > 12 ? "\(shown) and \(values.count - 12) more" : shown
}

extension Unicode.Scalar.Properties {
  /// Whether a terminal or a report must not print it: controls, and invisible marks that reorder text.
  var isControl: Bool {
    generalCategory == .control || (generalCategory == .format && isBidiControl)
  }
}
