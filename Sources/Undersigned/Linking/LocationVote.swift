import Tabular

/// Where mentions of one organization say that it is: what most signatures name.
struct LocationVote {
  /// The mention whose location is taken.
  let member: Int
  /// The single countries that were named, by code.
  let countries: [CountryCode]

  /// Counts the votes of some mentions.
  ///
  /// - Parameters:
  ///   - members: Indices of the mentions, at least one.
  ///   - mentions: All mentions.
  init(of members: [Int], _ mentions: [Mention]) {
    struct Place: Hashable {
      var scope: Location.Scope
      var countries: [CountryCode]
      var region: String?
    }
    var votes: [Place: (signatures: Int, member: Int)] = [:]
    // A guess has a vote only where nobody knows better.
    let areGuesses = members.allSatisfy { mentions[$0].location.countedScope == .unresolved }
    for member in members {
      let location = mentions[member].location
      guard (areGuesses ? location.scope : location.countedScope) != .unresolved else { continue }
      let place = Place(scope: location.scope, countries: location.countries, region: location.region)
      var vote = votes[place] ?? (0, member)
      vote.signatures += mentions[member].signatures
      if CanonicalName.precedes(mentions[member], mentions[vote.member]) { vote.member = member }
      votes[place] = vote
    }
    func key(_ place: Place) -> String {
      place.countries.map(\.description).joined(separator: " ") + "|\(place.scope.rawValue)|\(place.region ?? "")"
    }
    let first = votes.min { left, right in
      // A country says more than a mention that reached for the world.
      if left.key.countries.isEmpty != right.key.countries.isEmpty { return right.key.countries.isEmpty }
      if left.value.signatures != right.value.signatures { return left.value.signatures > right.value.signatures }
      return key(left.key) < key(right.key)
    }
    member = first?.value.member ?? members[0]
    countries = Set(votes.keys.compactMap { $0.countries.count == 1 ? $0.countries[0] : nil }).sorted()
  }
}
