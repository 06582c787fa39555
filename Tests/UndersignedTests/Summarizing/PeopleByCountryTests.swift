import Tabular
import Testing

@testable import Undersigned

@Suite struct PeopleByCountryTests {
  private func people(_ counts: [String: Int]) -> PeopleByCountry {
    let codes = counts.keys.sorted()
    var tally = Tally.empty
    tally.answers.countries = Column([""] + codes)
    tally.people = codes.enumerated().map {
      Tally.People(capacity: .individual, country: UInt32($0 + 1), records: 1, signatures: counts[$1]!)
    }
    return PeopleByCountry(tally, .codesAlone, Policy())
  }

  @Test(arguments: [
    (["AT": 7, "BE": 9], ["BE 9", "AT 7"], 0, 0),
    (["AT": 7, "BE": 9, "CL": 3, "DE": 2], ["BE 9", "AT 7"], 2, 5),
    // One small country alone, and two that are still too few: the next one joins them.
    (["AT": 7, "BE": 9, "CL": 3], ["BE 9"], 2, 10),
    (["AT": 7, "BE": 9, "CL": 1, "DE": 1], ["BE 9"], 3, 9),
    (["AT": 2, "BE": 1], [], 0, 0),
    (["AT": 3, "BE": 4], [], 2, 7),
    ([:], [], 0, 0),
  ])
  func smallGroupsAreNotToldApart(counts: [String: Int], rows: [String], others: Int, signatures: Int) {
    let result = people(counts)
    #expect(result.rows.map { "\($0.country) \($0.signatures)" } == rows)
    #expect(result.otherCountries == others)
    #expect(result.otherSignatures == signatures)
  }

  @Test func noSmallNumberCanBeWorkedOut() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<500 {
      let counts = Dictionary(
        uniqueKeysWithValues: ["AT", "BE", "CL", "DE", "ES"].prefix(Int.random(in: 0...5, using: &random)).map {
          ($0, Int.random(in: 1...12, using: &random))
        })
      let result = people(counts)
      #expect(result.rows.allSatisfy { $0.signatures >= PeopleByCountry.least })
      #expect(result.otherCountries != 1)
      #expect(result.otherSignatures == 0 || result.otherSignatures >= PeopleByCountry.least)
    }
  }
}
