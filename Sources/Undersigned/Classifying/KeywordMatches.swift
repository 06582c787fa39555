/// Finds the type keywords in the parts of one mention.
///
/// All candidates are collected first, because the words of the whole mention tell its language, and the language tells
/// which candidates hold. Then the longest phrase wins, and everything that it overlaps is dropped.
struct KeywordMatches {
  /// A keyword that stands in a name.
  struct Match {
    /// Row of the index.
    var row: Int
    /// The words as they stand in the name.
    var text: String
    /// Whether it is only a guess, whatever the row says: a short piece of a compound.
    var isLoose = false
  }

  private enum Manner: Int { case exact, withoutArticle, inflected, compound }

  private struct Candidate {
    var part: Int
    var range: Range<Int>
    var row: Int
    var manner: Manner
  }

  private let index: KeywordIndex
  private let country: CountryCode?
  private let countryLanguages: LanguageSet
  private var parts: [MentionPart] = []
  private var candidates: [Candidate] = []
  /// How many words speak for each language.
  private var votes = [UInt8](repeating: 0, count: 128)

  /// An empty collection for a mention from a country, whose languages the caller looks up once.
  init(index: KeywordIndex, country: CountryCode?, countryLanguages: LanguageSet) {
    self.index = index
    self.country = country
    self.countryLanguages = countryLanguages
  }

  /// Collects the candidates of one part of the mention, in compare form.
  ///
  /// - Complexity: O(bytes) look-ups in words that compound or are written without spaces, O(words) in others.
  mutating func add(_ compareForm: String) {
    let part = MentionPart(compareForm)
    parts.append(part)
    for first in part.words.indices {
      phrases(of: part, from: first)
      let word = part.words[first]
      switch word.writing {
      case .continuous: substrings(of: part, word)
      case .spaced where word.letters >= 9 && word.isLatin: pieces(of: part, word)
      case .spaced, .prefixed: break
      }
    }
  }

  /// The matches that hold, longest first within each part.
  func resolved() -> [Match] {
    let languages = nameLanguages()
    let valid = candidates.filter { holds($0, languages) }
    let ordered = valid.sorted { left, right in
      if left.part != right.part { return left.part < right.part }
      if left.range.count != right.range.count { return left.range.count > right.range.count }
      if left.range.lowerBound != right.range.lowerBound { return left.range.lowerBound < right.range.lowerBound }
      if left.manner != right.manner { return left.manner.rawValue < right.manner.rawValue }
      return left.row < right.row
    }
    var kept: [Candidate] = []
    for candidate in ordered {
      let clashes = kept.contains { other in
        guard other.part == candidate.part, other.range.overlaps(candidate.range) else { return false }
        return other.range != candidate.range || other.manner != candidate.manner
          || index.keywords[other.row].role == .block
      }
      if !clashes { kept.append(candidate) }
    }
    return kept.compactMap { candidate in
      guard case .type = index.keywords[candidate.row].role else { return nil }
      let isLoose = candidate.manner == .compound && index.keywords[candidate.row].letters < 7
      return Match(row: candidate.row, text: parts[candidate.part].string(candidate.range), isLoose: isLoose)
    }
  }

  // MARK: Collecting

  private mutating func phrases(of part: MentionPart, from first: Int) {
    var states = [StableHash.empty]
    var isBare = false
    for last in first..<min(first + 6, part.words.count) {
      let word = part.words[last]
      let range = part.words[first].range.lowerBound..<word.range.upperBound
      var next: [UInt64] = []
      for state in states {
        let exact = extend(state, part.text[word.range])
        note(exact, part: range, .exact, into: &next)
        if word.hasDigit { note(StableHash.extend(state, 0x30), part: range, .exact, into: &next) }
        if let bare = word.withoutArticle {
          isBare = true
          note(extend(state, part.text[bare]), part: range, .withoutArticle, into: &next)
        }
        if word.writing == .spaced, word.letters > 5 { stems(of: part, word, after: state, range) }
      }
      states = next.map { StableHash.extend($0, 0x20) }
      if states.isEmpty || (isBare && states.count > 8) { return }
    }
  }

  private mutating func note(_ hash: UInt64, part range: Range<Int>, _ manner: Manner, into next: inout [UInt64]) {
    guard let hit = index.hit(hash) else { return }
    if hit.isPrefix { next.append(hash) }
    collect(hit, range, manner)
  }

  private mutating func collect(_ hit: KeywordIndex.Hit, _ range: Range<Int>, _ manner: Manner) {
    for row in hit.rows {
      candidates.append(Candidate(part: parts.count - 1, range: range, row: row, manner: manner))
      guard manner == .exact else { continue }
      let keyword = index.keywords[row]
      let speaks = keyword.role == .language || (keyword.use == .anywhere && keyword.letters >= 5)
      if speaks { for number in keyword.languages.numbers where votes[number] < 255 { votes[number] += 1 } }
    }
  }

  /// The word with up to four letters (five beyond ASCII) taken off its end.
  private mutating func stems(of part: MentionPart, _ word: MentionPart.Word, after state: UInt64, _ range: Range<Int>)
  {
    let shortest = max(word.isASCII ? 6 : 5, word.letters - (word.isASCII ? 4 : 5))
    var hash = state
    var letters = 0
    for offset in word.range {
      if part.text[offset] & 0xC0 != 0x80 {
        if letters >= shortest, letters < word.letters, let hit = index.hit(hash) { collect(hit, range, .inflected) }
        letters += 1
      }
      hash = StableHash.extend(hash, part.text[offset])
    }
  }

  /// The ends of at least five letters and the beginnings of at least six of a long word.
  private mutating func pieces(of part: MentionPart, _ word: MentionPart.Word) {
    var hash = StableHash.empty
    for offset in word.range {
      hash = StableHash.extend(hash, part.text[offset])
      let length = offset + 1 - word.range.lowerBound
      if length >= 6, offset + 1 < word.range.upperBound, let hit = index.hit(hash) {
        collect(hit, word.range.lowerBound..<(offset + 1), .compound)
      }
    }
    guard word.range.count >= 8 else { return }
    // No key is longer; a word may be.
    let firstStart = max(word.range.lowerBound + 3, word.range.upperBound - index.longestKey)
    for start in firstStart..<max(firstStart, word.range.upperBound - 4) {
      if let hit = index.hit(extend(StableHash.empty, part.text[start..<word.range.upperBound])) {
        collect(hit, start..<word.range.upperBound, .compound)
      }
    }
  }

  /// Every stretch of a word written without spaces; a single letter counts at its end only.
  private mutating func substrings(of part: MentionPart, _ word: MentionPart.Word) {
    for start in word.range where part.text[start] & 0xC0 != 0x80 {
      var hash = StableHash.empty
      var letters = 0
      for offset in start..<min(start + 96, word.range.upperBound) {
        hash = StableHash.extend(hash, part.text[offset])
        let end = offset + 1
        guard end == word.range.upperBound || part.text[end] & 0xC0 != 0x80 else { continue }
        letters += 1
        if start..<end == word.range { continue }
        if letters > 1 || end == word.range.upperBound, let hit = index.hit(hash) { collect(hit, start..<end, .exact) }
      }
    }
  }

  private func extend(_ hash: UInt64, _ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(hash) { StableHash.extend($0, $1) }
  }

  // MARK: Deciding

  /// The languages that most words speak for; none where nothing does.
  private func nameLanguages() -> LanguageSet {
    var languages = LanguageSet()
    guard let most = votes.max(), most > 0 else { return languages }
    for number in votes.indices where votes[number] == most { languages.formUnion(LanguageSet(number: number)) }
    return languages
  }

  private func holds(_ candidate: Candidate, _ name: LanguageSet) -> Bool {
    let keyword = index.keywords[candidate.row]
    if keyword.role == .language { return false }
    let languages = index.languages
    switch candidate.manner {
    case .exact: break
    case .withoutArticle where isLatin(candidate):
      if keyword.use == .form || !isPlausible(keyword.languages.intersection(languages.eliding), name) { return false }
    case .withoutArticle: break
    case .inflected:
      let inflecting = keyword.languages.intersection(languages.inflecting)
      if keyword.use == .form || inflecting.isEmpty { return false }
      if isLatin(candidate), !isPlausible(inflecting, name) { return false }
    case .compound:
      let compounding = keyword.languages.intersection(languages.compounding)
      if keyword.use == .form || !isPlausible(compounding, name) { return false }
    }
    switch keyword.use {
    case .anywhere: return true
    case .gated: return !isLatin(candidate) || isPlausible(keyword.languages, name)
    case .form:
      guard isLast(candidate) else { return false }
      let isEnglish = keyword.languages.intersects(languages.english)
      if isEnglish || keyword.letters >= 4 || isPlausible(keyword.languages, name) { return true }
      return country == nil && name.isEmpty
    }
  }

  /// Whether the name may well be in one of `languages`.
  private func isPlausible(_ languages: LanguageSet, _ name: LanguageSet) -> Bool {
    if languages.intersects(name) { return true }
    let isEnglish = name.intersects(index.languages.english)
    if isEnglish { return false }
    return languages.intersects(countryLanguages)
      || (name.isEmpty && country == nil && languages.intersects(index.languages.english))
  }

  private func isLatin(_ candidate: Candidate) -> Bool {
    let part = parts[candidate.part]
    return part.words.first { $0.range.overlaps(candidate.range) }?.isLatin ?? true
  }

  private func isLast(_ candidate: Candidate) -> Bool {
    candidate.range.lowerBound > 0 && candidate.range.upperBound == parts[candidate.part].text.count
  }
}
