extension CountryFacts {
  /// What the program's own tables say, with names in English.
  public static let standard = standard(.cldr)

  /// What the program's own tables say, with English names of a set.
  ///
  /// - Parameters:
  ///   - names: The set of names.
  ///   - own: Names that win over those of the set.
  public static func standard(_ names: Policy.CountryNames, own: [CountryCode: String] = [:]) -> CountryFacts {
    let countries = Countries()
    @Sendable func named(_ code: String?) -> Region? {
      code.map { Region(code: $0, name: countries.name(ofRegion: $0)) }
    }
    return CountryFacts(
      name: { own[$0] ?? countries.name(of: $0, in: names) }, region: { named(countries.region(of: $0)) },
      subregion: { named(countries.subregion(of: $0)) }, nameOfRegion: { countries.name(ofRegion: $0) },
      countsAsCountry: { countries.countsAsCountry($0, $1) }, parent: { countries.parent(of: $0) },
      meant: { LocateMentions().country($0) })
  }
}
