/// The answers of several threads with one numbering: the content of each, once.
struct JointAnswers: ~Copyable {
  private var answers = RawAnswers(seed: .random(in: .min ... .max))
  private var batch: [UInt8] = []
  private var starts: [UInt32] = []
  private var lengths: [UInt32] = []

  /// How many distinct answers there are.
  var count: Int { answers.count }

  /// The distinct answers.
  var column: Column { answers.column }

  /// Adds the answers of one thread.
  ///
  /// - Parameters:
  ///   - slot: Which of its fields they are of.
  ///   - used: For each of them whether it is to be added; nothing for all.
  /// - Returns: The joint number of each; 0 for those that were not added.
  mutating func add<Reader: ChunkReading & ~Copyable>(
    _ slot: Int, of reader: borrowing Reader, where used: [Bool]?
  ) -> [UInt32] {
    let count = reader.answers[slot].count
    var numbers = [UInt32](repeating: 0, count: count)
    var members: [Int] = []
    var scratch: [UInt8] = []
    for number in 0..<count where used?[number] ?? true {
      members.append(number)
      reader.answers[slot].withBytes(number) { raw in
        reader.withContent(of: raw, scratch: &scratch) { content in
          starts.append(UInt32(truncatingIfNeeded: batch.count))
          lengths.append(UInt32(truncatingIfNeeded: content.count))
          batch.append(contentsOf: content)
        }
      }
      if members.count == RawAnswers.batchSize { finish(&members, &numbers) }
    }
    finish(&members, &numbers)
    return numbers
  }

  private mutating func finish(_ members: inout [Int], _ numbers: inout [UInt32]) {
    guard !members.isEmpty else { return }
    // Looking up reads a few bytes more than there are.
    for _ in 0..<64 { batch.append(0) }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: members.count) { found in
      batch.withUnsafeBufferPointer { batch in
        answers.number(
          batch.baseAddress!, starts: starts, lengths: lengths, count: members.count, into: found.baseAddress!)
      }
      for (index, member) in members.enumerated() { numbers[member] = found[index] }
    }
    members.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    batch.removeAll(keepingCapacity: true)
  }
}
