extension Comparison {
  /// What a wing that only one name tells of takes off; `FormScreen` counts on it.
  static let wingOnOneSide = LinkageRule("wing-on-one-side", -0.35)

  /// What makes one name that of a section of the other: a place, a wing, a number on one side alone.
  ///
  /// - Returns: Which of the two is a section of the other.
  func scoreSections(
    _ best: FormPair, _ left: DistinctName, _ right: DistinctName, _ waterfall: inout LinkageWaterfall
  ) -> NameComparison.Section? {
    let leftOver = best.overlap.leftOver
    let rightOver = best.overlap.rightOver
    let leftPlaces = leftOver.filter { vocabulary[$0].place != nil }
    let rightPlaces = rightOver.filter { vocabulary[$0].place != nil }
    if leftPlaces.isEmpty != rightPlaces.isEmpty {
      waterfall.add("place-on-one-side", -0.45, describe(leftPlaces + rightPlaces))
    }
    let leftWings = leftOver.filter(isWing)
    let rightWings = rightOver.filter(isWing)
    if leftWings.isEmpty != rightWings.isEmpty {
      waterfall.add(Comparison.wingOnOneSide, describe(leftWings + rightWings))
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

  /// Whether a word tells of a wing or a section of a larger body.
  func isWing(_ word: Int32) -> Bool { vocabulary[word].role.contains(.wing) }

  /// Whether a word left over makes a name that of a section: a place, a number, a wing.
  func isSectionWord(_ word: Int32) -> Bool {
    vocabulary[word].place != nil || vocabulary[word].isNumeric || isWing(word)
  }
}
