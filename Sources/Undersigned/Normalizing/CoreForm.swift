/// A name without what does not tell it from others: legal form, leading article, `and`, second gender.
struct CoreForm {
  /// In compare form; never empty for a name with a word.
  private(set) var text: String
  /// The canonical abbreviation of the legal form that was taken off.
  private(set) var legalForm: String?

  /// The core of a name as written; its compare form is given, as it is known and the last resort.
  init(_ name: String, compareForm: String) {
    let tokens = name.tokens.map { Self.withoutElision(InclusiveEnding.collapse($0)) }
    let all = NameWord.words(of: tokens.joined(separator: " "))
    var words = all[...]
    legalForm = nil
    for _ in 0..<2 {
      guard let found = LegalForm.find(in: words, atStart: false, isBesideAnother: legalForm != nil) else { break }
      words = words.dropLast(found.count)
      legalForm = legalForm ?? found.form.canonical
    }
    if let found = LegalForm.find(in: words, atStart: true) {
      words = words.dropFirst(found.count)
      legalForm = legalForm ?? found.form.canonical
    }
    // `GmbH & Co. KG` alone is no name that a legal form was added to.
    if words.count < all.count, LegalForm.exactly(words.map(\.folded)) != nil {
      words = all[...]
      legalForm = nil
    }
    if words.count > 1, let first = words.first, NameWords.roles(of: first.folded).contains(.article),
      // `A C T` begins with no article, nor do `LA Voice` and `AS Roma`.
      !(first.isCapital && first.folded.utf8.count == 1 && words.dropFirst().first?.folded.utf8.count == 1),
      !first.isCapital || first.folded.utf8.count == 1 || words.dropFirst().allSatisfy(\.isCapital)
    {
      words = words.dropFirst()
    }
    let core = Self.withoutSecondGender(Self.joiningInitials(words))
    let joined = core.enumerated().filter { index, word in
      index == 0 || index == core.count - 1 || !NameWords.roles(of: word).contains(.and)
    }
    text = joined.map(\.element).joined(separator: " ")
    if text.unicodeScalars.count < 2 { text = compareForm }
    if let found = LegalForm.unglue(text) {
      text = found.name
      legalForm = legalForm ?? found.form.canonical
    }
  }

  /// The words with runs of single capitals as one, as if they had dots: `A P Moller` is `AP Moller`, and `H plus H` is
  /// `H+H`, which the fold leaves as `H H`.
  private static func joiningInitials(_ words: ArraySlice<NameWord>) -> [String] {
    func isInitial(_ word: NameWord) -> Bool { word.isCapital && word.folded.utf8.count == 1 }
    var result: [String] = []
    var isInRun = false
    for (index, word) in zip(words.indices, words) {
      if isInitial(word), isInRun {
        result[result.count - 1] += word.folded
        continue
      }
      if isInRun, index + 1 < words.endIndex, isInitial(words[index + 1]), word.folded.utf8.count > 1,
        NameWords.roles(of: word.folded).contains(.and)
      {
        continue
      }
      result.append(word.folded)
      isInRun = isInitial(word)
    }
    return result
  }

  /// Takes off the elided article or preposition of French and Italian: `l'`, `d'`, `dell'`.
  static func withoutElision(_ token: String) -> String {
    // The apostrophes beyond ASCII begin with one of these bytes.
    guard token.utf8.prefix(8).contains(where: { $0 == 0x27 || $0 == 0x60 || $0 == 0xE2 || $0 == 0xC2 || $0 == 0xCA }),
      let mark = token.firstIndex(where: { $0 == "'" || $0 == "’" || $0 == "´" || $0 == "`" || $0 == "ʼ" }),
      token.utf8.distance(from: token.startIndex, to: mark) <= 5
    else { return token }
    let rest = token[token.index(after: mark)...]
    guard let first = CompareForm.fold(String(rest.prefix(1))).utf8.first, "aeiouyh".utf8.contains(first),
      rest.count > 1
    else { return token }
    let head = token[..<mark].lowercased()
    return ["l", "d", "dell", "nell", "all", "dall", "sull", "un", "qu", "s"].contains(head) ? String(rest) : token
  }

  /// Leaves one of `advogadas e advogados`, also with an article or preposition between them.
  private static func withoutSecondGender(_ words: [String]) -> [String] {
    guard words.count > 2 else { return words }
    var result: [String] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      var next = index + 1
      if next < words.count, NameWords.roles(of: words[next]).contains(.and) {
        next += 1
        if next + 1 < words.count, NameWords.isStop(words[next]) { next += 1 }
        if next < words.count, let pair = InclusiveEnding.areOne(word, words[next]) {
          result.append(pair.isFeminineFirst ? words[next] : word)
          index = next + 1
          continue
        }
      }
      result.append(word)
      index += 1
    }
    return result
  }
}
