/// Blocking keys with the names that have them.
struct KeyList: Sendable {
  private(set) var keys: [UInt64] = []
  /// By position, the index of the name.
  private(set) var names: [Int32] = []

  mutating func reserve(_ count: Int) {
    keys.reserveCapacity(count)
    names.reserveCapacity(count)
  }

  mutating func append(_ key: UInt64, of name: Int32) {
    keys.append(key)
    names.append(name)
  }

  mutating func append(_ other: KeyList) {
    keys += other.keys
    names += other.names
  }

  /// Brings equal keys together; the names of one key stay in their order.
  ///
  /// By digits of 11 bits, the lowest first: keys are hashes, which sorting by comparison can't hurry along.
  ///
  /// - Complexity: O(*n*), and as much memory again while it runs.
  mutating func sort() {
    var otherKeys = [UInt64](repeating: 0, count: keys.count)
    var otherNames = [Int32](repeating: 0, count: names.count)
    for shift in stride(from: UInt64(0), to: 64, by: 11) {
      var places = [Int](repeating: 0, count: 2049)
      for key in keys { places[Int(key >> shift & 2047) + 1] += 1 }
      for digit in 1...2048 { places[digit] += places[digit - 1] }
      for (index, key) in keys.enumerated() {
        let digit = Int(key >> shift & 2047)
        otherKeys[places[digit]] = key
        otherNames[places[digit]] = names[index]
        places[digit] += 1
      }
      swap(&keys, &otherKeys)
      swap(&names, &otherNames)
    }
  }
}
