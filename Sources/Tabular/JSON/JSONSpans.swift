/// Where the values of the wanted fields stand in a text: for each column where the value of each record begins, and
/// then how long each is.
struct JSONSpans: ~Copyable {
  /// The places of one record.
  struct Row {
    fileprivate let base: UnsafeMutablePointer<UInt32>
    fileprivate let columns: Int
    fileprivate let capacity: Int

    /// Gives the record a value.
    @inline(__always)
    func set(_ column: Int, _ value: JSONWalk.Value) {
      base[2 &* column &* capacity] = UInt32(truncatingIfNeeded: value.start)
      base[(2 &* column &+ 1) &* capacity] = UInt32(truncatingIfNeeded: value.end &- value.start)
    }

    /// Gives the record no value: one without some key has no answer there.
    @inline(__always)
    func clear() {
      for column in 0..<columns { base[(2 &* column &+ 1) &* capacity] = 0 }
    }
  }

  /// For how many records there is room.
  private(set) var capacity = 1 << 12
  private let columns: Int
  private var places: UnsafeMutableBufferPointer<UInt32>

  /// Room for some records.
  init(columns: Int) {
    self.columns = columns
    places = .allocate(capacity: 2 * columns * capacity)
    places.initialize(repeating: 0)
  }

  deinit { places.deallocate() }

  /// All starts and lengths: `capacity` places each.
  var all: UnsafeMutablePointer<UInt32>? { places.baseAddress }

  /// Where the values of a column begin.
  @inline(__always)
  func starts(_ column: Int) -> UnsafeMutablePointer<UInt32> { places.baseAddress! + 2 &* column &* capacity }

  /// How long they are.
  @inline(__always)
  func lengths(_ column: Int) -> UnsafeMutablePointer<UInt32> { starts(column) + capacity }

  /// The places of a record, as long as there is no need for more room.
  @inline(__always)
  func row(_ record: Int) -> Row { Row(base: places.baseAddress! + record, columns: columns, capacity: capacity) }

  /// Gives no values to records from one on.
  func clear(from record: Int) {
    for column in 0..<columns { (lengths(column) + record).update(repeating: 0, count: capacity - record) }
  }

  /// Makes room for more records.
  mutating func grow() {
    let larger = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 8 * columns * capacity)
    larger.initialize(repeating: 0)
    for part in 0..<2 * columns {
      (larger.baseAddress! + 4 * part * capacity).update(
        from: places.baseAddress! + part * capacity, count: capacity)
    }
    places.deallocate()
    places = larger
    capacity *= 4
  }
}
