import Testing

@testable import Undersigned

@Suite struct CountriesTests {
  private let countries = Countries()

  @Test func knowsEveryTerritoryOnce() {
    let all = countries.all
    #expect(all.count == 250)
    #expect(all == all.sorted() && Set(all).count == 250)
    #expect(all.filter { countries.standing(of: $0) == .member }.count == 193)
    #expect(all.filter { countries.standing(of: $0) == .observer }.map(\.description) == ["PS", "VA"])
  }

  @Test func regionsAreThoseOfM49() {
    let brazil = CountryCode("BR")!
    #expect(countries.region(of: brazil) == "019")
    #expect(countries.subregion(of: brazil) == "419")
    #expect(countries.name(ofRegion: "419") == "Latin America and the Caribbean")
    #expect(countries.parent(ofRegion: "419") == "019")
    #expect(countries.region(of: CountryCode("XK")!) == nil)
    let withoutRegion = countries.all.filter { countries.region(of: $0) == nil }.map(\.description)
    #expect(withoutRegion == ["AQ", "XK"])
  }

  @Test(arguments: [
    ("en", "CU", "Cuba"), ("es", "DE", "Alemania"), ("fr", "PS", "Palestine"), ("de", "CN", "China"),
    ("el", "GR", "Ελλάδα"), ("zh", "FR", "法国"), ("xx", "FR", "France"), ("en", "TW", "Taiwan"),
    ("en", "PS", "Palestine"),
  ])
  func names(language: String, code: String, name: String) {
    #expect(countries.name(of: CountryCode(code)!, language: language) == name)
  }

  @Test(arguments: [
    (Policy.CountryNames.cldr, "TW", "Taiwan"), (.iso, "TW", "Taiwan (Province of China)"),
    (.unitedNations, "TW", "Taiwan"),
    (.iso, "XK", "Kosovo"), (.unitedNations, "VN", "Viet Nam"), (.iso, "PS", "Palestine, State of"),
    (.unitedNations, "PS", "State of Palestine"), (.iso, "FR", "France"),
  ])
  func namesOfSets(set: Policy.CountryNames, code: String, name: String) {
    #expect(countries.name(of: CountryCode(code)!, in: set) == name)
  }

  @Test func everyCountryOfTheSetsIsOne() {
    ReferenceTable(embedded: "country-name-sets").forEach { record in
      #expect(CountryCode(record[0]).map(countries.contains) == true && record.count == 3)
    }
  }

  @Test func everyCountryHasANameInEveryLanguage() {
    for language in countries.languages {
      for code in countries.all {
        #expect(countries.name(of: code, language: language) != code.description, "\(code) in \(language)")
      }
    }
  }

  @Test(
    arguments: zip(
      ["PR", "PS", "XK", "FR"],
      [[true, false, false], [true, true, false], [true, false, false], [true, true, true]]))
  func countsAsCountryByTheRule(code: String, expected: [Bool]) throws {
    let country = try #require(CountryCode(code))
    let rules: [Policy.CountryRule] = [.iso3166, .unitedNationsAndObservers, .unitedNationsMembers]
    #expect(rules.map { countries.countsAsCountry(country, $0) } == expected)
  }

  @Test func parentsAreStates() {
    #expect(countries.parent(of: CountryCode("PR")!)?.description == "US")
    #expect(countries.parent(of: CountryCode("TW")!) == nil && countries.parent(of: CountryCode("XK")!) == nil)
    for code in countries.all {
      guard let parent = countries.parent(of: code) else { continue }
      #expect(countries.standing(of: parent) == .member && countries.standing(of: code) == .none)
    }
  }
}
