/// The words of one language that claims about signatories are made of, from the table `claim-words`.
///
/// A word of a phrase may end with `*` for any ending (`организаци*`), or begin with it for the last part of a compound
/// (`*verbände`).
struct ClaimLexicon: Sendable {
  /// The language.
  let language: MessageLanguage

  private struct Phrase: Sendable {
    var words: [Substring]
    var word: ClaimWord
  }

  private var phrases: [Phrase] = []
  /// Places in `phrases` by their first word: whole, as a beginning, as an ending.
  private var byWord: [Substring: [Int]] = [:]
  private var byBeginning: [Substring: [Int]] = [:]
  private var byEnding: [Substring: [Int]] = [:]
  /// Common small words, and single words of claims, by which the language is told.
  private(set) var smallWords: Set<Substring> = []
  /// What number words are made of, the longest first.
  private(set) var numberParts: [(word: Substring, value: Int)] = []

  /// Reads the words of a language.
  ///
  /// - Complexity: O(*n*) of the table.
  init(_ language: MessageLanguage) {
    self.language = language
    let key = Array("\(language.rawValue) ".utf8)
    ReferenceTable(embedded: "claim-words").forEachLine { line in
      guard line.starts(with: key) else { return }
      let fields = line.dropFirst(key.count).split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 3, let role = ClaimWord.Role(rawValue: fields[1]) else { return }
      add(fields[0], ClaimWord(role: role, value: fields[2]))
    }
    numberParts.sort { $0.word.utf8.count > $1.word.utf8.count }
  }

  private mutating func add(_ phrase: String, _ word: ClaimWord) {
    let words = phrase.tokens
    guard let first = words.first else { return }
    // One is an article alone, and a number only in a compound.
    if word.role == .one { numberParts.append((first, 1)) }
    if word.role == .number, words.count == 1, let value = Int(word.value) {
      numberParts.append((first, value))
    }
    let isTelling: Bool = [
      .function, .organization, .signatory, .person, .type, .country, .sign, .including, .over, .we,
    ].contains(word.role)
    if words.count == 1, isTelling, !first.contains("*") { smallWords.insert(first) }
    if first.hasSuffix("*") {
      byBeginning[first.dropLast(), default: []].append(phrases.count)
    } else if first.hasPrefix("*") {
      byEnding[first.dropFirst(), default: []].append(phrases.count)
    } else {
      byWord[first, default: []].append(phrases.count)
    }
    phrases.append(Phrase(words: words, word: word))
  }

  /// What the longest known phrase means that begins at a place.
  ///
  /// - Parameters:
  ///   - place: In `words`.
  ///   - words: Words in compare form.
  /// - Returns: How many words it has, and all that it can mean; 0 and nothing for an unknown word.
  /// - Complexity: O(*n*) in the letters of the word, and the phrases that begin with it.
  func match(at place: Int, in words: ArraySlice<String>) -> (count: Int, meanings: [ClaimWord]) {
    for form in forms(words[place]) {
      var length = 0
      var meanings: [ClaimWord] = []
      for group in candidates(form) {
        // What is known of the whole word counts before what its parts say.
        let known = length
        for candidate in group {
          let phrase = phrases[candidate]
          guard phrase.words.count >= length, phrase.words.count > known,
            fits(phrase.words, form, at: place, in: words)
          else { continue }
          if phrase.words.count > length {
            length = phrase.words.count
            meanings = []
          }
          if !meanings.contains(phrase.word) { meanings.append(phrase.word) }
        }
      }
      if length > 0 { return (length, meanings) }
    }
    return (0, [])
  }

  /// The word, and what is left of it without the small words that Arabic writes together with it.
  private func forms(_ word: String) -> [Substring] {
    guard language == .arabic else { return [word[...]] }
    var forms = [word[...]]
    for prefix in ["و", "ف", "ال", "وال", "لل", "ولل", "بال", "وبال", "ل", "ب", "ول", "وب", "فال", "ك"]
    where word.hasPrefix(prefix) && word.count >= prefix.count + 3 {
      forms.append(word.dropFirst(prefix.count))
    }
    return forms
  }

  /// Places of phrases that may begin with a word: those that have all of it, then its longest ending, then its longest
  /// beginning and shorter ones.
  private func candidates(_ form: Substring) -> [[Int]] {
    var groups: [[Int]] = []
    if let places = byWord[form] { groups.append(places) }
    if !byEnding.isEmpty {
      var part = form.dropFirst(2)
      while part.count >= 4 {
        if let places = byEnding[part] { groups.append(places) }
        part = part.dropFirst()
      }
    }
    if !byBeginning.isEmpty {
      var part = form
      while part.count >= 2 {
        if let places = byBeginning[part] { groups.append(places) }
        part = part.dropLast()
      }
    }
    return groups
  }

  private func fits(_ phrase: [Substring], _ form: Substring, at place: Int, in words: ArraySlice<String>) -> Bool {
    guard place + phrase.count <= words.endIndex else { return false }
    for (offset, pattern) in phrase.enumerated().dropFirst() {
      let word = words[place + offset]
      let isSame =
        if pattern.hasSuffix("*") { word.hasPrefix(pattern.dropLast()) } else { word == pattern }
      if !isSame { return false }
    }
    return true
  }

  /// What makes a compound one type: the value of a modifier that the compound begins with.
  func typeOfBeginning(_ word: String) -> String? {
    var part = word[...]
    while part.count >= 4 {
      part = part.dropLast()
      for place in byBeginning[part] ?? [] where phrases[place].word.role == .modifier {
        return phrases[place].word.value
      }
    }
    return nil
  }

  /// The value of a number written as one word of several (`zweihundertfünfzig`); nothing for any other word.
  func numberOfCompound(_ word: String) -> [Int]? {
    guard [.german, .dutch, .italian].contains(language), word.utf8.count >= 6 else { return nil }
    var rest = word[...]
    var values: [Int] = []
    while !rest.isEmpty {
      if let part = numberParts.first(where: { rest.hasPrefix($0.word) }) {
        values.append(part.value)
        rest = rest.dropFirst(part.word.count)
      } else if let joiner = ["und", "en", "e"].first(where: { rest.hasPrefix($0) }), !values.isEmpty {
        rest = rest.dropFirst(joiner.count)
      } else {
        return nil
      }
    }
    return values.count >= 2 ? values : nil
  }
}
