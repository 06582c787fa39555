/// The answers of several threads to one field with one numbering: the content of each, once.
struct JointAnswers: ~Copyable {
  /// What stands for an answer of a thread that has no joint number yet.
  private static let none = UInt32.max

  private var answers = RawAnswers(seed: .random(in: .min ... .max))
  /// How many of them were given out as new.
  private var known = 0
  /// For each thread, the joint number of each of its answers.
  private var translations: [[UInt32]]
  private var batch: [UInt8] = []
  private var starts: [UInt32] = []
  private var lengths: [UInt32] = []

  /// No answers, of so many threads.
  init(threads: Int) {
    translations = [[UInt32]](repeating: [], count: threads)
  }

  /// How many distinct answers there are.
  var count: Int { answers.count }

  /// The joint numbers of one thread's answers.
  func translation(_ thread: Int) -> [UInt32] { translations[thread] }

  /// The answers that came since the last call.
  mutating func takeNew() -> Column {
    defer { known = answers.count }
    return answers.column(from: known)
  }

  /// Adds the new answers of one thread.
  ///
  /// - Parameters:
  ///   - slot: Which of its fields they are of.
  ///   - thread: Which thread it is.
  ///   - parts: The numbers of the records that have them, once there are answers that no record has: those are passed
  ///     over until one has them.
  mutating func add<Reader: ChunkReading & ~Copyable>(
    _ slot: Int, of reader: borrowing Reader, thread: Int, usedBy parts: [NumberColumn]?
  ) {
    let count = reader.answers[slot].count
    let first = translations[thread].count
    translations[thread].append(contentsOf: repeatElement(JointAnswers.none, count: count - first))
    guard let parts else {
      number(first..<count, slot, of: reader, thread) { _ in true }
      return
    }
    var isUsed = [Bool](repeating: false, count: count)
    for part in parts {
      for number in part { isUsed[Int(number)] = true }
    }
    number(0..<count, slot, of: reader, thread) { isUsed[$0] }
  }

  private mutating func number<Reader: ChunkReading & ~Copyable>(
    _ range: Range<Int>, _ slot: Int, of reader: borrowing Reader, _ thread: Int, where isWanted: (Int) -> Bool
  ) {
    var members: [Int] = []
    var scratch: [UInt8] = []
    for number in range where translations[thread][number] == JointAnswers.none && isWanted(number) {
      members.append(number)
      reader.answers[slot].withBytes(number) { raw in
        reader.withContent(of: raw, scratch: &scratch) { content in
          starts.append(UInt32(truncatingIfNeeded: batch.count))
          lengths.append(UInt32(truncatingIfNeeded: content.count))
          batch.append(contentsOf: content)
        }
      }
      if members.count == RawAnswers.batchSize { finish(&members, thread) }
    }
    finish(&members, thread)
  }

  private mutating func finish(_ members: inout [Int], _ thread: Int) {
    guard !members.isEmpty else { return }
    // Looking up reads a few bytes more than there are.
    for _ in 0..<64 { batch.append(0) }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: members.count) { found in
      batch.withUnsafeBufferPointer { batch in
        answers.number(
          batch.baseAddress!, starts: starts, lengths: lengths, count: members.count, into: found.baseAddress!)
      }
      for (index, member) in members.enumerated() { translations[thread][member] = found[index] }
    }
    members.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    batch.removeAll(keepingCapacity: true)
  }
}
