import Testing

@testable import Undersigned

@Suite struct ProposalOutcomesTests {
  /// Every outcome of the proposals, and in it every country and type that each cluster could have.
  private struct Oracle {
    var fewestOrganizations = Int.max
    var mostOrganizations = 0
    var fewestCountries = Int.max
    var mostCountries = 0
    var fewestByType: [OrganizationType?: Int] = [:]
    var mostByType: [OrganizationType?: Int] = [:]
    var fewestByCountry: [CountryCode?: Int] = [:]
    var mostByCountry: [CountryCode?: Int] = [:]
    var fewestByCell: [Cell: Int] = [:]
    var mostByCell: [Cell: Int] = [:]

    struct Cell: Hashable {
      var country: CountryCode?
      var type: OrganizationType?
    }

    init(
      count: Int, proposals: [(Int, Int)], apart: [(Int, Int)], countries: [CountryCode?],
      types: [OrganizationType?], isWeak: [Bool]
    ) {
      for accepted in 0..<(1 << proposals.count) {
        // Breadth-first search, so that nothing is shared with the code under test.
        var label = [Int](repeating: -1, count: count)
        for start in 0..<count where label[start] == -1 {
          var queue = [start]
          label[start] = start
          while let place = queue.popLast() {
            for (index, edge) in proposals.enumerated() where accepted & (1 << index) != 0 {
              for (from, to) in [(edge.0, edge.1), (edge.1, edge.0)] where from == place && label[to] == -1 {
                label[to] = start
                queue.append(to)
              }
            }
          }
        }
        if apart.contains(where: { label[$0.0] == label[$0.1] }) { continue }
        let clusters = Dictionary(grouping: 0..<count, by: { label[$0] }).values.map { $0 }
        fewestOrganizations = min(fewestOrganizations, clusters.count)
        mostOrganizations = max(mostOrganizations, clusters.count)
        countCountries(clusters.map { Array(Set($0.map { countries[$0] })) }, [])
        for type in Set(types) {
          let inAll = clusters.count { cluster in
            cluster.allSatisfy { types[$0] == type } && cluster.contains { !isWeak[$0] }
          }
          fewestByType[type] = min(fewestByType[type] ?? .max, inAll)
          let inSome = clusters.count { $0.contains { types[$0] == type } }
          mostByType[type] = max(mostByType[type] ?? 0, inSome)
        }
        for country in Set(countries) {
          let inAll = clusters.count { cluster in cluster.allSatisfy { countries[$0] == country } }
          fewestByCountry[country] = min(fewestByCountry[country] ?? .max, inAll)
          let inSome = clusters.count { cluster in cluster.contains { countries[$0] == country } }
          mostByCountry[country] = max(mostByCountry[country] ?? 0, inSome)
        }
        let cells = (0..<count).map { Cell(country: countries[$0], type: types[$0]) }
        for cell in Set(cells) {
          let inAll = clusters.count { cluster in
            cluster.allSatisfy { cells[$0] == cell } && cluster.contains { !isWeak[$0] }
          }
          fewestByCell[cell] = min(fewestByCell[cell] ?? .max, inAll)
          // A joined organization can have the country of one that it was joined from and the type of another.
          let inSome = clusters.count { cluster in
            cluster.contains { countries[$0] == cell.country } && cluster.contains { types[$0] == cell.type }
          }
          mostByCell[cell] = max(mostByCell[cell] ?? 0, inSome)
        }
      }
    }

    private mutating func countCountries(_ choices: [[CountryCode?]], _ chosen: Set<CountryCode>) {
      guard let first = choices.first else {
        fewestCountries = min(fewestCountries, chosen.count)
        mostCountries = max(mostCountries, chosen.count)
        return
      }
      for country in first {
        countCountries(Array(choices.dropFirst()), country.map { chosen.union([$0]) } ?? chosen)
      }
    }
  }

  @Test(arguments: 0..<400) func boundsAreThoseOfEveryOutcome(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let count = Int.random(in: 1...6, using: &random)
    func pair() -> (Int, Int) { (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random)) }
    let proposals = (0..<Int.random(in: 0...7, using: &random)).map { _ in pair() }.filter { $0.0 != $0.1 }
    let apart = (0..<Int.random(in: 0...2, using: &random)).map { _ in pair() }.filter { $0.0 != $0.1 }
    let codes = ["BE", "BR", "CL", "US"]
    var builder = LetterBuilder()
    var countries: [CountryCode?] = []
    var types: [OrganizationType?] = []
    var isWeak: [Bool] = []
    for index in 0..<count {
      countries.append(
        Int.random(in: 0..<5, using: &random) == 0 ? nil : CountryCode(codes.randomElement(using: &random)!))
      types.append([OrganizationType.ngo, .tradeUnion, nil].randomElement(using: &random)!)
      isWeak.append(types[index] != nil && Int.random(in: 0..<4, using: &random) == 0)
      builder.add(
        "Organization \(index)", countries[index].map { Location(scope: .national, countries: [$0]) } ?? .unresolved,
        types[index], strength: isWeak[index] ? .weak : .strong)
    }
    for (left, right) in proposals { builder.propose(left, right) }
    for (left, right) in apart { builder.keepApart(left, right) }
    let oracle = Oracle(
      count: count, proposals: proposals, apart: apart, countries: countries, types: types, isWeak: isWeak)

    let summary = try builder.summary()
    let headline = summary.headline
    #expect(headline.organizations.atLeast == oracle.fewestOrganizations)
    #expect(headline.organizations.atMost == oracle.mostOrganizations)
    #expect(headline.countries.atLeast == oracle.fewestCountries)
    #expect(headline.countries.atMost == oracle.mostCountries)
    for row in summary.types.rows {
      #expect(row.organizations.atLeast == oracle.fewestByType[row.key])
      #expect(row.organizations.atMost == oracle.mostByType[row.key])
    }
    for row in summary.countries.rows {
      #expect(row.organizations.atLeast == oracle.fewestByCountry[row.key.country])
      #expect(row.organizations.atMost == oracle.mostByCountry[row.key.country])
    }
    for cell in summary.matrix {
      let key = Oracle.Cell(country: cell.home.country, type: cell.type)
      #expect(cell.bounds.atLeast == oracle.fewestByCell[key])
      #expect(cell.bounds.atMost == oracle.mostByCell[key])
    }
  }

  @Test func aDecisionKeepsAChainFromClosing() {
    let outcomes = ProposalOutcomes(count: 3, proposals: [(0, 1), (1, 2)], apart: [(0, 2)])
    #expect(outcomes.fewestOrganizations == 2)
  }

  @Test func aGroupTooLargeToSearchStaysTrue() {
    let proposals = (0..<40).map { ($0, $0 + 1) }
    let outcomes = ProposalOutcomes(count: 41, proposals: proposals, apart: [(0, 40)])
    #expect(outcomes.fewestOrganizations <= 2)
  }

  @Test func countriesOfManyGroupsAreCoveredTogether() throws {
    // Three groups, each between two of three countries that nobody else stands for: two countries are enough.
    let countries = try ["BE", "BR", "BR", "CL", "BE", "CL"].map { try #require(CountryCode($0)) }
    let outcomes = ProposalOutcomes(count: 6, proposals: [(0, 1), (2, 3), (4, 5)], apart: [])
    #expect(outcomes.fewestCountries(countries) == 2)
  }

  @Test func aCoverTooLargeToSearchStaysTrue() throws {
    // Every pair of 30 countries is a group: 29 of them are needed, which only a long search could tell.
    let letters = "ABCDEF".map(String.init)
    let codes = letters.flatMap { first in letters.dropLast().compactMap { CountryCode(first + $0) } }
    let groups = codes.indices.flatMap { one in
      codes[(one + 1)...].map { other -> [[CountryCover.Choices]] in [[[codes[one], other]]] }
    }
    let fewest = CountryCover(fixed: [], groups: groups).fewest
    #expect(fewest >= codes.count / 2)
    #expect(fewest <= codes.count - 1)
  }

  @Test func nothingGivesNothing() {
    let outcomes = ProposalOutcomes(count: 0, proposals: [], apart: [])
    #expect(outcomes.fewestOrganizations == 0)
    #expect(outcomes.fewestCountries([]) == 0)
    #expect(outcomes.fewestByRow([Int]()).isEmpty)
  }
}
