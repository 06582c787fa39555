/// What stands in an answer where a person's own data stood.
enum PersonalMask: String, CaseIterable {
  /// Instead of the signer's name.
  case name = "[name]"
  /// Instead of an e-mail address.
  case email = "[e-mail]"
  /// Instead of a telephone number.
  case phone = "[phone]"

  /// Whether a text is masks and nothing else: what is left where somebody's own data was all there was.
  static func isAll(of text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "[") else { return false }
    let rest = allCases.reduce(text) { $0.replacing($1.rawValue, with: "") }
    return !rest.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  /// A text without masks, and without the brackets and separators that only held them apart: what can be compared.
  ///
  /// - Returns: The text itself where there is no mask, or nothing else.
  static func removed(from text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
    var rest = text
    for mask in allCases { rest = rest.replacing(mask.rawValue, with: "") }
    guard rest != text else { return text }
    for empty in ["()", "[]", "<>"] { rest = rest.replacing(empty, with: "") }
    let separators: Set<Character> = [" ", ",", ";", ":", "-", "–", "—", "/", "|", "\t"]
    while let first = rest.first, separators.contains(first) { rest.removeFirst() }
    while let last = rest.last, separators.contains(last) { rest.removeLast() }
    return rest.isEmpty ? text : rest
  }
}
