/// Gives equal byte strings the same small number, so that everything after reading works on distinct answers.
///
/// Number 0 is the empty string, always. Numbers are given in the order of first sight.
public struct Interner: Sendable {
  /// The distinct byte strings, by number.
  public private(set) var column: Column
  private var hashes: [UInt64]
  /// Open addressing over a power of two; a slot holds number + 1, or 0 when free.
  private var slots: [UInt32]
  private let seed: UInt64

  /// An interner that knows the empty string only.
  ///
  /// - Parameter seed: Keys the hash, so that crafted input can't make answers collide; a new one for each process.
  public init(seed: UInt64 = .random(in: .min ... .max)) {
    self.seed = seed
    column = Column()
    hashes = []
    slots = [UInt32](repeating: 0, count: 64)
    let empty = intern(UnsafeBufferPointer<UInt8>(start: nil, count: 0))
    precondition(empty == 0, "the empty string is number 0")
  }

  /// How many distinct byte strings there are, the empty one included.
  public var count: Int { column.count }

  /// The number of `field`, new if it was not seen before.
  ///
  /// - Complexity: O(bytes), amortized.
  public mutating func intern(_ field: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = Interner.hash(field, seed: seed)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if hashes[Int(number)] == hash, isEqual(field, Int(number)) { return number }
      slot = (slot + 1) & mask
    }
    let number = UInt32(column.count)
    slots[slot] = number + 1
    hashes.append(hash)
    column.append(field)
    if column.count * 2 > slots.count { grow() }
    return number
  }

  /// The number of a string.
  public mutating func intern(_ string: String) -> UInt32 {
    var string = string
    return string.withUTF8 { intern($0) }
  }

  private func isEqual(_ field: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
    column.withStorage { bytes, ends in
      let start = number == 0 ? 0 : ends[number - 1]
      let length = ends[number] - start
      guard length == field.count else { return false }
      return UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start..<start + length])
        .elementsEqual(UnsafeRawBufferPointer(field))
    }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number) + 1
    }
  }

  /// A keyed 64-bit hash of bytes: eight at a time, multiplied and folded.
  ///
  /// Good enough to spread answers over a table and to tell people apart within one run; no protection of what is hashed.
  public static func hash(_ field: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    hash(field, seed: seed) { $0 }
  }

  /// The hash that a field has with its ASCII letters in lower case, and whether it is ASCII as a whole.
  public static func lowercasedHash(
    _ field: UnsafeBufferPointer<UInt8>, seed: UInt64
  ) -> (hash: UInt64, isASCII: Bool) {
    var bits: UInt64 = 0
    let hash = hash(field, seed: seed) { bytes in
      bits |= bytes
      let low = bytes & 0x7F7F_7F7F_7F7F_7F7F
      let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
      let behindZ = low &+ 0x2525_2525_2525_2525
      return bytes | ((fromA ^ behindZ) & ~bytes & 0x8080_8080_8080_8080) >> 2
    }
    return (hash, bits & 0x8080_8080_8080_8080 == 0)
  }

  /// The hash with every eight bytes changed in some way; the rest of fewer is one number, and changed so too.
  @inline(__always)
  private static func hash(
    _ field: UnsafeBufferPointer<UInt8>, seed: UInt64, transform: (UInt64) -> UInt64
  ) -> UInt64 {
    var state = seed ^ 0x9E37_79B9_7F4A_7C15
    let raw = UnsafeRawBufferPointer(field)
    var offset = 0
    while offset + 8 <= raw.count {
      let word = transform(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      state = fold(state ^ word, 0xA076_1D64_78BD_642F)
      offset += 8
    }
    var tail: UInt64 = 0
    if offset > 0, offset < raw.count {
      let last = raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)
      tail = last >> UInt64(8 * (8 - (raw.count - offset)))
    } else {
      while offset < raw.count {
        tail = (tail << 8) | UInt64(raw[offset])
        offset += 1
      }
    }
    return fold(state ^ transform(tail), 0xE703_7ED1_A0B4_28DB ^ UInt64(raw.count))
  }

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
