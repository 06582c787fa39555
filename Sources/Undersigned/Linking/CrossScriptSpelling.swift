/// Compares a word in one script with a word in another, by what is heard: `гринпис` and `greenpeace`.
///
/// Never as sure as two equal spellings: a romanization is one of many, and scripts leave out different sounds.
enum CrossScriptSpelling {
  /// How alike two words of different scripts are.
  ///
  /// - Returns: 0, or .55 through .85 for words with vowels that sound the same or nearly; .65 for four consonants or
  ///   more that agree where a script does not tell more, .5 for three where vowels are not written.
  static func similarity(_ left: LinkageVocabulary.Word, _ right: LinkageVocabulary.Word) -> Double {
    let leftSounds = SoundForm(left.latin)
    let rightSounds = SoundForm(right.latin)
    let shorter = min(leftSounds.sounds.count, rightSounds.sounds.count)
    guard shorter >= 2 else { return 0 }
    let reading = max(left.roman?.reading ?? .alphabet, right.roman?.reading ?? .alphabet)
    if reading != .consonants {
      if leftSounds == rightSounds { return shorter >= 3 ? 0.85 : 0 }
      let longer = max(leftSounds.sounds.count, rightSounds.sounds.count)
      let limit = shorter >= 5 ? WordOverlap.spellingLimit(longer: longer) : 0
      let (leftLetters, rightLetters) = (leftSounds.sounds.map(UInt32.init), rightSounds.sounds.map(UInt32.init))
      if limit > 0, let distance = Spelling.distance(leftLetters, rightLetters, limit: limit) {
        return max(0.55, 0.85 - 1.2 * Double(distance) / Double(longer + 1))
      }
      if reading == .alphabet { return 0 }
    }
    let shared = skeletons(left).first { skeleton in skeletons(right).contains(skeleton) }
    guard let count = shared?.classes.count else { return 0 }
    return count >= 4 ? 0.65 : count == 3 && reading == .consonants ? 0.5 : 0
  }

  /// The consonants of a word, with its article and without.
  static func skeletons(_ word: LinkageVocabulary.Word) -> [ConsonantSkeleton] {
    [word.latin, word.roman?.withoutArticle].compactMap { $0.map { ConsonantSkeleton(SoundForm($0)) } }
  }
}
