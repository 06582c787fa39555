/// Counts the distinct keys of each group: keys of one group are given as often as they come, and counted once.
///
/// Keys first wait in one of many partitions, by some of their bits, and are looked up when their partition is full:
/// the table in use then stays in the processor's cache however many keys there are. Memory is for the distinct keys,
/// not for those given.
struct DistinctPairs {
  /// How many distinct keys each group has, of those that were settled.
  private(set) var counts: [Int] = []
  fileprivate var tables: [Table]
  /// Keys that wait, and their groups: a run of places for each partition.
  private var keys: [UInt64]
  private var groups: [UInt32]
  private var waiting: [Int]
  /// What the first look met, so that it isn't left out as useless.
  private var lastMet: UInt64 = 0

  private static let partitionBits = 8
  private static let capacity = 1 << 7

  /// Open addressing over a power of two; 0 is a free place.
  fileprivate struct Table {
    var slots: [UInt64] = []
    var count = 0
  }

  /// No groups and no keys.
  init() {
    let partitions = 1 << DistinctPairs.partitionBits
    tables = [Table](repeating: Table(), count: partitions)
    (keys, groups) = ([], [])
    waiting = [Int](repeating: 0, count: partitions)
  }

  /// Adds a group at the end.
  mutating func addGroup() { counts.append(0) }

  /// Adds keys, each of which tells its group as well: equal keys are of one group. A key of 0 is none.
  mutating func add(_ added: UnsafeBufferPointer<UInt64>, groups of: UnsafeBufferPointer<UInt32>) {
    if keys.isEmpty {
      // Most counts don't get here.
      keys = [UInt64](repeating: 0, count: tables.count * DistinctPairs.capacity)
      groups = [UInt32](repeating: 0, count: tables.count * DistinctPairs.capacity)
    }
    var index = 0
    while index < added.count {
      // Until some partition is full, nothing but three arrays is touched.
      let full = waiting.withUnsafeMutableBufferPointer { waiting in
        keys.withUnsafeMutableBufferPointer { keys in
          groups.withUnsafeMutableBufferPointer { groups -> Int? in
            while index < added.count {
              let (key, group) = (added[index], of[index])
              index += 1
              if key == 0 { continue }
              let mixed = DistinctPairs.mix(key)
              let partition = Int(truncatingIfNeeded: mixed >> UInt64(64 - DistinctPairs.partitionBits))
              let place = waiting[partition]
              keys[partition * DistinctPairs.capacity + place] = mixed == 0 ? 1 : mixed
              groups[partition * DistinctPairs.capacity + place] = group
              waiting[partition] = place + 1
              if place + 1 == DistinctPairs.capacity { return partition }
            }
            return nil
          }
        }
      }
      if let full { settle(full) }
    }
  }

  /// Adds a key of a group.
  mutating func add(_ key: UInt64, group: UInt32) {
    withUnsafePointer(to: key) { key in
      withUnsafePointer(to: group) { group in
        add(UnsafeBufferPointer(start: key, count: 1), groups: UnsafeBufferPointer(start: group, count: 1))
      }
    }
  }

  /// Counts what still waits.
  mutating func settle() {
    for partition in tables.indices { settle(partition) }
  }

  private mutating func settle(_ partition: Int) {
    let added = waiting[partition]
    waiting[partition] = 0
    tables[partition].reserve(added)
    let start = partition * DistinctPairs.capacity
    let mask = tables[partition].slots.count - 1
    var count = 0
    var met: UInt64 = 0
    tables[partition].slots.withUnsafeMutableBufferPointer { slots in
      // A first look at all places lets the memory bring them at once, instead of one after the other.
      for place in start..<start + added { met ^= slots[Int(truncatingIfNeeded: keys[place]) & mask] }
      for place in start..<start + added {
        let key = keys[place]
        var slot = Int(truncatingIfNeeded: key) & mask
        while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & mask }
        guard slots[slot] == 0 else { continue }
        slots[slot] = key
        count += 1
        counts[Int(groups[place])] += 1
      }
    }
    tables[partition].count += count
    lastMet = met
  }

  /// Spreads the bits of a key; no two keys become one (the finalizer of SplitMix64; Steele, Lea and Flood, 2014).
  @inline(__always)
  private static func mix(_ key: UInt64) -> UInt64 {
    var mixed = key &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension DistinctPairs.Table {
  /// Makes room for so many more keys.
  fileprivate mutating func reserve(_ more: Int) {
    var size = max(64, slots.count)
    while size * 3 < (count + more) * 4 { size *= 2 }
    guard size > slots.count else { return }
    var larger = [UInt64](repeating: 0, count: size)
    for key in slots where key != 0 {
      var slot = Int(truncatingIfNeeded: key) & (size - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (size - 1) }
      larger[slot] = key
    }
    slots = larger
  }
}
