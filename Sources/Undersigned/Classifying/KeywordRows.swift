/// Reads the rows of the table `type-keywords` into an index.
struct KeywordRows {
  /// Every row so far.
  private(set) var keywords: [Keyword] = []
  /// How many bytes the longest key has.
  private(set) var longestKey = 0
  /// The languages of the rows.
  let languages = Languages()
  private var lastHash = StableHash.empty
  private var types: [UInt64: OrganizationType] = [:]

  /// No rows yet.
  init() {
    for type in OrganizationType.allCases { types[StableHash.of(type.rawValue.utf8)] = type }
    keywords.reserveCapacity(1 << 14)
  }

  /// Reads `key, type, strength, languages, use`; a line with fewer fields or an unknown type is left out.
  mutating func read(_ line: Slice<UnsafeBufferPointer<UInt8>>, into slots: inout KeywordSlots) {
    let line = UnsafeBufferPointer(rebasing: line)
    // The fields are taken by their tabs: a split would allocate for each of ten thousand rows.
    var tabs = (0, 0, 0, 0)
    var count = 0
    var hash = StableHash.empty
    var letters = 0
    // By hand: without the optimizer, as in tests, an iterator takes many times as long.
    let (text, length) = (line.baseAddress!, line.count)
    var offset = 0
    while offset < length {
      let byte = text[offset]
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
      offset += 1
    }
    guard count == 4, let role = role(line[(tabs.0 + 1)..<tabs.1]) else { return }
    let use: Keyword.Use =
      switch line[(tabs.3 + 1)...].first {
      case 0x67: .gated
      case 0x66: .form
      case 0x68: .hint
      case 0x6C: .last
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

  private func role(_ kind: Slice<UnsafeBufferPointer<UInt8>>) -> Keyword.Role? {
    if kind.first == 0x5F { return kind.dropFirst().first == 0x62 ? .block : .language }
    return types[StableHash.of(kind)].map { .type($0) }
  }
}
