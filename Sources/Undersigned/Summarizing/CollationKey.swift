/// Sorts names the same way on every machine: by compare form, then by bytes.
///
/// The system's collations differ between versions and locales, so that reports made with them would not be
/// reproducible. Marks and case don't separate names here (`Åland` stands by `Albania`), scripts stand one after the
/// other in the order of Unicode.
struct CollationKey: Hashable, Comparable, Sendable {
  private let compareForm: [UInt8]
  private let bytes: [UInt8]

  init(_ name: String) {
    compareForm = Array(CompareForm.fold(name).utf8)
    bytes = Array(name.utf8)
  }

  static func < (left: CollationKey, right: CollationKey) -> Bool {
    if left.compareForm != right.compareForm { return left.compareForm.lexicographicallyPrecedes(right.compareForm) }
    return left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
