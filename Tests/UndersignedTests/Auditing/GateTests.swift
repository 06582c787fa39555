import Tabular
import Testing

@testable import Undersigned

@Suite struct GateTests {
  /// Four organizations: one without a country, one with a weak type, one without any, and a proposal.
  private func summary() throws -> Summary {
    var letter = LetterBuilder()
    letter.add("Voorbeeldbond", .at("BE"), .tradeUnion)
    letter.add("Voorbeeldbond Gent", .at("BE"), .tradeUnion, strength: .weak)
    letter.add("Central de Exemplo", .at("BR"), .ngo)
    letter.add("Nowhere")
    letter.propose(0, 1)
    letter.findings = [
      Finding(.warning, "a-warning", at: Position(source: "letter.csv"), "a"),
      Finding(.note, "a-note", at: Position(source: "letter.csv"), "b"),
    ]
    return try letter.summary()
  }

  @Test(arguments: [
    (Gate.Measure.proposals, "1", true, "max-proposals 1: 1 of 4, 25%"),
    (.proposals, "0", false, "max-proposals 0: 1 of 4, 25%"),
    (.unresolvedCountries, "25%", true, "max-unresolved-countries 25%: 1 of 4, 25%"),
    (.unresolvedCountries, "24.99%", false, "max-unresolved-countries 24.99%: 1 of 4, 25%"),
    (.weakTypes, "0%", false, "max-weak-types 0%: 1 of 4, 25%"),
    (.unclassified, "1", true, "max-unclassified 1: 1 of 4, 25%"),
    (.width, "20%", false, "max-width 20%: 1 of 4, 25%"),
    (.warnings, "1", true, "max-warnings 1: 1"),
    (.warnings, "0", false, "max-warnings 0: 1"),
    (.organizations, "3", true, "min-organizations 3: 3"),
    (.organizations, "4", false, "min-organizations 4: 3"),
    (.countries, "2", true, "min-countries 2: 2"),
  ])
  func aGateHoldsAsFarAsItSays(measure: Gate.Measure, limit: String, holds: Bool, words: String) throws {
    let portion = try #require(Portion(limit))
    let gate = try #require(Gate(measure, portion))
    let outcome = gate.outcome(of: try summary())
    #expect(outcome.holds == holds)
    #expect(outcome.description == words)
  }

  @Test func onlySomeLimitsCanBeShares() throws {
    let share = try #require(Portion("2%"))
    #expect(Gate.Measure.allCases.filter { Gate($0, share) == nil } == [.warnings, .organizations, .countries])
  }

  @Test func nothingPassesEveryUpperLimit() throws {
    let empty = try LetterBuilder().summary()
    for measure in Gate.Measure.allCases where measure.canBeShare {
      let gate = try #require(Gate(measure, .share(hundredths: 0)))
      #expect(gate.outcome(of: empty).holds)
    }
  }
}
