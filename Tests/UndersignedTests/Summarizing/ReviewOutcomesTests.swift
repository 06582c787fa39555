import Tabular
import Testing

@testable import Undersigned

@Suite struct ReviewOutcomesTests {
  private func open(_ pairs: [(Int, Int)]) -> [ReviewOutcomes.Open] {
    pairs.enumerated().map { index, pair in
      ReviewOutcomes.Open(proposal: index, left: pair.0, right: pair.1, rank: index + 1)
    }
  }

  @Test func withoutProposalsAllIsSettled() {
    let outcomes = ReviewOutcomes(count: 3, proposals: [], apart: []) { CountryCode($0 == [1] ? "FR" : "DE") }
    #expect(outcomes.settledOrganizations == 3)
    #expect(outcomes.settledCountries.map(\.description) == ["DE", "FR"])
    #expect(outcomes.groups.isEmpty)
  }

  @Test func aChainOfThree() {
    let outcomes = ReviewOutcomes(count: 4, proposals: open([(0, 1), (1, 2)]), apart: []) { members in
      members.contains(0) ? CountryCode("FR") : nil
    }
    #expect(outcomes.settledOrganizations == 1)
    let group = outcomes.groups[0]
    #expect(group.ranks == [1, 2])
    #expect(group.same == [1, 2] && group.apart == [1, 2] && group.ends.isEmpty)
    #expect(group.outcomes.map(\.joined) == [0, 1, 2, 3])
    #expect(group.outcomes.map(\.becomes) == [[0, 1, 2], [0, 0, 1], [0, 1, 1], [0, 0, 0]])
    #expect(
      group.outcomes.map { $0.countries.map { $0?.description ?? "" } } == [
        ["FR", "", ""], ["FR", ""], ["FR", ""], ["FR"],
      ])
  }

  @Test func groupsWithoutRanksStandInTheOrderOfTheirOrganizations() {
    let codes = ["AT", "BR", "CA", "DE", "ES", "FR", "GB", "IT"]
    let proposals = (0..<8).reversed().map { index in
      ReviewOutcomes.Open(proposal: index, left: 2 * index, right: 2 * index + 1, rank: 0)
    }
    let outcomes = ReviewOutcomes(count: 16, proposals: proposals, apart: []) { CountryCode(codes[$0[0] / 2]) }
    #expect(outcomes.groups.map { $0.outcomes[0].countries[0]?.description ?? "" } == codes)
  }

  @Test func whatIsKeptApartIsNoOutcome() {
    let outcomes = ReviewOutcomes(count: 3, proposals: open([(0, 1), (1, 2)]), apart: [(0, 2)]) { _ in nil }
    #expect(outcomes.groups[0].outcomes.map(\.joined) == [0, 1, 2])
  }

  /// Three organizations of one name: a decision by that name settles more than its own pair.
  @Test func aDecisionReachesAllOfItsNames() {
    let group = ReviewOutcomes(
      count: 3, proposals: open([(0, 1), (1, 2), (0, 2)]), apart: [],
      reach: { $0.proposal == 0 ? ([0], [1, 2]) : ([$0.left], [$0.right]) }
    ) { _ in nil }.groups[0]
    #expect(group.same == [7, 2, 4])
    #expect(group.apart == [5, 2, 4])
  }

  @Test func theAllowanceFallsWithTheCount() {
    let outcomes = ReviewOutcomes(
      count: 5, proposals: open([(0, 1), (1, 2), (3, 4)]), apart: [], allowance: { $0 / 2 }
    ) {
      _ in nil
    }
    // 5 allow for 2, 4 for 2, 3 for 1, 2 for 1.
    #expect(outcomes.allowanceFalls == [2])
  }

  @Test func largeGroupsAreLeftToTheirEnds() {
    let pairs = (0..<ProposalOutcomes.searchLimit + 1).map { ($0, $0 + 1) }
    let group = ReviewOutcomes(count: pairs.count + 1, proposals: open(pairs), apart: []) { _ in nil }.groups[0]
    #expect(group.ends.count == 2 * pairs.count && group.ends.prefix(4) == [0, 1, 1, 2])
    #expect(group.outcomes.count == 1 && group.outcomes[0].countries.count == pairs.count + 1)
    #expect(group.same.isEmpty && group.apart.isEmpty)
  }

  /// On random graphs: the fewest organizations are those of the bounds, and what a set of accepted pairs leaves is what
  /// union-find leaves.
  @Test(arguments: 1...40) func outcomesAgreeWithTheBoundsAndWithUnionFind(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 2...9, using: &random)
    func pair() -> (Int, Int) { (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random)) }
    let pairs = (0..<Int.random(in: 0...8, using: &random)).map { _ in pair() }.filter { $0.0 != $0.1 }
    let apart = (0..<Int.random(in: 0...2, using: &random)).map { _ in pair() }.filter { one in
      one.0 != one.1 && !pairs.contains { Set([$0.0, $0.1]) == Set([one.0, one.1]) }
    }
    let outcomes = ReviewOutcomes(count: count, proposals: open(pairs), apart: apart) { _ in nil }
    let fewest = outcomes.groups.reduce(outcomes.settledOrganizations) {
      $0 + ($1.outcomes.map(\.countries.count).min() ?? 0)
    }
    #expect(fewest == ProposalOutcomes(count: count, proposals: pairs, apart: apart).fewestOrganizations)

    for _ in 0..<10 {
      let accepted = pairs.indices.filter { _ in Bool.random(using: &random) }
      var sets = DisjointSets(count: count)
      for index in accepted { sets.join(pairs[index].0, pairs[index].1) }
      if apart.contains(where: { sets.root($0.0) == sets.root($0.1) }) { continue }
      let left = (0..<count).count { sets.root($0) == $0 }
      let looked = outcomes.groups.reduce(outcomes.settledOrganizations) { sum, group in
        let same = group.ranks.enumerated().reduce(0) {
          accepted.contains($1.element - 1) ? $0 | group.same[$1.offset] : $0
        }
        return sum + (group.outcomes.filter { $0.joined & same == same }.map(\.countries.count).max() ?? -100)
      }
      #expect(looked == left)
    }
  }
}
