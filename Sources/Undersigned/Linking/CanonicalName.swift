/// Which of its variants an organization is shown with.
enum CanonicalName {
  /// The index of the canonical mention: of a written-out name rather than a bare acronym, then of the variant with
  /// most signatures, then the longest in UTF-8 (so the one with its accents), then the first by its bytes; among
  /// mentions written alike the one with most signatures, then the one seen first.
  ///
  /// - Precondition: There is a member.
  static func choose(among members: [Int], _ mentions: [Mention]) -> Int {
    var signatures: [String: Int] = [:]
    for member in members { signatures[mentions[member].name.display, default: 0] += mentions[member].signatures }
    return members.min { left, right in
      let leftName = mentions[left].name
      let rightName = mentions[right].name
      if leftName.names.isEmpty != rightName.names.isEmpty { return rightName.names.isEmpty }
      if leftName.display != rightName.display {
        let leftCount = signatures[leftName.display]!
        let rightCount = signatures[rightName.display]!
        if leftCount != rightCount { return leftCount > rightCount }
        if leftName.display.utf8.count != rightName.display.utf8.count {
          return leftName.display.utf8.count > rightName.display.utf8.count
        }
        return ByteOrder.precedes(leftName.display, rightName.display)
      }
      return precedes(mentions[left], mentions[right])
    }!
  }

  /// The order of mentions within an organization: display form, then country, then where each stands first.
  static func precedes(_ left: Mention, _ right: Mention) -> Bool {
    if left.name.display != right.name.display { return ByteOrder.precedes(left.name.display, right.name.display) }
    if left.location.countries != right.location.countries {
      return left.location.countries.lexicographicallyPrecedes(right.location.countries)
    }
    if left.signatures != right.signatures { return left.signatures > right.signatures }
    if left.typeAnswer != right.typeAnswer { return ByteOrder.precedes(left.typeAnswer, right.typeAnswer) }
    return left.first < right.first
  }
}
