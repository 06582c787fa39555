/// What a pipeline answers for each row of a labelled set.
struct LabelAnswers {
  private let found: [Int?]
  private let classified: ClassifiedTable

  /// - Parameter found: By row, the number of its organization; nothing for none.
  init(found: [Int?], _ classified: ClassifiedTable) {
    self.found = found
    self.classified = classified
  }

  /// By row, the answer; empty for none.
  func answers(_ label: Label) -> [String] {
    found.map { organization in
      guard let organization else { return "" }
      let location = classified.organizations.organizations[organization].location
      let type = classified.types[organization]
      switch label {
      case .country, .statedCountry: return location.country?.description ?? ""
      case .noCountry: return location.country?.description ?? LabelledSet.none
      case .scope: return location.scope == .unresolved ? "" : location.scope.rawValue
      case .type: return type.primary?.rawValue ?? ""
      case .typeOrNGO: return (type.primary ?? .ngo).rawValue
      case .strongType: return type.strength == .weak ? "" : type.primary?.rawValue ?? ""
      }
    }
  }

  /// How many of them are right.
  func score(_ label: Label, _ set: LabelledSet) -> LabelScore {
    LabelScore(labels: set.rightValues(label), answers: answers(label))
  }

  /// The rows that are wrong, one for each name with the same labels and answer, those of most rows first.
  func errors(_ set: LabelledSet) -> [LabelError] {
    var errors: [LabelError: Int] = [:]
    for label in [Label.country, .scope, .type] {
      let answers = answers(label)
      let right = set.rightValues(label)
      for (row, answer) in answers.enumerated() {
        guard let expected = right[row].first, !expected.isEmpty, !right[row].contains(answer) else { continue }
        let organization = found[row]
        let evidence = organization.map {
          label == .type
            ? classified.types[$0].evidence : classified.organizations.organizations[$0].location.evidence
        }
        errors[
          LabelError(
            label: label, name: set.rows[row].name, country: set.rows[row].country, expected: expected, answer: answer,
            strength: label == .type ? organization.flatMap { classified.types[$0].strength } : nil,
            evidence: evidence ?? [], rows: 0), default: 0] += 1
      }
    }
    return errors.map { error, rows in
      var error = error
      error.rows = rows
      return error
    }.sorted()
  }
}
