extension Comparison {
  /// What the tables of aliases say of two names; nothing where they don't put both in one group.
  ///
  /// An alias is another writing of the name: countries and numbers speak against it as against a name that is the same.
  func compareAliases(
    _ left: DistinctName, _ right: DistinctName, _ relation: CountryRelation, isRecording: Bool
  ) -> NameComparison? {
    guard !left.aliases.isEmpty, !right.aliases.isEmpty,
      let group = left.aliases.first(where: { right.aliases.contains($0) && isValid($0, left, right) })
    else { return nil }
    var waterfall = LinkageWaterfall(isRecording: isRecording, leavingOut: leavingOut)
    let own = aliases.group(group)
    waterfall.add(own == nil ? "known-alias" : "alias-table", 0.95, own?.detail ?? "names of an international body")
    applyCountry(relation, left, right, isSameName: true, &waterfall)
    if !left.numerals.isEmpty, !right.numerals.isEmpty, left.numerals != right.numerals {
      waterfall.cap(
        at: Comparison.vetoed, "other-number", "\(describe(left.numerals)) against \(describe(right.numerals))")
      return NameComparison(waterfall, isVetoed: true)
    }
    return NameComparison(waterfall)
  }

  /// Whether a group is about these two: both whole bodies or in one country, not a body and its section in a country;
  /// and where the group is about one country, one of the names is there and the other not elsewhere.
  private func isValid(_ number: UInt64, _ left: DistinctName, _ right: DistinctName) -> Bool {
    if left.countries != right.countries, !(left.qualifiers.isEmpty && right.qualifiers.isEmpty) { return false }
    guard let country = aliases.group(number)?.country else { return true }
    let sides = [left.countries, right.countries]
    return sides.contains { $0.contains(country) } && sides.allSatisfy { $0.isEmpty || $0.contains(country) }
  }
}
