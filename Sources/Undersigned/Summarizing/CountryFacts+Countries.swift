extension CountryFacts {
  /// What the program's own tables say, with names in English.
  public static let standard: CountryFacts = {
    let countries = Countries()
    @Sendable func named(_ code: String?) -> Region? {
      code.map { Region(code: $0, name: countries.name(ofRegion: $0)) }
    }
    return CountryFacts(
      name: { countries.name(of: $0) }, region: { named(countries.region(of: $0)) },
      subregion: { named(countries.subregion(of: $0)) }, nameOfRegion: { countries.name(ofRegion: $0) },
      countsAsCountry: { countries.countsAsCountry($0, $1) }, parent: { countries.parent(of: $0) },
      meant: { LocateMentions().country($0) })
  }()
}
