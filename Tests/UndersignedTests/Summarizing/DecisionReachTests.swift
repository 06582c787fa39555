import Tabular
import Testing

@testable import Undersigned

@Suite struct DecisionReachTests {
  /// Of two organizations that both go by other organizations' names, the wording that is about fewer is taken.
  @Test func theWordingThatReachesFewer() throws {
    var letter = LetterBuilder()
    let league = letter.add("League", .at("US"))
    letter.add("League", .at("BR"))
    let union = letter.add("League of Unions", .at("US"))
    letter.propose(league, union)
    let proposals = try letter.summary().proposals
    let wordings = proposals.wordings(of: proposals[0])
    // 'League' as the value would be that of Brazil as well.
    #expect(wordings.decision == .init(name: "League", country: CountryCode("US"), value: "League of Unions"))
    #expect(wordings.alsoReached.isEmpty && wordings.canBeApart)
    #expect(wordings.rightInLeft == .init(name: "League of Unions", country: CountryCode("US"), value: "League"))
  }

  @Test func oneNameInTwoCountries() throws {
    var letter = LetterBuilder()
    let one = letter.add("League", .at("BR"))
    let other = letter.add("League", .at("US"))
    letter.propose(one, other)
    let proposals = try letter.summary().proposals
    let wordings = proposals.wordings(of: proposals[0])
    #expect(wordings.decision == .init(name: "League", country: CountryCode("BR"), value: "League"))
    #expect(wordings.canBeApart && wordings.leftInRight != nil && wordings.rightInLeft != nil)
  }

  @Test func oneNameWithoutACountry() throws {
    var letter = LetterBuilder()
    let one = letter.add("League")
    let other = letter.add("League", .at("US"))
    letter.add("League", .at("BR"))
    letter.propose(one, other)
    let proposals = try letter.summary().proposals
    let wordings = proposals.wordings(of: proposals[0])
    // By its country the second can be told from the first, but not from the third.
    #expect(wordings.decision == .init(name: "League", country: CountryCode("US"), value: "League"))
    #expect(wordings.alsoReached == ["League (Brazil)"])
    #expect(wordings.canBeApart)
    #expect(wordings.leftInRight == nil)
    #expect(wordings.rightInLeft?.country == CountryCode("US"))
  }

  @Test func theWordingThatCutsNothingOff() throws {
    var letter = LetterBuilder()
    let alliance = letter.add([.init(name: "Alliance of Teachers"), .init(name: "Teachers' Alliance")], .at("BE"))
    let other = letter.add("Teachers' Alliance", .at("BR"))
    letter.propose(alliance, other)
    // With the second name as the value, the first organization would lose it.
    let proposals = try letter.summary().proposals
    let wordings = proposals.wordings(of: proposals[0])
    #expect(
      wordings.decision
        == .init(name: "Teachers' Alliance", country: CountryCode("BR"), value: "Alliance of Teachers"))
  }
}
