import Tabular
import Testing

@Suite struct NumberSpillTests {
  @Test func eachPartGivesItsNumbersInTheirOrder() throws {
    var random = SplitMix64(seed: 5)
    var expected = [[UInt64]](repeating: [], count: 7)
    var spill = try NumberSpill(parts: 7, folder: "/tmp")
    for _ in 0..<3_000 {
      // The last part stays empty, and some numbers come in runs that are longer than what waits in memory.
      let part = Int.random(in: 0..<6, using: &random)
      let length = Int.random(in: 0...200, using: &random) == 0 ? 20_000 : Int.random(in: 0...5, using: &random)
      let numbers = (0..<length).map { _ in UInt64.random(in: 0...UInt64.max, using: &random) }
      expected[part] += numbers
      try spill.append(numbers, to: part)
    }
    #expect(expected.reduce(0) { $0 + $1.count } > 100_000)
    for part in 0..<7 { #expect(try spill.numbers(of: part) == expected[part]) }
    // Reading takes nothing away.
    #expect(try spill.numbers(of: 3) == expected[3])
  }

  @Test func aFolderThatIsNoneIsAFailure() {
    #expect(throws: NumberSpill.Failure.self) { _ = try NumberSpill(parts: 1, folder: "/nowhere").partCount }
  }
}
