import Tabular

/// The days of signing of one export, in the order of day and month that its whole field speaks for.
struct SigningDates: Sendable {
  private let ids: NumberColumn
  private let days: [Day?]
  private let readings: [SigningDay.Reading]
  private let decision: SigningDay.Decision

  init(_ field: MergedField, words: AnswerWords) {
    ids = field.ids
    readings = field.map { SigningDay.read($0, month: words.month) }
    let decision = SigningDay.decide(readings)
    self.decision = decision
    days = readings.map { SigningDay.day($0, decision) }
  }

  /// The day of record `index`, where that is certain.
  subscript(index: Int) -> Day? { days[Int(ids[index])] }

  /// Whether record `index` has no answer.
  func isEmpty(_ index: Int) -> Bool { ids[index] == 0 }

  /// Dates that could not be read with certainty.
  func findings(_ source: String, lines: RecordLines) -> [Finding] {
    var findings: [Finding] = []
    func first(where isMeant: (Int) -> Bool) -> (count: Int, line: Int)? {
      var count = 0
      var line = UInt32.max
      for index in ids.indices where ids[index] != 0 && isMeant(Int(ids[index])) {
        count += 1
        line = min(line, lines[index])
      }
      return count == 0 ? nil : (count, Int(line))
    }
    let open = first { id in
      if case .numbers = readings[id] { return days[id] == nil }
      return false
    }
    if let open {
      let why = decision == .mixed ? "the field mixes both orders" : "no date in the field tells which is the day"
      findings.append(
        Finding(
          .warning, "ambiguous-date", at: Position(source: source, line: open.line),
          "\(open.count) \(open.count == 1 ? "date has" : "dates have") day and month in an order that can't be told: \(why)",
          remedy: "export the dates as 2026-11-22; without it these signatures count, but on no day"))
    }
    if let unread = first(where: { readings[$0] == .none }) {
      findings.append(
        Finding(
          .note, "unreadable-date", at: Position(source: source, line: unread.line),
          "\(unread.count) \(unread.count == 1 ? "answer is no date" : "answers are no dates") that can be read",
          remedy: "these signatures count, but on no day"))
    }
    return findings
  }
}
