/// Cuts the beginning of a long JSON text to whole records.
enum JSONHead {
  /// Where the first of the records that lie whole in `text` begins, and where the last one ends.
  ///
  /// - Returns: Nothing where there is none.
  static func records(in text: [UInt8]) -> (first: Int, end: Int)? {
    text.withUnsafeBufferPointer { text in
      var scanner = JSONScanner(text)
      scanner.skipSpace()
      if !scanner.isAtEnd, scanner.byte == JSONByte.openArray {
        scanner.offset += 1
        scanner.skipSpace()
      }
      let first = scanner.offset
      var end = first
      while !scanner.isAtEnd, scanner.byte == JSONByte.openObject {
        scanner.skipValue()
        // A value that ends with the text may go on behind it.
        if scanner.isAtEnd { break }
        end = scanner.offset
        scanner.skipSpace()
        if !scanner.isAtEnd, scanner.byte == JSONByte.comma {
          scanner.offset += 1
          scanner.skipSpace()
        }
      }
      return end == first ? nil : (first, end)
    }
  }
}
