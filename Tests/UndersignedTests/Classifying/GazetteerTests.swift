import Testing

@testable import Undersigned

@Suite struct GazetteerTests {
  @Test func anotherAcronymBesideTheInitialsIsAnotherBody() {
    let table = ReferenceTable(text: "key\tcountry\ttype\tname\nxyq\tAR\ttrade_union\tXylo Yak Quay\n")
    let gazetteer = Gazetteer(table)
    let institute = OrganizationName("Instituto Nacional de Datos (IND-XYQ)")
    #expect(institute.acronyms.map(\.isVerified) == [true, false])
    #expect(gazetteer.entries(for: institute, country: CountryCode("AR")).isEmpty)
    let union = OrganizationName("Gremio de Trabajadores (XYQ)")
    #expect(gazetteer.entries(for: union, country: CountryCode("AR")).map(\.key) == ["xyq"])
  }

  @Test func everyOrganizationHasATypeAndACountry() {
    ReferenceTable(embedded: "gazetteer").forEach { fields in
      #expect(OrganizationType(rawValue: fields[2]) != nil)
      #expect(fields[1] == "INT" || CountryCode(fields[1]) != nil)
    }
  }
}
