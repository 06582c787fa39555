/// Parts a text's tokens into sentences.
enum ClaimSentences {
  /// The sentences, each without the end of its block.
  ///
  /// - Complexity: O(*n*).
  static func split(_ tokens: [ProseToken]) -> [(tokens: [ProseToken], block: Int)] {
    var sentences: [(tokens: [ProseToken], block: Int)] = []
    var current: [ProseToken] = []
    var block = 0
    func isEnd(_ index: Int) -> Bool {
      let token = tokens[index]
      if token.isMark(in: ["!", "?", "؟", "。", "…"]) { return true }
      // Greek asks with a semicolon.
      guard token.isMark("."), index + 1 < tokens.count else { return token.isMark(".") }
      let next = tokens[index + 1]
      if next.kind == .blockEnd { return true }
      if next.isGlued { return next.isMark(in: ["\"", "”", "»", ")", "’"]) }
      guard let before = current.last else { return true }
      // `Mr. Example`, `No. 5`, `J. Example`, `Local 10, Inc. of`.
      if before.kind == .word, !before.form.utf8.isEmpty, before.form.count == 1, before.isCapitalized { return false }
      if before.kind == .word, abbreviations.contains(before.form) { return false }
      return next.kind != .word || next.isCapitalized || !isCased(next)
    }
    for index in tokens.indices {
      if tokens[index].kind == .blockEnd || isEnd(index) {
        if !current.isEmpty { sentences.append((current, block)) }
        current = []
        if tokens[index].kind == .blockEnd { block += 1 }
      } else {
        current.append(tokens[index])
      }
    }
    if !current.isEmpty { sentences.append((current, block)) }
    return sentences
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "no", "nr", "art", "vs", "etc", "ca", "sr", "sra", "dra", "ud", "bzw", "ua",
    "zb",
    "eg", "ie", "vgl", "jr", "rev", "hon", "gen", "sen", "rep", "gov", "mt", "ft", "pp", "vol", "fig", "approx", "n",
  ]

  /// Whether the word's script has capital letters.
  private static func isCased(_ token: ProseToken) -> Bool {
    guard let first = token.form.unicodeScalars.first else { return false }
    return first.value < 0x590
  }
}
