import CStructuralIndex

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The answers of several threads to one field with one numbering: the content of each, once.
///
/// Nothing is copied: a joint answer is the first of the threads' raw answers that has its content, and most often that
/// is a part of it, or all of it; then it was hashed when it was read, with the same key in each thread.
///
/// Where only keys are wanted, nothing is looked up: equal answers of two threads keep two numbers.
struct JointAnswers: ~Copyable {
  /// What stands for an answer of a thread that has no joint number yet.
  private static let none = UInt32.max

  /// Whose answer a joint answer is.
  private struct Owner {
    /// The hash of the content.
    var hash: UInt64
    var thread: UInt32
    /// The number among the answers of the thread.
    var number: UInt32
    /// How long the content is.
    var length: UInt32
    /// Where it begins in the raw answer.
    var offset: UInt32
    /// What stands for the offset of what is no part of the raw answer.
    static let elsewhere = UInt32.max
  }

  /// How many distinct answers there are.
  private(set) var count = 1
  /// The owners of `count` answers, and room for more.
  private var owners: UnsafeMutableBufferPointer<Owner>
  /// Open addressing over a power of two: the upper half of the hash, and the joint number, which is 0 in none.
  private var slots = UnsafeMutableBufferPointer<UInt64>(start: nil, count: 0)
  /// How many of them were given out as new.
  private var known = 0
  /// For each thread, the joint number of each of its answers.
  private var translations: [[UInt32]]

  /// What makes the keys of answers, where only those are wanted, and those that were not taken yet.
  private let key: KeyedFields.Key?
  private var newKeys = AnswerKeys()

  /// No answers but the empty one, of so many threads.
  init(threads: Int, key: KeyedFields.Key?) {
    self.key = key
    if key != nil { newKeys.append(0, bytes: 0) }
    translations = [[UInt32]](repeating: [], count: threads)
    owners = .allocate(capacity: 64)
    owners.initializeElement(at: 0, to: Owner(hash: 0, thread: 0, number: 0, length: 0, offset: 0))
  }

  deinit {
    slots.deallocate()
    owners.deallocate()
  }

  /// The joint numbers of one thread's answers.
  func translation(_ thread: Int) -> [UInt32] { translations[thread] }

  /// The keys of the answers that came since the last call.
  mutating func takeNewKeys() -> AnswerKeys { newKeys.take() }

  /// The answers that came since the last call; none where only keys are wanted.
  ///
  /// - Parameters:
  ///   - slot: Which of the threads' fields they are of.
  ///   - readers: The threads' answers.
  mutating func takeNew<Reader: ChunkReading & ~Copyable>(
    _ slot: Int, of readers: UnsafeMutableBufferPointer<Reader>
  ) -> Column {
    guard key == nil else { return Column() }
    defer { known = count }
    let new = owners[known..<count]
    var scratch: [UInt8] = []
    var ends: [Int] = []
    ends.reserveCapacity(new.count)
    let bytes = [UInt8](unsafeUninitializedCapacity: new.reduce(0) { $0 + Int($1.length) }) { target, filled in
      for owner in new {
        JointAnswers.withContent(of: owner, slot, of: readers, &scratch) { content in
          if !content.isEmpty { memcpy(target.baseAddress! + filled, content.baseAddress!, content.count) }
        }
        filled += Int(owner.length)
        ends.append(filled)
      }
    }
    return Column(bytes: bytes, ends: ends)
  }

  /// Adds the new answers of one thread.
  ///
  /// - Parameters:
  ///   - slot: Which of the threads' fields they are of.
  ///   - readers: The threads' answers.
  ///   - thread: Which thread it is.
  ///   - parts: The numbers of the records that have them, once there are answers that no record has: those are passed
  ///     over until one has them.
  mutating func add<Reader: ChunkReading & ~Copyable>(
    _ slot: Int, of readers: UnsafeMutableBufferPointer<Reader>, thread: Int, usedBy parts: [NumberColumn]?
  ) {
    let count = readers[thread].answers[slot].count
    let first = translations[thread].count
    translations[thread].append(contentsOf: repeatElement(JointAnswers.none, count: count - first))
    guard let parts else { return number(first..<count, slot, of: readers, thread) }
    var isUsed = [Bool](repeating: false, count: count)
    for part in parts {
      for number in part { isUsed[Int(number)] = true }
    }
    let used = isUsed.indices.filter { isUsed[$0] && translations[thread][$0] == JointAnswers.none }
    number(used, slot, of: readers, thread)
  }

  /// How many look-ups wait for memory at a time.
  private static let batchSize = 32

  private mutating func number<Reader: ChunkReading & ~Copyable>(
    _ numbers: some RandomAccessCollection<Int>, _ slot: Int, of readers: UnsafeMutableBufferPointer<Reader>,
    _ thread: Int
  ) {
    if let key { return number(numbers, slot, of: readers, thread, key) }
    reserve(numbers.count)
    var (own, other): ([UInt8], [UInt8]) = ([], [])
    withUnsafeTemporaryAllocation(of: Owner.self, capacity: JointAnswers.batchSize) { batch in
      var rest = numbers[...]
      while !rest.isEmpty {
        var count = 0
        for number in rest.prefix(JointAnswers.batchSize) {
          let owner = owner(number, slot, of: readers, thread, &own)
          prefetch_line(slots.baseAddress! + place(owner.hash))
          batch.initializeElement(at: count, to: owner)
          count += 1
        }
        for owner in batch[..<count] {
          prefetch_line(owners.baseAddress! + Int(UInt32(truncatingIfNeeded: slots[place(owner.hash)])))
        }
        for owner in batch[..<count] {
          let other = owners[Int(UInt32(truncatingIfNeeded: slots[place(owner.hash)]))]
          readers[Int(other.thread)].answers[slot].prefetch(Int(other.number))
        }
        for owner in batch[..<count] {
          translations[thread][Int(owner.number)] =
            owner.length == 0
            ? 0
            : find(owner) { known in
              JointAnswers.withContent(of: owner, slot, of: readers, &own) { content in
                JointAnswers.withContent(of: known, slot, of: readers, &other) {
                  memcmp($0.baseAddress!, content.baseAddress!, content.count) == 0
                }
              }
            }
        }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Gives each answer a number of its own.
  private mutating func number<Reader: ChunkReading & ~Copyable>(
    _ numbers: some RandomAccessCollection<Int>, _ slot: Int, of readers: UnsafeMutableBufferPointer<Reader>,
    _ thread: Int, _ key: KeyedFields.Key
  ) {
    precondition(count + numbers.count < JointAnswers.none, "no more than four thousand million distinct answers")
    newKeys.reserve(numbers.count)
    var (content, scratch): ([UInt8], [UInt8]) = ([], [])
    var next = UInt32(truncatingIfNeeded: count)
    translations[thread].withUnsafeMutableBufferPointer { translation in
      for number in numbers {
        readers[thread].answers[slot].withBytes(number) { raw in
          readers[thread].withContent(of: raw, scratch: &content) { content in
            translation[number] = content.isEmpty ? 0 : next
            guard !content.isEmpty else { return }
            next += 1
            newKeys.append(key(content, &scratch), bytes: content.count)
          }
        }
      }
    }
    count = Int(next)
  }

  private func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slots.count - 1) }

  /// A thread's answer as the owner of its content.
  @inline(__always)
  private func owner<Reader: ChunkReading & ~Copyable>(
    _ number: Int, _ slot: Int, of readers: UnsafeMutableBufferPointer<Reader>, _ thread: Int,
    _ scratch: inout [UInt8]
  ) -> Owner {
    var owner = Owner(
      hash: 0, thread: UInt32(truncatingIfNeeded: thread), number: UInt32(truncatingIfNeeded: number), length: 0,
      offset: 0)
    readers[thread].answers[slot].withBytes(number) { raw in
      readers[thread].withContent(of: raw, scratch: &scratch) { content in
        guard let start = content.baseAddress, let rawStart = raw.baseAddress, !content.isEmpty else { return }
        let isPart = start >= rawStart && start < rawStart + raw.count
        owner.offset = isPart ? UInt32(truncatingIfNeeded: start - rawStart) : Owner.elsewhere
        owner.length = UInt32(truncatingIfNeeded: content.count)
        owner.hash = readers[thread].answers[slot].hash(number, content: content, isPart: isPart)
      }
    }
    return owner
  }

  /// The number of the joint answer with the content of `owner`, which becomes the owner where there is none.
  @inline(__always)
  private mutating func find(_ owner: Owner, _ isEqual: (Owner) -> Bool) -> UInt32 {
    var place = place(owner.hash)
    while slots[place] != 0 {
      if slots[place] >> 32 == owner.hash >> 32 {
        let joint = UInt32(truncatingIfNeeded: slots[place])
        let other = owners[Int(joint)]
        if other.hash == owner.hash, other.length == owner.length, isEqual(other) { return joint }
      }
      place = (place + 1) & (slots.count - 1)
    }
    precondition(count < JointAnswers.none, "no more than four thousand million distinct answers")
    let joint = UInt32(truncatingIfNeeded: count)
    slots[place] = (owner.hash >> 32) << 32 | UInt64(joint)
    owners.initializeElement(at: count, to: owner)
    count += 1
    return joint
  }

  @inline(__always)
  private static func withContent<Result, Reader: ChunkReading & ~Copyable>(
    of owner: Owner, _ slot: Int, of readers: UnsafeMutableBufferPointer<Reader>, _ scratch: inout [UInt8],
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let thread = Int(owner.thread)
    return readers[thread].answers[slot].withBytes(Int(owner.number)) { raw in
      if owner.offset != Owner.elsewhere {
        return body(UnsafeBufferPointer(start: raw.baseAddress! + Int(owner.offset), count: Int(owner.length)))
      }
      var result: Result?
      readers[thread].withContent(of: raw, scratch: &scratch) { result = body($0) }
      return result!
    }
  }

  /// Makes room for so many more answers.
  private mutating func reserve(_ more: Int) {
    if count + more > owners.count {
      let larger = JointAnswers.memory(of: Owner.self, max(count + more, 2 * count))
      _ = larger.initialize(from: owners[..<count])
      owners.deallocate()
      owners = larger
    }
    var size = max(64, slots.count)
    // Of several threads most answers are not new.
    while 3 * size < 4 * (count + more) { size *= 2 }
    guard size > slots.count else { return }
    slots.deallocate()
    slots = JointAnswers.memory(of: UInt64.self, size)
    slots.initialize(repeating: 0)
    for joint in 1..<count {
      let hash = owners[joint].hash
      var place = place(hash)
      while slots[place] != 0 { place = (place + 1) & (size - 1) }
      slots[place] = (hash >> 32) << 32 | UInt64(joint)
    }
  }

  private static func memory<Element>(of: Element.Type, _ count: Int) -> UnsafeMutableBufferPointer<Element> {
    let memory = LargeMemory.allocate(count * MemoryLayout<Element>.stride)
    return UnsafeMutableBufferPointer(start: memory.bindMemory(to: Element.self, capacity: count), count: count)
  }
}
