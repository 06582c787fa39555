extension Comparison {
  /// What words of each name that answer none of the other take off; `FormScreen` counts on it.
  static let otherKind = LinkageRule("other-kind", -0.12)
  static let otherWords = LinkageRule("other-words", -0.6)
  static let wordsOnBothSides = LinkageRule("words-on-both-sides", -0.03)
  static let otherDistinctiveWords = LinkageRule("other-distinctive-words", -0.2)
  static let institutionOnOneSide = LinkageRule("institution-on-one-side", -0.2)

  /// What one name lacks of the other.
  func scoreOmissions(
    _ best: FormPair, _ left: DistinctName, _ right: DistinctName, hasSharedAcronym: Bool,
    _ relation: CountryRelation, _ waterfall: inout LinkageWaterfall
  ) {
    let overlap = best.overlap
    let isSortOfBodyOnly = relation == .same && isSortOfBodyOnly(overlap)
    if !hasSharedAcronym, !isSortOfBodyOnly { scoreContainment(overlap, &waterfall) }
    // An acronym that both show, with all the words answered, is the proof that a translation lacks.
    if relation != .same, !(hasSharedAcronym && overlap.dice >= 0.8) { scoreTranslation(overlap, &waterfall) }
    scoreRivals(overlap, hasSharedAcronym: hasSharedAcronym, isSortOfBodyOnly: isSortOfBodyOnly, &waterfall)
    if !hasSharedAcronym { scoreOneSide(overlap, &waterfall) }
    if isSortOfBodyOnly {
      waterfall.raise(to: 0.78, "only-the-sort-of-body-differs", describe(overlap.leftOver + overlap.rightOver))
    }
    if !hasSharedAcronym || relation != .same {
      scoreOneWord(best, left, right, relation, &waterfall)
    }
  }

  /// A name that is all in the other.
  private func scoreContainment(_ overlap: WordOverlap, _ waterfall: inout LinkageWaterfall) {
    guard overlap.isOneSided else { return }
    let extra = max(overlap.leftMissing, overlap.rightMissing)
    guard extra / (overlap.shared + extra) > 0.12 else { return }
    // What the dictionary knows tells of another field (`University of Technology`); a name of a town or a founder is
    // rather left out.
    let over = overlap.leftOver + overlap.rightOver
    let isField = over.contains { word in
      !vocabulary[word].concepts.isEmpty && vocabulary[word].role.isDisjoint(with: [.light, .kind, .stop])
    }
    waterfall.add("contained", isField ? -0.16 : -0.06, describe(over))
  }

  /// Words that only mean the same, where no country speaks for one body.
  private func scoreTranslation(_ overlap: WordOverlap, _ waterfall: inout LinkageWaterfall) {
    guard overlap.matches.contains(where: \.isTranslation) else { return }
    if !overlap.matches.contains(where: { vocabulary[$0.left].isDistinctive }) {
      waterfall.add("translated-words-only", -0.15)
    }
    let weight = overlap.matches.reduce(0) { $0 + ($1.isTranslation ? vocabulary[$1.left].weight : 0) }
    waterfall.add("translated", -0.1 * min(1, weight / max(overlap.shared, 1)))
  }

  /// Words of each name that answer none of the other.
  private func scoreRivals(
    _ overlap: WordOverlap, hasSharedAcronym: Bool, isSortOfBodyOnly: Bool, _ waterfall: inout LinkageWaterfall
  ) {
    let leftOver = overlap.leftOver
    let rightOver = overlap.rightOver
    if leftOver.contains(where: isSortOfBody), rightOver.contains(where: isSortOfBody) {
      waterfall.add(Comparison.otherKind, "\(describe(leftOver)) against \(describe(rightOver))")
    }
    let rival = min(conceptWeight(leftOver), conceptWeight(rightOver))
    if rival > 0, !isSortOfBodyOnly {
      let share = 2 * rival / overlap.total
      waterfall.add(
        Comparison.otherWords, times: hasSharedAcronym ? share / 2 : share, describe(leftOver + rightOver))
    }
    if leftOver.contains(where: isInstitution) != rightOver.contains(where: isInstitution) {
      waterfall.add(Comparison.institutionOnOneSide, describe(leftOver + rightOver))
    }
    if hasSharedAcronym { return }
    if !leftOver.isEmpty, !rightOver.isEmpty, !isSortOfBodyOnly {
      waterfall.add(Comparison.wordsOnBothSides, "\(describe(leftOver)) against \(describe(rightOver))")
    }
    if isRivalled(overlap) {
      waterfall.add(Comparison.otherDistinctiveWords, "\(describe(leftOver)) against \(describe(rightOver))")
    }
  }

  /// What a name says of its reach, and the word that is rarest of all, on one side alone.
  private func scoreOneSide(_ overlap: WordOverlap, _ waterfall: inout LinkageWaterfall) {
    if reach(overlap.leftOver).isEmpty != reach(overlap.rightOver).isEmpty {
      waterfall.add("reach-on-one-side", -0.1)
    }
    guard overlap.isOneSided else { return }
    let over = overlap.leftOver + overlap.rightOver
    let rarest = overlap.matches.map { vocabulary[$0.left].isDistinctive ? vocabulary[$0.left].weight : 0 }.max() ?? 0
    if over.contains(where: { vocabulary[$0].isDistinctive && vocabulary[$0].weight > rarest + 0.5 }) {
      waterfall.add("rarest-word-on-one-side", -0.1, describe(over))
    }
  }

  /// Whether each name has a word of its own that tells what it is, and what they share is not rare enough to outweigh
  /// that (`Harvest Venture Partners`, `Magenta Venture Partners`).
  private func isRivalled(_ overlap: WordOverlap) -> Bool {
    guard overlap.leftOver.contains(where: isContent), overlap.rightOver.contains(where: isContent) else {
      return false
    }
    return !overlap.matches.contains { isOutweighing($0.left) }
  }

  /// Whether a word tells what a body is.
  func isContent(_ word: Int32) -> Bool {
    vocabulary[word].letters.count >= 3 && vocabulary[word].place == nil
      && vocabulary[word].role.isDisjoint(with: [.stop, .light, .kind, .reach])
  }

  /// Whether a word that two names share is rare enough to outweigh others that they don't.
  func isOutweighing(_ word: Int32) -> Bool { vocabulary.isRare(word) && vocabulary[word].letters.count >= 4 }

  /// A name of one word that is not the other name as well.
  private func scoreOneWord(
    _ best: FormPair, _ left: DistinctName, _ right: DistinctName, _ relation: CountryRelation,
    _ waterfall: inout LinkageWaterfall
  ) {
    let overlap = best.overlap
    func isOneWord(_ form: DistinctName.Form) -> Bool { form.words.count { vocabulary[$0].place == nil } <= 1 }
    guard isOneWord(left.forms[best.left]) || isOneWord(right.forms[best.right]), !best.isSame,
      !isOneNameWritten(overlap, relation)
    else { return }
    // A slip in a long word is no other word.
    let isLongSlip =
      overlap.isComplete
      && overlap.matches.allSatisfy {
        $0.left == $0.right || $0.similarity >= 0.88 && vocabulary[$0.left].letters.count >= 9
      }
    waterfall.add("one-word-name", isLongSlip ? -0.1 : -0.25)
  }

  /// Whether two names, one of them a single word, are one name all the same: all words answered in one country
  /// (`Die Grünen`, `The Greens`), or the same word beside additions that tell nothing (`Solidarność`, `Solidarność
  /// Group`).
  private func isOneNameWritten(_ overlap: WordOverlap, _ relation: CountryRelation) -> Bool {
    let isIdentical = overlap.matches.allSatisfy { $0.left == $0.right }
    let over = overlap.leftOver + overlap.rightOver
    if over.isEmpty { return isIdentical || relation == .same && overlap.matches.allSatisfy(\.isSure) }
    if relation == .same, isLooseOnly(over) { return overlap.matches.allSatisfy(\.isSure) }
    let isLight = over.allSatisfy { vocabulary[$0].role.contains(.light) && !isSortOfBody($0) }
    // Without a country it takes a long word to be sure.
    let length = relation == .same ? 3 : 8
    return isIdentical && isLight && relation != .bothUnknown
      && overlap.matches.contains { vocabulary[$0.left].isDistinctive && vocabulary[$0.left].letters.count >= length }
  }

  /// Whether a word tells a body inside a larger one (`hospital`), or one that is named after something (`university`).
  func isInstitution(_ word: Int32) -> Bool { !vocabulary[word].role.isDisjoint(with: [.unit, .house]) }

  private func conceptWeight(_ words: [Int32]) -> Double {
    words.reduce(0) { $0 + (vocabulary[$1].concepts.isEmpty ? 0 : vocabulary[$1].weight) }
  }
}
