/// Finds the places that names speak of; keeps its notes from one name to the next, so that most names cost no memory.
struct NamePlaceReader {
  /// A word of a text: where it stands, its hash, and how many words the longest phrase has that begins with it.
  private struct Word {
    var start: Int
    var end: Int
    var hash: UInt64
    var longest: Int
  }

  /// A place with the words that it takes.
  private typealias Span = (mention: NamePlaces.Mention, start: Int, end: Int)

  private let lookup: PlaceLookup
  private var words: [Word] = []
  private var found = NamePlaces()

  /// A reader with no text read.
  init(_ lookup: PlaceLookup) { self.lookup = lookup }

  /// The places of a name: of its segments of their own first, then of its names.
  ///
  /// - Complexity: O(*n*) in bytes.
  mutating func places(of name: OrganizationName) -> NamePlaces {
    found = NamePlaces()
    if !name.qualifiers.isEmpty {
      let isMixed = name.display.contains(where: \.isLowercase)
      for qualifier in name.qualifiers {
        let capitals = isMixed && !qualifier.contains(" ") && name.display.contains(qualifier.uppercased())
        read(qualifier, isSegment: true, isShort: capitals)
      }
    }
    for (index, form) in name.names.enumerated() {
      let isNew =
        !name.qualifiers.contains(form.compareForm)
        && !name.names[..<index].contains { $0.compareForm == form.compareForm }
      if isNew { read(form.compareForm, isSegment: false, isShort: false) }
    }
    if name.names.isEmpty, name.acronyms.isEmpty, name.qualifiers.isEmpty {
      read(name.compareForm, isSegment: false, isShort: false)
    }
    return found
  }

  /// The places of one text in compare form.
  mutating func places(in text: String) -> NamePlaces {
    found = NamePlaces()
    read(text, isSegment: false, isShort: false)
    return found
  }

  /// Finds the places of one text, the longest phrase first, at word boundaries.
  private mutating func read(_ text: String, isSegment: Bool, isShort: Bool) {
    var text = text
    text.withUTF8 { bytes in
      takeWords(of: bytes)
      read(bytes, isSegment: isSegment, isShort: isShort)
    }
  }

  /// Fills `words`. An elided article is a word of its own: `dafrique`, from `d'Afrique`, is `d` and `afrique`.
  private mutating func takeWords(of bytes: UnsafeBufferPointer<UInt8>) {
    words.removeAll(keepingCapacity: true)
    var start = 0
    while start < bytes.count {
      var end = start
      var hash = StableHash.empty
      while end < bytes.count, bytes[end] != 0x20 {
        hash = StableHash.extend(hash, bytes[end])
        end += 1
      }
      if end > start { takeWord(start, end, hash, bytes) }
      start = end + 1
    }
  }

  private mutating func takeWord(_ start: Int, _ end: Int, _ hash: UInt64, _ bytes: UnsafeBufferPointer<UInt8>) {
    let longest = lookup.longestPhrase(fromHash: hash)
    let first = bytes[start]
    if longest == 0, first == 0x64 || first == 0x6C, end - start > 1, "aeiouhy".utf8.contains(bytes[start + 1]) {
      let rest = StableHash.of(bytes[(start + 1)..<end])
      let longestRest = lookup.longestPhrase(fromHash: rest)
      if longestRest > 0 {
        let article = StableHash.extend(StableHash.empty, first)
        words.append(
          Word(start: start, end: start + 1, hash: article, longest: lookup.longestPhrase(fromHash: article)))
        words.append(Word(start: start + 1, end: end, hash: rest, longest: longestRest))
        return
      }
    }
    words.append(Word(start: start, end: end, hash: hash, longest: longest))
  }

  /// The hash of some words with spaces between them.
  private func hash(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = words[range.lowerBound].hash
    for word in words[range].dropFirst() {
      hash = StableHash.extend(hash, 0x20)
      for index in word.start..<word.end { hash = StableHash.extend(hash, bytes[index]) }
    }
    return hash
  }

  /// Whether some words with spaces between them are a key.
  private func isPhrase(
    _ range: Range<Int>, _ key: Slice<UnsafeBufferPointer<UInt8>>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var place = key.startIndex
    for index in range {
      if index > range.lowerBound {
        guard place < key.endIndex, key[place] == 0x20 else { return false }
        place += 1
      }
      for byte in words[index].start..<words[index].end {
        guard place < key.endIndex, key[place] == bytes[byte] else { return false }
        place += 1
      }
    }
    return place == key.endIndex
  }

  private func text(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let (first, last) = (words[range.lowerBound], words[range.upperBound - 1])
    var letters: [UInt8] = []
    // The words of an elided article stand together in the text.
    if last.end - first.start == range.count - 1 + words[range].reduce(0, { $0 + $1.end - $1.start }) {
      return String(decoding: bytes[first.start..<last.end], as: UTF8.self)
    }
    for word in words[range] { letters += (letters.isEmpty ? [] : [0x20]) + Array(bytes[word.start..<word.end]) }
    return String(decoding: letters, as: UTF8.self)
  }

  private func isPreposition(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = words[index]
    guard word.end - word.start <= NamePlaceReader.longestPreposition else { return false }
    return NamePlaceReader.prepositions.contains(NamePlaceReader.letters(bytes[word.start..<word.end]))
  }

  private func arePrepositions(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    range.allSatisfy { isPreposition($0, bytes) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, isSegment: Bool, isShort: Bool) {
    var start = 0
    /// One past the last word of a cause (`friends of`), so that the place behind it is none of a home.
    var causeEnd: Int?
    /// Places of which a cause may still follow (`Cuba solidarity`).
    var pending: Span?
    var neighbour: Span?
    /// Where words for a section and names of countries stand, and where the last point of the compass ends.
    var chapters: [Range<Int>] = []
    var countries: [Range<Int>] = []
    var directionEnd: Int?
    while start < words.count {
      var length = 0
      var limit = min(words[start].longest, words.count - start, 7)
      if limit == 0, let place = undivided(words[start], bytes) {
        flush(&pending)
        let mention = NamePlaces.Mention(
          place: place.place, phrase: place.phrase, isSegment: isSegment, isPlaced: true)
        if place.place.use == .part { found.hints.append(mention) } else { found.homes.append(mention) }
      }
      while limit > 0 {
        let range = start..<start + limit
        let match = lookup.find(hash(range, bytes)) { isPhrase(range, $0, bytes) }
        if match.isEmpty {
          limit -= 1
          continue
        }
        let isNumbered = range.upperBound < words.count && isNumber(words[range.upperBound], bytes)
        let scopeWords = lookup.scopeWords(at: match).filter { word in
          switch word {
          case .nothing, .domain, .subnationalPrefix, .nationalPrefix: false
          case .numbered: isNumbered
          default: true
          }
        }
        for word in scopeWords {
          length = limit
          switch word {
          case .cause, .causeBefore, .causeBehind:
            if word != .causeBefore, let place = pending, place.end == start {
              found.causes.append(place.mention)
              pending = nil
              // Two countries side by side are both of the cause (Philippines Australia Solidarity).
              if let other = neighbour, other.end == place.start, found.homes.last == other.mention {
                found.causes.append(found.homes.removeLast())
              }
            }
            if word != .causeBehind { causeEnd = start + limit }
          case .subnational:
            // What is said of a country's cities is said of the whole country (`South African municipal workers`).
            if countries.last?.upperBound != start { found.saysSubnational = true }
          case .numbered: found.saysSubnational = true
          case .national: found.saysNational = true
          case .chapter: chapters.append(range)
          case .direction: directionEnd = start + limit
          case .eponym:
            if let place = pending, place.end == start, place.mention.place.isCity, !isSegment {
              let isFirst = place.start == 0 || (place.start == 1 && text(0..<1, bytes) == "the")
              if isFirst { pending?.mention.isEponym = true }
            }
          case .over, .nothing, .domain, .subnationalPrefix, .nationalPrefix: break
          }
        }
        if !scopeWords.isEmpty { break }
        if let place = lookup.place(at: match) {
          let end = start + limit
          if !place.isPart, place.country != nil, place.kind != .code {
            countries.append(range)
            if directionEnd == start, place.kind == .country { found.saysSubnational = true }
          }
          let mention = NamePlaces.Mention(
            place: place, phrase: text(range, bytes), isSegment: isSegment && limit == words.count,
            isPlaced: end == words.count || (start > 0 && isPreposition(start - 1, bytes)))
          if place.use == .part || (place.use == .placed && !mention.isPlaced && !mention.isSegment) {
            found.hints.append(mention)
          } else if isSegment, isShort, place.isPart {
            // A bracket in capitals behind a name in small letters is an acronym (ABIA), though there is such a place.
            found.hints.append(mention)
          } else {
            neighbour = pending
            flush(&pending)
            if let cause = causeEnd, arePrepositions(cause..<start, bytes) {
              found.causes.append(mention)
            } else {
              pending = (mention, start, end)
            }
            length = limit
            break
          }
        }
        limit -= 1
      }
      if length == 0, let prefix = lookup.prefix(of: bytes[words[start].start..<words[start].end]) {
        if prefix == .subnationalPrefix { found.saysSubnational = true } else { found.saysNational = true }
      }
      start += max(length, 1)
    }
    flush(&pending)
    if !chapters.isEmpty, !chapters.contains(where: { isOfCountry($0, countries, bytes) }) {
      found.saysSubnational = true
    }
  }

  /// Whether words for a section stand beside a country's name: its chapter is that country's, any other is of a part
  /// of one.
  private func isOfCountry(
    _ chapter: Range<Int>, _ countries: [Range<Int>], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    countries.contains { country in
      let gap = min(country.upperBound, chapter.upperBound)..<max(country.lowerBound, chapter.lowerBound)
      return gap.isEmpty || (country.lowerBound > chapter.lowerBound && arePrepositions(gap, bytes))
    }
  }

  /// Whether a word is a number, as of a union's local: `12`, `7n`.
  private func isNumber(_ word: Word, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (0x30...0x39).contains(bytes[word.start]) && word.end - word.start <= 5
  }

  private mutating func flush(_ pending: inout Span?) {
    if let place = pending { found.homes.append(place.mention) }
    pending = nil
  }

  /// A place at the beginning or end of a word in a script without spaces; a part of a country only at its beginning.
  private func undivided(_ word: Word, _ bytes: UnsafeBufferPointer<UInt8>) -> (place: Place, phrase: String)? {
    guard bytes[word.start] >= 0xE0 else { return nil }
    let word = String(decoding: bytes[word.start..<word.end], as: UTF8.self)
    guard let first = word.unicodeScalars.first, NamePlaceReader.isUndivided(first), word.count > 2 else { return nil }
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
  private static let prepositions = Set(
    [
      "a", "af", "al", "and", "at", "au", "aux", "av", "avec", "con", "d", "da", "das", "de", "degli", "dei", "del",
      "della",
      "dem", "den", "der", "des", "di", "do", "dos", "du", "e", "el", "em", "en", "et", "for", "from", "fur", "het",
      "i",
      "im", "in", "l", "la", "las", "le", "les", "los", "met", "mit", "na", "no", "of", "par", "para", "per", "por",
      "pour",
      "su", "the", "to", "und", "van", "vom", "von", "voor", "w", "with", "y", "z",
    ].map { (word: StaticString) in word.withUTF8Buffer { letters($0[...]) } })

  private static let longestPreposition = 8

  /// A word of eight bytes or fewer as a number.
  private static func letters(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    word.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
