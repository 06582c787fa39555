import Tabular

/// The names that the signers of one export gave for themselves, held while their answers are compared with them and no
/// longer.
struct SignerNames {
  private let whole: [EncodedColumn]
  private let first: [EncodedColumn]
  private let last: [EncodedColumn]

  /// - Parameter columns: What each column holds, and the column; only persons' names are used.
  init(_ columns: [(field: CanonicalField, column: EncodedColumn)]) {
    func all(_ field: CanonicalField) -> [EncodedColumn] { columns.filter { $0.field == field }.map(\.column) }
    whole = all(.personName)
    first = all(.firstName)
    last = all(.lastName)
  }

  /// All fields with names.
  var columns: [EncodedColumn] { whole + first + last }

  /// The numbers of a record's names, equal for records with equal names.
  func key(_ record: Int) -> [UInt32] { (whole + first + last).map { $0.ids[record] } }

  /// The whole names in one record: of each field for whole names, and of the first and last names together.
  func names(_ record: Int) -> [SignerName] {
    func texts(_ columns: [EncodedColumn]) -> [String] {
      columns.map { $0.answers.string(Int($0.ids[record])) }.filter { !$0.isEmpty }
    }
    var names = texts(whole).map { SignerName($0) }
    let parts = texts(first) + texts(last)
    if parts.count > 1 { names.append(SignerName(parts.joined(separator: " "), isPieced: true)) }
    // A family name on its own says nothing, but people write both into the field for the one.
    names += parts.map { SignerName($0) }
    return names.filter(\.isWhole)
  }
}

/// One person's whole name, made ready to be found inside an answer.
struct SignerName {
  /// The name without markup.
  let text: String
  /// Whether it was put together from a first and a last name.
  let isPieced: Bool
  /// Its words in compare form without titles and initials, sorted, so that their order says nothing.
  private let words: [String]
  private let folded: String
  private let joined: Set<String>

  init(_ text: String, isPieced: Bool = false) {
    self.text = Markup.plain(text)
    self.isPieced = isPieced
    folded = CompareForm.fold(self.text)
    let words = SignerName.words(folded)
    self.words = words.sorted()
    // Scripts without spaces write first and last name as one word.
    let isEastAsian = folded.unicodeScalars.allSatisfy { $0 == " " || SignerName.isEastAsian($0) }
    let isName = isEastAsian && (2...6).contains(folded.unicodeScalars.count { $0 != " " })
    joined = !isName ? [] : Set([words.joined(), isPieced ? words.reversed().joined() : words.joined()])
  }

  /// Whether it is more than a first or a last name alone.
  var isWhole: Bool { words.count > 1 || !joined.isEmpty || folded.contains(" ") }

  /// The text without the name, `[name]` in its place; nothing when the name isn't there as a whole.
  ///
  /// - Complexity: O(words × words of the name).
  func masked(in text: String) -> String? {
    if folded.contains(" "), CompareForm.fold(text) == folded { return SignerName.mask }
    let tokens = SignerName.tokens(text)
    for start in tokens.indices where !tokens[start].words.isEmpty {
      var found: [String] = []
      for end in start..<tokens.endIndex {
        found += tokens[end].words
        let isName = words.count > 1 && found.count == words.count && found.sorted() == words
        if isName || start == end && found.count == 1 && joined.contains(found[0]) {
          let range = tokens[start].range.lowerBound..<tokens[end].range.upperBound
          return text[..<range.lowerBound] + SignerName.mask + text[range.upperBound...]
        }
        if found.count >= words.count { break }
      }
    }
    return nil
  }

  /// What stands for a name that was taken out.
  static let mask = PersonalMask.name.rawValue

  /// What is left of a masked text, without the punctuation that set the name off; empty when nothing but titles is.
  static func rest(of masked: String) -> String {
    var pieces: [String] = []
    var rest = masked[...]
    while let place = rest.firstIndex(of: "[") {
      pieces.append(String(rest[..<place]))
      rest = rest[place...]
      rest = rest.hasPrefix(mask) ? rest.dropFirst(mask.count) : rest.dropFirst()
    }
    pieces.append(String(rest))
    let text = pieces.joined(separator: " ")
    guard tokens(text).contains(where: { !$0.words.isEmpty }) else { return "" }
    let isKept = { (character: Character) in character.isLetter || character.isNumber }
    guard let first = text.firstIndex(where: isKept), let last = text.lastIndex(where: isKept) else { return "" }
    return Markup.trimmed(text[first...last])
  }

  static func tokens(_ text: String) -> [(range: Range<String.Index>, words: [String])] {
    var tokens: [(range: Range<String.Index>, words: [String])] = []
    var start: String.Index?
    func close(_ end: String.Index) {
      guard let first = start else { return }
      tokens.append((first..<end, words(CompareForm.fold(String(text[first..<end])))))
      start = nil
    }
    for index in text.indices {
      let character = text[index]
      if isPart(character) { start = start ?? index } else { close(index) }
    }
    close(text.endIndex)
    return tokens
  }

  /// Whether a character is part of a word, or of a dotted one.
  private static func isPart(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else {
      return character.isLetter || character.isNumber || character == "’" || character == "ʼ"
    }
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"), UInt8(ascii: "."): return true
    default: return false
    }
  }

  private static func words(_ folded: String) -> [String] {
    folded.tokens.map(String.init).filter { word in
      let isInitial = word.unicodeScalars.count == 1 && !word.unicodeScalars.allSatisfy(isEastAsian)
      return !isInitial && !titles.contains(word) && word.unicodeScalars.contains(where: isAlphabetic)
    }
  }

  private static func isAlphabetic(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || scalar.properties.isAlphabetic
  }

  private static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
    (0x3040...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
      || (0xAC00...0xD7A3).contains(scalar.value)
  }

  /// Titles and forms of address, in compare form.
  private static let titles: Set<String> = [
    "dipl", "don", "dona", "dott", "dottssa", "dr", "dra", "frau", "herr", "hon", "ing", "lic", "mag", "miss", "mme",
    "mr", "mrs", "ms", "mx", "phd", "prof", "profa", "professor", "professora", "profesor", "profesora", "professeur",
    "rev", "shri", "sig", "signora", "sir", "smt", "sr", "sra", "srta", "доктор", "проф", "профессор", "د", "دكتور",
    "أ",
  ]
}
