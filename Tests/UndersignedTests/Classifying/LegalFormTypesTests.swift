import Testing

@testable import Undersigned

@Suite struct LegalFormTypesTests {
  private let forms = LegalFormTypes()

  @Test func aFormSpeaksWhereItIsAtHome() {
    #expect(forms.type(of: "ag", in: CountryCode("DE")) == .business)
    #expect(forms.type(of: "ag", in: nil) == .business)
    #expect(forms.type(of: "ag", in: CountryCode("IN")) == nil)
    #expect(forms.type(of: "gmbh", in: CountryCode("IN")) == .business)
    #expect(forms.type(of: "zxqv", in: nil) == nil)
    #expect(forms.type(of: "", in: nil) == nil)
  }

  @Test func formsOfCommonLawSayLess() {
    #expect(forms.isOfCommonLaw("ltd"))
    #expect(!forms.isOfCommonLaw("gmbh"))
    #expect(!forms.isOfCommonLaw("zxqv"))
  }
}
