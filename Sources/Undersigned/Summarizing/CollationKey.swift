/// Sorts names the same way on every machine: by compare form, then by bytes.
///
/// The system's collations differ between versions and locales, so that reports made with them would not be
/// reproducible. Marks and case don't separate names here (`Åland` stands by `Albania`), scripts stand one after the
/// other in the order of Unicode.
struct CollationKey: Hashable, Comparable, Sendable {
  private let compareForm: String
  private let name: String

  init(_ name: String) {
    compareForm = CompareForm.fold(name)
    self.name = name
  }

  static func < (left: CollationKey, right: CollationKey) -> Bool {
    if !ByteOrder.areSame(left.compareForm, right.compareForm) {
      return ByteOrder.precedes(left.compareForm, right.compareForm)
    }
    return ByteOrder.precedes(left.name, right.name)
  }

  // Strings of other bytes may be equal to Unicode.
  static func == (left: CollationKey, right: CollationKey) -> Bool { ByteOrder.areSame(left.name, right.name) }

  func hash(into hasher: inout Hasher) {
    for byte in name.utf8 { hasher.combine(byte) }
  }

  /// For each name how many different ones stand before it: numbers that compare as the keys do.
  ///
  /// - Complexity: O(*n* log *n*).
  static func ranks(of names: [String]) -> [Int32] {
    let keys = names.map(CollationKey.init)
    var ranks = [Int32](repeating: 0, count: names.count)
    var last: (key: CollationKey, rank: Int32)?
    for place in keys.indices.sorted(by: { keys[$0] < keys[$1] }) {
      if let known = last {
        last = (keys[place], keys[place] == known.key ? known.rank : known.rank + 1)
      } else {
        last = (keys[place], 0)
      }
      ranks[place] = last?.rank ?? 0
    }
    return ranks
  }
}
