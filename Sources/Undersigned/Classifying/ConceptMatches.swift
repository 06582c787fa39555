/// Finds the rules about concepts that hold in the parts of one mention; filled again for each mention.
struct ConceptMatches: Sendable {
  /// A rule that holds.
  struct Match {
    /// Index of the rule.
    var rule: Int
    /// The bytes of the mention from the first word of it to the last.
    var range: Range<Int>
  }

  /// Bytes that a keyword speaks for.
  struct Spoken {
    var range: Range<Int>
    /// Whether it says only what sort of body it is, and nothing of whose or what for.
    var isSort: Bool
  }

  /// Words that mean something.
  private struct Span {
    var part: Int
    var first: Int
    var end: Int
    var terms: ConceptRules.Terms
  }

  /// The rules that hold, in the order of the rules.
  private(set) var matches: [Match] = []
  private var spans: [Span] = []
  private var country: CountryCode?
  /// Rules whose terms all stand in the part that is looked at.
  private var candidates: [Int] = []
  // Of the part that is looked at, word for word or phrase for phrase.
  private var terms: [ConceptRules.Terms] = []
  private var ranges: [Range<Int>] = []
  /// Whether a keyword speaks for them, or they are too short to mean something by themselves.
  private var areSpoken: [Bool] = []

  /// Forgets the mention, keeps the memory, and begins a mention from a country.
  mutating func begin(_ country: CountryCode?) {
    self.country = country
    matches.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
  }

  /// Notes what the words from `first` up to `end` mean; to be called in the order of the first words.
  mutating func add(_ meaning: ConceptRules.Terms, part: Int, _ first: Int, _ end: Int) {
    spans.append(Span(part: part, first: first, end: end, terms: meaning))
  }

  /// Looks for the rules that hold.
  ///
  /// - Parameters:
  ///   - text: The mention.
  ///   - blocks: Bytes whose words don't count, and are as good as a number: `democratic republic of`.
  ///   - spoken: Bytes of words that keywords speak for.
  ///   - rules: The rules.
  mutating func find(in text: MentionText, blocks: [Range<Int>], spoken: [Spoken], _ rules: ConceptRules) {
    if spans.isEmpty { return }
    for part in text.parts.indices {
      var union: ConceptRules.Terms = 0
      for span in spans where span.part == part { union |= span.terms }
      if union & rules.asked == 0 { continue }
      let missing = ~(union | rules.place | rules.name)
      candidates.removeAll(keepingCapacity: true)
      for index in rules.masks.indices where rules.masks[index] & missing == 0 { candidates.append(index) }
      if candidates.isEmpty { continue }
      segment(text, part, blocks, spoken, rules, withPlaces: false)
      // Places are looked up last: most names hold a word that no rule allows, wherever they are.
      candidates.removeAll { index in
        guard let rest = rules.rules[index].rest else { return false }
        let allowed = rest | rules.neutral | rules.name | rules.masks[index]
        return terms.contains { $0 & allowed == 0 }
      }
      if candidates.contains(where: { rules.asksForPlaces[$0] }), terms.contains(rules.name) {
        segment(text, part, blocks, spoken, rules, withPlaces: true)
      }
      for index in candidates { match(index, rules) }
    }
  }

  private mutating func match(_ index: Int, _ rules: ConceptRules) {
    let rule = rules.rules[index]
    if let rest = rule.rest {
      let allowed = rest | rules.neutral | rule.mask
      for meaning in terms where meaning & allowed == 0 { return }
    }
    let found: ClosedRange<Int>?
    if rule.terms.count == 1, rule.rest == nil {
      // A single word says something only where no keyword tells better what its phrase means.
      found = terms.indices.first { terms[$0] & rule.mask != 0 && !areSpoken[$0] }.map { $0...$0 }
    } else {
      found = rule.words(in: terms)
    }
    guard let words = found else { return }
    let range = ranges[words.lowerBound].lowerBound..<ranges[words.upperBound].upperBound
    // Strong rules come first; what another one says of the same words adds nothing.
    let isSaid = matches.contains { rules.rules[$0.rule].type == rule.type && $0.range.overlaps(range) }
    if !isSaid { matches.append(Match(rule: index, range: range)) }
  }

  /// Cuts a part into words and phrases, the longest first from the left.
  private mutating func segment(
    _ text: MentionText, _ part: Int, _ blocks: [Range<Int>], _ spoken: [Spoken], _ rules: ConceptRules,
    withPlaces: Bool
  ) {
    terms.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    areSpoken.removeAll(keepingCapacity: true)
    let words = text.words(of: part)
    var first = words.lowerBound
    while first < words.upperBound {
      let word = text.words[first]
      var end = first + 1
      var meaning: ConceptRules.Terms = 0
      if let block = blocks.first(where: { $0.contains(word.range.lowerBound) }) {
        while end < words.upperBound, block.contains(text.words[end].range.lowerBound) { end += 1 }
        meaning = rules.number
      } else {
        for span in spans where span.part == part && span.first == first {
          if span.end > end || meaning == 0 { meaning = span.terms } else { meaning |= span.terms }
          end = max(end, span.end)
        }
        let mayBePlace = withPlaces && (meaning == 0 || (end < words.upperBound && !spans.contains { $0.first == end }))
        let least = meaning == 0 ? 1 : end - first + 1
        if mayBePlace, let found = ConceptMatches.place(text, words, first, atLeast: least, in: country) {
          meaning = found.isOneCountrys ? rules.place : rules.number
          end = first + found.count
        } else if meaning == 0, word.hasDigit || (word.letters == 1 && word.isASCII) {
          meaning = rules.number
        } else if meaning == 0 {
          meaning = spoken.contains { !$0.isSort && $0.range.overlaps(word.range) } ? rules.other : rules.name
        }
      }
      terms.append(meaning)
      let range = word.range.lowerBound..<text.words[end - 1].range.upperBound
      ranges.append(range)
      areSpoken.append(range.count < 4 || spoken.contains { $0.range.overlaps(range) })
      first = end
    }
  }

  /// How many words from `first` name a place, if so many at least, and whether it is a country or within one.
  private static func place(
    _ text: MentionText, _ words: Range<Int>, _ first: Int, atLeast least: Int, in country: CountryCode?
  ) -> (count: Int, isOneCountrys: Bool)? {
    let lookup = PlaceLookup.shared
    let word = text.words[first]
    for range in [word.range, word.withoutArticle] {
      guard let range else { continue }
      let longest = min(lookup.longestPhrase(from: text.string(range)[...]), words.upperBound - first)
      guard longest >= least else { continue }
      for count in stride(from: longest, through: least, by: -1) {
        let phrase = text.string(range.lowerBound..<text.words[first + count - 1].range.upperBound)
        // What may mean another thing is a place where the organization is there.
        let reading = lookup.readings(phrase).first { reading in
          reading.kind != .code && (reading.use != .answer || country.map(reading.countries.contains) ?? false)
        }
        // Parts of the world are neutral: parties are of countries, alliances for Africa are none.
        if let reading { return (count, reading.kind != .region && reading.kind != .world) }
      }
    }
    return nil
  }
}
