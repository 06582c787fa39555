extension Comparison {
  /// What one name lacks of the other: adds the reasons, and tells whether one is a section of the other.
  func scoreOmissions(
    _ best: FormPair, _ hasSharedAcronym: Bool, _ left: DistinctName, _ right: DistinctName,
    _ relation: CountryRelation, _ waterfall: inout LinkageWaterfall
  ) -> NameComparison.Section? {
    let overlap = best.overlap
    let total = 2 * overlap.shared + overlap.leftMissing + overlap.rightMissing
    guard total > 0 else { return nil }
    let leftOver = overlap.leftOver
    let rightOver = overlap.rightOver
    let isKindOnly = relation == .same && isKindOnly(overlap)
    if leftOver.isEmpty != rightOver.isEmpty, !hasSharedAcronym, !isKindOnly {
      let extra = max(overlap.leftMissing, overlap.rightMissing)
      if extra / (overlap.shared + extra) > 0.12 {
        // What the dictionary knows tells of another field (`University of Technology`); a name of a town or a founder
        // is rather left out.
        let isField = (leftOver + rightOver).contains { word in
          !vocabulary[word].concepts.isEmpty && vocabulary[word].role.isDisjoint(with: [.light, .kind, .stop])
        }
        waterfall.add("contained", isField ? -0.16 : -0.06, describe(leftOver + rightOver))
      }
    }
    let isTranslated = overlap.matches.contains { $0.similarity == 0.92 && $0.left != $0.right }
    let hasDistinctive = overlap.matches.contains { vocabulary[$0.left].isDistinctive }
    // An acronym that both show, with all the words answered, is the proof that a translation lacks.
    if isTranslated, relation != .same, !(hasSharedAcronym && overlap.dice >= 0.8) {
      if !hasDistinctive { waterfall.add("translated-words-only", -0.15) }
      let weight = overlap.matches.reduce(0) { $0 + ($1.similarity == 0.92 ? vocabulary[$1.left].weight : 0) }
      waterfall.add("translated", -0.1 * min(1, weight / max(overlap.shared, 1)))
    }
    if leftOver.contains(where: { isKind($0) }), rightOver.contains(where: { isKind($0) }) {
      waterfall.add("other-kind", -0.12, "\(describe(leftOver)) against \(describe(rightOver))")
    }
    let rival = min(conceptWeight(leftOver), conceptWeight(rightOver))
    if rival > 0, !isKindOnly {
      let share = 2 * rival / total
      waterfall.add("other-words", (hasSharedAcronym ? -0.3 : -0.6) * share, describe(leftOver + rightOver))
    }
    if leftOver.contains(where: isUnit) != rightOver.contains(where: isUnit) {
      waterfall.add("unit-on-one-side", -0.2, describe(leftOver + rightOver))
    }
    if !leftOver.isEmpty, !rightOver.isEmpty, !hasSharedAcronym, !isKindOnly {
      waterfall.add("words-on-both-sides", -0.03, "\(describe(leftOver)) against \(describe(rightOver))")
    }
    if !hasSharedAcronym, isRivalled(overlap) {
      waterfall.add("other-distinctive-words", -0.2, "\(describe(leftOver)) against \(describe(rightOver))")
    }
    let leftReach = reach(leftOver)
    let rightReach = reach(rightOver)
    if leftReach.isEmpty != rightReach.isEmpty, !hasSharedAcronym { waterfall.add("reach-on-one-side", -0.1) }
    if leftOver.isEmpty != rightOver.isEmpty, !hasSharedAcronym {
      let rarest = overlap.matches.map { vocabulary[$0.left].isDistinctive ? vocabulary[$0.left].weight : 0 }.max() ?? 0
      if (leftOver + rightOver).contains(where: { vocabulary[$0].isDistinctive && vocabulary[$0].weight > rarest + 0.5 }
      ) {
        waterfall.add("rarest-word-on-one-side", -0.1, describe(leftOver + rightOver))
      }
    }
    if isKindOnly { waterfall.raise(to: 0.78, "only-the-sort-of-body-differs", describe(leftOver + rightOver)) }
    let isOneWord = [best.leftForm, best.rightForm].contains { form in
      form.words.count { vocabulary[$0].place == nil } <= 1
    }
    if isOneWord, !best.isSame, !hasSharedAcronym || relation != .same, !isOneNameWritten(overlap, relation) {
      // A slip in a long word is no other word.
      let isLongSlip =
        leftOver.isEmpty && rightOver.isEmpty
        && overlap.matches.allSatisfy {
          $0.left == $0.right || $0.similarity >= 0.88 && vocabulary[$0.left].letters.count >= 9
        }
      waterfall.add("one-word-name", isLongSlip ? -0.1 : -0.25)
    }
    return scoreSections(best, left, right, &waterfall)
  }

  private func scoreSections(
    _ best: FormPair, _ left: DistinctName, _ right: DistinctName, _ waterfall: inout LinkageWaterfall
  ) -> NameComparison.Section? {
    let leftOver = best.overlap.leftOver
    let rightOver = best.overlap.rightOver
    let leftPlaces = leftOver.filter { vocabulary[$0].place != nil }
    let rightPlaces = rightOver.filter { vocabulary[$0].place != nil }
    if leftPlaces.isEmpty != rightPlaces.isEmpty {
      waterfall.add("place-on-one-side", -0.45, describe(leftPlaces + rightPlaces))
    }
    let leftWings = leftOver.filter { vocabulary[$0].role.contains(.wing) }
    let rightWings = rightOver.filter { vocabulary[$0].role.contains(.wing) }
    if leftWings.isEmpty != rightWings.isEmpty {
      waterfall.add("wing-on-one-side", -0.35, describe(leftWings + rightWings))
    }
    if left.numerals.isEmpty != right.numerals.isEmpty, !best.isSame,
      !left.acronyms.contains(where: right.acronyms.contains)
    {
      waterfall.add("number-on-one-side", -0.3, describe(left.numerals + right.numerals))
    }
    guard best.overlap.shared > 0, !best.overlap.matches.isEmpty else { return nil }
    if rightOver.isEmpty, !leftOver.isEmpty, leftOver.allSatisfy(isSectionWord) { return .left }
    if leftOver.isEmpty, !rightOver.isEmpty, rightOver.allSatisfy(isSectionWord) { return .right }
    return nil
  }

  /// Whether each name has a word of its own that tells what it is, and what they share is not rare enough to outweigh
  /// that (`Harvest Venture Partners`, `Magenta Venture Partners`).
  private func isRivalled(_ overlap: WordOverlap) -> Bool {
    func isContent(_ word: Int32) -> Bool {
      vocabulary[word].letters.count >= 3 && vocabulary[word].place == nil
        && vocabulary[word].role.isDisjoint(with: [.stop, .light, .kind, .reach])
    }
    guard overlap.leftOver.contains(where: isContent), overlap.rightOver.contains(where: isContent) else {
      return false
    }
    return !overlap.matches.contains { match in
      vocabulary[match.left].isDistinctive && vocabulary[match.left].letters.count >= 4
        && vocabulary[match.left].documentFrequency <= vocabulary.rareFrequency
    }
  }

  /// Whether the only telling word that two names share is a short one with a slip in it (`Reach Capital`, `Reich
  /// Capital`): in a short word a slip makes another word, the sooner where no country speaks for the same body.
  private func isSlipInShortWord(_ overlap: WordOverlap, _ relation: CountryRelation) -> Bool {
    let short = relation == .same ? 6 : 8
    let identical = overlap.matches.filter { $0.left == $0.right || $0.similarity >= 0.92 }
    guard identical.count < 3, !identical.contains(where: { vocabulary[$0.left].isDistinctive }) else { return false }
    return overlap.matches.contains { match in
      match.left != match.right && match.similarity < 0.92
        && vocabulary.outlines[Int(match.left)].script == vocabulary.outlines[Int(match.right)].script
        && min(vocabulary[match.left].letters.count, vocabulary[match.right].letters.count) < short
    }
  }

  /// Whether nothing but what nearly any body may add differs: a sort of body on one side (`coalition`), or one on one
  /// side and a light word on the other (`movement`, `organization`), beside enough that is shared.
  private func isKindOnly(_ overlap: WordOverlap) -> Bool {
    let over = overlap.leftOver + overlap.rightOver
    func isAddition(_ word: Int32) -> Bool {
      let role = vocabulary[word].role
      return role.contains(.light) || role.contains(.kind) && role.isDisjoint(with: [.unit, .house])
    }
    guard !over.isEmpty, over.count <= 2, over.allSatisfy(isAddition), over.count(where: { isKind($0) }) <= 1 else {
      return false
    }
    if isLooseOnly(over) { return !overlap.matches.isEmpty }
    return overlap.matches.count > 1 && (overlap.shared >= Comparison.distinctiveWeight || isBeginning(overlap))
  }

  /// Whether what is left over is a sort of body that people leave off and put on at will (`party`).
  private func isLooseOnly(_ over: [Int32]) -> Bool {
    over.count == 1 && over.allSatisfy { vocabulary[$0].role.contains(.loose) }
  }

  /// Whether the same words stand on both sides, and one side goes on with one more (`Handel Anders`, `Handel Anders
  /// Coalitie`).
  private func isBeginning(_ overlap: WordOverlap) -> Bool {
    overlap.leftOver.isEmpty != overlap.rightOver.isEmpty && overlap.matches.allSatisfy { $0.left == $0.right }
  }

  /// Whether two names, one of them a single word, are one name all the same: all words answered in one country
  /// (`Die Grünen`, `The Greens`), or the same word beside additions that tell nothing (`Istiqlal`, `Istiqlal Party`).
  private func isOneNameWritten(_ overlap: WordOverlap, _ relation: CountryRelation) -> Bool {
    let isIdentical = overlap.matches.allSatisfy { $0.left == $0.right }
    let over = overlap.leftOver + overlap.rightOver
    if over.isEmpty { return isIdentical || relation == .same && overlap.matches.allSatisfy { $0.similarity >= 0.92 } }
    if relation == .same, isLooseOnly(over) { return overlap.matches.allSatisfy { $0.similarity >= 0.92 } }
    let isLight = over.allSatisfy { vocabulary[$0].role.contains(.light) && !isKind($0) }
    // Without a country it takes a long word to be sure.
    let length = relation == .same ? 3 : 8
    return isIdentical && isLight && relation != .bothUnknown
      && overlap.matches.contains { vocabulary[$0.left].isDistinctive && vocabulary[$0.left].letters.count >= length }
  }

  /// Keeps below merging what has no proof.
  func applyCaps(
    _ shared: [Int32], _ hasAcronym: Bool, _ best: FormPair, _ left: DistinctName, _ right: DistinctName,
    _ relation: CountryRelation, _ waterfall: inout LinkageWaterfall
  ) {
    let overlap = best.overlap
    let hasDistinctive = overlap.matches.contains { match in
      (vocabulary[match.left].isDistinctive || vocabulary[match.right].isDistinctive) && isHeardAlike(match)
    }
    let over = overlap.leftOver + overlap.rightOver
    let isWhole =
      over.allSatisfy { vocabulary[$0].role.contains(.light) }
      || isKindOnly(overlap) && (overlap.matches.count > 2 || isLooseOnly(over) || isBeginning(overlap))
    let isTranslated = overlap.matches.contains { $0.similarity == 0.92 && $0.left != $0.right }
    if !hasDistinctive, !hasAcronym,
      !(isWhole
        && (relation == .same || best.isSame || !isTranslated && (isInOrder(best) || overlap.matches.count > 3)))
    {
      waterfall.cap(at: Comparison.cap, "no-distinctive-word")
    }
    if !hasAcronym, !best.isSame, isSlipInShortWord(overlap, relation) {
      waterfall.cap(at: Comparison.cap, "slip-in-a-short-word")
    }
    if best.isAlias, !isTelling(best.leftForm) || !isTelling(best.rightForm) {
      waterfall.cap(at: 0.6, "short-alias")
    }
    if let acronym = shared.first, !best.isSame {
      let isBothSides = !overlap.leftOver.isEmpty && !overlap.rightOver.isEmpty
      let same = overlap.matches.reduce(0) { $0 + ($1.left == $1.right ? vocabulary[$1.left].weight : 0) }
      let other = overlap.matches.reduce(0) { $0 + ($1.left == $1.right ? 0 : vocabulary[$1.left].weight) }
      let isTranslation = other > same || overlap.matches.isEmpty && relation == .same
      let isOneSideUnknown = relation != .same && (!overlap.leftOver.isEmpty || !overlap.rightOver.isEmpty)
      let isShort = vocabulary[acronym].letters.count <= 3 && overlap.dice < 0.3
      let isSortOnly = over.allSatisfy { isKind($0) || !vocabulary[$0].role.isDisjoint(with: [.light, .reach]) }
      let length = vocabulary[acronym].letters.count
      if isSortOnly, overlap.dice >= 0.65, length >= (relation == .same ? 3 : 4) { return }
      if overlap.dice >= 0.7, length >= 5, definitions.count(acronym) <= 1 { return }
      if isBothSides && !isTranslation || isOneSideUnknown && overlap.dice < 0.8 || isShort {
        waterfall.cap(at: Comparison.cap, "acronym-with-other-words", describe(overlap.leftOver + overlap.rightOver))
      }
    }
  }

  /// Whether two words, if they are of two scripts, sound alike with their vowels; consonants alone prove nothing.
  private func isHeardAlike(_ match: WordOverlap.Match) -> Bool {
    match.similarity >= 0.7
      || vocabulary.outlines[Int(match.left)].script == vocabulary.outlines[Int(match.right)].script
  }

  /// Whether the words that answer each other come in the same order on both sides.
  private func isInOrder(_ best: FormPair) -> Bool {
    let places = best.overlap.matches.compactMap { match -> (left: Int, right: Int)? in
      guard let left = best.leftForm.words.firstIndex(of: match.left) else { return nil }
      return best.rightForm.words.firstIndex(of: match.right).map { (left, $0) }
    }.sorted { $0.left < $1.left }
    return zip(places, places.dropFirst()).allSatisfy { $0.right <= $1.right }
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

  /// What the countries say.
  func applyCountry(
    _ relation: CountryRelation, _ left: DistinctName, _ right: DistinctName, isSameName: Bool,
    sharedAcronyms: [Int32] = [], _ waterfall: inout LinkageWaterfall
  ) {
    let words = left.forms[0].words
    let weight = words.reduce(0) { $0 + vocabulary[$1].weight }
    switch relation {
    case .same, .bothUnknown: break
    case .oneUnknown:
      let isDistinctive =
        weight >= Comparison.distinctiveWeight || words.contains { vocabulary[$0].isDistinctive }
        || words.count > 1 && !words.contains { isKind($0) }
      if left.compareForm == right.compareForm, !isDistinctive {
        waterfall.cap(at: Comparison.cap, "common-name-without-country")
      }
    case .different:
      // A part of the world is no country: `Corporate Europe Observatory` may be said to be in two.
      let hasPlace = (words + left.qualifiers + right.qualifiers).contains { word in
        vocabulary[word].place.map { $0.level != .region } ?? false
      }
      let countries = "\(list(left.countries)) against \(list(right.countries))"
      let isNearlySame = isSameName || waterfall.score >= Comparison.nearlySame
      if isOneBody(words, sharedAcronyms), isNearlySame, !hasPlace {
        // A misprint, or two offices: the same long name with the same acronym is rarely of two bodies.
        waterfall.cap(at: 0.8, "other-country", countries)
      } else if isNearlySame, !hasPlace, weight >= Comparison.distinctiveWeight {
        waterfall.cap(at: 0.66, "other-country", countries)
      } else {
        waterfall.cap(at: isSameName ? 0.45 : Comparison.elsewhere, "other-country", countries)
      }
    }
  }

  /// Whether a name in two countries is of one body rather than of two sections of a worldwide one: it is long, its
  /// acronym stands for nothing else, and it tells of no reach and no wing.
  private func isOneBody(_ words: [Int32], _ sharedAcronyms: [Int32]) -> Bool {
    words.count >= 3
      && sharedAcronyms.contains { vocabulary[$0].letters.count >= 3 && definitions.count($0) <= 1 }
      && words.allSatisfy { vocabulary[$0].role.isDisjoint(with: [.reach, .wing]) }
  }

  private func list(_ countries: [CountryCode]) -> String { countries.map(\.description).joined(separator: ", ") }

  /// What no likeness can outweigh.
  func veto(_ overlap: WordOverlap, _ left: DistinctName, _ right: DistinctName) -> (name: String, detail: String)? {
    if !left.numerals.isEmpty, !right.numerals.isEmpty, left.numerals != right.numerals, left.digits != right.digits {
      return ("other-number", "\(describe(left.numerals)) against \(describe(right.numerals))")
    }
    let leftLetters = overlap.leftOver.filter { vocabulary[$0].letters.count == 1 }
    let rightLetters = overlap.rightOver.filter { vocabulary[$0].letters.count == 1 }
    if !leftLetters.isEmpty, !rightLetters.isEmpty {
      return ("other-letter", "\(describe(leftLetters)) against \(describe(rightLetters))")
    }
    let leftPlaces = overlap.leftOver.compactMap { vocabulary[$0].place }
    let rightPlaces = overlap.rightOver.compactMap { vocabulary[$0].place }
    for leftPlace in leftPlaces {
      if let other = rightPlaces.first(where: { isOther($0, than: leftPlace) }) {
        return ("other-place", "\(leftPlace.key) against \(other.key)")
      }
    }
    let leftReach = reach(overlap.leftOver)
    let rightReach = reach(overlap.rightOver)
    if !leftReach.isEmpty, !rightReach.isEmpty, leftReach.isDisjoint(with: rightReach) {
      return ("other-reach", "")
    }
    if left.isBareAcronym, right.isBareAcronym, !left.acronyms.contains(where: right.acronyms.contains) {
      return ("other-acronym", "")
    }
    return nil
  }

  /// Whether two places exclude each other; a country and a part of it don't.
  private func isOther(_ left: LinkagePlace, than right: LinkagePlace) -> Bool {
    if left.isSame(as: right) { return false }
    if let country = left.country, country == right.country { return left.level == right.level }
    return true
  }

  private func reach(_ words: [Int32]) -> Set<Int16> {
    var found: Set<Int16> = []
    for word in words where vocabulary[word].role.contains(.reach) {
      for concept in vocabulary[word].concepts
      where vocabulary.lexicon.roles[Int(concept)].contains(.reach) { found.insert(concept) }
    }
    return found
  }

  private func isUnit(_ word: Int32) -> Bool { vocabulary[word].role.contains(.unit) }

  private func isKind(_ word: Int32) -> Bool { vocabulary[word].role.contains(.kind) }

  private func conceptWeight(_ words: [Int32]) -> Double {
    words.reduce(0) { $0 + (vocabulary[$1].concepts.isEmpty ? 0 : vocabulary[$1].weight) }
  }
}
