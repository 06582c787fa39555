/// What short answers mean, in many languages: yes and no, confirmed, withdrawn, in a personal capacity, ...
struct AnswerWords: Sendable {
  /// What a word or phrase can mean; one word may mean several things, depending on the field.
  enum Meaning: String, Sendable {
    case yes, no, confirmed, unconfirmed, complete, incomplete, withdrawn, test, none, organization, affiliated
    case individual, given, refused, other, total, required, publicity
    case organizationWord = "organization-word"
  }

  private let table: ReferenceTable

  init(_ table: ReferenceTable = ReferenceTable(embedded: "answer-words")) { self.table = table }

  /// Whether the whole text, in compare form, has the meaning.
  func means(_ meaning: Meaning, _ folded: String) -> Bool {
    table.records(for: folded).contains { $0[1] == meaning.rawValue }
  }

  /// The first of the meanings that the whole text has.
  func whole(_ folded: String, among meanings: [Meaning]) -> Meaning? {
    let found = table.records(for: folded)
    return meanings.first { meaning in found.contains { $0[1] == meaning.rawValue } }
  }

  /// The meanings of phrases inside a longer text: of the longest phrase, then of shorter ones.
  func phrases(in folded: String, among meanings: [Meaning]) -> [Meaning] {
    var found: [Meaning] = []
    for candidate in PhraseSearch.candidates(in: folded) {
      for record in table.records(for: candidate) where record[2] == "phrase" {
        if let meaning = meanings.first(where: { $0.rawValue == record[1] }), !found.contains(meaning) {
          found.append(meaning)
        }
      }
    }
    return found
  }

  /// The first word of each phrase with one of the meanings, so that a long list of names needs no search for each word.
  func firstWords(of meanings: [Meaning]) -> Set<String> {
    var words: Set<String> = []
    table.forEach { record in
      guard record[2] == "phrase", meanings.contains(where: { $0.rawValue == record[1] }) else { return }
      words.insert(String(record[0].prefix { $0 != " " }))
    }
    return words
  }

  /// The number of a month by its name or its usual abbreviation, in compare form.
  func month(_ folded: String) -> Int? {
    for record in table.records(for: folded) where record[1].hasPrefix("month-") {
      return Int(record[1].dropFirst(6))
    }
    return nil
  }

  /// Whether a folded text holds a word that organizations have in their names.
  func hasOrganizationWord(_ folded: String) -> Bool {
    PhraseSearch.candidates(in: folded, maximumWords: 2).contains { means(.organizationWord, $0) }
  }
}
