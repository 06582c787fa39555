/// What one strict pass over a JSON text finds: that it is JSON, which keys stand where, and what is odd about it.
struct JSONOutline: Sendable {
  /// Something odd: how often, and where first.
  struct Oddity: Sendable {
    var count = 0
    var firstOffset = 0

    mutating func note(_ offset: Int) {
      if count == 0 { firstOffset = offset }
      count += 1
    }
  }

  /// How deep values may lie in each other.
  private let nesting: Int
  /// Values are read by calling oneself: deeper ones would need more stack than a thread may have.
  private static let deepest = 512

  var tree = JSONKeyTree()
  /// How many values stand one after the other at the top, and how many of them are arrays or objects.
  var topValues = 0
  var topArrays = 0
  var topObjects = 0
  /// Where the first of the arrays begins.
  var firstTopArray = 0
  /// Whether each top-level value but the first begins on a line of its own.
  var isOneValueALine = true
  var duplicateKeys = Oddity()
  var firstDuplicate: [UInt8] = []
  var loneSurrogates = Oddity()
  var invalidUTF8 = Oddity()
  /// How long the top-level arrays are.
  var shortestTop = Int.max
  var longestTop = 0

  init(_ text: UnsafeBufferPointer<UInt8>, nesting: Int = ReadingLimits().nesting) throws(JSONFault) {
    self.nesting = min(nesting, JSONOutline.deepest)
    var scanner = JSONScanner(text)
    var lastLine = -1
    var isAfterNumber = false
    skipMarks(&scanner)
    while !scanner.isAtEnd {
      if topValues > 0 {
        isOneValueALine = isOneValueALine && text[lastLine..<scanner.offset].contains(0x0A)
        switch scanner.byte {
        case _ where isAfterNumber: throw scanner.unexpected("the end of the text")
        case JSONByte.openObject, JSONByte.openArray: break
        case JSONByte.quote where topArrays + topObjects == 0: break
        default: throw scanner.unexpected("the end of the text, or one more object or array")
        }
      }
      topValues += 1
      switch scanner.byte {
      case JSONByte.openArray:
        if topArrays == 0 { firstTopArray = scanner.offset }
        topArrays += 1
        let length = try array(of: 0, &scanner, depth: 1)
        shortestTop = min(shortestTop, length)
        longestTop = max(longestTop, length)
      case JSONByte.openObject:
        topObjects += 1
        try value(0, &scanner, depth: 0)
      case let byte:
        // Nothing marks where a number or word ends, so no value may follow one.
        isAfterNumber = byte != JSONByte.quote
        try value(0, &scanner, depth: 0)
      }
      lastLine = scanner.offset
      skipMarks(&scanner)
    }
  }

  /// Steps over white space and the byte order marks that joining files leaves between values.
  private func skipMarks(_ scanner: inout JSONScanner) {
    scanner.skipSpace()
    while scanner.text[scanner.offset...].starts(with: [0xEF, 0xBB, 0xBF]) {
      scanner.offset += 3
      scanner.skipSpace()
    }
  }

  private mutating func value(_ node: Int, _ scanner: inout JSONScanner, depth: Int) throws(JSONFault) {
    guard !scanner.isAtEnd else { throw JSONFault(kind: .truncatedJSON, offset: scanner.offset) }
    let start = scanner.offset
    switch scanner.byte {
    case JSONByte.openObject:
      tree.nodes[node].objects += 1
      try object(node, &scanner, depth: depth + 1)
      return
    case JSONByte.openArray:
      tree.nodes[node].arrays += 1
      if tree.nodes[node].firstArray < 0 { tree.nodes[node].firstArray = start }
      let element = tree.element(of: node, at: start)
      let length = try array(of: element, &scanner, depth: depth + 1)
      tree.nodes[node].shortest = min(tree.nodes[node].shortest, length)
      tree.nodes[node].longest = max(tree.nodes[node].longest, length)
      return
    case JSONByte.quote:
      note(try scanner.string())
      tree.nodes[node].strings += 1
    case let byte:
      _ = try scanner.scalar()
      if byte == 0x6E {
        tree.nodes[node].nulls += 1
        return
      }
      tree.nodes[node].scalars += 1
      if byte == 0x74 { tree.nodes[node].trues += 1 }
    }
    if tree.nodes[node].firstScalar < 0 { tree.nodes[node].firstScalar = start }
  }

  /// Reads the array that is next, its elements as values of `element`; gives their number.
  private mutating func array(of element: Int, _ scanner: inout JSONScanner, depth: Int) throws(JSONFault) -> Int {
    try checkDepth(depth, scanner)
    scanner.offset += 1
    scanner.skipSpace()
    if !scanner.isAtEnd, scanner.byte == JSONByte.closeArray {
      scanner.offset += 1
      return 0
    }
    var length = 0
    while true {
      try value(element, &scanner, depth: depth)
      length += 1
      scanner.skipSpace()
      guard !scanner.isAtEnd else { throw JSONFault(kind: .truncatedJSON, offset: scanner.offset) }
      if scanner.byte == JSONByte.closeArray { break }
      guard scanner.byte == JSONByte.comma else { throw scanner.unexpected("',' or ']'") }
      let comma = scanner.offset
      scanner.offset += 1
      scanner.skipSpace()
      if !scanner.isAtEnd, scanner.byte == JSONByte.closeArray {
        throw JSONFault(kind: .malformedJSON("a ',' before ']'"), offset: comma)
      }
    }
    scanner.offset += 1
    return length
  }

  private mutating func object(_ node: Int, _ scanner: inout JSONScanner, depth: Int) throws(JSONFault) {
    try checkDepth(depth, scanner)
    objectCount += 1
    let number = objectCount
    scanner.offset += 1
    scanner.skipSpace()
    if !scanner.isAtEnd, scanner.byte == JSONByte.closeObject {
      scanner.offset += 1
      return
    }
    var expected = tree.nodes[node].firstChild
    while true {
      let child = try key(of: node, expected, &scanner, object: number)
      scanner.skipSpace()
      guard !scanner.isAtEnd, scanner.byte == JSONByte.colon else { throw scanner.unexpected("':'") }
      scanner.offset += 1
      scanner.skipSpace()
      try value(child, &scanner, depth: depth)
      expected = tree.nodes[child].nextSibling
      scanner.skipSpace()
      guard !scanner.isAtEnd else { throw JSONFault(kind: .truncatedJSON, offset: scanner.offset) }
      if scanner.byte == JSONByte.closeObject { break }
      guard scanner.byte == JSONByte.comma else { throw scanner.unexpected("',' or '}'") }
      let comma = scanner.offset
      scanner.offset += 1
      scanner.skipSpace()
      if !scanner.isAtEnd, scanner.byte == JSONByte.closeObject {
        throw JSONFault(kind: .malformedJSON("a ',' before '}'"), offset: comma)
      }
    }
    scanner.offset += 1
  }

  private var objectCount = 0

  private mutating func key(
    of node: Int, _ expected: Int, _ scanner: inout JSONScanner, object: Int
  ) throws(JSONFault) -> Int {
    guard !scanner.isAtEnd, scanner.byte == JSONByte.quote else { throw scanner.unexpected("a key between quotes") }
    let start = scanner.offset
    var child = tree.match(scanner.text, at: start + 1, from: expected)
    if child >= 0 {
      scanner.offset = start + 2 + tree.nodes[child].plainLength
    } else {
      let token = try scanner.string()
      note(token)
      child = try self.child(of: node, token, scanner, at: start)
    }
    if tree.nodes[child].lastObject == object, child != tree.nodes[node].wildcard {
      if duplicateKeys.count == 0 { firstDuplicate = Array(tree.key(child)) }
      duplicateKeys.note(start)
    }
    tree.nodes[child].lastObject = object
    return child
  }

  private mutating func child(
    of node: Int, _ token: JSONStringToken, _ scanner: JSONScanner, at start: Int
  ) throws(JSONFault) -> Int {
    func find(_ key: UnsafeBufferPointer<UInt8>, _ tree: inout JSONKeyTree) throws(JSONFault) -> Int {
      let known = tree.find(of: node, key)
      if known >= 0 { return known }
      if let added = tree.add(to: node, key, at: start) { return added }
      throw JSONFault(kind: .limitExceeded("different-keys", JSONKeyTree.nodeLimit), offset: start)
    }
    if token.marks.isEmpty { return try find(UnsafeBufferPointer(rebasing: scanner.text[token.range]), &tree) }
    let bytes = scanner.bytes(of: token)
    return try bytes.withUnsafeBufferPointer { key throws(JSONFault) in try find(key, &tree) }
  }

  private mutating func note(_ token: JSONStringToken) {
    if token.marks.isEmpty { return }
    if token.marks.contains(.invalid) { invalidUTF8.note(token.range.lowerBound - 1) }
    if token.marks.contains(.loneSurrogate) { loneSurrogates.note(token.range.lowerBound - 1) }
  }

  private func checkDepth(_ depth: Int, _ scanner: JSONScanner) throws(JSONFault) {
    if depth > nesting {
      throw JSONFault(kind: .limitExceeded("nesting", nesting), offset: scanner.offset)
    }
  }
}
