/// The places that a name speaks of, with what they are worth.
struct NamePlaces: Hashable, Sendable {
  /// One place in a name.
  struct Mention: Hashable, Sendable {
    /// What it names.
    var place: Place
    /// As in the compare form.
    var phrase: String
    /// Whether it is a segment of its own: a bracket, or what stands behind a dash.
    var isSegment: Bool
    /// Whether a preposition stands before it, or nothing after it.
    var isPlaced: Bool
    /// Whether it is only what a body is called after (`Oakland Institute`).
    var isEponym = false
  }

  /// Places where the body may be at home, in the order of the name.
  var homes: [Mention] = []
  /// Places that it cares for, such as Cuba in `Cuba Solidarity Campaign`.
  var causes: [Mention] = []
  /// Places that only count where their country is known otherwise.
  var hints: [Mention] = []
  /// Whether a word says that it is of a part of a country.
  var saysSubnational = false
  /// Whether a word says that it is of a whole country.
  var saysNational = false

  /// Nothing found.
  init() {}

  /// Reads a name: its segments of their own first, then its names.
  init(of name: OrganizationName, with lookup: PlaceLookup) {
    let isMixed = name.display.contains(where: \.isLowercase)
    for qualifier in name.qualifiers {
      let capitals = isMixed && !qualifier.contains(" ") && name.display.contains(qualifier.uppercased())
      read(qualifier, isSegment: true, isShort: capitals, with: lookup)
    }
    var read: Set<String> = Set(name.qualifiers)
    for form in name.names where read.insert(form.compareForm).inserted {
      self.read(form.compareForm, isSegment: false, with: lookup)
    }
    if name.names.isEmpty, name.acronyms.isEmpty, name.qualifiers.isEmpty {
      self.read(name.compareForm, isSegment: false, with: lookup)
    }
  }

  /// Finds the places of one text, the longest phrase first, at word boundaries.
  ///
  /// - Complexity: O(*n*) in words, each with a few binary searches where it begins a phrase of the tables.
  mutating func read(_ text: String, isSegment: Bool, isShort: Bool = false, with lookup: PlaceLookup) {
    let text = NamePlaces.withoutElision(text, lookup)
    let words = text.split(separator: " ")
    var start = 0
    /// One past the last word of a cause (`friends of`), so that the place behind it is none of a home.
    var causeEnd: Int?
    /// Places of which a cause may still follow (`Cuba solidarity`).
    var pending: (mention: Mention, end: Int)?
    var neighbour: (mention: Mention, end: Int)?
    /// Where words for a section and names of countries stand, and where the last point of the compass ends.
    var chapters: [Range<Int>] = []
    var countries: [Range<Int>] = []
    var directionEnd: Int?
    while start < words.count {
      var length = 0
      var limit = min(lookup.longestPhrase(from: words[start]), words.count - start, 7)
      if limit == 0, let found = undivided(words[start], lookup) {
        flush(&pending)
        let mention = Mention(place: found.place, phrase: found.phrase, isSegment: isSegment, isPlaced: true)
        if found.place.use == .part { hints.append(mention) } else { homes.append(mention) }
      }
      while limit > 0 {
        let phrase = String(text[words[start].startIndex..<words[start + limit - 1].endIndex])
        let next = start + limit < words.count ? words[start + limit] : ""
        let scopeWords = lookup.scopeWords(phrase).filter { word in
          switch word {
          case .nothing, .domain, .subnationalPrefix, .nationalPrefix: false
          case .numbered: NamePlaces.isNumber(next)
          default: true
          }
        }
        for word in scopeWords {
          length = limit
          switch word {
          case .cause, .causeBefore, .causeBehind:
            if word != .causeBefore, let place = pending, place.end == start {
              causes.append(place.mention)
              pending = nil
              // Two countries side by side are both of the cause (Philippines Australia Solidarity).
              if let other = neighbour, other.end == start - place.mention.phrase.split(separator: " ").count,
                homes.last == other.mention
              {
                causes.append(homes.removeLast())
              }
            }
            if word != .causeBehind { causeEnd = start + limit }
          case .subnational:
            // What is said of a country's cities is said of the whole country (`South African municipal workers`).
            if countries.last?.upperBound != start { saysSubnational = true }
          case .numbered: saysSubnational = true
          case .national: saysNational = true
          case .chapter: chapters.append(start..<start + limit)
          case .direction: directionEnd = start + limit
          case .eponym:
            if let place = pending, place.end == start, place.mention.place.isCity, !isSegment {
              let before = start - place.mention.phrase.split(separator: " ").count
              if before == 0 || (before == 1 && words[0] == "the") { pending?.mention.isEponym = true }
            }
          case .over, .nothing, .domain, .subnationalPrefix, .nationalPrefix: break
          }
        }
        if !scopeWords.isEmpty { break }
        if let place = lookup.place(phrase) {
          let end = start + limit
          if !place.isPart, place.country != nil, place.kind != .code {
            countries.append(start..<end)
            if directionEnd == start, place.kind == .country { saysSubnational = true }
          }
          let mention = Mention(
            place: place, phrase: phrase, isSegment: isSegment && limit == words.count,
            isPlaced: end == words.count || (start > 0 && NamePlaces.prepositions.contains(words[start - 1])))
          if place.use == .part || (place.use == .placed && !mention.isPlaced && !mention.isSegment) {
            hints.append(mention)
          } else if isSegment, isShort, place.isPart {
            // A bracket in capitals behind a name in small letters is an acronym (ABIA), though there is such a place.
            hints.append(mention)
          } else {
            neighbour = pending
            flush(&pending)
            if let cause = causeEnd, words[cause..<start].allSatisfy(NamePlaces.prepositions.contains) {
              causes.append(mention)
            } else {
              pending = (mention, end)
            }
            length = limit
            break
          }
        }
        limit -= 1
      }
      if length == 0, let prefix = lookup.prefix(of: words[start]) {
        if prefix == .subnationalPrefix { saysSubnational = true } else { saysNational = true }
      }
      start += max(length, 1)
    }
    flush(&pending)
    // The chapter of a country is that country's; any other is of a part of one.
    let isOfCountry = { (chapter: Range<Int>) in
      countries.contains { country in
        let gap = min(country.upperBound, chapter.upperBound)..<max(country.lowerBound, chapter.lowerBound)
        return gap.isEmpty
          || (country.lowerBound > chapter.lowerBound && words[gap].allSatisfy(NamePlaces.prepositions.contains))
      }
    }
    if !chapters.isEmpty, !chapters.contains(where: isOfCountry) { saysSubnational = true }
  }

  /// Whether a word is a number, as of a union's local: `12`, `7n`.
  private static func isNumber(_ word: Substring) -> Bool {
    guard let first = word.utf8.first, (0x30...0x39).contains(first) else { return false }
    return word.utf8.count <= 5
  }

  /// A text with elided articles as words of their own: `dafrique`, from `d'Afrique`, is `d afrique`.
  private static func withoutElision(_ text: String, _ lookup: PlaceLookup) -> String {
    let isElided = { (word: Substring) in
      guard let first = word.utf8.first, let second = word.utf8.dropFirst().first else { return false }
      return (first == 0x64 || first == 0x6C) && "aeiouhy".utf8.contains(second)
        && lookup.longestPhrase(from: word) == 0
        && lookup.longestPhrase(from: word.dropFirst()) > 0
    }
    let words = text.split(separator: " ")
    guard words.contains(where: isElided) else { return text }
    return words.map { isElided($0) ? "\($0.prefix(1)) \($0.dropFirst())" : String($0) }.joined(separator: " ")
  }

  private mutating func flush(_ pending: inout (mention: Mention, end: Int)?) {
    if let place = pending { homes.append(place.mention) }
    pending = nil
  }

  /// A place at the beginning or end of a word in a script without spaces; a part of a country only at its beginning.
  private func undivided(_ word: Substring, _ lookup: PlaceLookup) -> (place: Place, phrase: String)? {
    guard let first = word.unicodeScalars.first, NamePlaces.isUndivided(first), word.count > 2 else { return nil }
    for count in (2..<min(word.count, 9)).reversed() {
      for part in [word.prefix(count), word.suffix(count)] {
        if let place = lookup.place(String(part)), place.kind == .country { return (place, String(part)) }
      }
    }
    for count in (2..<min(word.count, 7)).reversed() {
      let part = String(word.prefix(count))
      if let place = lookup.place(part), place.isPart { return (place, part) }
    }
    return nil
  }

  private static func isUndivided(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF: true
    default: false
    }
  }

  /// Function words of the languages in which most letters are signed: a closed class, so it stands here.
  private static let prepositions: Set<Substring> = [
    "a", "af", "al", "and", "at", "au", "aux", "av", "avec", "con", "d", "da", "das", "de", "degli", "dei", "del",
    "della",
    "dem", "den", "der", "des", "di", "do", "dos", "du", "e", "el", "em", "en", "et", "for", "from", "fur", "het", "i",
    "im", "in", "l", "la", "las", "le", "les", "los", "met", "mit", "na", "no", "of", "par", "para", "per", "por",
    "pour",
    "su", "the", "to", "und", "van", "vom", "von", "voor", "w", "with", "y", "z",
  ]
}
