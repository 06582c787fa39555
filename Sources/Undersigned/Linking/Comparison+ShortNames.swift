extension Comparison {
  /// What stands beside an acronym that is all the name: `CUT-MG` is a section of `CUT`, and none of `CUT-SP`.
  ///
  /// - Returns: Which of the two is a section of the other.
  func scoreShortNames(
    _ overlap: WordOverlap, _ left: DistinctName, _ right: DistinctName, _ waterfall: inout LinkageWaterfall
  ) -> NameComparison.Section? {
    guard left.isBareAcronym, right.isBareAcronym, left.acronyms.contains(where: right.acronyms.contains) else {
      return nil
    }
    func isTelling(_ word: Int32) -> Bool {
      vocabulary[word].role.isDisjoint(with: [.light, .stop, .reach]) && !left.acronyms.contains(word)
        && !right.acronyms.contains(word)
    }
    let leftOver = overlap.leftOver.filter(isTelling)
    let rightOver = overlap.rightOver.filter(isTelling)
    if leftOver.isEmpty, rightOver.isEmpty { return nil }
    waterfall.cap(at: leftOver.isEmpty || rightOver.isEmpty ? 0.45 : 0.3, "section", describe(leftOver + rightOver))
    // One letter is a faction's as often as a place's: `CPI(M)` is no section of `CPI`.
    let isMarked = (leftOver + rightOver).allSatisfy { isSectionWord($0) || vocabulary[$0].letters.count >= 2 }
    if leftOver.isEmpty == rightOver.isEmpty || !isMarked { return nil }
    return rightOver.isEmpty ? .left : .right
  }
}
