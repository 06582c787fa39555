/// The names and qualifiers of one mention, cut into words, with everything that looking up keywords asks of a word.
///
/// It is filled again for each mention, so that its memory is taken once.
struct MentionText: Sendable {
  /// How a script writes words.
  enum Writing: Sendable {
    /// Words between spaces.
    case spaced
    /// Words between spaces, with articles and prepositions written together with the next word.
    case prefixed
    /// Words one after the other; keywords are looked for everywhere within.
    case continuous
  }

  struct Word: Sendable {
    /// Which name or qualifier it stands in, from 0.
    var part: Int
    /// Its bytes in `text`.
    var range: Range<Int>
    /// How many letters it has.
    var letters: Int
    var isASCII: Bool
    var isLatin: Bool
    var hasDigit: Bool
    var writing: Writing
    /// The same word without an article in front, where it may have one.
    var withoutArticle: Range<Int>?
  }

  /// UTF-8, in compare form, the parts end to end.
  private(set) var text: [UInt8] = []
  /// Of all parts, in their order.
  private(set) var words: [Word] = []
  /// Where each part ends in `words`.
  private(set) var parts: [Int] = []

  /// Forgets the parts and keeps the memory.
  mutating func removeAll() {
    text.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
  }

  /// Adds a name or qualifier in compare form.
  mutating func append(_ compareForm: String) {
    let begin = text.count
    text.append(contentsOf: compareForm.utf8)
    var start = begin
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 0x20 { end += 1 }
      if end > start { words.append(MentionText.word(text, start..<end, part: parts.count)) }
      start = end + 1
    }
    parts.append(words.count)
  }

  /// The words of a part, as indices of `words`.
  func words(of part: Int) -> Range<Int> { (part == 0 ? 0 : parts[part - 1])..<parts[part] }

  /// The text of a range of bytes.
  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  private static func word(_ text: [UInt8], _ range: Range<Int>, part: Int) -> Word {
    var word = Word(
      part: part, range: range, letters: 0, isASCII: true, isLatin: true, hasDigit: false, writing: .spaced,
      withoutArticle: nil)
    for index in range {
      let byte = text[index]
      if byte & 0xC0 != 0x80 { word.letters += 1 }
      if byte >= 0x80 { word.isASCII = false }
      if (0x30...0x39).contains(byte) { word.hasDigit = true }
    }
    let first = text[range.lowerBound]
    if !word.isASCII {
      // The first letter beyond ASCII tells the script: `g20峰会` is written without spaces too.
      let lead = text[range].first { $0 >= 0x80 } ?? first
      let next = range.byte(after: lead, in: text)
      word.isLatin = (0xC3...0xC9).contains(lead) || (lead == 0xE1 && (0xB8...0xBB).contains(next))
      word.writing = writing(lead: lead, next: next)
    }
    switch word.writing {
    case .prefixed where (0xD8...0xDB).contains(first):
      let stripped = ArabicPrefix.strip(text[range])
      if stripped.startIndex > range.lowerBound { word.withoutArticle = stripped.startIndex..<range.upperBound }
    case .prefixed:
      // Hebrew: one of ו ה ב ל מ ש כ.
      let letters: [UInt8] = [0x95, 0x94, 0x91, 0x9C, 0x9E, 0xA9, 0x9B]
      if word.letters >= 4, first == 0xD7, letters.contains(text[range.lowerBound + 1]) {
        word.withoutArticle = (range.lowerBound + 2)..<range.upperBound
      }
    case .spaced where word.isLatin:
      word.withoutArticle = withoutElision(text, range)
    case .spaced, .continuous: break
    }
    return word
  }

  /// `lenvironnement`, `dafrique`, `dellambiente`: the article is followed by a vowel or an h.
  private static func withoutElision(_ text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    // Nearly every word is told by its first letter.
    guard range.count > 4, "adlns".utf8.contains(text[range.lowerBound]) else {
      return nil
    }
    func startsWithVowel(_ offset: Int) -> Bool { offset < text.count && "aeiouyh".utf8.contains(text[offset]) }
    for article: StaticString in ["dell", "all", "dall", "nell", "sull", "l", "d"] {
      let length = article.utf8CodeUnitCount
      let rest = range.lowerBound + length
      guard range.upperBound - rest >= 4, startsWithVowel(rest) else { continue }
      let matches = (0..<length).allSatisfy { article.utf8Start[$0] == text[range.lowerBound + $0] }
      if matches { return rest..<range.upperBound }
    }
    return nil
  }

  private static func writing(lead: UInt8, next: UInt8) -> Writing {
    switch (lead, next) {
    case (0xD6, 0x90...0xBF), (0xD7, _), (0xD8...0xDB, _): .prefixed
    // Thai, Lao; Myanmar; Khmer.
    case (0xE0, 0xB8...0xBB), (0xE1, 0x80...0x82), (0xE1, 0x9E...0x9F): .continuous
    // Kana and Han; Hangul, whose compounds have no spaces.
    case (0xE3...0xE9, _), (0xEA, 0xB0...0xBF), (0xEB...0xED, _), (0xF0, 0xA0...0xAF): .continuous
    default: .spaced
    }
  }
}

extension Range<Int> {
  /// The byte after the first `lead` of this range of `text`, or 0.
  fileprivate func byte(after lead: UInt8, in text: [UInt8]) -> UInt8 {
    guard let index = first(where: { text[$0] == lead }), index + 1 < upperBound else { return 0 }
    return text[index + 1]
  }
}
