/// One row of the table `type-keywords`.
struct Keyword: Sendable {
  /// What a row is for.
  enum Role: Hashable, Sendable {
    /// It speaks for a type.
    case type(OrganizationType)
    /// It eats its words, so that shorter keywords in it don't count (`european union`).
    case block
    /// It tells only which language a name is in.
    case language
  }

  /// When a row holds.
  enum Use: Hashable, Sendable {
    /// Wherever its words stand.
    case anywhere
    /// Only where the name or its country is of the row's languages: the word means another thing elsewhere.
    case gated
    /// A legal form: only as the last words of a name, and never as all of it.
    case form
  }

  var role: Role
  var isStrong: Bool
  var use: Use
  var languages: LanguageSet
  /// How many letters the key has, spaces included.
  var letters: Int
}

/// The type keywords by their keys, in one open-addressing table of hashes.
///
/// Building takes one pass over the bytes of the table, some milliseconds; a look-up compares 64-bit hashes only. With
/// ten thousand keys a wrong hit is expected once in 10^15 look-ups, and costs a guessed type.
struct KeywordIndex: Sendable {
  /// What a hash stands for.
  struct Hit {
    /// The rows with this key, as a range of `keywords`.
    var rows: Range<Int>
    /// Whether longer keys begin with this one and a space.
    var isPrefix: Bool
  }

  /// Every row.
  let keywords: [Keyword]
  /// How many bytes the longest key has.
  let longestKey: Int
  /// The languages of the rows.
  let languages: Languages
  private var hashes: [UInt64]
  private var starts: [Int32]
  private var counts: [UInt8]
  private var prefixes: [Bool]

  /// The index of the embedded table.
  init() {
    self.init(ReferenceTable(embedded: "type-keywords"))
  }

  init(_ table: ReferenceTable) {
    let languages = Languages()
    var keywords: [Keyword] = []
    var slots = Slots(capacity: 1 << 16)
    var types: [UInt64: OrganizationType] = [:]
    for type in OrganizationType.allCases { types[StableHash.of(type.rawValue.utf8)] = type }
    keywords.reserveCapacity(1 << 14)
    var lastHash = StableHash.empty
    var longestKey = 0
    table.forEachLine { line in
      // The fields are taken by their tabs: a split would allocate for each of ten thousand rows.
      var tabs = (0, 0, 0, 0)
      var count = 0
      var hash = StableHash.empty
      var letters = 0
      for offset in line.indices {
        let byte = line[offset]
        if byte == 0x09 {
          switch count {
          case 0: tabs.0 = offset
          case 1: tabs.1 = offset
          case 2: tabs.2 = offset
          default: tabs.3 = offset
          }
          count += 1
        } else if count == 0 {
          if byte == 0x20 { slots.insertPrefix(hash) }
          hash = StableHash.extend(hash, byte)
          if byte & 0xC0 != 0x80 { letters += 1 }
        }
      }
      guard count == 4 else { return }
      let kind = line[(tabs.0 + 1)..<tabs.1]
      let role: Keyword.Role
      if kind.first == 0x5F {
        role = kind.dropFirst().first == 0x62 ? .block : .language
      } else {
        guard let type = types[StableHash.of(kind)] else { return }
        role = .type(type)
      }
      let use: Keyword.Use =
        switch line[(tabs.3 + 1)...].first {
        case 0x67: .gated
        case 0x66: .form
        default: .anywhere
        }
      keywords.append(
        Keyword(
          role: role, isStrong: line[tabs.1 + 1] == 0x73, use: use,
          languages: languages.set(line[(tabs.2 + 1)..<tabs.3]), letters: letters))
      slots.insert(hash, row: keywords.count - 1, continues: hash == lastHash)
      lastHash = hash
      let key = line[line.startIndex..<tabs.0]
      longestKey = max(longestKey, key.count)
      if let bare = ArabicPrefix.strippedHash(of: key), bare != hash {
        slots.insertPrefixes(ofStripped: key)
        slots.insert(bare, row: keywords.count - 1, continues: false)
      }
    }
    self.keywords = keywords
    self.longestKey = longestKey
    self.languages = languages
    hashes = slots.hashes
    starts = slots.starts
    counts = slots.counts
    prefixes = slots.prefixes
  }

  /// What a hash stands for, if anything.
  func hit(_ hash: UInt64) -> Hit? {
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash {
        let start = Int(starts[slot])
        return Hit(rows: start..<(start + Int(counts[slot])), isPrefix: prefixes[slot])
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The table while it is filled; hash 0 marks a free slot, and no key has it.
  private struct Slots {
    var hashes: [UInt64]
    var starts: [Int32]
    var counts: [UInt8]
    var prefixes: [Bool]

    init(capacity: Int) {
      hashes = [UInt64](repeating: 0, count: capacity)
      starts = [Int32](repeating: 0, count: capacity)
      counts = [UInt8](repeating: 0, count: capacity)
      prefixes = [Bool](repeating: false, count: capacity)
    }

    private mutating func slot(_ hash: UInt64) -> Int {
      let mask = hashes.count - 1
      var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
      while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
      hashes[slot] = hash
      return slot
    }

    mutating func insert(_ hash: UInt64, row: Int, continues: Bool) {
      let slot = slot(hash)
      if continues, counts[slot] > 0 {
        counts[slot] += 1
      } else if counts[slot] == 0 {
        starts[slot] = Int32(row)
        counts[slot] = 1
      }
    }

    mutating func insertPrefix(_ hash: UInt64) {
      let slot = slot(hash)
      prefixes[slot] = true
    }

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
}

/// The article and the one-letter prepositions that Arabic writes together with the next word.
enum ArabicPrefix {
  /// The hash of an Arabic key with every word stripped; nothing for other scripts.
  static func strippedHash(of key: some BidirectionalCollection<UInt8>) -> UInt64? {
    guard let first = key.first, (0xD8...0xDB).contains(first) else { return nil }
    var hash = StableHash.empty
    for (number, word) in key.split(separator: 0x20).enumerated() {
      if number > 0 { hash = StableHash.extend(hash, 0x20) }
      for byte in strip(word) { hash = StableHash.extend(hash, byte) }
    }
    return hash
  }

  /// A word without `wa`, `bi`, `li`, `al`, where at least two letters are left.
  static func strip<Word: BidirectionalCollection<UInt8>>(_ word: Word) -> Word.SubSequence {
    // و or ب or ك before ال; ل doubles: للعمال is ل + العمال without its alef.
    for prefix: [UInt8] in [
      [0xD9, 0x88, 0xD8, 0xA7, 0xD9, 0x84], [0xD8, 0xA8, 0xD8, 0xA7, 0xD9, 0x84], [0xD8, 0xA7, 0xD9, 0x84],
      [0xD9, 0x84, 0xD9, 0x84],
    ] where word.starts(with: prefix) && word.count >= prefix.count + 4 {
      return word.dropFirst(prefix.count)
    }
    return word[...]
  }
}
