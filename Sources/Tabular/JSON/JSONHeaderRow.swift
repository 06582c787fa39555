/// The field names of records that are arrays: the strings of the first array, or numbers where it holds anything else.
struct JSONHeaderRow {
  var isHeader = true
  var names: [String] = []
  var offsets: [Int] = []
  private let shortest: Int
  private let longest: Int

  init(_ text: UnsafeBufferPointer<UInt8>, _ outline: JSONOutline, _ layout: JSONLayout) {
    let tree = outline.tree
    let container = layout.rows == .lines ? nil : layout.records.first.map { tree.nodes[$0] }
    shortest = container?.shortest ?? outline.shortestTop
    longest = container?.longest ?? outline.longestTop
    var scanner = JSONScanner(text)
    scanner.offset = container?.firstArray ?? outline.firstTopArray
    scanner.offset += 1
    scanner.skipSpace()
    while scanner.byte != JSONByte.closeArray {
      let start = scanner.offset
      offsets.append(start)
      if scanner.byte == JSONByte.quote {
        let (range, _) = scanner.skipString()
        var bytes: [UInt8] = []
        scanner.unescape(range, into: &bytes, repairsUTF8: true)
        names.append(String(decoding: bytes, as: UTF8.self))
      } else {
        isHeader = false
        scanner.skipValue()
      }
      scanner.skipSpace()
      if scanner.byte == JSONByte.comma { scanner.offset += 1 }
      scanner.skipSpace()
    }
    isHeader = isHeader && !names.isEmpty
    if !isHeader { names = [] }
    while names.count < longest { names.append("column \(names.count + 1)") }
    while offsets.count < longest { offsets.append(offsets.last ?? 0) }
  }

  /// Arrays of different lengths.
  func finding(_ position: Position) -> Finding? {
    guard shortest < longest else { return nil }
    return Finding(
      .note, "ragged-record", at: position,
      "the arrays hold between \(shortest) and \(longest) values; those that are missing are read as empty")
  }
}
