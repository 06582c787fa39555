/// Finds the longest known phrase inside a folded text.
///
/// Words are cut at spaces; scripts that write none (Han, kana, Hangul with its particles, Thai, Lao, Khmer, Burmese)
/// are searched for substrings as well.
enum PhraseSearch {
  /// Every run of words, and of letters where a script writes no spaces: the longest first.
  ///
  /// - Complexity: O(*words* × `maximumWords`) phrases.
  static func candidates(in folded: String, maximumWords: Int = 7) -> [String] {
    let words = folded.tokens.prefix(60)
    var found: [String] = []
    for length in stride(from: min(maximumWords, words.count), through: 1, by: -1) {
      for start in 0...(words.count - length) {
        found.append(words[start..<(start + length)].joined(separator: " "))
      }
    }
    for word in words where word.unicodeScalars.contains(where: isSpaceless) {
      let scalars = Array(word.unicodeScalars.prefix(40))
      for length in stride(from: min(10, scalars.count - 1), through: 1, by: -1) {
        for start in 0...(scalars.count - length) {
          var text = String.UnicodeScalarView()
          text.append(contentsOf: scalars[start..<(start + length)])
          found.append(String(text))
        }
      }
    }
    return found
  }

  private static func isSpaceless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF: true
    default: false
    }
  }
}
