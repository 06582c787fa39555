import Testing

@testable import Undersigned

@Suite struct WorkersTests {
  @Test(arguments: [nil, 1, 2, 7, 100]) func resultsComeInOrderForAnyNumberOfThreads(threads: Int?) {
    let squares = Workers(count: threads).map(1_000, size: 7) { range in range.map { $0 * $0 } }
    #expect(squares.count == 143)
    #expect(Array(squares.joined()) == (0..<1_000).map { $0 * $0 })
  }

  @Test func nothingToDoGivesNothing() {
    #expect(Workers.automatic.map(0, size: 10) { "\($0)" } == [])
  }

  @Test func texts() {
    #expect(Workers(count: 2).map(3, size: 2) { "\($0)" } == ["0..<2", "2..<3"])
  }

  @Test func lessThanOneThreadIsOne() {
    #expect(Workers(count: 0).count == 1)
    #expect(Workers(count: -3) == .one)
  }
}
