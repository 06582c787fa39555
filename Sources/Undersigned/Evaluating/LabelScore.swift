/// How many labelled values were found, of those that a set has labels for.
public struct LabelScore: Hashable, Sendable {
  /// Rows with a label.
  public var labelled: Int
  /// Of these, rows with an answer.
  public var answered: Int
  /// Of these, rows whose answer is right.
  public var correct: Int

  /// Scores answers against labels; rows without a label don't count.
  ///
  /// - Parameters:
  ///   - labels: By row, the values that are right; the first is the label proper, empty ones are none.
  ///   - answers: By row, what was found; empty for nothing.
  /// - Precondition: Both have a value for each row.
  public init(labels: [[String]], answers: [String]) {
    precondition(labels.count == answers.count, "labels and answers have a value for each row")
    labelled = 0
    answered = 0
    correct = 0
    for (right, answer) in zip(labels, answers) {
      guard let label = right.first, !label.isEmpty else { continue }
      labelled += 1
      if answer.isEmpty { continue }
      answered += 1
      if right.contains(answer) { correct += 1 }
    }
  }

  /// Right answers of all labelled rows, 0 through 1; 1 when there are none.
  public var accuracy: Double { labelled == 0 ? 1 : Double(correct) / Double(labelled) }
  /// Right answers of all answers, 0 through 1; 1 when there are none.
  public var precision: Double { answered == 0 ? 1 : Double(correct) / Double(answered) }
  /// Answered rows of all labelled rows, 0 through 1; 1 when there are none.
  public var coverage: Double { labelled == 0 ? 1 : Double(answered) / Double(labelled) }
}

extension LabelledSet {
  /// Scores countries, by ISO code, a row each; empty for none.
  func countryScore(_ answers: [String]) -> LabelScore {
    LabelScore(labels: rows.map { [$0.labelledCountry] }, answers: answers)
  }

  /// Scores scopes, by `Location.Scope`, a row each; empty for none.
  func scopeScore(_ answers: [String]) -> LabelScore {
    LabelScore(labels: rows.map { [$0.labelledScope] }, answers: answers)
  }

  /// Scores types, by slug, a row each; the alternative label is right as well.
  ///
  /// A set without alternatives labels by the list that a name comes from. There `ngo` says no more than that the
  /// organization is on a list of accredited NGOs, so every type of civil society is right.
  func typeScore(_ answers: [String]) -> LabelScore {
    let isLenient = rows.allSatisfy(\.alternativeType.isEmpty)
    return LabelScore(
      labels: rows.map { row in
        if isLenient, row.labelledType == OrganizationType.ngo.rawValue { return LabelledSet.civilSociety }
        return [row.labelledType, row.alternativeType].filter { !$0.isEmpty }
      }, answers: answers)
  }

  private static let civilSociety = OrganizationType.allCases.filter {
    switch $0 {
    case .politicalParty, .tradeUnion, .government, .cooperative, .business, .media, .academicResearch: false
    default: true
    }
  }.map(\.rawValue)
}
