/// Finds the type keywords in the parts of one mention; filled again for each mention.
///
/// All candidates are collected first, because the words of the whole mention tell its language, and the language tells
/// which candidates hold. Then the longest phrase wins, and everything that it overlaps is dropped.
struct KeywordMatches: Sendable {
  /// A keyword that stands in a name.
  struct Match {
    /// Row of the index.
    var row: Int
    /// Its bytes in the mention.
    var range: Range<Int>
    /// Whether it is only a guess, whatever the row says: a short piece of a compound.
    var isLoose = false
  }

  private enum Manner: Int { case exact, withoutArticle, inflected, compound }

  private struct Candidate {
    /// The word that it begins in.
    var word: Int
    var range: Range<Int>
    var row: Int
    var manner: Manner

    func precedes(_ other: Candidate) -> Bool {
      if range.count != other.range.count { return range.count > other.range.count }
      if range.lowerBound != other.range.lowerBound { return range.lowerBound < other.range.lowerBound }
      if manner != other.manner { return manner.rawValue < other.manner.rawValue }
      return row < other.row
    }
  }

  /// The mention.
  private(set) var text = MentionText()
  /// The matches that hold, longest first.
  private(set) var matches: [Match] = []
  /// What the words mean together.
  private(set) var concepts = ConceptMatches()
  private var candidates: [Candidate] = []
  private var kept: [Candidate] = []
  private var blocks: [Range<Int>] = []
  private var spoken: [ConceptMatches.Spoken] = []
  private var states: [UInt64] = []
  private var nextStates: [UInt64] = []
  /// How many words speak for each language.
  private var votes = [UInt8](repeating: 0, count: 128)
  private var voted = LanguageSet()
  private var hasCountry = false
  private var countryLanguages = LanguageSet()

  /// Forgets the last mention and begins one from a country, whose languages the caller looks up once.
  mutating func begin(_ country: CountryCode?, countryLanguages: LanguageSet) {
    text.removeAll()
    matches.removeAll(keepingCapacity: true)
    concepts.begin(country)
    candidates.removeAll(keepingCapacity: true)
    kept.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    spoken.removeAll(keepingCapacity: true)
    voted.forEach { votes[$0] = 0 }
    voted = LanguageSet()
    hasCountry = country != nil
    self.countryLanguages = countryLanguages
  }

  /// Collects the candidates of one part of the mention, in compare form.
  ///
  /// - Complexity: O(bytes) look-ups in words that compound or are written without spaces, O(words) in others.
  mutating func add(_ compareForm: String, _ index: KeywordIndex) {
    text.append(compareForm)
    let words = text.words(of: text.parts.count - 1)
    for first in words {
      phrases(from: first, until: words.upperBound, index)
      let word = text.words[first]
      switch word.writing {
      case .continuous: substrings(of: first, index)
      case .spaced where word.letters >= 9 && word.isLatin: pieces(of: first, index)
      case .spaced, .prefixed: break
      }
    }
  }

  /// Decides which candidates hold.
  mutating func resolve(_ index: KeywordIndex) {
    let languages = nameLanguages()
    var valid = 0
    for candidate in candidates where holds(candidate, languages, index) {
      candidates[valid] = candidate
      valid += 1
    }
    candidates.removeSubrange(valid...)
    if candidates.count > 1 { candidates.sort { $0.precedes($1) } }
    for candidate in candidates {
      let clashes = kept.contains { other in
        guard other.range.overlaps(candidate.range) else { return false }
        return other.range != candidate.range || other.manner != candidate.manner
          || index.keywords[other.row].role == .block
      }
      if clashes { continue }
      kept.append(candidate)
      let keyword = index.keywords[candidate.row]
      switch keyword.role {
      case .type(let type):
        spoken.append(ConceptMatches.Spoken(range: candidate.range, isSort: KeywordMatches.sorts.contains(type)))
        let isLoose = candidate.manner == .compound && keyword.letters < 7
        matches.append(Match(row: candidate.row, range: candidate.range, isLoose: isLoose))
      case .block:
        blocks.append(candidate.range)
        spoken.append(ConceptMatches.Spoken(range: candidate.range, isSort: false))
      case .language: break
      }
    }
    concepts.find(in: text, blocks: blocks, spoken: spoken, index.rules)
  }

  /// Types whose words say what sort of body it is, and nothing of whose or what for.
  private static let sorts = TypeSet([.politicalParty, .socialMovement, .coalitionNetwork, .ngo])

  // MARK: Collecting

  private mutating func phrases(from first: Int, until end: Int, _ index: KeywordIndex) {
    states.removeAll(keepingCapacity: true)
    states.append(StableHash.empty)
    var isBare = false
    for last in first..<min(first + 6, end) {
      let word = text.words[last]
      nextStates.removeAll(keepingCapacity: true)
      for state in states {
        note(extend(state, word.range), first, last, .exact, index)
        if word.hasDigit { note(StableHash.extend(state, 0x30), first, last, .exact, index) }
        if let bare = word.withoutArticle {
          isBare = true
          note(extend(state, bare), first, last, .withoutArticle, index)
        }
        if word.writing == .spaced, word.letters > 5 { stems(of: last, after: state, from: first, index) }
      }
      if nextStates.isEmpty || (isBare && nextStates.count > 8) { return }
      swap(&states, &nextStates)
    }
  }

  @inline(__always)
  private mutating func note(_ hash: UInt64, _ first: Int, _ last: Int, _ manner: Manner, _ index: KeywordIndex) {
    guard let hit = index.hit(hash) else { return }
    if hit.isPrefix { nextStates.append(StableHash.extend(hash, 0x20)) }
    if hit.concept != 0 {
      concepts.add(index.concepts[Int(hit.concept)], part: text.words[first].part, first, last + 1)
    }
    let range = text.words[first].range.lowerBound..<text.words[last].range.upperBound
    collect(hit, first, range, manner, index)
  }

  private mutating func collect(
    _ hit: KeywordIndex.Hit, _ word: Int, _ range: Range<Int>, _ manner: Manner, _ index: KeywordIndex
  ) {
    for row in hit.rows {
      candidates.append(Candidate(word: word, range: range, row: row, manner: manner))
      guard manner == .exact else { continue }
      let keyword = index.keywords[row]
      let speaks = keyword.role == .language || (keyword.use == .anywhere && keyword.letters >= 5)
      guard speaks else { continue }
      keyword.languages.forEach { if votes[$0] < 255 { votes[$0] += 1 } }
      voted.formUnion(keyword.languages)
    }
  }

  /// The word with up to four letters (five beyond ASCII) taken off its end.
  private mutating func stems(of last: Int, after state: UInt64, from first: Int, _ index: KeywordIndex) {
    let word = text.words[last]
    let shortest = max(word.isASCII ? 6 : 5, word.letters - (word.isASCII ? 4 : 5))
    var hash = state
    var letters = 0
    let range = text.words[first].range.lowerBound..<word.range.upperBound
    for offset in word.range {
      if text.text[offset] & 0xC0 != 0x80 {
        if letters >= shortest, letters < word.letters, let hit = index.hit(hash) {
          collect(hit, first, range, .inflected, index)
        }
        letters += 1
      }
      hash = StableHash.extend(hash, text.text[offset])
    }
  }

  /// The ends of at least five letters and the beginnings of at least six of a long word.
  private mutating func pieces(of number: Int, _ index: KeywordIndex) {
    let word = text.words[number].range
    var hash = StableHash.empty
    for offset in word {
      hash = StableHash.extend(hash, text.text[offset])
      let length = offset + 1 - word.lowerBound
      if length >= 6, offset + 1 < word.upperBound, let hit = index.hit(hash) {
        collect(hit, number, word.lowerBound..<(offset + 1), .compound, index)
      }
    }
    guard word.count >= 8 else { return }
    // No key is longer; a word may be.
    let firstStart = max(word.lowerBound + 3, word.upperBound - index.longestKey)
    for start in firstStart..<max(firstStart, word.upperBound - 4) {
      if let hit = index.hit(extend(StableHash.empty, start..<word.upperBound)) {
        collect(hit, number, start..<word.upperBound, .compound, index)
      }
    }
  }

  /// Every stretch of a word written without spaces; a single letter counts at its end only.
  private mutating func substrings(of number: Int, _ index: KeywordIndex) {
    let word = text.words[number].range
    for start in word where text.text[start] & 0xC0 != 0x80 {
      var hash = StableHash.empty
      var letters = 0
      for offset in start..<min(start + 96, word.upperBound) {
        hash = StableHash.extend(hash, text.text[offset])
        let end = offset + 1
        guard end == word.upperBound || text.text[end] & 0xC0 != 0x80 else { continue }
        letters += 1
        if start..<end == word { continue }
        if letters > 1 || end == word.upperBound, let hit = index.hit(hash) {
          collect(hit, number, start..<end, .exact, index)
        }
      }
    }
  }

  private func extend(_ hash: UInt64, _ range: Range<Int>) -> UInt64 {
    var hash = hash
    for offset in range { hash = StableHash.extend(hash, text.text[offset]) }
    return hash
  }

  // MARK: Deciding

  /// The languages that most words speak for; none where nothing does.
  private func nameLanguages() -> LanguageSet {
    var most: UInt8 = 1
    voted.forEach { most = max(most, votes[$0]) }
    var languages = LanguageSet()
    voted.forEach { if votes[$0] == most { languages.formUnion(LanguageSet(number: $0)) } }
    return languages
  }

  private func holds(_ candidate: Candidate, _ name: LanguageSet, _ index: KeywordIndex) -> Bool {
    let keyword = index.keywords[candidate.row]
    if keyword.role == .language { return false }
    let languages = index.languages
    switch candidate.manner {
    case .exact: break
    case .withoutArticle where isLatin(candidate):
      if keyword.isAtEnd || !isPlausible(keyword.languages.intersection(languages.eliding), name, languages) {
        return false
      }
    case .withoutArticle: break
    case .inflected:
      let inflecting = keyword.languages.intersection(languages.inflecting)
      if keyword.isAtEnd || inflecting.isEmpty { return false }
      if isLatin(candidate), !isPlausible(inflecting, name, languages) { return false }
    case .compound:
      let compounding = keyword.languages.intersection(languages.compounding)
      if keyword.isAtEnd || !isPlausible(compounding, name, languages) { return false }
    }
    switch keyword.use {
    case .anywhere, .hint: return true
    case .last: return isLast(candidate)
    case .gated: return !isLatin(candidate) || isPlausible(keyword.languages, name, languages)
    case .form:
      guard isLast(candidate) else { return false }
      let isEnglish = keyword.languages.intersects(languages.english)
      if isEnglish || keyword.letters >= 4 || isPlausible(keyword.languages, name, languages) { return true }
      return !hasCountry && name.isEmpty
    }
  }

  /// Whether the name may well be in one of `languages`.
  private func isPlausible(_ languages: LanguageSet, _ name: LanguageSet, _ all: Languages) -> Bool {
    if languages.intersects(name) { return true }
    let isEnglish = name.intersects(all.english)
    if isEnglish { return false }
    return languages.intersects(countryLanguages)
      || (name.isEmpty && !hasCountry && languages.intersects(all.english))
  }

  private func isLatin(_ candidate: Candidate) -> Bool {
    text.words[candidate.word].isLatin
  }

  private func isLast(_ candidate: Candidate) -> Bool {
    let words = text.words(of: text.words[candidate.word].part)
    return candidate.range.lowerBound > text.words[words.lowerBound].range.lowerBound
      && candidate.range.upperBound == text.words[words.upperBound - 1].range.upperBound
  }
}
