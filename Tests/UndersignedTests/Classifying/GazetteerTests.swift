import Testing

@testable import Undersigned

@Suite struct GazetteerTests {
  @Test func everyOrganizationHasATypeAndACountry() {
    ReferenceTable(embedded: "gazetteer").forEach { fields in
      #expect(OrganizationType(rawValue: fields[2]) != nil)
      #expect(fields[1] == "INT" || CountryCode(fields[1]) != nil)
    }
  }
}
