import CStructuralIndex

/// Gives equal bytes of fields, quotes and all, the same number: one thread's own table, made for millions of look-ups.
///
/// A slot holds part of the hash and a number; a record of one cache line holds the whole hash, the length and the first 48
/// bytes, so that an answer that was seen before costs two lines of memory. Look-ups come in batches: while one waits
/// for memory, the others are already asked for. Number 0 is the empty answer.
struct RawAnswers: ~Copyable {
  /// How many look-ups make a batch at most.
  static let batchSize = 64

  private static let recordSize = 64
  private static let inlineSize = 48
  private static let segmentBits = 12

  /// How many distinct answers there are, the empty one included.
  private(set) var count = 0
  private var slots: UnsafeMutableBufferPointer<UInt64>
  private var segments: [UnsafeMutableRawPointer] = []
  /// What doesn't fit into the records of long answers.
  private var tails: [UInt8] = []
  private let seed: UInt64
  private let hashes: UnsafeMutableBufferPointer<UInt64>

  init(seed: UInt64) {
    self.seed = seed
    slots = .allocate(capacity: 1 << 10)
    slots.initialize(repeating: 0)
    hashes = .allocate(capacity: RawAnswers.batchSize)
    hashes.initialize(repeating: 0)
    // The empty answer is in no slot: it is known by its length.
    _ = add(UnsafePointer(bitPattern: 64)!, length: 0, hash: 0)
  }

  deinit {
    slots.deallocate()
    hashes.deallocate()
    for segment in segments { segment.deallocate() }
  }

  /// Numbers a batch of fields.
  ///
  /// - Parameters:
  ///   - bytes: What the starts count from; readable for 8 bytes beyond every field.
  ///   - starts: Where each field begins.
  ///   - lengths: How many bytes each has.
  ///   - count: How many there are, at most `batchSize`.
  ///   - numbers: Gets the number of each.
  mutating func number(
    _ bytes: UnsafePointer<UInt8>, starts: UnsafePointer<UInt32>, lengths: UnsafePointer<UInt32>, count: Int,
    into numbers: UnsafeMutablePointer<UInt32>
  ) {
    if (self.count + count) * 2 > slots.count { grow() }
    let mask = slots.count - 1
    let hashes = hashes.baseAddress!
    let table = slots.baseAddress!
    let seed = seed
    for index in 0..<count {
      let hash = RawAnswers.hash(bytes + Int(starts[index]), Int(lengths[index]), seed)
      hashes[index] = hash
      prefetch_line(table + Int(truncatingIfNeeded: hash) & mask)
    }
    segments.withUnsafeBufferPointer { segments in
      for index in 0..<count {
        let slot = table[Int(truncatingIfNeeded: hashes[index]) & mask]
        if slot != 0 { prefetch_line(RawAnswers.record(Int(UInt32(truncatingIfNeeded: slot)), segments)) }
      }
    }
    for index in 0..<count {
      let length = Int(lengths[index])
      numbers[index] = length == 0 ? 0 : number(bytes + Int(starts[index]), length, hashes[index])
    }
  }

  @inline(__always)
  private mutating func number(_ field: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64) -> UInt32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let number = Int(UInt32(truncatingIfNeeded: slots[slot]))
        if isEqual(number, field, length, hash) { return UInt32(truncatingIfNeeded: number) }
      }
      slot = (slot + 1) & mask
    }
    let number = add(field, length: length, hash: hash)
    slots[slot] = (hash >> 32) << 32 | UInt64(number)
    return number
  }

  @inline(__always)
  private static func record(
    _ number: Int, _ segments: UnsafeBufferPointer<UnsafeMutableRawPointer>
  ) -> UnsafeMutableRawPointer {
    segments[number &>> segmentBits] + (number & ((1 &<< segmentBits) - 1)) &* recordSize
  }

  @inline(__always)
  private func record(_ number: Int) -> UnsafeMutableRawPointer {
    segments[number &>> RawAnswers.segmentBits]
      + (number & ((1 &<< RawAnswers.segmentBits) - 1)) &* RawAnswers.recordSize
  }

  /// Whether a known answer is this one.
  @inline(__always)
  private func isEqual(_ number: Int, _ field: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64) -> Bool {
    let record = record(number)
    guard record.load(as: UInt64.self) == hash,
      Int(record.load(fromByteOffset: 8, as: UInt32.self)) == length
    else { return false }
    let known = UnsafeRawPointer(record + 16)
    var difference: UInt64 = 0
    var offset = 0
    let inline = min(length, RawAnswers.inlineSize)
    while offset < inline {
      difference |= RawAnswers.word(field, offset, inline) ^ known.load(fromByteOffset: offset, as: UInt64.self)
      offset &+= 8
    }
    guard difference == 0 else { return false }
    if length <= RawAnswers.inlineSize { return true }
    let start = Int(record.load(fromByteOffset: 12, as: UInt32.self))
    return tails.withUnsafeBufferPointer { tails in
      (RawAnswers.inlineSize..<length).allSatisfy { tails[start + $0 - RawAnswers.inlineSize] == field[$0] }
    }
  }

  private mutating func add(_ field: UnsafePointer<UInt8>, length: Int, hash: UInt64) -> UInt32 {
    let number = count
    if number >> RawAnswers.segmentBits == segments.count {
      let size = RawAnswers.recordSize << RawAnswers.segmentBits
      segments.append(.allocate(byteCount: size, alignment: RawAnswers.recordSize))
    }
    let record = record(number)
    record.storeBytes(of: hash, as: UInt64.self)
    record.storeBytes(of: UInt32(length), toByteOffset: 8, as: UInt32.self)
    record.storeBytes(of: UInt32(truncatingIfNeeded: tails.count), toByteOffset: 12, as: UInt32.self)
    let inline = min(length, RawAnswers.inlineSize)
    for offset in stride(from: 0, to: RawAnswers.inlineSize, by: 8) {
      let word = offset < inline ? RawAnswers.word(field, offset, inline) : 0
      record.storeBytes(of: word, toByteOffset: 16 + offset, as: UInt64.self)
    }
    if length > RawAnswers.inlineSize {
      tails.append(contentsOf: UnsafeBufferPointer(start: field + RawAnswers.inlineSize, count: length - inline))
    }
    count += 1
    return UInt32(truncatingIfNeeded: number)
  }

  private mutating func grow() {
    let size = slots.count * 4
    slots.deallocate()
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0)
    for number in 1..<count {
      let hash = record(number).load(as: UInt64.self)
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = (hash >> 32) << 32 | UInt64(number)
    }
  }

  /// Lends the bytes of an answer.
  func withBytes<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let record = record(number)
    let length = Int(record.load(fromByteOffset: 8, as: UInt32.self))
    let inline = UnsafeBufferPointer(
      start: UnsafeRawPointer(record + 16).assumingMemoryBound(to: UInt8.self),
      count: min(length, RawAnswers.inlineSize))
    if length <= RawAnswers.inlineSize { return body(inline) }
    let start = Int(record.load(fromByteOffset: 12, as: UInt32.self))
    let whole = Array(inline) + tails[start..<(start + length - RawAnswers.inlineSize)]
    return whole.withUnsafeBufferPointer(body)
  }

  /// All answers, in the order of their numbers.
  var column: Column {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    ends.reserveCapacity(count)
    for number in 0..<count {
      withBytes(number) { bytes.append(contentsOf: $0) }
      ends.append(bytes.count)
    }
    return Column(bytes: bytes, ends: ends)
  }

  /// Eight bytes of a field from `offset` on, zeros behind its end.
  @inline(__always)
  private static func word(_ field: UnsafePointer<UInt8>, _ offset: Int, _ length: Int) -> UInt64 {
    let word = UnsafeRawPointer(field).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    let rest = length &- offset
    return rest >= 8 ? word : word & ((1 &<< UInt64(truncatingIfNeeded: rest &* 8)) &- 1)
  }

  @inline(__always)
  private static func hash(_ field: UnsafePointer<UInt8>, _ length: Int, _ seed: UInt64) -> UInt64 {
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
    return product.high ^ product.low
  }
}
