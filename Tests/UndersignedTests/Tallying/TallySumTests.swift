import Tabular
import Testing

@testable import Undersigned

@Suite struct TallySumTests {
  @Test(arguments: 0..<30) func isTheSumOfAllInAnyOrder(seed: UInt64) throws {
    var generator = TallyGenerator(seed: seed)
    var tallies = try (0..<Int(seed)).map { _ in
      try generator.tally(records: Int.random(in: 0...60, using: &generator))
    }
    let plain = tallies.reduce(Tally.empty) { $0.merged(with: $1) }
    for _ in 0..<3 {
      tallies.shuffle(using: &generator)
      var sum = TallySum()
      for tally in tallies { sum.add(tally) }
      #expect(TallyFile.encode(sum.total) == TallyFile.encode(plain))
    }
  }

  @Test func theSumOfNothingIsEmpty() {
    #expect(TallySum().total == .empty)
  }

  @Test(arguments: [1, 7, 64, 1000]) func fewPartsAreKept(count: Int) {
    var sum = TallySum()
    for number in 0..<count {
      var tally = Tally.empty
      tally.sources = [SourceSummary(name: "\(number).csv", records: 1)]
      tally.dropped = [.test: 1]
      sum.add(tally)
      #expect(1 << sum.partCount <= 2 * (number + 1))
    }
    #expect(sum.total.sources.count == count)
    #expect(sum.total.dropped == [.test: count])
  }
}
