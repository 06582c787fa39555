extension Comparison {
  /// The score of an acronym that stands for one name and no other.
  private static let provenAcronym = 0.92
  /// What a place, a number or a wing beside a bare acronym or its name takes off: it is a section's.
  private static let sectionBesideAcronym = -0.45

  /// What initials that spell the other name's acronym add, as a share of what the score lacks.
  ///
  /// - Parameter dice: How many words the names share.
  static func initials(beside dice: Double) -> Double { dice > 0.5 ? 0.4 : 0.15 }

  /// What acronyms say of two names that are written out.
  ///
  /// - Returns: Whether both show the same one.
  func scoreAcronyms(
    _ shared: [Int32], _ best: FormPair, _ left: DistinctName, _ right: DistinctName, _ relation: CountryRelation,
    _ waterfall: inout LinkageWaterfall
  ) -> Bool {
    let room = max(0, 1 - waterfall.score)
    if let acronym = shared.max(by: { vocabulary[$0].letters.count < vocabulary[$1].letters.count }) {
      guard definitions.count(acronym) <= AcronymDefinitions.limit else { return true }
      let form = vocabulary[acronym].form
      waterfall.add("same-acronym", 0.5 * room, form)
      let limit = vocabulary[acronym].letters.count >= 4 ? 2 : 1
      if form.utf8.count >= 3, relation == .same, definitions.count(acronym, in: left.countries) <= limit {
        waterfall.raise(to: 0.86, "same-acronym-in-country", form)
      }
      return true
    }
    if scoreAcronymAsWord(left, right, relation, &waterfall) { return true }
    if left.acronyms.isEmpty || right.acronyms.isEmpty {
      let proven =
        left.acronyms.first(where: right.forms[best.right].initials.contains)
        ?? right.acronyms.first(where: left.forms[best.left].initials.contains)
      if let proven {
        waterfall.add(
          "acronym-of-initials", Comparison.initials(beside: best.overlap.dice) * room, vocabulary[proven].form)
      }
      return false
    }
    if !left.acronyms.contains(where: { mine in right.acronyms.contains { isSlip(mine, $0) } }) {
      waterfall.add("other-acronym", -0.5, "\(describe(left.acronyms)) against \(describe(right.acronyms))")
    }
    return false
  }

  /// Whether a name holds the other's acronym among its words (`TESTA FOE`, `Center for Tests (TESTA)`), in a country
  /// where it stands for nothing else; then the words that both add say little.
  private func scoreAcronymAsWord(
    _ left: DistinctName, _ right: DistinctName, _ relation: CountryRelation, _ waterfall: inout LinkageWaterfall
  ) -> Bool {
    guard relation == .same else { return false }
    func proof(_ acronyms: [Int32], _ other: DistinctName) -> Int32? {
      acronyms.first { acronym in
        vocabulary[acronym].letters.count >= 4 && vocabulary[acronym].concepts.isEmpty
          && definitions.count(acronym, in: left.countries) <= 1 && other.capitals.contains(acronym)
      }
    }
    guard let acronym = proof(left.acronyms, right) ?? proof(right.acronyms, left) else { return false }
    waterfall.raise(to: Comparison.provenAcronym, "acronym-as-word", vocabulary[acronym].form)
    return true
  }

  /// Whether two long acronyms differ by a letter, or one goes on where the other ends.
  private func isSlip(_ left: Int32, _ right: Int32) -> Bool {
    let leftLetters = vocabulary[left].letters
    let rightLetters = vocabulary[right].letters
    let shorter = min(leftLetters.count, rightLetters.count)
    guard shorter >= 5 else { return false }
    return leftLetters.starts(with: rightLetters) || rightLetters.starts(with: leftLetters)
      || Spelling.distance(leftLetters, rightLetters, limit: 1) != nil
  }

  /// Compares a bare acronym with a written-out name; nothing when the name doesn't show or spell that acronym.
  func bareAcronym(
    _ left: DistinctName, _ right: DistinctName, _ relation: CountryRelation, isRecording: Bool
  ) -> NameComparison? {
    let (bare, long) = isShort(left) ? (left, right) : (right, left)
    let acronyms = bare.isBareAcronym ? bare.acronyms : bare.forms[0].words
    var waterfall = LinkageWaterfall(isRecording: isRecording, leavingOut: leavingOut)
    if let acronym = acronyms.first(where: long.acronyms.contains) {
      scoreDefined(acronym, bare, relation, &waterfall)
    } else if let acronym = acronyms.first(where: { acronym in
      long.acronyms.isEmpty && long.forms.contains { $0.initials.contains(acronym) }
    }) {
      let isLong = vocabulary[acronym].letters.count >= 4
      waterfall.add("initials", isLong && relation == .same ? 0.84 : 0.62, vocabulary[acronym].form)
      if definitions.count(acronym) > 0 { waterfall.cap(at: 0.5, "acronym-defined-otherwise") }
    } else {
      return nil
    }
    var section: NameComparison.Section?
    let foreign = bare.qualifiers.filter { !isOwnPlace($0, of: long) && !long.qualifiers.contains($0) }
    let longForeign = long.qualifiers.filter { !isOwnPlace($0, of: bare) && !bare.qualifiers.contains($0) }
    if foreign.contains(where: isSectionWord) {
      waterfall.add("section", Comparison.sectionBesideAcronym, describe(foreign))
      if longForeign.isEmpty { section = isShort(left) ? .left : .right }
    } else if longForeign.contains(where: isSectionWord) {
      waterfall.add("section", Comparison.sectionBesideAcronym, describe(longForeign))
      if foreign.isEmpty { section = isShort(left) ? .right : .left }
    } else if !foreign.isEmpty {
      waterfall.add("other-words", -0.1, describe(foreign))
    }
    applyCountry(relation, left, right, isSameName: false, &waterfall)
    if !bare.numerals.isEmpty || !long.numerals.isEmpty, bare.numerals != long.numerals,
      bare.digits != long.digits, !leavingOut.contains("other-number")
    {
      waterfall.cap(at: Comparison.vetoed, "other-number")
      return NameComparison(waterfall, isVetoed: true, section: section)
    }
    return NameComparison(waterfall, section: section)
  }

  /// Whether a name is an acronym and nothing more, or a single word that may be one in small letters (`Attac`).
  func isShort(_ name: DistinctName) -> Bool {
    if name.isBareAcronym { return true }
    guard name.acronyms.isEmpty, name.forms.count == 1, name.forms[0].words.count == 1 else { return false }
    let word = vocabulary[name.forms[0].words[0]]
    return word.isDistinctive && (4...8).contains(word.letters.count)
  }

  private func scoreDefined(
    _ acronym: Int32, _ bare: DistinctName, _ relation: CountryRelation, _ waterfall: inout LinkageWaterfall
  ) {
    let form = vocabulary[acronym].form
    let length = vocabulary[acronym].letters.count
    let everywhere = definitions.count(acronym)
    guard everywhere <= AcronymDefinitions.limit else {
      waterfall.add("acronym-of-many", 0.3, form)
      return
    }
    let inCountry = bare.countries.isEmpty ? everywhere : definitions.count(acronym, in: bare.countries)
    if relation == .same && length >= 3 && inCountry == 1 {
      waterfall.add("acronym-defined-in-country", Comparison.provenAcronym, form)
    } else if length >= 4 && everywhere == 1 {
      waterfall.add("acronym-defined-once", Comparison.provenAcronym, form)
    } else if length >= 3 && everywhere == 1 {
      waterfall.add("acronym-defined-once", 0.7, form)
    } else {
      waterfall.add("acronym-defined-several-times", 0.55, form)
    }
  }
}
