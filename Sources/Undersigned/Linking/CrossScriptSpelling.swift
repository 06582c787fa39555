/// Compares a word in one script with a word in another, by what is heard: `гринпис` and `greenpeace`.
///
/// Never as sure as two equal spellings: a romanization is one of many, and scripts leave out different sounds.
enum CrossScriptSpelling {
  /// How alike two words of different scripts are.
  ///
  /// - Returns: 0, or .55 through .85 for words with vowels that sound the same or nearly; .65 for four consonants or
  ///   more that agree where a script does not tell more, .5 for three where vowels are not written.
  static func similarity(_ left: borrowing HeardWord, _ right: borrowing HeardWord) -> Double {
    let shorter = min(left.sounds.count, right.sounds.count)
    guard shorter >= 2 else { return 0 }
    let reading = max(left.reading, right.reading)
    if reading != .consonants {
      if left.sounds == right.sounds { return shorter >= 3 ? 0.85 : 0 }
      let longer = max(left.sounds.count, right.sounds.count)
      let limit = shorter >= 5 ? WordOverlap.spellingLimit(longer: longer) : 0
      if limit > 0, let distance = Spelling.distance(left.sounds, right.sounds, limit: limit) {
        return max(0.55, 0.85 - 1.2 * Double(distance) / Double(longer + 1))
      }
      if reading == .alphabet { return 0 }
    }
    guard let shared = left.skeletons.first(where: right.skeletons.contains) else { return 0 }
    let count = shared.classes.count
    return count >= 4 ? 0.65 : count == 3 && reading == .consonants ? 0.5 : 0
  }
}
