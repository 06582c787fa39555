/// How often combinations of answers stand in exports, as typed: what `CountAnswers` gives.
public struct AnswerCounts: Hashable, Sendable {
  /// One combination of answers.
  public struct Row: Hashable, Sendable {
    /// The answer of each field, empty where nothing was answered.
    public var answers: [String]
    /// How many records have these answers.
    public var records: Int
    /// How many different answers their other field holds, letters in upper and lower case being the same.
    public var distinct: Int
  }

  /// The combinations, the most frequent first, then by the bytes of their answers.
  public var rows: [Row]

  /// How many records there are.
  public var records: Int { rows.reduce(0) { $0 + $1.records } }
}
