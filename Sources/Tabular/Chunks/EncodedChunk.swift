/// What was read from one chunk of a text; numbers are those of the thread that read it.
struct EncodedChunk: Sendable {
  /// Which thread's answers the numbers stand for.
  var reader = 0
  /// Where its first record starts.
  var start: Int
  /// Where the first record behind it starts.
  var end: Int
  /// For each chosen field a number a record.
  var columns: [NumberColumn]
  /// For each fingerprinted field a hash a record.
  var fingerprints: [[UInt64]]
  /// The lines of its records, as if its first were line 1.
  var lines = RecordLines()
  /// How many lines it has.
  var lineCount = 0
  /// Whether some answers that were numbered are no record's, such as those of a repeated header.
  var hasUnusedAnswers = false
  /// What was wrong, with lines as if its first were line 1.
  var log: FindingLog

  /// A chunk in which nothing was read yet, and no record starts.
  init(start: Int, log: FindingLog, columns: Int, fingerprints: Int) {
    self.start = start
    end = start
    self.columns = [NumberColumn](repeating: NumberColumn([]), count: columns)
    self.fingerprints = [[UInt64]](repeating: [], count: fingerprints)
    self.log = log
  }
}
