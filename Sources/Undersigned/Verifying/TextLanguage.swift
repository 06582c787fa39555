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
  func weights(_ tokens: [ProseToken]) -> [Int] {
    var weights = [Int](repeating: 0, count: lexicons.count)
    for token in tokens where token.kind == .word {
      guard let languages = languagesOf[token.form] else { continue }
      for language in languages { weights[language] += 12 / min(languages.count, 12) }
    }
    return weights
  }

  /// The language of each block of a text.
  ///
  /// - Returns: One for each block; a block that tells too little is in the language of the whole.
  func languages(of blocks: [[ProseToken]]) -> [Int] {
    let weights = blocks.map(self.weights)
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
