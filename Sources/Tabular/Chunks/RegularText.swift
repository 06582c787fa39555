import CStructuralIndex

/// Tells well-formed UTF-8 in which nothing is odd, such as a byte order mark inside or text that was encoded twice.
enum RegularText {
  private static let suspectLimit = 1024

  /// Whether nothing is odd; of what is, the exact way of reading tells.
  ///
  /// - Parameter bytes: Readable for 64 bytes beyond their end.
  static func holds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return true }
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: suspectLimit) { suspects in
      var count = 0
      let isWellFormed = is_utf8(
        structural_index_width(), start, bytes.count, suspects.baseAddress, suspectLimit, &count)
      guard isWellFormed != 0 else { return false }
      guard count <= suspectLimit else { return !UTF8Inspection(bytes).isOdd }
      return suspects[..<count].allSatisfy { place in
        var inspection = UTF8Inspection()
        inspection.inspect(bytes, at: Int(place), before: Int(place) + 1)
        return !inspection.isOdd
      }
    }
  }
}
