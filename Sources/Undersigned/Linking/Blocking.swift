/// Candidate pairs: names that share a key, so that not every name is compared with every other.
struct Blocking {
  /// Blocks above this size are split by country, and dropped where a country's part is still larger; a key that many
  /// names share tells little.
  var blockLimit = 60
  /// How many of a name's rarest words make keys.
  var rareWordCount = 4

  private struct Entry {
    var key: UInt64
    var name: Int32
  }

  /// The candidate pairs, each once, rising; the lower index first.
  ///
  /// - Complexity: O(*n* log *n*) for *n* keys, and at most `blockLimit` / 2 pairs a key.
  func candidates(_ names: [DistinctName], _ vocabulary: LinkageVocabulary) -> [(Int, Int)] {
    var entries: [Entry] = []
    entries.reserveCapacity(names.count * 16)
    for (index, name) in names.enumerated() {
      for key in keys(of: name, vocabulary) { entries.append(Entry(key: key, name: Int32(index))) }
    }
    entries.sort { ($0.key, $0.name) < ($1.key, $1.name) }
    var pairs: [UInt64] = []
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].key == entries[start].key { end += 1 }
      if end - start > 1 { pair(entries[start..<end].map { Int($0.name) }, names, &pairs) }
      start = end
    }
    pairs.sort()
    var result: [(Int, Int)] = []
    var last: UInt64?
    for pair in pairs where pair != last {
      result.append((Int(pair >> 32), Int(pair & 0xFFFF_FFFF)))
      last = pair
    }
    return result
  }

  private func pair(_ block: [Int], _ names: [DistinctName], _ pairs: inout [UInt64]) {
    if block.count <= blockLimit {
      pairAll(block, &pairs)
      return
    }
    var byCountry: [CountryCode: [Int]] = [:]
    var nowhere: [Int] = []
    for index in block {
      if names[index].countries.isEmpty { nowhere.append(index) }
      for country in names[index].countries { byCountry[country, default: []].append(index) }
    }
    for part in byCountry.values where part.count <= blockLimit { pairAll(part, &pairs) }
    if nowhere.count <= blockLimit { pairAll(nowhere, &pairs) }
  }

  private func pairAll(_ block: [Int], _ pairs: inout [UInt64]) {
    for (offset, left) in block.enumerated() {
      for right in block[(offset + 1)...] where left != right {
        pairs.append(UInt64(min(left, right)) << 32 | UInt64(max(left, right)))
      }
    }
  }

  /// The keys of a name, each once.
  func keys(of name: DistinctName, _ vocabulary: LinkageVocabulary) -> Set<UInt64> {
    var keys: Set<UInt64> = [key(.whole, StableHash.of(name.compareForm.utf8))]
    for group in name.aliases { keys.insert(key(.alias, group)) }
    for acronym in name.acronyms { keys.insert(key(.acronym, UInt64(acronym))) }
    for form in name.forms {
      keys.insert(key(.glued, form.glued))
      if form.words.count > 1 { keys.insert(key(.bag, form.bag.reduce(7) { StableHash.of($0, UInt64($1)) })) }
      for initials in form.initials { keys.insert(key(.acronym, UInt64(initials))) }
      addWords(of: form, name, vocabulary, &keys)
    }
    return keys
  }

  private func addWords(
    of form: DistinctName.Form, _ name: DistinctName, _ vocabulary: LinkageVocabulary, _ keys: inout Set<UInt64>
  ) {
    let telling = Set(form.words).filter { !vocabulary[$0].role.contains(.stop) }
    let rarest = telling.sorted { (vocabulary[$1].weight, $0) < (vocabulary[$0].weight, $1) }
    for word in rarest.prefix(rareWordCount) {
      keys.insert(key(.word, UInt64(word)))
      // A bare acronym among words is how names without their long form meet it.
      keys.insert(key(.acronym, UInt64(word)))
      if vocabulary.hasOtherScripts { addSounds(vocabulary[word], &keys) }
      if vocabulary[word].isDistinctive { addSpellings(vocabulary[word].letters, &keys) }
    }
    addMeanings(of: telling, name, vocabulary, &keys)
    let several = rarest.prefix(6).flatMap { word in
      vocabulary[word].parts.isEmpty ? [word] : [word] + vocabulary[word].parts
    }
    for (offset, left) in several.enumerated() {
      for right in several.dropFirst(offset + 1) {
        for leftMeaning in meanings(left, vocabulary) {
          for rightMeaning in meanings(right, vocabulary) {
            keys.insert(key(.pair, StableHash.of(min(leftMeaning, rightMeaning), max(leftMeaning, rightMeaning))))
          }
        }
      }
    }
  }

  /// What single words mean, in their country: translations of short names share nothing else. The words of a body's
  /// sort are left out beside others; nearly every name has one.
  private func addMeanings(
    of telling: Set<Int32>, _ name: DistinctName, _ vocabulary: LinkageVocabulary, _ keys: inout Set<UInt64>
  ) {
    var concepts: Set<Int16> = []
    for word in telling {
      for part in [word] + vocabulary[word].parts {
        let role = vocabulary[part].role
        if telling.count == 1 || role.isDisjoint(with: [.kind, .light]) {
          concepts.formUnion(vocabulary[part].concepts)
        }
      }
    }
    for concept in concepts {
      for country in name.countries {
        keys.insert(key(.meaning, StableHash.of(UInt64(concept), StableHash.of(country.description.utf8))))
      }
      if name.countries.isEmpty, telling.count <= 2 { keys.insert(key(.meaning, UInt64(concept))) }
    }
  }

  /// The concepts of a word, or else the word itself.
  private func meanings(_ word: Int32, _ vocabulary: LinkageVocabulary) -> [UInt64] {
    let entry = vocabulary[word]
    if let place = entry.place { return [StableHash.of(place.key.utf8)] }
    return entry.concepts.isEmpty ? [UInt64(word) << 16] : entry.concepts.prefix(2).map { UInt64($0) }
  }

  /// The beginning, the end and the consonants of a word: one slip leaves at least one of them whole.
  private func addSpellings(_ letters: [UInt32], _ keys: inout Set<UInt64>) {
    guard letters.count >= 5 else { return }
    keys.insert(key(.prefix, hash(letters.prefix(5))))
    keys.insert(key(.suffix, hash(letters.suffix(5))))
    let vowels: Set<UInt32> = [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79]
    let consonants = letters.filter { !vowels.contains($0) }
    if consonants.count >= 3 { keys.insert(key(.consonants, hash(consonants[...]))) }
  }

  /// The consonants that are heard, for words of several scripts.
  private func addSounds(_ word: LinkageVocabulary.Word, _ keys: inout Set<UInt64>) {
    guard word.place == nil, !word.isNumeric else { return }
    for skeleton in CrossScriptSpelling.skeletons(word) where skeleton.classes.count >= 3 {
      keys.insert(key(.sounds, StableHash.of(skeleton.classes)))
    }
  }

  private func hash(_ letters: ArraySlice<UInt32>) -> UInt64 {
    letters.reduce(3) { StableHash.of($0, UInt64($1)) }
  }

  private enum KeyKind: UInt64 {
    case whole = 1
    case glued, bag, acronym, word, prefix, suffix, consonants, pair, meaning, sounds, alias
  }

  private func key(_ kind: KeyKind, _ value: UInt64) -> UInt64 { StableHash.of(kind.rawValue, value) }
}
