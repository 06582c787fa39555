import Testing

@testable import Undersigned

@Suite struct SignerLookupTests {
  private func lookup() throws -> SignerLookup {
    var letter = LetterBuilder()
    for name in ["Kreisverband Beispiel e. V.", "Peace Ltd"] {
      let understood = OrganizationName(name)
      letter.add(understood.display, .at("BE"))
    }
    return SignerLookup(try letter.summary())
  }

  @Test func aLegalFormMayBeLeftOff() throws {
    let lookup = try lookup()
    #expect(lookup.signers(called: "Kreisverband Beispiel").map(\.name) == ["Kreisverband Beispiel e. V."])
    #expect(lookup.signers(called: "Kreisverband Beispiel e.V.").map(\.name) == ["Kreisverband Beispiel e. V."])
    #expect(lookup.signers(called: "Kreisverband Anderswo").isEmpty)
  }

  @Test func oneWordIsTooLittle() throws {
    #expect(try lookup().signers(called: "Peace").isEmpty)
  }
}
