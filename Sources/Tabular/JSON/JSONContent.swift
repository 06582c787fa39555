/// Takes the content of a value out of a text that is known to be JSON.
enum JSONContent {
  /// Lends the trimmed content of a value: the string itself, a number or word as written, an array as its parts joined
  /// with `; `.
  ///
  /// - Parameter raw: The value as it stands in the text, a string without its closing quote.
  static func withContent(
    of raw: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    scratch.removeAll(keepingCapacity: true)
    switch raw.first {
    case JSONByte.quote:
      let inside = UnsafeBufferPointer(rebasing: raw[1...])
      guard inside.contains(JSONByte.backslash) else { return body(FieldContent.trim(inside)) }
      JSONScanner(raw).unescape(1..<raw.count, into: &scratch, repairsUTF8: false)
    case JSONByte.openArray: join(raw, into: &scratch)
    default: return body(FieldContent.trim(raw))
    }
    scratch.withUnsafeBufferPointer { body(FieldContent.trim($0)) }
  }

  private static func join(_ raw: UnsafeBufferPointer<UInt8>, into joined: inout [UInt8]) {
    var scanner = JSONScanner(raw)
    scanner.offset = 1
    scanner.skipSpace()
    while scanner.byte != JSONByte.closeArray {
      let isString = scanner.byte == JSONByte.quote
      let isNull = scanner.byte == 0x6E
      let range = isString ? scanner.skipString().range : scanner.skipScalar()
      var part: [UInt8] = []
      scanner.unescape(range, into: &part, repairsUTF8: false)
      if !isNull {
        part.withUnsafeBufferPointer { part in
          let trimmed = FieldContent.trim(part)
          if trimmed.isEmpty { return }
          if !joined.isEmpty { joined += [0x3B, 0x20] }
          joined += trimmed
        }
      }
      scanner.skipSpace()
      if scanner.byte == JSONByte.comma {
        scanner.offset += 1
        scanner.skipSpace()
      }
    }
  }
}
