import Testing

@testable import Undersigned

@Suite struct AllowedLinksTests {
  private func summary(_ count: Int, allowing allowance: LinkAllowance, seed: UInt64) throws -> Summary {
    var random = SplitMix64(seed: seed)
    var letter = LetterBuilder()
    // Some letters have nearly as many countries as organizations.
    let codes = Array(["BE", "BR", "CL", "US", "XK", "FR", "DE", "IT", "ES"].prefix(1 + Int(seed % 9)))
    for index in 0..<count {
      let country = Int.random(in: 0..<8, using: &random) == 0 ? nil : codes.randomElement(using: &random)
      letter.add(
        "Organization \(index)", country.map { .at($0) } ?? .unresolved,
        [OrganizationType.ngo, .tradeUnion, .women, nil].randomElement(using: &random)!,
        strength: Int.random(in: 0..<4, using: &random) == 0 ? .weak : .strong)
    }
    if count > 1 {
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let left = Int.random(in: 0..<count, using: &random)
        let right = Int.random(in: 0..<count, using: &random)
        if left != right { letter.propose(left, right) }
      }
    }
    var policy = Policy()
    policy.invisibleLinks = allowance
    return try letter.summary(policy)
  }

  @Test(arguments: 0..<200) func figuresAgreeWithEachOther(seed: UInt64) throws {
    let count = Int(seed % 41)
    let allowance: LinkAllowance =
      seed.isMultiple(of: 2) ? .links(Int(seed % 13)) : .share(hundredths: Int(seed * 37 % 2_000))
    let summary = try summary(count, allowing: allowance, seed: seed)
    let plain = try self.summary(count, allowing: .none, seed: seed)
    let links = allowance.links(among: count)
    let total = summary.headline.organizations
    #expect(summary.headline.countries == plain.headline.countries)
    #expect(total.atLeast >= summary.headline.countries.atLeast)

    func compare<Key>(_ breakdown: Breakdown<Key>, _ plain: Breakdown<Key>) {
      for (row, exact) in zip(breakdown.rows, plain.rows) {
        let (bounds, exact) = (row.organizations, exact.organizations)
        // A stated subtraction, and nothing else.
        #expect(bounds.atLeastWithoutAllowance == exact.atLeast)
        #expect(bounds.proposals == exact.proposals && bounds.weakGuesses == exact.weakGuesses)
        #expect(bounds.atMost == exact.atMost && bounds.proposals >= 0 && bounds.weakGuesses >= 0)
        #expect((0...links).contains(bounds.allowance))
        #expect(bounds.atLeast >= min(exact.atLeast, 1))
        let share = (links * bounds.reported + count - 1) / count
        #expect(bounds.allowance <= share)
      }
      #expect(breakdown.sumOfLowerBounds <= total.atLeast)
    }
    compare(summary.countries, plain.countries)
    compare(summary.types, plain.types)
    compare(summary.regions, plain.regions)
    compare(summary.subregions, plain.subregions)
    compare(summary.scopes, plain.scopes)
    for row in summary.countries.rows {
      let cells = summary.matrix.filter { $0.home == row.key }
      #expect(cells.reduce(0) { $0 + $1.bounds.atLeast } <= row.organizations.atLeast)
    }
    for row in summary.types.rows {
      let cells = summary.matrix.filter { $0.type == row.key }
      #expect(cells.reduce(0) { $0 + $1.bounds.atLeast } <= row.organizations.atLeast)
    }
    #expect(total.atLeastWithoutAllowance == plain.headline.organizations.atLeast)
    #expect(total.allowance <= links)
  }

  @Test func aRowBearsItsShareRoundedUpAndKeepsOne() {
    let links = AllowedLinks(.links(6), among: 397)
    func left(_ count: Int) -> Int { links.applied(to: Bounds(reported: count, atLeast: count, atMost: count)).atLeast }
    #expect([0, 1, 2, 30, 67, 200, 397].map(left) == [0, 1, 1, 29, 65, 196, 391])
  }

  @Test func countriesOfOneEachLeaveNothingToAllowFor() {
    let exact = Bounds(reported: 100, atLeast: 100, atMost: 100)
    let links = AllowedLinks(.share(hundredths: 200), among: 100)
    #expect(links.applied(toTotal: exact, parts: 100) == exact)
    #expect(links.applied(toTotal: exact, parts: 99).atLeast == 99)
    #expect(links.applied(toTotal: exact, parts: 40).atLeast == 98)
  }
}
