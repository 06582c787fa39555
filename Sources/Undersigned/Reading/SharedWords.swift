import Tabular

/// Tells at once that an answer can't hold a signer's name, because the two share no word.
///
/// Most people write the name of their organization where it was asked for, so that nearly all answers need no closer look.
struct SharedWords {
  private let names: [EncodedColumn]
  /// For each name field the words of each distinct answer, by a hash; nothing where words don't tell.
  private let wordsOfNames: [[[Int]?]]

  /// - Parameter names: The fields that hold signers' names.
  init(_ names: [EncodedColumn]) {
    self.names = names
    wordsOfNames = names.map { column in
      (0..<column.answers.count).map { SharedWords.words(ofName: column.answers.string($0)) }
    }
  }

  /// Whether a record's answer may hold a name of its signer.
  ///
  /// - Parameter words: The words of the answer, from `words(ofAnswer:)`.
  func mayHold(_ words: Set<Int>, record: Int) -> Bool {
    for (column, wordsOfAnswers) in zip(names, wordsOfNames) {
      guard let name = wordsOfAnswers[Int(column.ids[record])] else { return true }
      if name.contains(where: words.contains) { return true }
    }
    return false
  }

  /// The words of an answer, as a whole and of its parts between punctuation.
  static func words(ofAnswer text: String) -> Set<Int> {
    var words: Set<Int> = []
    for word in CompareForm.fold(text).split(separator: " ") { words.insert(word.hashValue) }
    // Folded as a whole, parts of plain words are what they are by themselves; initials are joined across parts.
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: ".") }
    for token in isPlain ? [] : SignerName.tokens(text) {
      for word in token.words { words.insert(word[...].hashValue) }
    }
    return words
  }

  /// The words of a name; nothing where they may change when first and last name are put together: dotted initials are
  /// joined, and scripts without spaces write both as one word.
  private static func words(ofName text: String) -> [Int]? {
    let plain = Markup.plain(text)
    // Letters up to the extensions of Greek are written with spaces between words.
    if plain.utf8.contains(UInt8(ascii: ".")) || plain.unicodeScalars.contains(where: { $0.value >= 0x2000 }) {
      return nil
    }
    return CompareForm.fold(plain).split(separator: " ").map(\.hashValue)
  }
}
