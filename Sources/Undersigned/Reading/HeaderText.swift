/// A header made ready for looking up: without markup, numbering and `(required)`, in compare form, taken apart.
struct HeaderText: Sendable {
  /// The whole header, then the same without a trailing `(required)`, then with words for its camel case.
  let wholes: [String]
  /// The last two steps of a JSON or group path, then the last (`organization name`, `name`); empty when it is none.
  let pathEnds: [String]
  /// What stands outside its brackets, where it has any.
  let outside: String?
  /// What stands inside the last brackets.
  let inside: String?
  /// Its parts between slashes, bars, dashes, colons and line breaks, where it has several.
  let parts: [String]
  /// Everything, for searching phrases.
  let question: String

  init(_ header: String, words: AnswerWords) {
    var text = HeaderText.withoutNumbering(Markup.plain(header))
    var bracketed: String?
    var outer: String?
    while let (before, inner) = HeaderText.trailingBracket(text) {
      guard words.means(.required, CompareForm.fold(inner)) else {
        (outer, bracketed) = (CompareForm.fold(before), CompareForm.fold(inner))
        break
      }
      text = before
    }
    (outside, inside) = (outer, bracketed)
    wholes = [header, text, HeaderText.camelCaseWords(text)].map(CompareForm.fold).reduce(into: []) {
      if !$1.isEmpty, !$0.contains($1) { $0.append($1) }
    }
    pathEnds = HeaderText.pathEnds(text)
    let split = text.split { "/|:\n\r".contains($0) }.flatMap(HeaderText.splitAtDash)
    parts = split.count < 2 ? [] : split.map { CompareForm.fold(HeaderText.camelCaseWords($0)) }.filter { !$0.isEmpty }
    question = wholes.last ?? ""
  }

  /// `1. Country`, `Q3: Country`, `2) Country`, `3.1 - Country` without their numbers.
  static func withoutNumbering(_ text: String) -> String {
    var rest = Markup.trimmed(text)[...]
    while let first = rest.first, "*•·".contains(first) { rest = rest.dropFirst() }
    let start = rest
    if let first = rest.first, "QqPpFf".contains(first), rest.dropFirst().first?.isNumber == true {
      rest = rest.dropFirst()
    }
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let lead = digits.first, lead.isNumber, digits.count <= 6 else { return Markup.trimmed(start) }
    var after = rest.dropFirst(digits.count)
    let isMarked = digits.last == "." || after.first.map { "):-–".contains($0) } == true
    while let first = after.first, "):-– ".contains(first) { after = after.dropFirst() }
    let isNumbering = (isMarked || rest.startIndex != start.startIndex) && !after.isEmpty
    return Markup.trimmed(isNumbering ? after : start)
  }

  /// `Organization (required)` as `Organization` and `required`.
  private static func trailingBracket(_ text: String) -> (String, String)? {
    let text = trimmedOfMarks(text)
    guard let last = text.last, let opening = [")": "(", "]": "[", "）": "（"][String(last)] else { return nil }
    guard let start = text.lastIndex(of: Character(opening)), start != text.startIndex else { return nil }
    let inner = text[text.index(after: start)...].dropLast()
    return inner.isEmpty ? nil : (Markup.trimmed(text[..<start]), String(inner))
  }

  private static func trimmedOfMarks(_ text: String) -> String {
    var slice = text[...]
    while let last = slice.last, last.isWhitespace || "*:?".contains(last) { slice = slice.dropLast() }
    return String(slice)
  }

  private static func splitAtDash(_ text: Substring) -> [String] {
    var parts: [String] = []
    var part = ""
    for word in text.tokens {
      if ["-", "–", "—"].contains(String(word)) {
        parts.append(part)
        part = ""
      } else {
        part += part.isEmpty ? String(word) : " \(word)"
      }
    }
    return parts + [part]
  }

  /// The ends of `fields.Organization name`, `organization.name` or `group/org_name`.
  private static func pathEnds(_ text: String) -> [String] {
    let isName = !text.contains(" ") && !text.contains { $0.isUppercase }
    var steps: [String] = [""]
    var rest = text[...]
    while let first = rest.popFirst() {
      let isStep = (first == "." && rest.first.map { !$0.isWhitespace } == true) || (first == "/" && isName)
      if isStep { steps.append("") } else { steps[steps.count - 1].append(first) }
    }
    guard steps.count > 1, let first = steps.first, !first.contains(" ") else { return [] }
    let kept = steps.filter { !$0.isEmpty && Int($0) == nil }.map { CompareForm.fold(camelCaseWords($0)) }
    // Two steps say more than one (`organization.name`); longer runs hardly ever stand in a vocabulary.
    guard let last = kept.last, kept.count > 1 else { return kept }
    return [kept.suffix(2).joined(separator: " "), last]
  }

  /// `organizationName` as `organization Name`; capitals in a row stay together.
  static func camelCaseWords(_ text: String) -> String {
    var result = ""
    var previous: Character?
    for character in text {
      if let last = previous, last.isLowercase, character.isUppercase { result.append(" ") }
      result.append(character)
      previous = character
    }
    return result
  }
}
