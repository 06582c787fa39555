/// One field of every record, as numbers into its distinct answers; number 0 is the empty answer.
public struct EncodedColumn: Sendable {
  /// A number a record.
  public var ids: NumberColumn
  /// The distinct answers, UTF-8, white space trimmed at both ends, each of them some record's; in no order.
  public var answers: Column

  /// Joins numbers and the answers that they stand for.
  public init(ids: NumberColumn, answers: Column) {
    self.ids = ids
    self.answers = answers
  }

  /// Joins numbers and the answers that they stand for.
  public init(ids: [UInt32], answers: Column) {
    self.init(ids: NumberColumn(ids), answers: answers)
  }

  /// The answer of record `index`.
  public func string(_ index: Int) -> String { answers.string(Int(ids[index])) }
}

/// The chosen fields of every record of one input; fields that were not asked for were never copied.
public struct EncodedTable: Sendable {
  /// The fields asked for, in the order asked.
  public var columns: [EncodedColumn]
  /// For each field that was asked for as a fingerprint only: a keyed hash a record of the trimmed answer with ASCII
  /// letters in lower case, 0 where the answer is empty.
  public var fingerprints: [[UInt64]]
  /// The physical line on which each record starts, from 1.
  public var lines: RecordLines
  /// What was wrong with the text.
  public var findings: [Finding]

  /// A table of equally long columns.
  public init(columns: [EncodedColumn], fingerprints: [[UInt64]], lines: RecordLines, findings: [Finding]) {
    self.columns = columns
    self.fingerprints = fingerprints
    self.lines = lines
    self.findings = findings
  }

  /// How many records there are.
  public var recordCount: Int { lines.count }
}
