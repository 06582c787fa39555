import Testing

@testable import Undersigned

@Suite struct LinkageIntervalsTests {
  @Test func sharesOfAllEntitiesGiveTheExactFigures() {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<50 {
      let truth = (0..<60).map { _ in Int.random(in: 0..<15, using: &generator) }
      let clusters = (0..<60).map { _ in
        Bool.random(using: &generator) ? Int.random(in: 0..<20, using: &generator) : nil
      }
      let table = ContingencyTable(truth: truth, clusters: clusters)
      let score = LinkageScore(table)
      var sum = EntityShare()
      for share in EntityShare.all(of: table) { sum.add(share) }
      let exact = [
        score.precision, score.recall, score.f1, score.bCubedPrecision, score.bCubedRecall, score.bCubedF1,
        score.countErrorPercent,
      ]
      for (share, figure) in zip(sum.figures, exact) { #expect(abs(share - figure) < 1e-9) }
    }
  }

  @Test func oneEntityAloneHasNoSpread() {
    // Three pairs in truth, one of them found: every sample is this entity.
    let intervals = LinkageIntervals(ContingencyTable(truth: [0, 0, 0], clusters: [1, 1, 2]))
    #expect(intervals.precision == 1...1)
    let third = 1.0 / 3
    #expect(intervals.recall == third...third)
    #expect(intervals.countErrorPercent == 100...100)
  }

  @Test func twoEntitiesSpreadOverAllTheirMixtures() {
    // One pair found, one missed: samples have recall 0, 1/2 or 1, and a count error of 0, 50 or 100 %.
    let intervals = LinkageIntervals(ContingencyTable(truth: [0, 0, 1, 1], clusters: [0, 0, 1, 2]))
    #expect(intervals.recall == 0...1)
    #expect(intervals.countErrorPercent == 0...100)
    #expect(intervals.precision == 1...1)
  }

  @Test func theOrderOfRowsAndTheNamesOfNumbersDontMatter() {
    let truth = (0..<40).map { $0 / 4 }
    let clusters: [Int?] = (0..<40).map { $0 / 3 }
    let order = (0..<40).map { ($0 * 17) % 40 }
    let shuffled = ContingencyTable(
      truth: order.map { 90 - truth[$0] }, clusters: order.map { row in clusters[row].map { $0 + 7 } })
    let inOrder = LinkageIntervals(ContingencyTable(truth: truth, clusters: clusters), samples: 200)
    #expect(inOrder == LinkageIntervals(shuffled, samples: 200))
  }

  @Test func holdsTheFigureOfTheWholeSet() {
    let truth = (0..<300).map { $0 / 3 }
    let clusters = (0..<300).map { $0 % 7 == 0 ? 1000 + $0 : $0 / 3 }
    let table = ContingencyTable(truth: truth, clusters: clusters)
    let score = LinkageScore(table)
    let intervals = LinkageIntervals(table)
    #expect(intervals.recall.contains(score.recall))
    #expect(intervals.f1.contains(score.f1))
    #expect(intervals.bCubedF1.contains(score.bCubedF1))
    #expect(intervals.countErrorPercent.contains(score.countErrorPercent))
    let width = intervals.recall.upperBound - intervals.recall.lowerBound
    #expect(width < 0.2)
  }

  @Test func nothingToDrawFromIsNoFault() {
    let intervals = LinkageIntervals(ContingencyTable(truth: [], clusters: []))
    #expect(intervals.f1 == 1...1)
    #expect(intervals.countErrorPercent == 0...0)
  }
}
