extension JSONRecordReader {
  mutating func forEachElement(_ body: (inout Self) -> Void) {
    scanner.offset += 1
    scanner.skipSpace()
    while scanner.byte != JSONByte.closeArray {
      body(&self)
      scanner.skipSpace()
      if scanner.byte == JSONByte.comma {
        scanner.offset += 1
        scanner.skipSpace()
      }
    }
    scanner.offset += 1
  }

  /// Visits the values of the object that is next, with the path of each; of those with the same key only the last.
  mutating func forEachMember(of node: Int, _ body: (inout Self, Int) -> Void) {
    let last = hasDuplicateKeys && node >= 0 ? lastMembers(of: node) : [:]
    scanner.offset += 1
    scanner.skipSpace()
    var expected = node < 0 ? -1 : tree.nodes[node].firstChild
    while scanner.byte != JSONByte.closeObject {
      let child = key(of: node, expected)
      let place = scanner.offset
      if let lastPlace = last[child], lastPlace != place { scanner.skipValue() } else { body(&self, child) }
      if child >= 0 { expected = tree.nodes[child].nextSibling }
      scanner.skipSpace()
      if scanner.byte == JSONByte.comma {
        scanner.offset += 1
        scanner.skipSpace()
      }
    }
    scanner.offset += 1
  }

  /// Reads a key and its colon; gives its path.
  private mutating func key(of node: Int, _ expected: Int) -> Int {
    let start = scanner.offset + 1
    var child = node < 0 ? -1 : tree.match(scanner.text, at: start, from: expected)
    if child >= 0 {
      lastKey = start..<start + tree.nodes[child].plainLength
      scanner.offset = lastKey.upperBound + 1
    } else {
      let (range, hasEscape) = scanner.skipString()
      lastKey = range
      if node >= 0 { child = find(node, range, hasEscape) }
    }
    scanner.skipSpace()
    scanner.offset += 1
    scanner.skipSpace()
    return child
  }

  private func find(_ node: Int, _ range: Range<Int>, _ hasEscape: Bool) -> Int {
    guard hasEscape || hasInvalidUTF8 else {
      return tree.find(of: node, UnsafeBufferPointer(rebasing: scanner.text[range]))
    }
    var bytes: [UInt8] = []
    scanner.unescape(range, into: &bytes, repairsUTF8: hasInvalidUTF8)
    return bytes.withUnsafeBufferPointer { tree.find(of: node, $0) }
  }

  /// Where the value of the last member with each key begins in the object that is next.
  private mutating func lastMembers(of node: Int) -> [Int: Int] {
    let start = scanner.offset
    var last: [Int: Int] = [:]
    scanner.offset += 1
    scanner.skipSpace()
    var expected = tree.nodes[node].firstChild
    while scanner.byte != JSONByte.closeObject {
      let child = key(of: node, expected)
      if child != tree.nodes[node].wildcard { last[child] = scanner.offset }
      scanner.skipValue()
      if child >= 0 { expected = tree.nodes[child].nextSibling }
      scanner.skipSpace()
      if scanner.byte == JSONByte.comma {
        scanner.offset += 1
        scanner.skipSpace()
      }
    }
    scanner.offset = start
    return last
  }
}
