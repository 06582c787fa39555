/// One word of a name in compare form, with how it was written.
struct NameWord: Hashable {
  /// In compare form.
  var folded: String
  /// Whether it is written as an abbreviation: in capitals, or with one after its first letter (`SpA`, `eG`).
  var isCapital: Bool
  /// Whether it has dots or slashes inside or after it: `S.A.`, `S/A`, `Co.`.
  var isDotted: Bool
  /// Whether a comma stands before it.
  var isAfterComma: Bool

  /// The words of a name.
  static func words(of name: String) -> [NameWord] {
    var parts: [NameWord] = []
    var isAfterComma = false
    for token in name.tokens {
      let (hasCapital, hasSmall) = cases(of: token)
      let isCapital = hasCapital && (!hasSmall || cases(of: token.dropFirst()).hasCapital)
      let isDotted = token.utf8.dropFirst().contains { $0 == 0x2E || $0 == 0x2F }
      for word in CompareForm.foldWords(String(token)).tokens {
        parts.append(
          NameWord(
            folded: String(word), isCapital: isCapital, isDotted: isDotted, isAfterComma: isAfterComma))
        isAfterComma = false
      }
      isAfterComma = token.utf8.last == 0x2C
    }
    // Initials with spaces (`A. C.`) are one word of the whole name but several tokens.
    guard name.utf8.contains(0x2E) else { return parts }
    var words: [NameWord] = []
    var next = 0
    for word in CompareForm.foldWords(name).tokens {
      guard next < parts.count else { break }
      var joined = parts[next]
      next += 1
      while joined.folded.utf8.count < word.utf8.count, next < parts.count {
        joined.folded += parts[next].folded
        joined.isCapital = joined.isCapital && parts[next].isCapital
        joined.isDotted = true
        next += 1
      }
      words.append(joined)
    }
    return words
  }

  /// Whether a text has capitals, and small letters.
  static func cases(of text: some StringProtocol) -> (hasCapital: Bool, hasSmall: Bool) {
    var (hasCapital, hasSmall) = (false, false)
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        if (0x41...0x5A).contains(scalar.value) { hasCapital = true }
        if (0x61...0x7A).contains(scalar.value) { hasSmall = true }
      } else {
        if scalar.isCapital { hasCapital = true }
        if scalar.isSmall { hasSmall = true }
      }
      if hasCapital, hasSmall { break }
    }
    return (hasCapital, hasSmall)
  }
}
