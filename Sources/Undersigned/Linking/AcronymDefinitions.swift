/// What each acronym stands for in this run, learnt from the mentions that show both.
struct AcronymDefinitions {
  /// One long name, in all its spellings.
  private struct Definition {
    var words: [Int32]
    var countries: Set<CountryCode>
    var hasBlankCountry: Bool
  }

  /// More definitions than these make an acronym no evidence at all.
  static let limit = 12

  private var definitions: [Int32: [Definition]] = [:]

  init(_ names: [DistinctName], _ vocabulary: LinkageVocabulary) {
    for name in names where !name.isBareAcronym {
      guard let form = name.forms.first else { continue }
      for acronym in name.acronyms {
        var known = definitions[acronym] ?? []
        if known.count > AcronymDefinitions.limit { continue }
        let index = known.firstIndex { WordOverlap($0.words, form.words, vocabulary).dice >= 0.5 }
        if let index {
          known[index].countries.formUnion(name.countries)
          known[index].hasBlankCountry = known[index].hasBlankCountry || name.countries.isEmpty
        } else {
          known.append(
            Definition(
              words: form.words, countries: Set(name.countries), hasBlankCountry: name.countries.isEmpty))
        }
        definitions[acronym] = known
      }
    }
  }

  /// How many long names the acronym has, in all the run.
  func count(_ acronym: Int32) -> Int { definitions[acronym]?.count ?? 0 }

  /// How many of them may be in one of the countries: those that are there, and, where there is none, those that are
  /// nowhere.
  func count(_ acronym: Int32, in countries: [CountryCode]) -> Int {
    let all = definitions[acronym] ?? []
    let there = all.filter { definition in countries.contains(where: definition.countries.contains) }
    return there.isEmpty ? all.filter(\.hasBlankCountry).count : there.count
  }
}
