/// Takes the content of a field out of the text: white space off its ends, escapes off its quotes.
enum FieldContent {
  /// The part of `field` without ASCII white space and no-break spaces at its ends.
  static func trim(_ field: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = field.count
    while start < end {
      let byte = field[start]
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        start += 1
      } else if byte == 0xC2, start + 1 < end, field[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      let byte = field[end - 1]
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        end -= 1
      } else if byte == 0xA0, end - 2 >= start, field[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return UnsafeBufferPointer(rebasing: field[start..<end])
  }

  /// Lends the trimmed content of a raw field, quotes and all, in the way of RFC 4180.
  ///
  /// A field that begins with the quote has to end with one: what stands between is its content.
  @inline(__always)
  static func withContent<Result>(
    _ raw: UnsafeBufferPointer<UInt8>, dialect: Dialect, scratch: inout [UInt8],
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard let first = raw.first, first == dialect.quote, raw.count > 1 else { return body(trim(raw)) }
    let inside = UnsafeBufferPointer(rebasing: raw[1..<(raw.count - 1)])
    guard inside.contains(first) else { return body(trim(inside)) }
    unescape(inside, dialect: dialect, into: &scratch)
    return scratch.withUnsafeBufferPointer { body(trim($0)) }
  }

  /// Puts the content of a quoted field into `result`, which is emptied first: doubled and escaped quotes once.
  static func unescape(_ field: UnsafeBufferPointer<UInt8>, dialect: Dialect, into result: inout [UInt8]) {
    result.removeAll(keepingCapacity: true)
    let quote = dialect.quote ?? 0xFF
    let escape = dialect.escape ?? 0xFF
    var index = 0
    while index < field.count {
      let byte = field[index]
      if index + 1 < field.count {
        let next = field[index + 1]
        if dialect.doublesQuotes && byte == quote && next == quote
          || byte == escape && (next == quote || next == escape)
        {
          index += 1
        }
      }
      result.append(field[index])
      index += 1
    }
  }

  /// A keyed hash of `field` with ASCII letters in lower case; 0 for an empty field only.
  static func fingerprint(_ field: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    if field.isEmpty { return 0 }
    return max(1, Interner.lowercasedHash(field, seed: seed).hash)
  }
}
