/// What headers mean, in many languages and on many platforms: the table `headers.tsv`.
struct HeaderVocabulary: Sendable {
  /// One meaning of a header.
  struct Entry: Hashable, Sendable {
    /// What a field with this header holds.
    var field: CanonicalField
    /// The languages in which it does, joined by `+`; `und` for names that belong to no language.
    var language: String
    /// Whether it means the same inside a longer question.
    var isPhrase: Bool
    /// The platform that writes this header; empty for words that anybody may choose.
    var platform: String
    /// How much the header speaks for its platform: 2 when hardly any other writes it, 1 for a hint, 0 for nothing.
    var weight: Int
  }

  private let table: ReferenceTable

  init(_ table: ReferenceTable = ReferenceTable(embedded: "headers")) { self.table = table }

  /// The meanings of a header in compare form.
  ///
  /// - Complexity: O(log *n*) comparisons.
  func entries(for folded: String) -> [Entry] {
    table.records(for: folded).compactMap { record in
      guard record.count >= 6, let field = CanonicalField(rawValue: record[1]) else { return nil }
      return Entry(
        field: field, language: record[2], isPhrase: record[3] == "phrase", platform: record[4],
        weight: Int(record[5]) ?? 0)
    }
  }

  /// The known header that is spelt most like one of `headers`, for a word of advice: the header as written.
  ///
  /// - Returns: Nothing when none comes near (more than a third of its letters differ).
  /// - Complexity: O(headers × table); for error messages only.
  func closest(to headers: [String]) -> String? {
    var best: (distance: Int, header: String)?
    let folded = headers.map { (header: $0, letters: Spelling.letters(CompareForm.fold($0))) }
      .filter { $0.letters.count > 2 }
    table.forEach { record in
      guard record[1] == CanonicalField.organization.rawValue, record[0].utf8.count > 2 else { return }
      let word = Spelling.letters(record[0])
      for (header, letters) in folded where abs(letters.count - word.count) <= word.count / 3 {
        let limit = max(word.count, letters.count) / 3
        guard let distance = Spelling.distance(letters, word, limit: limit) else { continue }
        if best.map({ (distance, header) < ($0.distance, $0.header) }) ?? true { best = (distance, header) }
      }
    }
    return best?.header
  }
}
