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

  /// Beside sets that are made anew for every question.
  @Test(arguments: 1...20) func agreesWithSets(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var letter = LetterBuilder()
    for _ in 0..<9 {
      let names = (0..<Int.random(in: 1...2, using: &random)).map { _ in
        LetterBuilder.Written(name: ["League", "Union", "League of Unions"].randomElement(using: &random)!)
      }
      let location = [.at("BE"), .at("BR"), .at("US"), Location.unresolved].randomElement(using: &random)!
      let organization = letter.add(names, location)
      for other in 0..<organization { letter.propose(other, organization) }
    }
    let table = letter.table.organizations
    let mentions = table.decided.mentions
    func organizations(_ name: String, _ country: CountryCode?) -> Set<Int> {
      Set(
        table.organizations.indices.filter { index in
          table.organizations[index].members.map { mentions[$0.mention] }.contains { mention in
            mention.name.display == name && country.map(mention.location.countries.contains) ?? true
          }
        })
    }
    let reach = DecisionReach(table) { mentions[table.organizations[$0].members[0].mention].name.display }
    func excess(_ one: Int, _ other: Int) -> Int {
      let wording = reach.wording(one, other)
      let left = organizations(wording.name, wording.country)
      let named = organizations(wording.value, nil)
      let right = named.subtracting(left)
      let found = reach.reach(one, other)
      #expect(left.contains(one) && found.left == left.sorted() && found.right == right.sorted())
      #expect(reach.canTell(one, from: other) == right.contains(other))
      return right.contains(other) ? left.count + right.count + named.intersection(left).count : .max
    }
    for one in table.organizations.indices {
      for other in table.organizations.indices where other != one {
        #expect(reach.isReversed(one, other) == (excess(other, one) < excess(one, other)))
      }
    }
  }
}
