import Tabular

/// The way back from records to organizations, for those who need each record with its answer.
package struct RecordResolution: Sendable {
  /// What a record names.
  package struct Answer: Hashable, Sendable {
    /// Index of the organization.
    package var organization: Int
    /// Index of the mention.
    package var mention: Int
  }

  /// For each record of the signature table, the organizations that it names: none for a person's signature and for a
  /// dropped record, several where a decision splits one answer.
  package let answers: [[Answer]]

  /// Follows every record through the tally.
  ///
  /// - Parameters:
  ///   - signatures: The records; the tally behind `classified` is theirs, or the sum of theirs and others.
  ///   - classified: What became of their answers.
  /// - Complexity: O(records + distinct answers).
  package init(signatures: SignatureTable, classified: ClassifiedTable) {
    let decided = classified.organizations.decided
    var answersOfRow: [Int: [Answer]] = [:]
    for (index, organization) in classified.organizations.organizations.enumerated() {
      for member in organization.members {
        let row = decided.mentions[member.mention].row
        answersOfRow[row, default: []].append(Answer(organization: index, mention: member.mention))
      }
    }
    for row in answersOfRow.keys { answersOfRow[row]?.sort { $0.mention < $1.mention } }
    var rows: [AnswerCombination: Int] = [:]
    for (index, row) in decided.tally.rows.enumerated() { rows[row.answers] = index }

    let translation = AnswerTranslation(from: signatures.answers, to: decided.tally.answers)
    answers = signatures.records.map { record in
      guard record.fate == .counted(.organization), let answers = translation.translate(record.answers),
        let row = rows[answers]
      else { return [] }
      return answersOfRow[row] ?? []
    }
  }
}

/// Numbers of answers in one numbering, in another.
struct AnswerTranslation {
  private let organizations: [UInt32?]
  private let countries: [UInt32?]
  private let types: [UInt32?]
  private let places: [UInt32?]
  private let websites: [UInt32?]

  init(from: Answers, to: Answers) {
    func table(_ from: Column, _ to: Column) -> [UInt32?] {
      var numbers: [ArraySlice<UInt8>: UInt32] = [:]
      for index in 0..<to.count { numbers[to[index]] = UInt32(index) }
      return (0..<from.count).map { numbers[from[$0]] }
    }
    organizations = table(from.organizations, to.organizations)
    countries = table(from.countries, to.countries)
    types = table(from.types, to.types)
    places = table(from.places, to.places)
    websites = table(from.websites, to.websites)
  }

  func translate(_ answers: AnswerCombination) -> AnswerCombination? {
    guard let organization = organizations[Int(answers.organization)], let country = countries[Int(answers.country)],
      let type = types[Int(answers.type)], let place = places[Int(answers.place)],
      let website = websites[Int(answers.website)]
    else { return nil }
    var translated = AnswerCombination()
    translated.organization = organization
    translated.country = country
    translated.type = type
    translated.place = place
    translated.website = website
    translated.consent = answers.consent
    return translated
  }
}
