extension Comparison {
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

  /// How far some words say that a body reaches, as concepts.
  func reach(_ words: [Int32]) -> Set<Int16> {
    var found: Set<Int16> = []
    for word in words where vocabulary[word].role.contains(.reach) {
      for concept in vocabulary[word].concepts
      where vocabulary.lexicon.roles[Int(concept)].contains(.reach) { found.insert(concept) }
    }
    return found
  }
}
