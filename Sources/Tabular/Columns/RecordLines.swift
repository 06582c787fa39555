/// The physical line on which each record starts, from 1.
///
/// Most records take one line each, so that only the others are kept.
public struct RecordLines: RandomAccessCollection, Equatable, ExpressibleByArrayLiteral, Sendable {
  /// How many records there are.
  public private(set) var count = 0
  private var firstLine: UInt32
  /// Records before which lines were passed over, and how many up to there, in rising order.
  private var jumps: [Jump] = []

  private struct Jump: Hashable, Sendable {
    var record: UInt32
    var extra: UInt32
  }

  /// No records; the first will start on this line unless told otherwise.
  public init(firstLine: Int = 1) { self.firstLine = UInt32(truncatingIfNeeded: firstLine) }

  /// The lines of records in order; they never fall.
  public init(_ lines: [UInt32]) {
    self.init(firstLine: Int(lines.first ?? 1))
    for line in lines { append(Int(line)) }
  }

  /// The lines of records in order.
  public init(arrayLiteral lines: UInt32...) { self.init(lines) }

  /// Whether as many records start on the same lines.
  public static func == (left: RecordLines, right: RecordLines) -> Bool { left.elementsEqual(right) }

  /// Adds a record that starts on a line.
  public mutating func append(_ line: Int) {
    let extra = UInt32(truncatingIfNeeded: line) &- firstLine &- UInt32(count)
    if extra != (jumps.last?.extra ?? 0) { jumps.append(Jump(record: UInt32(count), extra: extra)) }
    count += 1
  }

  /// Adds so many records that take one line each, the first of which starts on `line`.
  mutating func append(run length: Int, from line: Int) {
    guard length > 0 else { return }
    append(line)
    count += length - 1
  }

  /// Adds the records of another part, whose lines count from `line` instead of 1.
  mutating func append(_ part: RecordLines, from line: Int) {
    var start = 0
    for jump in part.jumps where Int(jump.record) > start {
      append(run: Int(jump.record) - start, from: part.line(start) + line - 1)
      start = Int(jump.record)
    }
    append(run: part.count - start, from: part.count > start ? part.line(start) + line - 1 : 0)
  }

  private func line(_ index: Int) -> Int { Int(self[index]) }

  /// 0.
  public var startIndex: Int { 0 }
  /// How many records there are.
  public var endIndex: Int { count }

  /// The line of a record.
  ///
  /// - Complexity: O(log *n*) in the records that take more than one line.
  public subscript(index: Int) -> UInt32 {
    precondition(index < count, "a record of the table")
    var low = 0
    var high = jumps.count
    while low < high {
      let middle = (low + high) / 2
      if Int(jumps[middle].record) <= index { low = middle + 1 } else { high = middle }
    }
    let extra = low == 0 ? 0 : jumps[low - 1].extra
    return firstLine &+ UInt32(truncatingIfNeeded: index) &+ extra
  }
}
