/// The most that reading takes in, so that a crafted or broken input ends in an error and not in an exhausted machine.
///
/// No export of a form comes near them; each can be raised where one does.
public struct ReadingLimits: Hashable, Sendable {
  /// Bytes of an input that has to be in memory as a whole, as it is stored: standard input, odd JSON, another encoding
  /// than UTF-8, or broken quoting in a large file. 8 GiB.
  public var wholeBytes = 8 << 30
  /// Bytes that come out of a gzip stream. 64 GiB.
  public var inflatedBytes = 64 << 30
  /// How many times its own size a gzip stream may grow to, once 256 MiB have come out; deflate itself can't do more than
  /// 1032. 500.
  public var inflation = 500
  /// Fields of a record. 16,384, as many as a spreadsheet has.
  public var fields = 1 << 14
  /// Bytes of one record of delimited text; a quote that is never closed makes one of all that follows. 64 MiB.
  public var recordBytes = 64 << 20
  /// Bytes of one answer, without white space around it, in a field that is read. 1 MiB.
  public var answerBytes = 1 << 20
  /// Different answers to one field. 200 million.
  public var distinctAnswers = 200_000_000
  /// How deep the values of a JSON text may lie in each other; 512, which is also the most that can be asked for.
  public var nesting = 512

  /// The default limits.
  public init() {}

  /// How many bytes have to come out before a stream is judged by how much it grows.
  static let judgedInflation = 256 << 20

  /// Every limit by the name that settings call it by.
  public static let settings: [(name: String, limit: WritableKeyPath<ReadingLimits, Int> & Sendable)] = [
    ("answer-bytes", \.answerBytes), ("distinct-answers", \.distinctAnswers), ("fields", \.fields),
    ("inflated-bytes", \.inflatedBytes), ("inflation", \.inflation), ("nesting", \.nesting),
    ("record-bytes", \.recordBytes), ("whole-bytes", \.wholeBytes),
  ]

  /// Judges what has come out of a gzip stream so far.
  ///
  /// - Parameters:
  ///   - count: How many bytes came out.
  ///   - packed: Of how many.
  func checkInflated(_ count: Int, from packed: Int, at position: Position) throws(TabularError) {
    if count > inflatedBytes {
      throw TabularError(.limitExceeded("inflated-bytes", inflatedBytes), at: position)
    }
    if count > ReadingLimits.judgedInflation, count / max(1, packed) > inflation {
      throw TabularError(.limitExceeded("inflation", inflation), at: position)
    }
  }

  /// Judges the answers that a part brings, where keys are in their place as many as there are keys.
  ///
  /// - Parameters:
  ///   - known: For each field, how many answers the parts before had; gets those of this part added.
  ///   - source: The input as its user named it.
  func check(_ part: EncodedPart, after known: inout [Int], source: String) throws(TabularError) {
    if part.isFirst { known = [Int](repeating: 0, count: part.newAnswers.count) }
    for (slot, (answers, keys)) in zip(part.newAnswers, part.newKeys).enumerated() {
      let long =
        keys.longest.bytes > answerBytes
        ? keys.longest.place
        : answers.ends.indices.first { index in
          answers.ends[index] - (index == 0 ? 0 : answers.ends[index - 1]) > answerBytes
        }
      if let long {
        let record = part.columns[slot].firstIndex(of: UInt32(known[slot] + long))
        let line = record.map { Int(part.lines[$0]) } ?? 0
        throw TabularError(.limitExceeded("answer-bytes", answerBytes), at: Position(source: source, line: line))
      }
      known[slot] += answers.count + keys.keys.count
      if known[slot] > distinctAnswers {
        throw TabularError(.limitExceeded("distinct-answers", distinctAnswers), at: Position(source: source))
      }
    }
  }
}
