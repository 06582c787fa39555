/// Well-known organizations by acronym and by name, each in its country.
struct Gazetteer: Sendable {
  /// An organization of the table.
  struct Entry: Hashable, Sendable {
    /// As the mention has it, in compare form.
    var key: String
    /// A code of a country, or `INT`.
    var country: String
    var type: OrganizationType
    /// Its name in full, for people; empty where the table gives the acronym alone.
    var name: String
  }

  /// The table that is part of the program, its filter built at first use.
  static let shared = Gazetteer()

  private let table: ReferenceTable
  /// A bit for each remainder of a key's hash: most words are in no key, and pass here without a search.
  private var filter = [UInt64](repeating: 0, count: 1 << 10)

  /// The embedded table `gazetteer`.
  init() {
    self.init(ReferenceTable(embedded: "gazetteer"))
  }

  /// The organizations of another table.
  init(_ table: ReferenceTable) {
    self.table = table
    var filter = self.filter
    table.forEachKey { key in
      let hash = StableHash.of(key)
      filter[Gazetteer.slot(hash)] |= 1 << (hash & 63)
    }
    self.filter = filter
  }

  private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 6 ^ hash >> 38) & 0x3FF }

  private func mayKnow(_ hash: UInt64) -> Bool { filter[Gazetteer.slot(hash)] & (1 << (hash & 63)) != 0 }

  /// The known organizations that a mention names.
  ///
  /// Acronyms change their meaning at each border, so a short one needs its country: one of another country counts only
  /// with five letters or more, or alone with four, and only where all countries agree on its type. Beside the initials
  /// of the name another acronym is that of another body, such as the union whose institute it is.
  func entries(for name: OrganizationName, country: CountryCode?) -> [Entry] {
    var found: [Entry] = []
    let isAlone = name.names.isEmpty || (name.names.count == 1 && !name.compareForm.contains(" "))
    let hasInitials = name.acronyms.contains(where: \.isVerified)
    var keys = hasInitials ? name.acronyms.filter { !$0.isVerified }.map(\.compareForm) : []
    func look(_ key: String, isFullName: Bool) {
      guard key.utf8.count >= 2, mayKnow(StableHash.of(key.utf8)), !keys.contains(key) else { return }
      keys.append(key)
      let entries = self.entries(key)
      guard let first = entries.first else { return }
      if let own = entries.first(where: { $0.country == country?.description }) {
        found.append(own)
        return
      }
      let isLong = isFullName && key.contains(" ") || key.count >= 5 || (isAlone && key.count >= 4)
      guard isLong, entries.allSatisfy({ $0.type == first.type }) else { return }
      found.append(first)
    }
    for acronym in name.acronyms { look(acronym.compareForm, isFullName: false) }
    for form in name.names {
      look(form.compareForm, isFullName: true)
      if form.coreForm != form.compareForm { look(form.coreForm, isFullName: true) }
    }
    if name.names.isEmpty { look(name.compareForm, isFullName: false) }
    for word in capitals(of: name.display) { look(word, isFullName: false) }
    return found
  }

  /// The words of a text that are written in capitals and may be known, in compare form; none when the whole text shouts.
  private func capitals(of display: String) -> [String] {
    var text = display
    // By bytes, because a name of capitals in ASCII is the common case: other letters are taken for small ones.
    return text.withUTF8 { bytes in
      var found: [String] = []
      var hasSmall = false
      var words = 0
      var start = 0
      while start < bytes.count {
        var end = start
        var isCapital = true
        var hasLetter = false
        var hash = StableHash.empty
        while end < bytes.count {
          let byte = bytes[end]
          switch byte {
          case 0x41...0x5A: hasLetter = true
          case 0x61...0x7A, 0x80...:
            isCapital = false
            hasSmall = true
          case 0x30...0x39: break
          default: break
          }
          let isWord = byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
          if !isWord { break }
          hash = StableHash.extend(hash, byte | (0x41...0x5A ~= byte ? 0x20 : 0))
          end += 1
        }
        if end > start { words += 1 }
        if isCapital, hasLetter, (2...24).contains(end - start), mayKnow(hash) {
          found.append(String(decoding: bytes[start..<end], as: UTF8.self).lowercased())
        }
        start = max(end, start) + 1
      }
      return hasSmall || words < 2 ? found : []
    }
  }

  private func entries(_ key: String) -> [Entry] {
    table.records(for: key).compactMap { fields in
      guard fields.count == 4, let type = OrganizationType(rawValue: fields[2]) else { return nil }
      return Entry(key: key, country: fields[1], type: type, name: fields[3])
    }
  }
}
