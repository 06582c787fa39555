extension Comparison {
  /// Keeps below merging what has no proof.
  ///
  /// - Parameters:
  ///   - sharedAcronyms: What both names show.
  ///   - hasAcronym: Whether an acronym proves anything: one that both show, or one that stands among the other's words.
  func applyCaps(
    _ best: FormPair, _ left: DistinctName, _ right: DistinctName, sharedAcronyms: [Int32], hasAcronym: Bool,
    _ relation: CountryRelation, _ waterfall: inout LinkageWaterfall
  ) {
    let overlap = best.overlap
    if !hasAcronym, !hasDistinctiveWord(overlap), !isAllAnswered(best, left, right, relation) {
      waterfall.cap(at: Comparison.unproven, "no-distinctive-word")
    }
    if !hasAcronym, !best.isSame, isSlipInShortWord(overlap, relation) {
      waterfall.cap(at: Comparison.unproven, "slip-in-a-short-word")
    }
    if best.isAlias, !isTelling(left.forms[best.left]) || !isTelling(right.forms[best.right]) {
      waterfall.cap(at: 0.6, "short-alias")
    }
    if let acronym = sharedAcronyms.first, !best.isSame, !isAcronymBorneOut(acronym, overlap, relation) {
      waterfall.cap(
        at: Comparison.unproven, "acronym-with-other-words", describe(overlap.leftOver + overlap.rightOver))
    }
  }

  /// Whether a word that only few organizations can have answers another.
  private func hasDistinctiveWord(_ overlap: WordOverlap) -> Bool {
    overlap.matches.contains { match in
      (vocabulary[match.left].isDistinctive || vocabulary[match.right].isDistinctive) && isHeardAlike(match)
    }
  }

  /// Whether two words, if they are of two scripts, sound alike with their vowels; consonants alone prove nothing.
  private func isHeardAlike(_ match: WordOverlap.Match) -> Bool {
    match.similarity >= 0.7 || !vocabulary.isOfTwoScripts(match.left, match.right)
  }

  /// Whether common words are enough: all of them are answered, but for what nearly any body may add, and a country or
  /// the same words in the same order say that it is no other body.
  private func isAllAnswered(
    _ best: FormPair, _ left: DistinctName, _ right: DistinctName, _ relation: CountryRelation
  ) -> Bool {
    let overlap = best.overlap
    let over = overlap.leftOver + overlap.rightOver
    let isWhole =
      over.allSatisfy { vocabulary[$0].role.contains(.light) }
      || isSortOfBodyOnly(overlap) && (overlap.matches.count > 2 || isLooseOnly(over) || isBeginning(overlap))
    guard isWhole else { return false }
    if relation == .same || best.isSame { return true }
    return !overlap.matches.contains(where: \.isTranslation)
      && (isInOrder(best, left, right) || overlap.matches.count > 3)
  }

  /// Whether the words that answer each other come in the same order on both sides.
  private func isInOrder(_ best: FormPair, _ left: DistinctName, _ right: DistinctName) -> Bool {
    let places = best.overlap.matches.compactMap { match -> (left: Int, right: Int)? in
      guard let place = left.forms[best.left].words.firstIndex(of: match.left) else { return nil }
      return right.forms[best.right].words.firstIndex(of: match.right).map { (place, $0) }
    }.sorted { $0.left < $1.left }
    return zip(places, places.dropFirst()).allSatisfy { $0.right <= $1.right }
  }

  /// Whether the only telling word that two names share is a short one with a slip in it (`Reach Capital`, `Reich
  /// Capital`): in a short word a slip makes another word, the sooner where no country speaks for the same body.
  private func isSlipInShortWord(_ overlap: WordOverlap, _ relation: CountryRelation) -> Bool {
    let short = relation == .same ? 6 : 8
    let identical = overlap.matches.filter(\.isSure)
    guard identical.count < 3, !identical.contains(where: { vocabulary.isRare($0.left) }) else { return false }
    return overlap.matches.contains { match in
      !match.isSure && !vocabulary.isOfTwoScripts(match.left, match.right)
        && min(vocabulary[match.left].letters.count, vocabulary[match.right].letters.count) < short
    }
  }

  /// Whether one of several names in a mention is enough to be known by: two words, or a long distinctive one.
  private func isTelling(_ form: DistinctName.Form) -> Bool {
    if form.isWhole { return true }
    let content = form.words.filter { word in
      vocabulary[word].letters.count >= 2 && vocabulary[word].place == nil && !vocabulary[word].role.contains(.stop)
    }
    return content.count >= 2
      || content.contains { word in
        vocabulary[word].letters.count >= 6 && (vocabulary[word].isDistinctive || !vocabulary[word].parts.isEmpty)
      }
  }

  /// Whether the words of two names agree with the acronym that both show: they are nearly the same, or one language's
  /// for the other's, and not those of two bodies whose initials happen to be alike.
  private func isAcronymBorneOut(_ acronym: Int32, _ overlap: WordOverlap, _ relation: CountryRelation) -> Bool {
    let over = overlap.leftOver + overlap.rightOver
    let length = vocabulary[acronym].letters.count
    let isGeneric = over.allSatisfy { isSortOfBody($0) || !vocabulary[$0].role.isDisjoint(with: [.light, .reach]) }
    if isGeneric, overlap.dice >= 0.65, length >= (relation == .same ? 3 : 4) { return true }
    if overlap.dice >= 0.7, length >= 5, definitions.count(acronym) <= 1 { return true }
    if length <= 3, overlap.dice < 0.3 { return false }
    if relation != .same, !over.isEmpty, overlap.dice < 0.8 { return false }
    let same = overlap.matches.reduce(0) { $0 + ($1.left == $1.right ? vocabulary[$1.left].weight : 0) }
    let other = overlap.matches.reduce(0) { $0 + ($1.left == $1.right ? 0 : vocabulary[$1.left].weight) }
    // Words that the lexicon knows on both sides, none answering another, are no translation that it lacks.
    let isUnknown = [overlap.leftOver, overlap.rightOver].contains { over in
      over.count { !vocabulary[$0].concepts.isEmpty } < 2
    }
    let isTranslation = other > same || overlap.matches.isEmpty && relation == .same && isUnknown
    return overlap.leftOver.isEmpty || overlap.rightOver.isEmpty || isTranslation
  }
}
