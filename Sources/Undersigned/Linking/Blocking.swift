/// Blocking keys: names that share one are worth a look, so that not every name is compared with every other.
struct Blocking {
  /// How many of a name's rarest words make keys.
  var rareWordCount = 4

  /// How many names' keys are made at a time: few of those that are held at once.
  static func batch(_ settings: LinkOrganizations) -> Int { max(1, settings.keyLimit / 1_000) }

  /// The keys of some names, in their order.
  ///
  /// - Complexity: O(*n*) for *n* keys.
  func keys(
    of names: [DistinctName], _ range: Range<Int>, _ vocabulary: LinkageVocabulary, _ workers: Workers
  ) -> KeyList {
    let parts = workers.map(range.count, size: 512) { part in
      var list = KeyList()
      for index in part.lowerBound + range.lowerBound..<part.upperBound + range.lowerBound {
        for key in keys(of: names[index], vocabulary) { list.append(key, of: Int32(index)) }
      }
      return list
    }
    var all = KeyList()
    all.reserve(parts.reduce(0) { $0 + $1.keys.count })
    for part in parts { all.append(part) }
    return all
  }

  /// The keys of a name, each once.
  func keys(of name: DistinctName, _ vocabulary: borrowing LinkageVocabulary) -> [UInt64] {
    var keys: [UInt64] = [key(.whole, StableHash.of(name.compareForm.utf8))]
    for group in name.aliases { keys.append(key(.alias, group)) }
    for acronym in name.acronyms { keys.append(key(.acronym, UInt64(acronym))) }
    for form in name.forms {
      keys.append(key(.glued, form.glued))
      if form.words.count > 1 { keys.append(key(.bag, form.bag)) }
      for initials in form.initials { keys.append(key(.acronym, UInt64(initials))) }
      addWords(of: form, name, vocabulary, &keys)
    }
    keys.sort()
    var last: UInt64?
    keys.removeAll { key in
      defer { last = key }
      return key == last
    }
    return keys
  }

  private func addWords(
    of form: DistinctName.Form, _ name: DistinctName, _ vocabulary: borrowing LinkageVocabulary, _ keys: inout [UInt64]
  ) {
    var telling: [(word: Int32, weight: Double)] = []
    for word in form.words where !vocabulary[word].role.contains(.stop) && !telling.contains(where: { $0.word == word })
    {
      telling.append((word, vocabulary[word].weight))
    }
    telling.sort { ($1.weight, $0.word) < ($0.weight, $1.word) }
    let rarest = telling.map(\.word)
    for word in rarest.prefix(rareWordCount) {
      keys.append(key(.word, UInt64(word)))
      // A bare acronym among words is how names without their long form meet it.
      keys.append(key(.acronym, UInt64(word)))
      if vocabulary.hasOtherScripts { addSounds(of: word, vocabulary, &keys) }
      if vocabulary[word].isDistinctive { addSpellings(vocabulary[word].letters, &keys) }
    }
    addMeanings(of: rarest, name, vocabulary, &keys)
    var several: [[UInt64]] = []
    for word in rarest.prefix(6) {
      several.append(meanings(word, vocabulary))
      for part in vocabulary[word].parts { several.append(meanings(part, vocabulary)) }
    }
    for (offset, left) in several.enumerated() {
      for right in several.dropFirst(offset + 1) {
        for leftMeaning in left {
          for rightMeaning in right {
            keys.append(key(.pair, StableHash.of(min(leftMeaning, rightMeaning), max(leftMeaning, rightMeaning))))
          }
        }
      }
    }
  }

  /// What single words mean, in their country: translations of short names share nothing else. The words of a body's
  /// sort are left out beside others; nearly every name has one.
  private func addMeanings(
    of telling: [Int32], _ name: DistinctName, _ vocabulary: borrowing LinkageVocabulary, _ keys: inout [UInt64]
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
        keys.append(key(.meaning, StableHash.of(UInt64(concept), StableHash.of(country.description.utf8))))
      }
      if name.countries.isEmpty, telling.count <= 2 { keys.append(key(.meaning, UInt64(concept))) }
    }
  }

  /// The concepts of a word, or else the word itself.
  private func meanings(_ word: Int32, _ vocabulary: borrowing LinkageVocabulary) -> [UInt64] {
    let entry = vocabulary[word]
    if let place = entry.place { return [StableHash.of(place.key.utf8)] }
    return entry.concepts.isEmpty ? [UInt64(word) << 16] : entry.concepts.prefix(2).map { UInt64($0) }
  }

  /// The beginning, the end and the consonants of a word: one slip leaves at least one of them whole.
  private func addSpellings(_ letters: [UInt32], _ keys: inout [UInt64]) {
    guard letters.count >= 5 else { return }
    keys.append(key(.prefix, hash(letters.prefix(5))))
    keys.append(key(.suffix, hash(letters.suffix(5))))
    let vowels: Set<UInt32> = [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79]
    let consonants = letters.filter { !vowels.contains($0) }
    if consonants.count >= 3 { keys.append(key(.consonants, hash(consonants[...]))) }
  }

  /// The consonants that are heard, for words of several scripts.
  private func addSounds(of word: Int32, _ vocabulary: borrowing LinkageVocabulary, _ keys: inout [UInt64]) {
    guard vocabulary[word].place == nil, !vocabulary[word].isNumeric else { return }
    for skeleton in vocabulary[heard: word].skeletons where skeleton.classes.count >= 3 {
      keys.append(key(.sounds, StableHash.of(skeleton.classes)))
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
