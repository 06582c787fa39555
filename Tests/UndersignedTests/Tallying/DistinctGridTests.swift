import Testing

@testable import Undersigned

@Suite struct DistinctGridTests {
  @Test func countsEachKeyOncePerGroupWhileBothGrow() {
    var generator = TallyGenerator(seed: 5)
    var grid = DistinctGrid()
    var expected: [Set<Int>] = []
    for part in 1...4 {
      let (groups, keys) = (part * 70, part * 300)
      let isReserved = grid.reserve(groups: groups, keys: keys, records: 1 << 20)
      #expect(isReserved)
      expected += [Set<Int>](repeating: [], count: groups - expected.count)
      let records = (0..<2000).map { _ in
        (Int.random(in: 0..<keys, using: &generator), Int.random(in: 0..<groups, using: &generator))
      }
      let rows = records.map { grid.row(UInt64($0.0)) }
      let numbers = records.map { UInt32($0.1) }
      rows.withUnsafeBufferPointer { rows in
        numbers.withUnsafeBufferPointer { grid.add(rows: rows, groups: $0) }
      }
      for record in records where record.0 != 0 { expected[record.1].insert(record.0) }
      #expect(grid.counts == expected.map(\.count))
    }
    var pairs = 0
    grid.forEach { _, _ in pairs += 1 }
    #expect(pairs == expected.reduce(0) { $0 + $1.count })
  }

  @Test func refusesWhatWouldNotFit() {
    var grid = DistinctGrid()
    let refused = [
      grid.reserve(groups: 1 << 20, keys: 1 << 20, records: .max),
      grid.reserve(groups: 1 << 40, keys: 1 << 40, records: .max),
    ]
    #expect(refused == [false, false])
    let isReserved = grid.reserve(groups: 1, keys: 1 << 10, records: 0)
    #expect(isReserved)
  }

  @Test(arguments: [0, 1, 64, 1000])
  func rowsOfManyKeysAreThoseOfEach(count: Int) {
    var generator = TallyGenerator(seed: 7)
    let keys = (0..<count).map { _ in UInt64.random(in: 0..<200, using: &generator) }
    var (one, many) = (DistinctGrid(), DistinctGrid())
    let areReserved = [
      one.reserve(groups: 1, keys: count, records: count), many.reserve(groups: 1, keys: count, records: count),
    ]
    #expect(areReserved == [true, true])
    var rows: [UInt32] = [9]
    many.appendRows(of: keys, to: &rows)
    #expect(rows == [9] + keys.map { one.row($0) })
    #expect(rows.dropFirst().map { many.key($0) } == keys)
  }
}
