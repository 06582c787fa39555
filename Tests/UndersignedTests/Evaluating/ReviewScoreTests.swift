import Testing

@testable import Undersigned

@Suite struct ReviewScoreTests {
  @Test func acceptsWhatIsTrueAndRanks() {
    // Organizations 0 and 1 are of entity a, 2 of b, 3 of a as well, 4 of c.
    let review = ReviewScore(
      truth: ["a", "a", "a", "b", "a", "c"], clusters: [0, 0, 1, 2, 3, 4],
      proposals: [(0, 1), (1, 2), (0, 3), (2, 4)])
    #expect((review.proposals, review.trueProposals) == (4, 2))
    // Precision 1/1 at the first true proposal, 2/3 at the second.
    let average = (1 + 2.0 / 3) / 2
    #expect(review.averagePrecision == average)
    #expect(review.linkage.clusters == 3)
    #expect(review.linkage.f1 == 1)
    #expect(review.linkage.countErrorPercent == 0)
    #expect(review.proposalsPer100 == 400.0 / 3)
  }

  @Test func theMajorityOfAnOrganizationDecides() {
    // Organization 0 holds two rows of a and one of b: it is taken for a, so joining it with b is not accepted.
    let review = ReviewScore(truth: ["a", "a", "b", "b"], clusters: [0, 0, 0, 1], proposals: [(0, 1)])
    #expect(review.trueProposals == 0)
    #expect(review.averagePrecision == nil)
    #expect(review.linkage == LinkageScore(truth: [0, 0, 1, 1], clusters: [0, 0, 0, 1]))
  }

  @Test func ofEqualsTheFirstKeyDecides() {
    let tied = ReviewScore(truth: ["b", "a", "a"], clusters: [0, 0, 1], proposals: [(0, 1)])
    #expect(tied.trueProposals == 1)
    let other = ReviewScore(truth: ["b", "a", "b"], clusters: [0, 0, 1], proposals: [(0, 1)])
    #expect(other.trueProposals == 0)
  }

  @Test func rowsThatAreNoOrganizationStandAlone() {
    let review = ReviewScore(truth: ["a", "a", "a"], clusters: [nil, 0, 1], proposals: [(0, 1)])
    #expect(review.linkage.clusters == 2)
    #expect(review.linkage.truePositives == 1)
  }

  @Test func nothingToReviewIsNoFault() {
    let review = ReviewScore(truth: [], clusters: [], proposals: [])
    #expect(review.proposals == 0)
    #expect(review.proposalsPer100 == 0)
    #expect(review.averagePrecision == nil)
  }
}
