/// How many labelled values were found, of those that a set has labels for.
public struct LabelScore: Hashable, Sendable {
  /// The same for one value of the label, such as one type.
  public struct Class: Hashable, Sendable {
    /// The value.
    public var value: String
    /// Rows that have it.
    public var labelled: Int
    /// Rows that were given it.
    public var answered: Int
    /// Rows that were given it rightly.
    public var correct: Int

    /// Rightly given of all given, 0 through 1; nothing when none was.
    public var precision: Double? { answered == 0 ? nil : Double(correct) / Double(answered) }
    /// Rightly given of all that have it, 0 through 1; nothing when none has.
    public var recall: Double? { labelled == 0 ? nil : Double(correct) / Double(labelled) }
    /// The harmonic mean of precision and recall, 0 through 1; 0 where nothing is right.
    public var f1: Double { correct == 0 ? 0 : 2 * Double(correct) / Double(labelled + answered) }
  }

  /// Rows with a label.
  public var labelled: Int
  /// Of these, rows with an answer.
  public var answered: Int
  /// Of these, rows whose answer is right.
  public var correct: Int
  /// By value, those with most rows first; a row whose second label was answered has that one.
  public var classes: [Class]

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
    var byValue: [String: Class] = [:]
    func count(_ value: String, _ change: (inout Class) -> Void) {
      change(&byValue[value, default: Class(value: value, labelled: 0, answered: 0, correct: 0)])
    }
    for (right, answer) in zip(labels, answers) {
      guard let label = right.first, !label.isEmpty else { continue }
      let isRight = !answer.isEmpty && right.contains(answer)
      labelled += 1
      count(isRight ? answer : label) { $0.labelled += 1 }
      if answer.isEmpty { continue }
      answered += 1
      count(answer) { $0.answered += 1 }
      guard isRight else { continue }
      correct += 1
      count(answer) { $0.correct += 1 }
    }
    classes = byValue.values.sorted { ($1.labelled, $0.value) < ($0.labelled, $1.value) }
  }

  /// Right answers of all labelled rows, 0 through 1; 1 when there are none.
  public var accuracy: Double { labelled == 0 ? 1 : Double(correct) / Double(labelled) }
  /// Right answers of all answers, 0 through 1; 1 when there are none.
  public var precision: Double { answered == 0 ? 1 : Double(correct) / Double(answered) }
  /// Answered rows of all labelled rows, 0 through 1; 1 when there are none.
  public var coverage: Double { labelled == 0 ? 1 : Double(answered) / Double(labelled) }
  /// The mean F1 of the values that some row has, each weighing the same, 0 through 1; 1 when there are none.
  public var macroF1: Double {
    let labelled = classes.filter { $0.labelled > 0 }
    return labelled.isEmpty ? 1 : labelled.map(\.f1).reduce(0, +) / Double(labelled.count)
  }
}
