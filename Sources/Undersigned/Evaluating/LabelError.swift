/// A name whose country, scope or type was not found as labelled.
public struct LabelError: Hashable, Sendable, Comparable {
  /// What is wrong.
  public let label: Label
  /// As written.
  public let name: String
  /// The country that the letter states; may be empty.
  public let country: String
  /// The label.
  public let expected: String
  /// What was found; empty for nothing.
  public let answer: String
  /// How sure a type was.
  public let strength: TypeAssignment.Strength?
  /// Why.
  public let evidence: [Evidence]
  /// How many rows.
  public internal(set) var rows: Int

  /// By kind; wrong answers before none, sure ones first; then those of most rows; then by name.
  public static func < (left: LabelError, right: LabelError) -> Bool {
    if left.rank != right.rank { return left.rank.lexicographicallyPrecedes(right.rank) }
    if left.name != right.name { return ByteOrder.precedes(left.name, right.name) }
    return (left.country, left.expected, left.answer) < (right.country, right.expected, right.answer)
  }

  private var rank: [Int] {
    [
      Label.allCases.firstIndex(of: label)!, answer.isEmpty ? 1 : 0, strength == .weak ? 1 : 0, -rows,
    ]
  }
}
