/// The words of a run's names as small numbers, with what each tells: names compare as integers.
///
/// A word may be a phrase of the lexicon (`human rights`) or a place (`el salvador`).
struct LinkageVocabulary {
  /// One word.
  struct Word {
    /// In compare form.
    var form: String
    /// The letters, for spelling distance.
    var letters: [UInt32]
    /// The spelling in Latin letters, for a word of another script.
    var roman: RomanForm?
    /// What it means, rising; empty for words that only names have.
    var concepts: [Int16]
    /// What it adds to a name.
    var role: ConceptLexicon.Role
    /// Whether it holds a digit.
    var isNumeric: Bool
    /// Where it is, for a place.
    var place: LinkagePlace?
    /// The two dictionary words that it is a compound of, or none.
    var parts: [Int32] = []
    /// In how many distinct names it is.
    var documentFrequency = 0
    /// How much it tells when two names share it, from 0; about 7 for a word of one name in a thousand.
    var weight = 0.0
    /// Whether it has neither letter nor digit.
    var isMark: Bool
    /// Whether only few organizations can have it in their name: no dictionary word, place or number, and no sort of
    /// body in one word (`arbeiterpartei`).
    var isDistinctive: Bool {
      concepts.isEmpty && place == nil && !isNumeric && letters.count >= 3 && !role.contains(.kind)
    }
  }

  private(set) var words: [Word] = []
  /// In how many distinct names a word may be and still tell one organization from others.
  private var rareFrequency = 3
  /// By number, what the word looks like from afar.
  private(set) var outlines: [WordOutline] = []
  /// By number, what there is to hear of the word; empty until words are weighed, and where none is romanized.
  private var heardWords: [HeardWord] = []
  /// Whether any word is of another script than Latin, so that scripts are to be compared.
  private(set) var hasOtherScripts = false
  private(set) var lexicon = ConceptLexicon()
  private var numbers: [String: Int32] = [:]
  /// By phrase, as they come up again and again.
  private var placesOf: [String: LinkagePlace?] = [:]
  private let lookUpPlace: @Sendable (String) -> LinkagePlace?
  /// How many words the longest place has that begins with a word; may be too many, never too few.
  private let longestPlace: @Sendable (String) -> Int

  /// Dictionaries that are not used.
  let leavingOut: LinkageDictionaries

  init(
    places: @escaping @Sendable (String) -> LinkagePlace?,
    longestPlace: @escaping @Sendable (String) -> Int = { _ in 4 }, leavingOut: LinkageDictionaries = []
  ) {
    self.leavingOut = leavingOut
    self.longestPlace = longestPlace
    let none: @Sendable (String) -> LinkagePlace? = { _ in nil }
    lookUpPlace = leavingOut.contains(.places) ? none : places
    lexicon.knowsStopWordsOnly = leavingOut.contains(.concepts)
  }

  /// A word by its number; lent, because a copy would count references to all that it holds.
  subscript(number: Int32) -> Word {
    _read { yield words[Int(number)] }
  }

  /// Whether two words are of two scripts.
  func isOfTwoScripts(_ left: Int32, _ right: Int32) -> Bool {
    outlines[Int(left)].script != outlines[Int(right)].script
  }

  /// What there is to hear of a word; lent, likewise.
  subscript(heard number: Int32) -> HeardWord {
    _read {
      if heardWords.isEmpty {
        yield HeardWord(words[Int(number)])
      } else {
        yield heardWords[Int(number)]
      }
    }
  }

  /// The words of a compare form, phrases and places of up to four words taken as one, stop words left out unless
  /// there is nothing else.
  mutating func read(_ form: String) -> [Int32] {
    let parts = LinkageVocabulary.joiningLetters(form.tokens.prefix(64).map(String.init)) { letter in
      lexiconRole(of: letter).contains(.stop)
    }
    var found: [Int32] = []
    var start = 0
    while start < parts.count {
      let length = phraseLength(parts, from: start)
      let phrase = length == 1 ? parts[start] : parts[start..<(start + length)].joined(separator: " ")
      found.append(number(of: phrase))
      start += length
    }
    // At the end of a name a letter is a numeral, and not the word or the initial that it is elsewhere.
    if found.count > 1, parts.last == words[Int(found[found.count - 1])].form, let last = parts.last,
      let digits = ["i": "1", "v": "5", "x": "10"][last]
    {
      found[found.count - 1] = number(of: digits)
    }
    let content = found.filter { !words[Int($0)].role.contains(.stop) && !words[Int($0)].isMark }
    return content.isEmpty ? found : content
  }

  /// Joins letters that stand alone (`a b c group`): they are initials, with or without their dots. Where all of them
  /// are words as well (Portuguese `e a`) they stay.
  private static func joiningLetters(_ parts: [String], isStop: (String) -> Bool) -> [String] {
    func isLetter(_ part: String) -> Bool { part.utf8.count == 1 && (0x61...0x7A).contains(part.utf8.first!) }
    guard parts.count(where: isLetter) > 1 else { return parts }
    var joined: [String] = []
    var start = 0
    while start < parts.count {
      var end = start + 1
      if isLetter(parts[start]) { while end < parts.count, isLetter(parts[end]) { end += 1 } }
      let run = parts[start..<end]
      if run.count > 1, !run.allSatisfy(isStop) { joined.append(run.joined()) } else { joined += run }
      start = end
    }
    return joined
  }

  private mutating func phraseLength(_ parts: [String], from start: Int) -> Int {
    let longest = min(4, parts.count - start)
    let startsPhrase = lexicon.entry(parts[start]).startsPhrase
    // Most words begin neither, and putting phrases together costs more than asking.
    let limit = startsPhrase ? longest : min(longest, longestPlace(parts[start]))
    for length in stride(from: limit, to: 1, by: -1) {
      let phrase = parts[start..<(start + length)].joined(separator: " ")
      if place(phrase) != nil { return length }
      if startsPhrase, !lexicon.entry(phrase).concepts.isEmpty { return length }
    }
    return 1
  }

  private mutating func place(_ form: String) -> LinkagePlace? {
    if let place = placesOf[form] { return place }
    let place = lookUpPlace(form)
    placesOf[form] = .some(place)
    return place
  }

  /// The number of a word, new if it was not seen before.
  mutating func number(of form: String) -> Int32 {
    if let number = numbers[form] { return number }
    let concepts = lexicon.entry(form).concepts
    var role: ConceptLexicon.Role = []
    for concept in concepts { role.formUnion(lexicon.roles[Int(concept)]) }
    // Each word is new but once, so it needs no cache.
    let place = placesOf[form] ?? lookUpPlace(form)
    let parts = concepts.isEmpty && place == nil ? lexicon.parts(of: form).map { self.number(of: $0) } : []
    if parts.contains(where: { words[Int($0)].role.contains(.kind) }) { role.insert(.kind) }
    let number = Int32(words.count)
    numbers[form] = number
    let roman = leavingOut.contains(.scripts) ? nil : RomanForm(form)
    if roman != nil { hasOtherScripts = true }
    words.append(
      Word(
        form: form, letters: form.unicodeScalars.map(\.value), roman: roman, concepts: concepts, role: role,
        isNumeric: LinkageVocabulary.isNumeral(form), place: place, parts: parts, isMark: LinkageVocabulary.isMark(form)
      ))
    outlines.append(WordOutline(words[words.count - 1]))
    return number
  }

  private static func isMark(_ form: String) -> Bool {
    form.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
  }

  /// The numbers of an acronym in its own script, and in the Latin spellings of it (`ЦК`, `TsK` and `CK`).
  mutating func acronyms(of form: String) -> [Int32] {
    let own = number(of: form)
    guard let roman = words[Int(own)].roman else { return [own] }
    return [own] + [roman.letters, roman.singles].filter { $0.utf8.count >= 2 }.map { number(of: $0) }
  }

  /// Whether a word holds a digit or is a Roman numeral from II; `i`, `v` and `x` are words too often.
  private static func isNumeral(_ form: String) -> Bool {
    switch form {
    case "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv": true
    default: form.unicodeScalars.contains { $0.properties.numericType != nil && !$0.properties.isIdeographic }
    }
  }

  /// Whether a word is distinctive, and in so few names of the run that it tells one organization from others: where
  /// half of the signers are `Ventures`, that word does not.
  func isRare(_ word: Int32) -> Bool {
    self[word].isDistinctive && self[word].documentFrequency <= rareFrequency
  }

  /// What a word adds to a name, whether or not it was seen in one.
  mutating func lexiconRole(of form: String) -> ConceptLexicon.Role {
    lexicon.entry(form).concepts.reduce(into: []) { $0.formUnion(lexicon.roles[Int($1)]) }
  }

  /// Counts a distinct name's words; each is counted once.
  mutating func count(_ name: Set<Int32>) {
    for word in name { words[Int(word)].documentFrequency += 1 }
  }

  /// Weighs all words once every name is counted: rarity among the run's names, and for small runs what is to be
  /// expected of a word of its sort (SoftTFIDF; Cohen, Ravikumar, Fienberg 2003).
  mutating func weigh(nameCount: Int) {
    if hasOtherScripts { heardWords = words.map { HeardWord($0) } }
    let total = Double(nameCount)
    rareFrequency = max(3, nameCount / 300)
    let trust = leavingOut.contains(.rarity) ? 0 : total / (total + 1500)
    for index in words.indices {
      let word = words[index]
      let rarity = logarithm(1 + total / (1 + Double(word.documentFrequency)))
      let expected = word.concepts.isEmpty ? (word.letters.count <= 3 ? 5.0 : 6.5) : 4.5
      var weight = trust * rarity + (1 - trust) * expected + 0.3
      if word.role.contains(.stop) {
        weight = 0.05
      } else if word.place != nil {
        weight = min(weight, 4) * 0.8
      } else if !word.concepts.isEmpty {
        weight = min(weight, 6) * (word.role.contains(.light) ? 0.3 : 0.6)
      }
      words[index].weight = weight
    }
  }

  /// Forgets how words are found, once all names are read: with many names it is more than the words.
  mutating func close() {
    numbers = [:]
    placesOf = [:]
    lexicon.close()
  }

  /// The natural logarithm of a number from 1, by halving and a series: no C library, the same bits everywhere.
  private func logarithm(_ value: Double) -> Double {
    let exponent = value.exponent
    let fraction = (value.significand - 1) / (value.significand + 1)
    let square = fraction * fraction
    var term = fraction
    var sum = 0.0
    for odd in stride(from: 1, through: 25, by: 2) {
      sum += term / Double(odd)
      term *= square
    }
    return 2 * sum + Double(exponent) * 0.693147180559945309
  }
}
