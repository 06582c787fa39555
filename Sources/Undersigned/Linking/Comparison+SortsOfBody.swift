extension Comparison {
  /// Whether a word tells the sort of body (`party`, `network`).
  func isSortOfBody(_ word: Int32) -> Bool { vocabulary[word].role.contains(.kind) }

  /// Whether nearly any body may add a word.
  func isAddition(_ word: Int32) -> Bool {
    let role = vocabulary[word].role
    return role.contains(.light) || role.contains(.kind) && role.isDisjoint(with: [.unit, .house])
  }

  /// Whether nothing but what nearly any body may add differs: a sort of body on one side (`coalition`), or one on one
  /// side and a light word on the other (`movement`, `organization`), beside enough that is shared.
  func isSortOfBodyOnly(_ overlap: WordOverlap) -> Bool {
    let over = overlap.leftOver + overlap.rightOver
    guard !over.isEmpty, over.count <= 2, over.allSatisfy(isAddition), over.count(where: isSortOfBody) <= 1 else {
      return false
    }
    if isLooseOnly(over) { return !overlap.matches.isEmpty }
    return overlap.matches.count > 1 && (overlap.shared >= Comparison.distinctiveWeight || isBeginning(overlap))
  }

  /// Whether what is left over is a sort of body that people leave off and put on at will (`party`).
  func isLooseOnly(_ over: [Int32]) -> Bool {
    over.count == 1 && over.allSatisfy { vocabulary[$0].role.contains(.loose) }
  }

  /// Whether the same words stand on both sides, and one side has more (`Peace Action`, `Peace Action Network`).
  func isBeginning(_ overlap: WordOverlap) -> Bool {
    overlap.isOneSided && overlap.matches.allSatisfy { $0.left == $0.right }
  }
}
