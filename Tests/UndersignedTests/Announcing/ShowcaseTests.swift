import Testing

@testable import Undersigned

@Suite struct ShowcaseTests {
  private func summary() throws -> Summary {
    var letter = LetterBuilder()
    letter.add("Alpha Union", .at("BR"), .tradeUnion)
    letter.add("Beta Union", .at("BE"), .tradeUnion)
    letter.add("Gamma Party", .at("BR"), .politicalParty)
    letter.add("Delta Party", .at("US"), .politicalParty)
    letter.add("Epsilon Women", .at("CL"), .women, strength: .weak)
    letter.add("Zeta Union", .at("US"), .tradeUnion, consent: .refused)
    return try letter.summary()
  }

  private func names(_ showcase: Showcase, _ types: [OrganizationType] = [.tradeUnion, .politicalParty]) throws
    -> [String]
  {
    showcase.choose(from: try summary(), types: types).map(\.name)
  }

  @Test func coversTheTypesThenTheRegions() throws {
    #expect(try names(Showcase(count: 2)) == ["Alpha Union", "Delta Party"])
    #expect(try names(Showcase(count: 3)) == ["Alpha Union", "Delta Party", "Beta Union"])
  }

  @Test func namesNobodyWhoMustNotBeNamed() throws {
    let all = try summary().organizations
    let alpha = try #require(all.first { $0.name == "Alpha Union" }).id
    let gamma = try #require(all.first { $0.name == "Gamma Party" }).id
    #expect(try names(Showcase(count: 2, neverName: [alpha])) == ["Beta Union", "Delta Party"])
    #expect(try names(Showcase(count: 2, mustName: [gamma])) == ["Gamma Party", "Beta Union"])
    #expect(!(try names(Showcase(count: 9)).contains("Zeta Union")))
  }

  @Test func askedForNoneItNamesNone() throws {
    #expect(try names(Showcase(count: 0)).isEmpty)
    #expect(Showcase(count: 3).choose(from: try LetterBuilder().summary(), types: []).isEmpty)
  }
}
