/// The next records of an input, as numbers into the answers of this part and of those before it.
///
/// Whoever takes parts one after the other needs memory for the answers, and none for the records.
public struct EncodedPart: Sendable {
  /// Whether the input starts here. It may start a second time, when something in it needs another way of reading: all
  /// that came before is void then.
  public var isFirst: Bool
  /// Whether the input ends here.
  public var isLast: Bool
  /// For each field that was asked for, a number a record; number 0 is the empty answer.
  public var columns: [NumberColumn]
  /// For each field, the answers that no part before has: their numbers go on where those ended. Of a field of which
  /// only keys are wanted there are none.
  public var newAnswers: [Column]
  /// The keys of such a field's answers, likewise; of the others there are none.
  public var newKeys: [AnswerKeys]
  /// For each field that was asked for as a fingerprint only, a keyed hash a record.
  public var fingerprints: [[UInt64]]
  /// The physical line on which each record starts, from 1.
  public var lines: RecordLines

  /// A whole table as its only part.
  init(_ table: EncodedTable) {
    isFirst = true
    isLast = true
    columns = table.columns.map(\.ids)
    newAnswers = table.columns.map(\.answers)
    newKeys = table.columns.map { _ in AnswerKeys() }
    fingerprints = table.fingerprints
    lines = table.lines
  }

  init(
    isFirst: Bool, isLast: Bool, columns: [NumberColumn], newAnswers: [Column], newKeys: [AnswerKeys],
    fingerprints: [[UInt64]], lines: RecordLines
  ) {
    self.isFirst = isFirst
    self.isLast = isLast
    self.columns = columns
    self.newAnswers = newAnswers
    self.newKeys = newKeys
    self.fingerprints = fingerprints
    self.lines = lines
  }

  /// How many records there are.
  public var recordCount: Int { lines.count }

  /// The part with keys in the place of answers.
  ///
  /// - Parameter keys: For each field what makes keys of its answers, where only keys are wanted.
  func keyed(by keys: [KeyedFields.Key?]) -> EncodedPart {
    var part = self
    for case (let slot, let key?) in keys.enumerated() {
      part.newKeys[slot] = AnswerKeys(of: newAnswers[slot], key)
      part.newAnswers[slot] = Column()
    }
    return part
  }
}

extension EncodedTable {
  /// Puts together the parts that `read` hands along.
  ///
  /// - Parameter read: Calls its argument with one part after the other; gives what was wrong with the text.
  init<Failure>(
    _ read: ((EncodedPart) -> Void) throws(Failure) -> [Finding]
  ) throws(Failure) {
    var numbers: [[NumberColumn]] = []
    var answers: [Column] = []
    var fingerprints: [[UInt64]] = []
    var lines = RecordLines()
    let findings = try read { part in
      if part.isFirst {
        numbers = part.columns.map { [$0] }
        (answers, fingerprints, lines) = (part.newAnswers, part.fingerprints, part.lines)
        return
      }
      for slot in numbers.indices {
        numbers[slot].append(part.columns[slot])
        answers[slot].append(part.newAnswers[slot])
      }
      for slot in fingerprints.indices { fingerprints[slot] += part.fingerprints[slot] }
      lines.append(part.lines, from: 1)
    }
    let columns = zip(numbers, answers).map { numbers, answers in
      EncodedColumn(ids: NumberColumn(joining: numbers, below: answers.count), answers: answers)
    }
    self.init(columns: columns, fingerprints: fingerprints, lines: lines, findings: findings)
  }
}
