/// Reads the export's own type answers, in any language.
struct TypeAnswers: Sendable {
  /// A letter's own taxonomy, by compare form; it wins over the table.
  private let own: [String: OrganizationType]
  private let table: ReferenceTable

  /// The embedded table `type-answers`, behind a letter's own answers.
  init(own: [String: OrganizationType] = [:]) {
    // Two spellings of one answer with two types: the first in the order of their bytes, for want of a better reason.
    let sorted = own.sorted { $0.key < $1.key }.map { (CompareForm.fold($0.key), $0.value) }
    self.own = Dictionary(sorted, uniquingKeysWith: { first, _ in first })
    table = ReferenceTable(embedded: "type-answers")
  }

  /// The types that an answer names, in the order of precedence: as a whole, or else by its parts at `,`, `;`, `/`, `|`.
  ///
  /// - Returns: Nothing for an answer that no table knows.
  func types(of answer: String) -> [OrganizationType] {
    if let type = type(answer) { return [type] }
    let parts = answer.split(whereSeparator: { ",;/|\n".contains($0) })
    guard parts.count > 1 else { return [] }
    return Array(Set(parts.compactMap { type(String($0)) })).sorted()
  }

  private func type(_ answer: String) -> OrganizationType? {
    let key = CompareForm.fold(answer)
    if key.isEmpty { return nil }
    return own[key] ?? table.records(for: key).first.flatMap { OrganizationType(rawValue: $0[1]) }
  }
}
