import Testing

@testable import Undersigned

@Suite struct LinkageScoreTests {
  @Test func countsPairsByHand() {
    // Truth {a b c} {d e}; clusters {a b} {c d} {e}.
    let score = LinkageScore(truth: [1, 1, 1, 2, 2], clusters: [0, 0, 1, 1, 2])
    #expect((score.truePositives, score.falsePositives, score.falseNegatives) == (1, 1, 3))
    #expect((score.rows, score.entities, score.clusters) == (5, 2, 3))
    #expect(score.precision == 0.5)
    #expect(score.recall == 0.25)
    #expect(abs(score.f1 - 1.0 / 3) < 1e-12)
    // Precision of the rows: 1 1 .5 .5 1; recall: 2/3 2/3 1/3 1/2 1/2.
    #expect(abs(score.bCubedPrecision - 0.8) < 1e-12)
    #expect(abs(score.bCubedRecall - (5.0 / 3 + 1) / 5) < 1e-12)
    #expect(score.countErrorPercent == 50)
  }

  @Test func rowsWithoutClusterStandAlone() {
    let score = LinkageScore(truth: [0, 0, 0], clusters: [nil, nil, 3])
    #expect(score.clusters == 3)
    #expect((score.precision, score.recall, score.f1) == (1, 0, 0))
  }

  @Test func nothingToScoreIsNoFault() {
    let score = LinkageScore(truth: [], clusters: [])
    #expect((score.precision, score.recall, score.f1, score.countErrorPercent) == (1, 1, 1, 0))
  }

  @Test func agreesWithCountingEveryPair() {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<50 {
      let truth = (0..<40).map { _ in Int.random(in: 0..<8, using: &generator) }
      let clusters = (0..<40).map { _ in Int.random(in: 0..<10, using: &generator) }
      var counts = (0, 0, 0)
      for left in 0..<40 {
        for right in (left + 1)..<40 {
          switch (truth[left] == truth[right], clusters[left] == clusters[right]) {
          case (true, true): counts.0 += 1
          case (false, true): counts.1 += 1
          case (true, false): counts.2 += 1
          case (false, false): break
          }
        }
      }
      let score = LinkageScore(truth: truth, clusters: clusters)
      #expect((score.truePositives, score.falsePositives, score.falseNegatives) == counts)
    }
  }
}
