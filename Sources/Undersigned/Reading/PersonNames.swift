/// Tells whether an answer may be a person's name, by its shape and by what is not in it.
///
/// There is no list of names behind it, so that a single answer tells little: `Superrr Labs` has the shape of a name. A
/// field is judged by the share of its answers.
struct PersonNames: Sendable {
  private let words: AnswerWords
  private let looksLikeCountry: @Sendable (String) -> Bool
  private let typeKeywords = ReferenceTable(embedded: "type-keywords")
  private let legalForms = ReferenceTable(embedded: "legal-forms")
  private let nameWords = ReferenceTable(embedded: "name-words")

  init(words: AnswerWords, looksLikeCountry: @escaping @Sendable (String) -> Bool) {
    self.words = words
    self.looksLikeCountry = looksLikeCountry
  }

  /// Whether the whole answer may be a person's name.
  ///
  /// - Complexity: a few look-ups for each word.
  func mayHold(_ text: String) -> Bool {
    guard PersonNames.hasShape(text) else { return false }
    let folded = CompareForm.fold(text)
    return !tellsOfOrganization(folded) && !namesPlace(text, folded)
  }

  /// Words of kinds of organizations, legal forms, and articles and prepositions that join no person's names.
  private func tellsOfOrganization(_ folded: String) -> Bool {
    if words.hasOrganizationWord(folded) { return true }
    for phrase in PhraseSearch.candidates(in: folded, maximumWords: 3) where phrase.unicodeScalars.count > 1 {
      if !legalForms.records(for: phrase).isEmpty { return true }
      if typeKeywords.records(for: phrase).contains(where: { !$0[1].hasPrefix("_") }) { return true }
      let roles = nameWords.records(for: phrase).map { $0[1] }
      if !roles.isEmpty, !PersonNames.particles.contains(phrase) { return true }
    }
    return false
  }

  /// Whether an answer where a person's name was asked for is an organization's all the same: by words of kinds of
  /// organizations, or legal forms long enough to be no person's name. A word of a country tells nothing here.
  func isOrganization(_ text: String) -> Bool {
    let folded = CompareForm.fold(text)
    if words.hasOrganizationWord(folded) || text.contains(where: { $0.isNumber || "&+".contains($0) }) { return true }
    return PhraseSearch.candidates(in: folded, maximumWords: 3).contains { phrase in
      let isLong = phrase.unicodeScalars.count > 2
      if isLong, !legalForms.records(for: phrase).isEmpty { return true }
      return typeKeywords.records(for: phrase).contains { !$0[1].hasPrefix("_") }
    }
  }

  private func namesPlace(_ text: String, _ folded: String) -> Bool {
    if looksLikeCountry(text) { return true }
    return text.tokens.contains { $0.unicodeScalars.count > 3 && looksLikeCountry(String($0)) }
  }

  /// Two to four words with a capital each (`Testa Testperson`, `Dr. T. van der Test`, `TESTPERSON Testa`), or all
  /// without; in scripts without capitals as many words, or two to four Han or Hangul letters.
  static func hasShape(_ text: String) -> Bool {
    guard text.utf8.count <= 80 else { return false }
    let isOdd = text.unicodeScalars.contains { scalar in
      scalar.properties.numericType != nil && !isHan(scalar) || "&/()[]{}@:;|+*!?\"«»“”".unicodeScalars.contains(scalar)
    }
    guard !isOdd else { return false }
    let commas = text.count { $0 == "," }
    guard commas <= 1 else { return false }
    let pieces = text.split { $0.isWhitespace || $0 == "," || $0 == "，" }.map(String.init)
    if pieces.count == 1 { return isShortName(pieces[0]) }
    let kept = pieces.filter { !particles.contains($0.lowercased()) && !$0.hasSuffix(".") || $0.count == 2 }
    guard (1...4).contains(kept.count), pieces.count <= 6 else { return false }
    let letters = kept.joined().unicodeScalars
    let isUpper = !letters.contains { $0.properties.isLowercase }
    let isLower = !letters.contains { $0.properties.isUppercase }
    if isUpper, isLower { return kept.count >= 2 }
    // `SOS Racisme` has an acronym in it, `TESTA TESTPERSON` is shouted.
    if isUpper { return kept.count >= 2 && kept.allSatisfy { $0.unicodeScalars.count >= 3 } }
    if isLower { return (2...3).contains(kept.count) }
    return kept.allSatisfy(isCapitalized)
  }

  private static func isCapitalized(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, first.properties.isUppercase else { return false }
    let letters = word.unicodeScalars.filter { $0.properties.isAlphabetic }
    let capitals = letters.count { $0.properties.isUppercase }
    if letters.count == 1 { return true }
    // A last name is often written in capitals beside a first name that is not; two or three are an acronym.
    if capitals == letters.count { return letters.count >= 4 }
    return capitals <= 1 + word.count { "-'’".contains($0) } || word.hasPrefix("Mc") || word.hasPrefix("Mac")
  }

  /// Whether one word without spaces is a whole name, as in Chinese, Japanese and Korean.
  private static func isShortName(_ word: String) -> Bool {
    (2...4).contains(word.unicodeScalars.count)
      && word.unicodeScalars.allSatisfy { isHan($0) || (0xAC00...0xD7A3).contains($0.value) }
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x3400...0x9FFF).contains(scalar.value) }

  /// Words between names that are written without a capital.
  private static let particles: Set<String> = [
    "af", "al", "av", "ben", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du",
    "el", "ibn", "la", "le", "san", "santa", "st", "ten", "ter", "van", "von", "y", "zu", "zur",
  ]
}
