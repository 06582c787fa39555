/// An open-addressing table from hashes of keys to what they stand for, behind a filter that most words don't pass.
struct KeywordSlots: Sendable {
  /// A place of the table; hash 0 marks a free one, and no key has it.
  private struct Slot {
    var hash: UInt64
    var hit: KeywordIndex.Hit
  }

  private var slots: [Slot]
  /// A bit for each remainder of a hash, small enough to stay in the processor's fastest memory.
  private var filter = [UInt64](repeating: 0, count: 1 << 12)

  /// An empty table.
  ///
  /// - Parameter capacity: A power of two, about twice as many as there will be keys.
  init(capacity: Int) {
    let free = Slot(hash: 0, hit: KeywordIndex.Hit(start: 0, count: 0, isPrefix: false, concept: 0))
    slots = [Slot](repeating: free, count: capacity)
  }

  @inline(__always)
  private static func mix(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ (hash >> 32)) }

  /// What a hash stands for, if anything.
  @inline(__always)
  func hit(_ hash: UInt64) -> KeywordIndex.Hit? {
    let mixed = KeywordSlots.mix(hash)
    guard filter[(mixed >> 6) & 0xFFF] & (1 << UInt64(mixed & 63)) != 0 else { return nil }
    let mask = slots.count - 1
    var slot = mixed & mask
    while slots[slot].hash != 0 {
      if slots[slot].hash == hash { return slots[slot].hit }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func slot(_ hash: UInt64) -> Int {
    let mixed = KeywordSlots.mix(hash)
    filter[(mixed >> 6) & 0xFFF] |= 1 << UInt64(mixed & 63)
    let mask = slots.count - 1
    var slot = mixed & mask
    while slots[slot].hash != 0, slots[slot].hash != hash { slot = (slot + 1) & mask }
    slots[slot].hash = hash
    return slot
  }

  /// Adds a row to a key.
  ///
  /// - Parameter continues: Whether the row before has the same key; of other rows only the first counts.
  mutating func insert(_ hash: UInt64, row: Int, continues: Bool) {
    let slot = slot(hash)
    if continues, slots[slot].hit.count > 0 {
      slots[slot].hit.count += 1
    } else if slots[slot].hit.count == 0 {
      slots[slot].hit.start = Int32(row)
      slots[slot].hit.count = 1
    }
  }

  /// Notes that longer keys begin with this one and a space.
  mutating func insertPrefix(_ hash: UInt64) {
    let slot = slot(hash)
    slots[slot].hit.isPrefix = true
  }

  /// Gives a key a meaning, where it has none.
  mutating func insert(_ hash: UInt64, concept: Int) {
    let slot = slot(hash)
    if slots[slot].hit.concept == 0 { slots[slot].hit.concept = UInt16(concept) }
  }

  /// Notes the beginnings of an Arabic key, every word of it stripped of its article.
  mutating func insertPrefixes(ofStripped key: Slice<UnsafeBufferPointer<UInt8>>) {
    var hash = StableHash.empty
    for (number, word) in key.split(separator: 0x20).enumerated() {
      if number > 0 {
        insertPrefix(hash)
        hash = StableHash.extend(hash, 0x20)
      }
      for byte in ArabicPrefix.strip(word) { hash = StableHash.extend(hash, byte) }
    }
  }
}
