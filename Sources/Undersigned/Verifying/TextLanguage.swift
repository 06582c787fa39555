/// Tells the language of a text and of its parts by their small words.
struct TextLanguage {
  private let lexicons: [ClaimLexicon]
  private var languagesOf: [String: [Int]] = [:]

  /// Knows the small words of some languages.
  init(_ lexicons: [ClaimLexicon]) {
    self.lexicons = lexicons
    for (place, lexicon) in lexicons.enumerated() {
      for word in lexicon.smallWords { languagesOf[String(word), default: []].append(place) }
    }
  }

  /// For each language, how much speaks for it: a word that several have counts for each in part.
  func weights(_ tokens: [ProseToken], of prose: ProseText) -> [Int] {
    var weights = [Int](repeating: 0, count: lexicons.count)
    func add(_ languages: [Int]) {
      for language in languages { weights[language] += 12 / min(languages.count, 12) }
    }
    for token in tokens where token.kind == .word {
      if let languages = languagesOf[token.form] { add(languages) }
      for scalar in prose.scalars[token.range] {
        if let languages = languagesOf(letter: scalar) { add(languages) }
      }
    }
    return weights
  }

  /// The languages that a letter tells of by itself.
  private func languagesOf(letter: Unicode.Scalar) -> [Int]? {
    let languages: [MessageLanguage]? =
      switch letter.value {
      case 0x400..<0x530: [.russian]
      case 0x370..<0x400: [.greek]
      case 0x600..<0x700: [.arabic]
      case 0xC0..<0x180: TextLanguage.letters[letter]
      default: nil
      }
    return languages?.compactMap { language in lexicons.firstIndex { $0.language == language } }
  }

  private static let letters: [Unicode.Scalar: [MessageLanguage]] = [
    "ı": [.turkish], "ğ": [.turkish], "ş": [.turkish], "İ": [.turkish], "Ş": [.turkish], "ñ": [.spanish],
    "ã": [.portuguese], "õ": [.portuguese], "ß": [.german], "ä": [.german], "œ": [.french],
    "ê": [.french, .portuguese],
    "è": [.french, .italian, .catalan], "ù": [.french, .italian], "à": [.french, .italian, .catalan, .portuguese],
    "ò": [.italian, .catalan], "ü": [.german, .turkish], "ö": [.german, .turkish],
    "é": [.french, .spanish, .portuguese],
    "í": [.spanish, .portuguese, .catalan], "ó": [.spanish, .catalan, .portuguese], "ì": [.italian],
    "ç": [.french, .portuguese, .catalan, .turkish],
  ]

  /// The language of each block of a text.
  ///
  /// - Returns: One for each block; a block that tells too little is in the language of the whole.
  func languages(of blocks: [[ProseToken]], in prose: ProseText) -> [Int] {
    let weights = blocks.map { self.weights($0, of: prose) }
    var sum = [Int](repeating: 0, count: lexicons.count)
    for weight in weights { for index in sum.indices { sum[index] += weight[index] } }
    let whole = TextLanguage.best(sum)?.place ?? 0
    return weights.map { weight in
      guard let best = TextLanguage.best(weight), best.weight >= 24, best.weight * 2 >= weight[whole] * 3 else {
        return whole
      }
      return best.place
    }
  }

  private static func best(_ weights: [Int]) -> (place: Int, weight: Int)? {
    guard let weight = weights.max(), weight > 0, let place = weights.firstIndex(of: weight) else { return nil }
    return (place, weight)
  }
}
