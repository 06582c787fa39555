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
    while start < words.count {
      var length = 0
      var limit = min(lookup.longestPhrase(from: words[start]), words.count - start, 7)
      if limit == 0, let found = undivided(words[start], lookup) {
        flush(&pending)
        homes.append(Mention(place: found.place, phrase: found.phrase, isSegment: isSegment, isPlaced: true))
      }
      while limit > 0 {
        let phrase = String(text[words[start].startIndex..<words[start + limit - 1].endIndex])
        if let word = lookup.scopeWord(phrase), word != .nothing, word != .domain {
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
          case .subnational: saysSubnational = true
          case .national: saysNational = true
          case .over, .nothing, .domain: break
          }
          break
        }
        if let place = lookup.place(phrase) {
          let end = start + limit
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
      start += max(length, 1)
    }
    flush(&pending)
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

  /// A place at the beginning or end of a word in a script without spaces.
  private func undivided(_ word: Substring, _ lookup: PlaceLookup) -> (place: Place, phrase: String)? {
    guard let first = word.unicodeScalars.first, NamePlaces.isUndivided(first), word.count > 2 else { return nil }
    for count in (2..<min(word.count, 9)).reversed() {
      for part in [word.prefix(count), word.suffix(count)] {
        if let place = lookup.place(String(part)), place.kind == .country { return (place, String(part)) }
      }
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
