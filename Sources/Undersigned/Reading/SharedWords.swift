import Tabular

/// Tells at once that an answer can't hold a signer's name, because the two share no word.
///
/// Most people write the name of their organization where it was asked for, so that nearly all answers need no closer
/// look.
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
  func mayHold(_ words: [Int], record: Int) -> Bool {
    for (column, wordsOfAnswers) in zip(names, wordsOfNames) {
      guard let name = wordsOfAnswers[Int(column.ids[record])] else { return true }
      if name.contains(where: words.contains) { return true }
    }
    return false
  }

  /// The words of an answer, as a whole and of its parts between punctuation: by a hash, some twice.
  static func words(ofAnswer text: String) -> [Int] {
    var words: [Int] = []
    append(CompareForm.fold(text), to: &words)
    // Folded as a whole, parts of plain words are what they are by themselves; initials are joined across parts.
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: ".") }
    for token in isPlain ? [] : SignerName.tokens(text) {
      for word in token.words { append(word, to: &words) }
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
    var words: [Int] = []
    append(CompareForm.fold(plain), to: &words)
    return words
  }

  /// Appends the hashes of the words of a text in compare form.
  private static func append(_ folded: String, to words: inout [Int]) {
    guard folded.utf8.allSatisfy({ $0 < 0x80 }) else {
      // Of the words beside them, those of plain letters are hashed as they are in a plain text.
      for word in folded.tokens {
        words.append(word.utf8.allSatisfy { $0 < 0x80 } ? hash(word.utf8) : word.hashValue)
      }
      return
    }
    for word in folded.utf8.split(separator: UInt8(ascii: " ")) { words.append(hash(word)) }
  }

  /// FNV-1a (Fowler, Noll and Vo, 1991): to find that words differ, for which few bytes need no more.
  private static func hash(_ word: some Sequence<UInt8>) -> Int {
    Int(truncatingIfNeeded: word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
  }
}
