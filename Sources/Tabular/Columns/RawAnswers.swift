import CStructuralIndex

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gives equal bytes of fields, quotes and all, the same number: one thread's own table, made for millions of look-ups.
///
/// A slot holds the lower half of the hash and a number; a record of one cache line holds the whole hash, the length
/// and the first 48 bytes, so that an answer that was seen before costs two lines of memory. Longer answers stand as a
/// whole in `tails`, too. Look-ups come in batches: while one waits for memory, the others are already asked for. Number
/// 0 is the empty answer.
struct RawAnswers: ~Copyable {
  /// How many look-ups make a batch at most.
  static let batchSize = 128

  private static let recordSize = 64
  private static let inlineSize = Int(SHORT_FIELD_SIZE)
  private static let segmentBits = 15
  private static let segmentMask = (1 << segmentBits) - 1
  private static let segmentLimit = 1 << 16
  /// How many places the first segment goes without: most fields need few, and the system fills all of a segment with
  /// zeros.
  private static let unused = 7 << (segmentBits - 3)
  private static let tailUnit = 16

  /// How many distinct answers there are, the empty one included.
  private(set) var count = 0
  private var slots: UnsafeMutablePointer<UInt64>
  private var slotCount = 1 << 10
  /// Records stay where they are: there are more segments when there are more records.
  private var segments: UnsafeMutablePointer<UnsafeMutableRawPointer>
  private var segmentCount = 0
  /// Answers that don't fit into their records, each from a multiple of `tailUnit` on.
  private var tails: [UInt8] = []
  private let seed: UInt64
  private let hashes: UnsafeMutableBufferPointer<UInt64>
  /// Short answers that came lately: most fields have few answers, and those are short.
  private let recent: UnsafeMutablePointer<recent_field>
  /// Which fields of a batch are none of them.
  private let missed: UnsafeMutablePointer<UInt32>

  private static let fewAnswers = 1 << 12
  /// How many look-ups ahead memory is asked for: about as many lines as a processor waits for at a time.
  private static let lookAhead = 16

  init(seed: UInt64) {
    self.seed = seed
    slots = RawAnswers.slots(slotCount)
    segments = .allocate(capacity: RawAnswers.segmentLimit)
    hashes = .allocate(capacity: RawAnswers.batchSize)
    hashes.initialize(repeating: 0)
    recent = .allocate(capacity: Int(RECENT_FIELDS))
    recent.initialize(repeating: recent_field(), count: Int(RECENT_FIELDS))
    missed = .allocate(capacity: RawAnswers.batchSize)
    // The empty answer is in no slot: it is known by its length.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: RawAnswers.inlineSize) { empty in
      empty.initialize(repeating: 0)
      _ = add(UnsafePointer(empty.baseAddress!), length: 0, hash: 0)
    }
  }

  deinit {
    slots.deallocate()
    hashes.deallocate()
    recent.deallocate()
    missed.deallocate()
    for segment in 0..<segmentCount {
      (segments[segment] + (segment == 0 ? RawAnswers.recordSize * RawAnswers.unused : 0)).deallocate()
    }
    segments.deallocate()
  }

  /// Numbers a batch of fields.
  ///
  /// - Parameters:
  ///   - bytes: What the starts count from; readable for 48 bytes from the start of every field, and 8 beyond its end.
  ///   - starts: Where each field begins.
  ///   - lengths: How many bytes each has.
  ///   - count: How many there are, at most `batchSize`.
  ///   - numbers: Gets the number of each.
  mutating func number(
    _ bytes: UnsafePointer<UInt8>, starts: UnsafePointer<UInt32>, lengths: UnsafePointer<UInt32>, count: Int,
    into numbers: UnsafeMutablePointer<UInt32>
  ) {
    if (self.count + count) * 2 > slotCount { grow() }
    if self.count < RawAnswers.fewAnswers {
      numberRecent(bytes, starts, lengths, count, numbers)
    } else {
      numberAll(bytes, starts, lengths, count, numbers)
    }
  }

  /// Looks at the recent answers first.
  private mutating func numberRecent(
    _ bytes: UnsafePointer<UInt8>, _ starts: UnsafePointer<UInt32>, _ lengths: UnsafePointer<UInt32>, _ count: Int,
    _ numbers: UnsafeMutablePointer<UInt32>
  ) {
    let misses = number_recent_fields(
      structural_index_width(), bytes, starts, lengths, count, recent, numbers, missed)
    for miss in 0..<misses {
      let index = Int(missed[miss])
      let (field, length) = (bytes + Int(starts[index]), Int(lengths[index]))
      numbers[index] = length == 0 ? 0 : number(field, length, RawAnswers.hash(field, length, seed))
      if length <= RECENT_FIELD_SIZE { set_recent_field(field, length, numbers[index], recent) }
    }
  }

  /// Asks for the memory of look-ups, first for the slot and then for the record, long before it has to wait for it.
  private mutating func numberAll(
    _ bytes: UnsafePointer<UInt8>, _ starts: UnsafePointer<UInt32>, _ lengths: UnsafePointer<UInt32>, _ count: Int,
    _ numbers: UnsafeMutablePointer<UInt32>
  ) {
    let mask = slotCount - 1
    let hashes = hashes.baseAddress!
    let table = slots
    let seed = seed
    let ahead = RawAnswers.lookAhead
    for step in 0..<count + 2 * ahead {
      if step < count {
        let hash = RawAnswers.hash(bytes + Int(starts[step]), Int(lengths[step]), seed)
        hashes[step] = hash
        prefetch_line(table + Int(truncatingIfNeeded: hash) & mask)
      }
      if step >= ahead, step < count + ahead {
        let slot = table[Int(truncatingIfNeeded: hashes[step - ahead]) & mask]
        prefetch_line(record(Int(UInt32(truncatingIfNeeded: slot))))
      }
      if step >= 2 * ahead {
        let index = step - 2 * ahead
        let length = Int(lengths[index])
        numbers[index] = length == 0 ? 0 : number(bytes + Int(starts[index]), length, hashes[index])
      }
    }
  }

  @inline(__always)
  private mutating func number(_ field: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64) -> UInt32 {
    let mask = slotCount - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash & 0xFFFF_FFFF {
        let number = Int(UInt32(truncatingIfNeeded: slots[slot]))
        if isEqual(number, field, length, hash) { return UInt32(truncatingIfNeeded: number) }
      }
      slot = (slot + 1) & mask
    }
    let number = add(field, length: length, hash: hash)
    slots[slot] = hash << 32 | UInt64(number)
    return number
  }

  @inline(__always)
  private func record(_ number: Int) -> UnsafeMutableRawPointer {
    let place = number &+ RawAnswers.unused
    return segments[place &>> RawAnswers.segmentBits] + (place & RawAnswers.segmentMask) &* RawAnswers.recordSize
  }

  private func isLastOfSegment(_ number: Int) -> Bool {
    (number + RawAnswers.unused) & RawAnswers.segmentMask == RawAnswers.segmentMask
  }

  /// Whether a known answer is this one.
  ///
  /// - Parameter field: Readable for 48 bytes.
  @inline(__always)
  func isEqual(_ number: Int, _ field: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64) -> Bool {
    let record = record(number)
    guard record.load(as: UInt64.self) == hash,
      Int(record.load(fromByteOffset: 8, as: UInt32.self)) == length
    else { return false }
    let known = UnsafeRawPointer(record + 16).assumingMemoryBound(to: UInt64.self)
    guard short_field_equals(field, min(length, RawAnswers.inlineSize), known) != 0 else { return false }
    return length <= RawAnswers.inlineSize || withLong(record, length) { memcmp($0.baseAddress!, field, length) == 0 }
  }

  @inline(__always)
  private func withLong<Result>(
    _ record: UnsafeMutableRawPointer, _ length: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let start = Int(record.load(fromByteOffset: 12, as: UInt32.self)) &* RawAnswers.tailUnit
    return tails.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<(start &+ length)])) }
  }

  private mutating func add(_ field: UnsafePointer<UInt8>, length: Int, hash: UInt64) -> UInt32 {
    let number = count
    if (number + RawAnswers.unused) >> RawAnswers.segmentBits == segmentCount { addSegment() }
    let record = record(number)
    record.storeBytes(of: hash, as: UInt64.self)
    record.storeBytes(of: UInt32(length), toByteOffset: 8, as: UInt32.self)
    record.storeBytes(
      of: UInt32(truncatingIfNeeded: tails.count / RawAnswers.tailUnit), toByteOffset: 12, as: UInt32.self)
    let inline = min(length, RawAnswers.inlineSize)
    for index in 0..<RawAnswers.inlineSize / 8 {
      record.storeBytes(of: short_field_word(field, inline, index), toByteOffset: 16 + 8 * index, as: UInt64.self)
    }
    if length > RawAnswers.inlineSize {
      tails.append(contentsOf: UnsafeBufferPointer(start: field, count: length))
      // Hashing reads up to eight bytes behind.
      for _ in 0..<8 { tails.append(0) }
      while tails.count % RawAnswers.tailUnit != 0 { tails.append(0) }
    }
    count += 1
    return UInt32(truncatingIfNeeded: number)
  }

  private mutating func addSegment() {
    precondition(segmentCount < RawAnswers.segmentLimit, "no more than two thousand million distinct answers")
    let size = RawAnswers.recordSize << RawAnswers.segmentBits
    let unused = segmentCount == 0 ? RawAnswers.recordSize * RawAnswers.unused : 0
    segments[segmentCount] = LargeMemory.allocate(size - unused) - unused
    segmentCount += 1
  }

  private static func slots(_ count: Int) -> UnsafeMutablePointer<UInt64> {
    let slots = LargeMemory.allocate(count * MemoryLayout<UInt64>.stride).bindMemory(to: UInt64.self, capacity: count)
    slots.initialize(repeating: 0, count: count)
    return slots
  }

  private mutating func grow() {
    let (known, size) = (slots, slotCount * 2)
    slots = RawAnswers.slots(size)
    // In their order, each goes to one of two places that move on: nothing is looked up all over.
    for place in 0..<slotCount where known[place] != 0 {
      var slot = Int(truncatingIfNeeded: known[place] >> 32) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = known[place]
    }
    known.deallocate()
    slotCount = size
  }

  /// The hash of an answer; 0 for the empty one.
  @inline(__always)
  func hash(_ number: Int) -> UInt64 { record(number).load(as: UInt64.self) }

  /// Asks for the memory of an answer.
  @inline(__always)
  func prefetch(_ number: Int) { prefetch_line(record(number)) }

  /// The hash that the content of an answer would have as an answer itself.
  ///
  /// - Parameter isPart: Whether it is a part of the answer's own bytes.
  @inline(__always)
  func hash(_ number: Int, content: UnsafeBufferPointer<UInt8>, isPart: Bool) -> UInt64 {
    let length = Int(record(number).load(fromByteOffset: 8, as: UInt32.self))
    if isPart, content.count == length { return hash(number) }
    // Hashing reads a few bytes more than there are: those of the record behind, or of the tails.
    let isPadded = length <= RawAnswers.inlineSize ? !isLastOfSegment(number) : content.count > RawAnswers.inlineSize
    if isPart, isPadded { return RawAnswers.hash(content.baseAddress!, content.count, seed) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: content.count + RawAnswers.inlineSize) { padded in
      padded.initialize(repeating: 0)
      memcpy(padded.baseAddress!, content.baseAddress!, content.count)
      return RawAnswers.hash(UnsafePointer(padded.baseAddress!), content.count, seed)
    }
  }

  /// Lends the bytes of an answer.
  @inline(__always)
  func withBytes<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let record = record(number)
    let length = Int(record.load(fromByteOffset: 8, as: UInt32.self))
    if length > RawAnswers.inlineSize { return withLong(record, length, body) }
    return body(
      UnsafeBufferPointer(start: UnsafeRawPointer(record + 16).assumingMemoryBound(to: UInt8.self), count: length))
  }

  /// Eight bytes of a field from `offset` on, zeros behind its end.
  @inline(__always)
  private static func word(_ field: UnsafePointer<UInt8>, _ offset: Int, _ length: Int) -> UInt64 {
    let word = UnsafeRawPointer(field).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    let rest = length &- offset
    if rest >= 8 { return word }
    return rest <= 0 ? 0 : word & ((1 &<< UInt64(truncatingIfNeeded: rest &* 8)) &- 1)
  }

  @inline(__always)
  private static func hash(_ field: UnsafePointer<UInt8>, _ length: Int, _ seed: UInt64) -> UInt64 {
    length <= inlineSize ? short_field_hash(field, length, seed) : longHash(field, length, seed)
  }

  private static func longHash(_ field: UnsafePointer<UInt8>, _ length: Int, _ seed: UInt64) -> UInt64 {
    var state = seed ^ UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset < length {
      let left = word(field, offset, length)
      let right = offset &+ 8 < length ? word(field, offset &+ 8, length) : 0
      let product = (left ^ state).multipliedFullWidth(by: right ^ 0xA076_1D64_78BD_642F)
      state = product.high ^ product.low ^ 0xE703_7ED1_A0B4_28DB
      offset &+= 16
    }
    let product = state.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    let hash = product.high ^ product.low
    return hash == 0 ? 1 : hash
  }
}
