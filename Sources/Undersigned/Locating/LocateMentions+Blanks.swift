import Tabular

extension LocateMentions {
  /// In lists shorter than this a blank country is no habit.
  static let fewestRows = 10

  /// What rows come to whose country nobody stated and whose names tell nothing, by the policy.
  ///
  /// Who lists the country of nearly everybody leaves it out for bodies of no one country: in the labelled letters that
  /// were measured, nine of ten such rows. The share is that of the whole tally, so that no order matters.
  ///
  /// - Parameters:
  ///   - locations: One for each row of the tally.
  ///   - tally: The rows.
  ///   - names: The places in the names, by the number of the answer.
  ///   - answers: What the answers for the country mean, by their number.
  /// - Complexity: O(*n*) in rows.
  func readBlanks(
    _ locations: inout [Location], of tally: Tally, _ names: [NamePlaces], _ answers: [CountryAnswer?]
  ) {
    func isGiven(_ row: Tally.Row) -> Bool { answers[Int(row.answers.country)]?.isGiven == true }
    switch blankCountry {
    case .unresolved: return
    case .international:
      for (index, row) in tally.rows.enumerated()
      where locations[index].scope == .unresolved && locations[index].evidence.isEmpty && !isGiven(row) {
        locations[index] = Location(scope: .international, evidence: [Evidence("blank-country", 0.3, "by policy")])
      }
    case .scopeGuessed:
      let given = tally.rows.count(where: isGiven)
      // Two of three is where blanks stop being gaps in the data.
      guard tally.rows.count >= LocateMentions.fewestRows, given * 3 >= tally.rows.count * 2 else { return }
      let share = given * 100 / tally.rows.count
      let guess = [
        Evidence("blank-country", 0.3, "a guess: \(share) % of all rows state a country, and this one none")
      ]
      for (index, row) in tally.rows.enumerated() where locations[index].scope == .unresolved && !isGiven(row) {
        let homes = names[Int(row.answers.organization)].homes
        // What is named after one of the Congos is at home in a country, though nothing says in which.
        if homes.contains(where: \.place.isAmbiguous) { continue }
        let spoken = Set(homes.compactMap(\.place.country)).sorted()
        let region = spoken.count > 1 ? countries.commonRegion(of: spoken) : nil
        let known = locations[index].evidence
        locations[index] = Location(
          scope: region == nil ? .international : .regional, region: region,
          evidence: known.isEmpty ? guess : guess + known, isGuess: true)
      }
    }
  }
}
