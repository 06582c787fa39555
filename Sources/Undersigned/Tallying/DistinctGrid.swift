import CStructuralIndex

/// Counts the distinct keys of each group by a bit for each key in each group, as long as there are not too many of
/// them.
struct DistinctGrid {
  /// How many distinct keys each group has; 0 is none.
  private(set) var counts: [Int] = []
  /// The key of each row; row 0 is that of 0.
  private var keys: [UInt64] = [0]
  /// Rows by their keys: open addressing over a power of two; 0 is a free place.
  private var slots = [UInt32](repeating: 0, count: 64)
  /// In each row a bit for each group.
  private var bits: [UInt64] = []
  /// How many words a row has.
  private var width = 0

  /// Up to so many words, which is 16 MB, bits cost less than a table of those that are set, if there are not more than
  /// a few words a record.
  private static let limit = 1 << 21
  private static let wordsPerRecord = 4

  /// Makes room for groups and keys.
  ///
  /// - Parameters:
  ///   - groups: How many groups there can be in all.
  ///   - more: How many keys can be added.
  ///   - records: How many records they are for.
  /// - Returns: Whether there is room for them.
  mutating func reserve(groups: Int, keys more: Int, records: Int) -> Bool {
    let (needed, rows) = (max(width, (groups + 63) / 64), keys.count + more)
    let (size, isTooLarge) = needed.multipliedReportingOverflow(by: rows)
    let useful = min(records, DistinctGrid.limit) * DistinctGrid.wordsPerRecord
    guard !isTooLarge, size <= max(bits.count, min(DistinctGrid.limit, max(1 << 12, useful))) else { return false }
    counts += [Int](repeating: 0, count: max(0, groups - counts.count))
    resize(for: rows)
    if needed == width, size <= bits.count { return true }
    // Half as many more, so that making room for one after the other costs little more than for all together.
    var wider = [UInt64](repeating: 0, count: bits.isEmpty ? size : max(size, min(size / 2 * 3, DistinctGrid.limit)))
    for row in keys.indices {
      for word in 0..<width { wider[row * needed + word] = bits[row * width + word] }
    }
    // What is no key is in every group from the start, so that it is never new.
    for word in 0..<needed { wider[word] = .max }
    (bits, width) = (wider, needed)
    return true
  }

  private mutating func resize(for count: Int) {
    var size = slots.count
    while size < 2 * count { size *= 2 }
    guard size > slots.count else { return }
    slots = [UInt32](repeating: 0, count: size)
    for row in keys.indices.dropFirst() { slots[place(of: keys[row])] = UInt32(row) }
  }

  /// Where a key stands among the slots, or would.
  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var place = firstPlace(of: key)
    while slots[place] != 0, keys[Int(slots[place])] != key { place = (place + 1) & mask }
    return place
  }

  /// Where a key stands if no other one took its place.
  private func firstPlace(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 32) & (slots.count - 1)
  }

  /// The key of a row.
  func key(_ row: UInt32) -> UInt64 { keys[Int(row)] }

  /// The row of a key, new if it wasn't seen before: one of those for which room was made.
  mutating func row(_ key: UInt64) -> UInt32 {
    if key == 0 { return 0 }
    let place = place(of: key)
    if slots[place] != 0 { return slots[place] }
    slots[place] = UInt32(keys.count)
    keys.append(key)
    return slots[place]
  }

  /// How many look-ups wait for memory at a time.
  private static let batchSize = 64

  /// Appends the rows of keys, as `row` gives them.
  mutating func appendRows(of added: [UInt64], to rows: inout [UInt32]) {
    for start in stride(from: 0, to: added.count, by: DistinctGrid.batchSize) {
      let batch = start..<min(start + DistinctGrid.batchSize, added.count)
      // Asked for at once, the memory of all places comes at once, instead of one after the other.
      slots.withUnsafeBufferPointer { slots in
        keys.withUnsafeBufferPointer { keys in
          for index in batch { prefetch_line(slots.baseAddress! + firstPlace(of: added[index])) }
          for index in batch { prefetch_line(keys.baseAddress! + Int(slots[firstPlace(of: added[index])])) }
        }
      }
      for index in batch { rows.append(row(added[index])) }
    }
  }

  /// How many records ahead memory is asked for.
  private static let lookAhead = 32

  /// Takes records in: for each the row of its key, and its group, one of those for which room was made.
  mutating func add(rows: UnsafeBufferPointer<UInt32>, groups: UnsafeBufferPointer<UInt32>) {
    let width = width
    let place = { (index: Int) in Int(rows[index]) &* width &+ Int(groups[index] &>> 6) }
    bits.withUnsafeMutableBufferPointer { bits in
      counts.withUnsafeMutableBufferPointer { counts in
        for index in rows.indices {
          let ahead = index &+ DistinctGrid.lookAhead
          if ahead < rows.count { prefetch_line(bits.baseAddress! + place(ahead)) }
          let (place, group) = (place(index), groups[index])
          let bit = 1 &<< UInt64(group & 63)
          let word = bits[place]
          // Adding nothing costs less than guessing whether there is something to add.
          counts[Int(group)] &+= word & bit == 0 ? 1 : 0
          bits[place] = word | bit
        }
      }
    }
  }

  /// Calls `body` for each key with each of its groups.
  func forEach(_ body: (_ key: UInt64, _ group: Int) -> Void) {
    for row in keys.indices.dropFirst() {
      for word in 0..<width {
        var rest = bits[row * width + word]
        while rest != 0 {
          body(keys[row], word * 64 + rest.trailingZeroBitCount)
          rest &= rest - 1
        }
      }
    }
  }
}
