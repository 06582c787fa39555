import Testing

@testable import Undersigned

@Suite struct OrganizationIdentifierTests {
  @Test func isStableAndTellsCountriesApart() {
    let austria = OrganizationIdentifier.of(compareForm: "attac", country: CountryCode("AT"))
    let germany = OrganizationIdentifier.of(compareForm: "attac", country: CountryCode("DE"))
    #expect(austria == OrganizationIdentifier.of(compareForm: "attac", country: CountryCode("AT")))
    #expect(austria != germany)
    #expect(austria.utf8.count == 12)
    #expect(austria.hasPrefix("o-"))
    #expect(austria.dropFirst(2).allSatisfy { "0123456789abcdefghjkmnpqrstvwxyz".contains($0) })
  }

  @Test func likesGetOthers() {
    let ids = OrganizationIdentifier.all([("attac", nil), ("attac", nil), ("attac", nil)])
    #expect(Set(ids).count == 3)
    #expect(ids[0] == OrganizationIdentifier.of(compareForm: "attac", country: nil))
  }

  @Test func manyNamesDoNotCollide() {
    let ids = Set((0..<100_000).map { OrganizationIdentifier.of(compareForm: "network \($0)", country: nil) })
    #expect(ids.count == 100_000)
  }
}
