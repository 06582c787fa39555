/// A number a record, in as few bytes each as the largest of them needs.
public struct NumberColumn: RandomAccessCollection, Equatable, ExpressibleByArrayLiteral, Sendable {
  private enum Storage: Sendable {
    case one([UInt8])
    case two([UInt16])
    case four([UInt32])
  }

  private let storage: Storage

  /// Numbers in order.
  ///
  /// - Complexity: O(*n*).
  public init(_ numbers: [UInt32]) { self.init(numbers, below: Int(numbers.max() ?? 0) + 1) }

  /// Numbers in order, all of them below a limit.
  init(_ numbers: [UInt32], below limit: Int) {
    func narrowed<Number: FixedWidthInteger>() -> [Number] {
      [Number](unsafeUninitializedCapacity: numbers.count) { narrow, filled in
        for index in numbers.indices {
          narrow.initializeElement(at: index, to: Number(truncatingIfNeeded: numbers[index]))
        }
        filled = numbers.count
      }
    }
    if limit <= 1 << 8 {
      storage = .one(narrowed())
    } else if limit <= 1 << 16 {
      storage = .two(narrowed())
    } else {
      storage = .four(numbers)
    }
  }

  /// Numbers in order.
  public init(arrayLiteral numbers: UInt32...) { self.init(numbers) }

  /// Whether both hold the same numbers, in however many bytes.
  public static func == (left: NumberColumn, right: NumberColumn) -> Bool { left.elementsEqual(right) }

  /// The same number so many times.
  public init(repeating number: UInt32, count: Int) {
    self.init([UInt32](repeating: number, count: count))
  }

  /// The numbers of parts, end to end, each translated by a table; a part lets go of its memory once it was read.
  ///
  /// - Parameters:
  ///   - parts: The parts, which are emptied.
  ///   - limit: Above every translated number.
  ///   - translation: What stands for each number of the part with this index.
  init(_ parts: inout [NumberColumn], below limit: Int, translation: (Int) -> [UInt32]) {
    let count = parts.reduce(0) { $0 + $1.count }
    if limit <= 1 << 8 {
      storage = .one(NumberColumn.joined(&parts, count, translation))
    } else if limit <= 1 << 16 {
      storage = .two(NumberColumn.joined(&parts, count, translation))
    } else {
      storage = .four(NumberColumn.joined(&parts, count, translation))
    }
  }

  /// The numbers of parts, end to end.
  ///
  /// - Parameter limit: Above every number.
  init(joining parts: [NumberColumn], below limit: Int) {
    if parts.count == 1 {
      self = parts[0]
      return
    }
    func joined<Number: FixedWidthInteger>() -> [Number] {
      var numbers: [Number] = []
      numbers.reserveCapacity(parts.reduce(0) { $0 + $1.count })
      for part in parts {
        switch part.storage {
        case .one(let part): numbers.append(contentsOf: part.lazy.map { Number(truncatingIfNeeded: $0) })
        case .two(let part): numbers.append(contentsOf: part.lazy.map { Number(truncatingIfNeeded: $0) })
        case .four(let part): numbers.append(contentsOf: part.lazy.map { Number(truncatingIfNeeded: $0) })
        }
      }
      return numbers
    }
    if limit <= 1 << 8 {
      storage = .one(joined())
    } else if limit <= 1 << 16 {
      storage = .two(joined())
    } else {
      storage = .four(joined())
    }
  }

  private static func joined<Number: FixedWidthInteger>(
    _ parts: inout [NumberColumn], _ count: Int, _ translation: (Int) -> [UInt32]
  ) -> [Number] {
    [Number](unsafeUninitializedCapacity: count) { target, filled in
      for index in parts.indices {
        let table = translation(index)
        table.withUnsafeBufferPointer { table in
          func copy(_ numbers: [some FixedWidthInteger]) {
            numbers.withUnsafeBufferPointer { numbers in
              guard let rest = target.baseAddress.map({ $0 + filled }) else { return }
              for place in numbers.indices {
                (rest + place).initialize(to: Number(truncatingIfNeeded: table[Int(numbers[place])]))
              }
              filled += numbers.count
            }
          }
          switch parts[index].storage {
          case .one(let numbers): copy(numbers)
          case .two(let numbers): copy(numbers)
          case .four(let numbers): copy(numbers)
          }
        }
        parts[index] = NumberColumn([])
      }
    }
  }

  /// 0.
  public var startIndex: Int { 0 }

  /// How many numbers there are.
  public var endIndex: Int {
    switch storage {
    case .one(let numbers): numbers.count
    case .two(let numbers): numbers.count
    case .four(let numbers): numbers.count
    }
  }

  /// The number of a record.
  public subscript(index: Int) -> UInt32 {
    switch storage {
    case .one(let numbers): UInt32(numbers[index])
    case .two(let numbers): UInt32(numbers[index])
    case .four(let numbers): numbers[index]
    }
  }

  /// Puts the numbers of a range of records into a buffer, for loops over many.
  ///
  /// - Precondition: The buffer has room for them.
  public func copy(_ range: Range<Int>, to target: UnsafeMutableBufferPointer<UInt32>) {
    func copy(_ numbers: [some FixedWidthInteger]) {
      for index in range { target[index - range.lowerBound] = UInt32(truncatingIfNeeded: numbers[index]) }
    }
    switch storage {
    case .one(let numbers): copy(numbers)
    case .two(let numbers): copy(numbers)
    case .four(let numbers): copy(numbers)
    }
  }
}
