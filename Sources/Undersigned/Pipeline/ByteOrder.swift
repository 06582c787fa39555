import Tabular

/// The order of bytes, in which everything is kept and written: the same in every locale, and no two spellings are
/// equal.
enum ByteOrder {
  /// Below 0, 0 or above 0 as `left` sorts before, with or after `right`; a prefix sorts first.
  static func compare(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
    let count = min(left.count, right.count)
    var index = 0
    while index < count {
      if left[index] != right[index] { return left[index] < right[index] ? -1 : 1 }
      index += 1
    }
    return left.count - right.count
  }

  /// Whether `left` sorts before `right`. Unlike `String`'s own `<`, tells composed from decomposed letters.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { right in compare(left, right) < 0 }
    }.flatMap(\.self) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Whether two strings are the same bytes.
  static func areSame(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  /// By source, then line, then column.
  static func precedes(_ left: Position, _ right: Position) -> Bool {
    if !areSame(left.source, right.source) { return precedes(left.source, right.source) }
    return (left.line, left.column) < (right.line, right.column)
  }
}
