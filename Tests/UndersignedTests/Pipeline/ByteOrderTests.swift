import Tabular
import Testing

@testable import Undersigned

@Suite struct ByteOrderTests {
  @Test(arguments: [("", "a"), ("a", "ab"), ("B", "a"), ("e\u{301}", "é"), ("z", "é")])
  func precedes(left: String, right: String) {
    #expect(ByteOrder.precedes(left, right))
    #expect(!ByteOrder.precedes(right, left))
    #expect(!ByteOrder.precedes(left, left))
    #expect(!ByteOrder.areSame(left, right))
    #expect(ByteOrder.areSame(left, left))
  }

  @Test func positionsAreBySourceThenLineThenColumn() {
    let places = [
      Position(source: "a", line: 9, column: 9), Position(source: "b", line: 1, column: 2),
      Position(source: "b", line: 2, column: 1),
    ]
    #expect(places.reversed().sorted(by: ByteOrder.precedes) == places)
  }
}
