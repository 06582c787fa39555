import Testing

@testable import Undersigned

@Suite struct PlaceLookupTests {
  private let countries = Countries()

  @Test func everyCodeIsACountry() {
    ReferenceTable(embedded: "country-names").forEach { record in
      for code in record[1].split(separator: " ") {
        #expect(CountryCode(code).map(countries.contains) == true, "\(record)")
      }
      #expect(Place.Use(rawValue: record[3]) != nil, "\(record)")
    }
    ReferenceTable(embedded: "places").forEach { record in
      for code in record[1].split(separator: " ") {
        #expect(CountryCode(code.prefix(2)).map(countries.contains) == true, "\(record)")
      }
      #expect(Place.Use(rawValue: record[3]) != nil, "\(record)")
    }
  }
}
