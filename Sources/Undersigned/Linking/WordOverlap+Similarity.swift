extension WordOverlap {
  /// How well two words answer each other: 1 the same, .95 inflected, .92 one concept, at most .85 for one sound in two
  /// scripts, less for a slip of spelling, 0 for different words.
  static func similarity(_ left: Int32, _ right: Int32, _ vocabulary: borrowing LinkageVocabulary) -> Double {
    if left == right { return 1 }
    // Nearly all pairs of words end here, which is what makes comparing affordable.
    if !vocabulary.outlines[Int(left)].mayAnswer(vocabulary.outlines[Int(right)]) { return 0 }
    if vocabulary[left].place != nil || vocabulary[right].place != nil {
      guard let leftPlace = vocabulary[left].place, let rightPlace = vocabulary[right].place,
        leftPlace.isSame(as: rightPlace)
      else { return 0 }
      return sameMeaning(vocabulary[left], vocabulary[right])
    }
    if vocabulary[left].isNumeric || vocabulary[right].isNumeric { return 0 }
    if !vocabulary[left].concepts.isEmpty, !vocabulary[right].concepts.isEmpty {
      // Two dictionary words are never a slip for each other: their meanings decide.
      guard isSharing(vocabulary[left].concepts, vocabulary[right].concepts) else { return 0 }
      return sameMeaning(vocabulary[left], vocabulary[right])
    }
    if isSameCompound(left, right, vocabulary) { return sameMeaning }
    if vocabulary.isOfTwoScripts(left, right) {
      return CrossScriptSpelling.similarity(vocabulary[heard: left], vocabulary[heard: right])
    }
    return vocabulary.leavingOut.contains(.spelling)
      ? 0 : spellingSimilarity(vocabulary[left].letters, vocabulary[right].letters)
  }

  /// How well two words of one meaning answer each other; better where it is one word in two spellings.
  private static func sameMeaning(_ left: LinkageVocabulary.Word, _ right: LinkageVocabulary.Word) -> Double {
    isSpellingVariant(left.letters, right.letters) ? 0.97 : sameMeaning
  }

  private static func isSharing(_ left: [Int16], _ right: [Int16]) -> Bool {
    for concept in left where right.contains(concept) { return true }
    return false
  }

  /// How many slips a word of that many letters may hold.
  static func spellingLimit(longer length: Int) -> Int { length < 8 ? 1 : length < 13 ? 2 : 3 }

  private static func spellingSimilarity(_ left: [UInt32], _ right: [UInt32]) -> Double {
    let shorter = min(left.count, right.count)
    let longer = max(left.count, right.count)
    guard shorter >= 4 else { return 0 }
    var shared = 0
    while shared < shorter, left[shared] == right[shared] { shared += 1 }
    let isPrefix = shared == shorter
    // An abbreviation leaves off the end: `dist` for `district`.
    if longer - shorter > 3 { return isPrefix ? 0.7 : 0 }
    if isPrefix {
      let ending = left.count > right.count ? left[shorter...] : right[shorter...]
      if ending == [0x73] || ending == [0x65, 0x73] { return 0.95 }
    }
    let limit = spellingLimit(longer: longer)
    var best = 0.0
    if let distance = Spelling.distance(left, right, limit: limit) {
      // Never as sure as one meaning.
      best = min(0.91, 1 - 1.2 * Double(distance) / Double(longer + 1))
    }
    // An article or a case at the end of a long word (`folkeforbundet`) changes less than a slip.
    if isPrefix, shorter >= 5 { best = max(best, shorter >= 8 ? 0.9 : 0.8) }
    return best >= 0.55 ? best : 0
  }

  /// Whether the parts of two compounds mean the same, in their order (`arbeiterkammer`, `arbeiderskamer`).
  private static func isSameCompound(
    _ left: Int32, _ right: Int32, _ vocabulary: borrowing LinkageVocabulary
  ) -> Bool {
    guard vocabulary[left].parts.count == 2, vocabulary[right].parts.count == 2 else { return false }
    for index in 0..<2 {
      let (leftPart, rightPart) = (vocabulary[left].parts[index], vocabulary[right].parts[index])
      if !isSharing(vocabulary[leftPart].concepts, vocabulary[rightPart].concepts) { return false }
    }
    return true
  }

  /// Whether two words of one meaning are one word in two spellings or endings (`centre`, `center`; `estado`,
  /// `estatales`).
  private static func isSpellingVariant(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    let shorter = min(left.count, right.count)
    guard left.first == right.first, shorter >= 4 else { return false }
    var stem = 0
    while stem < shorter, left[stem] == right[stem] { stem += 1 }
    return stem >= 4 && stem * 5 >= shorter * 3 || Spelling.distance(left, right, limit: 2) != nil
  }
}
