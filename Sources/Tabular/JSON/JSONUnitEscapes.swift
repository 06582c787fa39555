/// The escapes of JSON that are written as a UTF-16 code unit: `\u00e9`.
enum JSONUnitEscapes {
  /// Whether each has its four digits, and its second half where it is one of a pair.
  ///
  /// - Parameters:
  ///   - text: What the end cuts off is sound: it belongs to a string that doesn't end in the text.
  ///   - first: Where no escape is open.
  static func areSound(in text: UnsafeBufferPointer<UInt8>, from first: Int) -> Bool {
    let scanner = JSONScanner(text)
    var place = first
    while place < text.count {
      guard text[place] == JSONByte.backslash else {
        place += 1
        continue
      }
      guard place + 1 < text.count, text[place + 1] == 0x75 else {
        place += 2
        continue
      }
      guard place + 6 <= text.count else { return true }
      guard let unit = scanner.hexadecimal(at: place + 2) else { return false }
      place += 6
      guard (0xD800...0xDFFF).contains(unit) else { continue }
      let isCut = place + 6 > text.count && (place >= text.count || text[place] == JSONByte.backslash)
      guard unit < 0xDC00, isCut || scanner.lowSurrogate(at: place) != nil else { return false }
      place += isCut ? 1 : 6
    }
    return true
  }
}
