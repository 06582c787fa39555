import Tabular

/// Distinct answers in the order of their bytes, the empty one as number 0, and the new number of each old one.
struct AnswerOrder {
  private(set) var column = Column([""])
  /// By old number; what is not kept has 0.
  private(set) var numbers: [UInt32]

  /// The answers of `source` that are in use, each once.
  ///
  /// - Complexity: O(*n* log *n*) comparisons for *n* answers in use.
  init(_ source: Column, inUse: [Bool]) {
    numbers = [UInt32](repeating: 0, count: max(1, source.count))
    var kept = inUse.indices.filter { inUse[$0] && !source[$0].isEmpty }
    source.withStorage { bytes, ends in
      func answer(_ number: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]])
      }
      kept.sort { ByteOrder.compare(answer($0), answer($1)) < 0 }
      var last = -1
      for old in kept {
        if last < 0 || ByteOrder.compare(answer(last), answer(old)) != 0 { column.append(answer(old)) }
        numbers[old] = UInt32(column.count - 1)
        last = old
      }
    }
  }

  /// Two columns that are in order, as one; with the new numbers of the answers of each.
  ///
  /// - Complexity: O(bytes).
  static func merge(_ left: Column, _ right: Column) -> (column: Column, left: [UInt32], right: [UInt32]) {
    // Arrays of this module: another one's generic `append` costs more than the bytes that it moves.
    var bytes: [UInt8] = []
    var ends: [Int] = []
    bytes.reserveCapacity(left.bytes.count + right.bytes.count)
    ends.reserveCapacity(left.count + right.count)
    var leftNumbers: [UInt32] = []
    var rightNumbers: [UInt32] = []
    leftNumbers.reserveCapacity(left.count)
    rightNumbers.reserveCapacity(right.count)
    left.withStorage { leftBytes, leftEnds in
      right.withStorage { rightBytes, rightEnds in
        var i = 0
        var j = 0
        while i < left.count || j < right.count {
          let l = i < left.count ? field(i, leftBytes, leftEnds) : nil
          let r = j < right.count ? field(j, rightBytes, rightEnds) : nil
          var order = l == nil ? 1 : -1
          if let l, let r { order = ByteOrder.compare(l, r) }
          let number = UInt32(ends.count)
          if order <= 0, let l {
            bytes.append(contentsOf: l)
            leftNumbers.append(number)
            i += 1
          }
          if order >= 0, let r {
            if order > 0 { bytes.append(contentsOf: r) }
            rightNumbers.append(number)
            j += 1
          }
          ends.append(bytes.count)
        }
      }
    }
    return (Column(bytes: bytes, ends: ends), leftNumbers, rightNumbers)
  }

  private static func field(
    _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ ends: UnsafeBufferPointer<Int>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
  }
}
