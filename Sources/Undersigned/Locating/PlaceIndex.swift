/// Where phrases stand in the tables of places: an open-addressing table of hashes that is built in one pass.
///
/// Nearly all words of names begin no place, and this finds that out in one look; a binary search takes twenty.
struct PlaceIndex: Sendable {
  /// The tables, in the order of trust.
  enum Table: UInt64, Sendable {
    case countryNames = 1
    case regions
    case places
  }

  /// Where the records of a phrase begin in each table; nothing where a table has none.
  struct Found {
    var countryName: Int?
    var region: Int?
    var place: Int?

    /// Whether no table has the phrase.
    var isEmpty: Bool { countryName == nil && region == nil && place == nil }
  }

  /// From the top: 34 bits of the hash, 2 of the table (0 for a first word), 28 of the record's offset (for a first word,
  /// of the number of words); 0 for a free slot.
  private let slots: [UInt64]
  private let mask: Int

  /// Reads the keys of the tables.
  ///
  /// - Complexity: O(*n*) in bytes of the tables.
  init(countryNames: ReferenceTable, regions: ReferenceTable, places: ReferenceTable) {
    let size = countryNames.size + regions.size + places.size
    // A record is longer than twelve bytes, and many share their first words.
    var capacity = 1 << 10
    while capacity < size / 12 { capacity *= 2 }
    let mask = capacity - 1
    var used = 0
    slots = [UInt64](unsafeUninitializedCapacity: capacity) { slots, count in
      slots.initialize(repeating: 0)
      count = capacity
      for (table, number) in [(countryNames, Table.countryNames), (regions, .regions), (places, .places)] {
        var last: UInt64?
        var first: UInt64?
        var longest: UInt64 = 0
        func insert(_ hash: UInt64, _ kind: UInt64, _ value: UInt64) {
          let entry = PlaceIndex.tag(hash) | kind << 28 | value
          var slot = Int(truncatingIfNeeded: hash) & mask
          while slots[slot] != 0 {
            if kind == 0, slots[slot] >> 28 == entry >> 28 {
              slots[slot] = max(slots[slot], entry)
              return
            }
            slot = (slot + 1) & mask
          }
          slots[slot] = entry
          used += 1
        }
        table.forEachKey { key in
          var hash = StableHash.empty
          var firstHash: UInt64?
          var words: UInt64 = 1
          // By hand: without the optimizer, as in tests, an iterator of a slice takes many times as long.
          let text = key.base.baseAddress! + key.startIndex
          let length = key.count
          var index = 0
          while index < length {
            if text[index] == 0x20 {
              words += 1
              firstHash = firstHash ?? hash
            }
            hash = StableHash.extend(hash, text[index])
            index += 1
          }
          // Records of one key stand together, and so do those of one first word.
          if hash == last { return }
          last = hash
          insert(hash, number.rawValue, UInt64(key.startIndex))
          let head = firstHash ?? hash
          if head != first {
            if let first { insert(first, 0, longest) }
            first = head
            longest = 0
          }
          longest = max(longest, words)
        }
        if let first { insert(first, 0, longest) }
      }
    }
    self.mask = mask
    precondition(used < capacity, "the tables of places have outgrown their index")
  }

  /// How many words the longest phrase has whose first word has this hash; 0 for none.
  func longestPhrase(_ hash: UInt64) -> Int {
    let tag = PlaceIndex.tag(hash)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] & ~0xFFF_FFFF == tag { return Int(slots[slot] & 0xFFF_FFFF) }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// Where the phrases with this hash stand; whether they are the phrase is for the caller to compare.
  func find(_ hash: UInt64) -> Found {
    let tag = PlaceIndex.tag(hash)
    var found = Found()
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let entry = slots[slot]
      if (entry ^ tag) >> 30 == 0 {
        let offset = Int(entry & 0xFFF_FFFF)
        switch Table(rawValue: entry >> 28 & 3) {
        case .countryNames: found.countryName = offset
        case .regions: found.region = offset
        case .places: found.place = offset
        case nil: break
        }
      }
      slot = (slot + 1) & mask
    }
    return found
  }

  private static func tag(_ hash: UInt64) -> UInt64 { hash & ~0x3FFF_FFFF }
}
