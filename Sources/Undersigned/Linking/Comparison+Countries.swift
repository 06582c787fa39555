extension Comparison {
  /// How the countries of two names agree.
  enum CountryRelation {
    case same
    case oneUnknown
    case bothUnknown
    case different
  }

  /// How the countries of two names agree; one in common is enough.
  func countryRelation(_ left: DistinctName, _ right: DistinctName) -> CountryRelation {
    if left.countries.isEmpty || right.countries.isEmpty {
      return left.countries.isEmpty && right.countries.isEmpty ? .bothUnknown : .oneUnknown
    }
    return left.countries.contains(where: right.countries.contains) ? .same : .different
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
        || words.count > 1 && !words.contains(where: isSortOfBody)
      if left.compareForm == right.compareForm, !isDistinctive {
        waterfall.cap(at: Comparison.unproven, "common-name-without-country")
      }
    case .different:
      // A part of the world is no country: an `Observatory of Europe` may be said to be in two.
      let hasPlace = [words, left.qualifiers, right.qualifiers].contains { $0.contains(where: isPlaceInTheWorld) }
      // Spelt out only for whoever asks for the steps.
      func countries() -> String { "\(list(left.countries)) against \(list(right.countries))" }
      let isNearlySame = isSameName || waterfall.score >= Comparison.nearlySame
      if isOneBody(words, sharedAcronyms), isNearlySame, !hasPlace {
        // A misprint, or two offices: the same long name with the same acronym is rarely of two bodies.
        waterfall.cap(at: 0.8, "other-country", countries())
      } else if isNearlySame, !hasPlace, weight >= Comparison.distinctiveWeight {
        waterfall.cap(at: 0.66, "other-country", countries())
      } else {
        waterfall.cap(at: isSameName ? 0.45 : Comparison.elsewhere, "other-country", countries())
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

  private func isPlaceInTheWorld(_ word: Int32) -> Bool {
    vocabulary[word].place.map { $0.level != .region } ?? false
  }

  private func list(_ countries: [CountryCode]) -> String { countries.map(\.description).joined(separator: ", ") }

  /// Takes places off what is missing that the other side's own country or words say as well.
  func forgivePlaces(_ overlap: inout WordOverlap, _ left: DistinctName, _ right: DistinctName) {
    func has(_ name: DistinctName, _ word: Int32) -> Bool {
      guard let place = vocabulary[word].place else { return false }
      let words = name.forms.flatMap(\.words) + name.qualifiers
      return words.contains { vocabulary[$0].place?.isSame(as: place) ?? false }
    }
    overlap.forgive(
      left: { isOwnPlace($0, of: right) || has(right, $0) }, right: { isOwnPlace($0, of: left) || has(left, $0) },
      vocabulary)
  }

  /// Whether a word is the country, and the only one, that a name is in.
  func isOwnPlace(_ word: Int32, of name: DistinctName) -> Bool {
    guard let place = vocabulary[word].place, place.level == .country, let country = place.country else { return false }
    return name.countries == [country]
  }
}
