/// Hashes that are the same in every run and on every machine; they find damage, and are no protection against intent.
enum StableHash {
  /// The hash of no bytes: the offset basis of FNV-1a in 64 bits (Fowler, Noll, Vo; RFC 9923).
  static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of what `hash` stands for with one byte more.
  static func extend(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// FNV-1a of some bytes.
  ///
  /// - Complexity: O(*n*).
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = empty
    for byte in bytes { hash = extend(hash, byte) }
    return hash
  }

  /// The hash of two numbers in their order: the halves of a product, as wyhash mixes them (Wang Yi).
  static func of(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: right ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low &+ left
  }
}
