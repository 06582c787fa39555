import Tabular

/// Distinct answers with their counts: everything that later stages need, and no record.
///
/// A tally is a sum: the tally of two inputs is the sum of theirs, whatever the order, and the empty one changes
/// nothing. It is kept in canonical form (answers in the order of their bytes, rows in the order of their answers,
/// nothing that no row uses), so equal tallies are equal bytes.
public struct Tally: Hashable, Sendable {
  /// A distinct combination of answers that counts as an organization's signature.
  public struct Row: Hashable, Sendable {
    /// The answers; `organization` is never 0.
    public var answers: AnswerCombination
    /// How many records have exactly these answers.
    public var records: Int
    /// How many signatures they stand for.
    public var signatures: Int
    /// Where it stands first: by the name of the source, then by line.
    public var first: Position
    /// The earliest day of signing.
    public var firstDay: Day?
    /// The latest.
    public var lastDay: Day?
  }

  /// People who signed, by capacity and country; nothing else is known of them.
  public struct People: Hashable, Sendable {
    /// In which capacity.
    public var capacity: Capacity
    /// The country, as a number into `answers.countries`.
    public var country: UInt32
    /// How many records.
    public var records: Int
    /// How many signatures.
    public var signatures: Int
  }

  /// The inputs, by name, then by what they held: unknown content first.
  public internal(set) var sources: [SourceSummary]
  /// The distinct answers that a row uses.
  public internal(set) var answers: Answers
  /// Organizations' signatures.
  public internal(set) var rows: [Row]
  /// People's signatures.
  public internal(set) var people: [People]
  /// Records that don't count, by reason.
  public internal(set) var dropped: [DropReason: Int]
  /// Signatures by day, organizations' and people's together.
  public internal(set) var days: [Day: Int]
  /// What was wrong with the data.
  public package(set) var findings: [Finding]
}
