/// Every key of a JSON text by its path, with what kinds of values stand there: the text's schema, as found.
///
/// Node 0 is the unit: a top-level object, or an element of a top-level array. A node has its keys as children, in the
/// order of first sight, and one more child for the elements of its arrays.
struct JSONKeyTree: Sendable {
  /// One path.
  struct Node: Sendable {
    /// Where its key stands in `keys`.
    var key: Range<Int>
    /// The key's length in the text, or -1 when the text can't be compared with the key byte by byte.
    var plainLength: Int
    /// The node that it belongs to; -1 for the unit.
    var parent: Int
    /// Where its key, or for elements the first element, stands first.
    var firstOffset: Int
    /// Where the first string, number or Boolean value stands; -1 without one.
    var firstScalar = -1
    /// Where the first array stands; -1 without one.
    var firstArray = -1
    /// How many objects, arrays, strings, other scalars, `true` among them, and `null` stand here.
    var objects = 0
    var arrays = 0
    var strings = 0
    var scalars = 0
    var trues = 0
    var nulls = 0
    /// The fewest and the most elements of an array here.
    var shortest = Int.max
    var longest = 0
    /// The elements of the arrays here; -1 without one.
    var element = -1
    var firstChild = -1
    var lastChild = -1
    var nextSibling = -1
    var childCount = 0
    /// The child that stands for all keys past the limit; -1 without one.
    var wildcard = -1
    /// The number of the object in which the key was seen last.
    var lastObject = 0

    /// How many values stand here.
    var values: Int { objects + arrays + strings + scalars + nulls }
  }

  /// Past so many different keys in one place the others share one path, `*`: objects keyed by number have no end.
  static let childLimit = 4_096
  /// How many paths are kept apart at most.
  static let nodeLimit = 262_144

  private(set) var keys: [UInt8] = []
  var nodes: [Node] = []
  /// Open addressing by parent and key; a slot holds node + 1, or 0 when free.
  private var slots = [UInt32](repeating: 0, count: 64)
  private var hashes: [UInt64] = []
  private let seed: UInt64

  init() {
    seed = .random(in: .min ... .max)
    nodes.append(Node(key: 0..<0, plainLength: -1, parent: -1, firstOffset: 0))
    hashes.append(0)
  }

  /// The key of a node.
  func key(_ node: Int) -> ArraySlice<UInt8> { keys[nodes[node].key] }

  /// The children of a node by key, in the order of first sight.
  func children(_ node: Int) -> [Int] {
    var children: [Int] = []
    var child = nodes[node].firstChild
    while child >= 0 {
      children.append(child)
      child = nodes[child].nextSibling
    }
    return children
  }

  /// The child with that key; -1 without one.
  func child(of parent: Int, named name: StaticString) -> Int {
    name.withUTF8Buffer { find(of: parent, $0) }
  }

  /// Among a few siblings from `expected` on, the one whose key stands in the text at `start` and ends with a quote.
  ///
  /// Records mostly have their keys in one order, so the first try mostly hits; -1 when none does.
  func match(_ text: UnsafeBufferPointer<UInt8>, at start: Int, from expected: Int) -> Int {
    var candidate = expected
    var tries = 0
    while candidate >= 0, tries < 8 {
      let length = nodes[candidate].plainLength
      let end = start + length
      if length >= 0, end < text.count, text[end] == JSONByte.quote, isKey(candidate, text, start, length) {
        return candidate
      }
      candidate = nodes[candidate].nextSibling
      tries += 1
    }
    return -1
  }

  private func isKey(_ node: Int, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> Bool {
    let keyStart = nodes[node].key.lowerBound
    return keys.withUnsafeBufferPointer { keys in
      var index = 0
      while index < length {
        if keys[keyStart + index] != text[start + index] { return false }
        index += 1
      }
      return true
    }
  }

  /// The child with that key; -1 without one.
  func find(of parent: Int, _ key: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = hash(parent, key)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let node = Int(slots[slot]) - 1
      if hashes[node] == hash, nodes[node].parent == parent, keys[nodes[node].key].elementsEqual(key) { return node }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nodes[parent].wildcard
  }

  private func hash(_ parent: Int, _ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    Interner.hash(key, seed: seed ^ (UInt64(parent) &* 0x9E37_79B9_7F4A_7C15))
  }

  /// Adds a child that is not there yet; past the limit it is the one that stands for all others.
  ///
  /// - Returns: The child, or nothing when there are too many paths.
  mutating func add(to parent: Int, _ key: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
    if nodes[parent].wildcard >= 0 { return nodes[parent].wildcard }
    guard nodes.count < JSONKeyTree.nodeLimit else { return nil }
    if nodes[parent].childCount == JSONKeyTree.childLimit {
      let wildcard = append(to: parent, [0x2A], plainLength: -1, at: offset)
      nodes[parent].wildcard = wildcard
      return wildcard
    }
    let isPlain = !key.contains { $0 == JSONByte.quote || $0 == JSONByte.backslash || $0 < 0x20 }
    let node = append(to: parent, Array(key), plainLength: isPlain ? key.count : -1, at: offset)
    let hash = hash(parent, key)
    hashes[node] = hash
    insert(node)
    if nodes.count * 2 > slots.count {
      slots = [UInt32](repeating: 0, count: slots.count * 2)
      for node in nodes.indices where hashes[node] != 0 { insert(node) }
    }
    return node
  }

  private mutating func append(to parent: Int, _ key: [UInt8], plainLength: Int, at offset: Int) -> Int {
    let start = keys.count
    keys += key
    let node = nodes.count
    nodes.append(Node(key: start..<keys.count, plainLength: plainLength, parent: parent, firstOffset: offset))
    hashes.append(0)
    if nodes[parent].firstChild < 0 {
      nodes[parent].firstChild = node
    } else {
      nodes[nodes[parent].lastChild].nextSibling = node
    }
    nodes[parent].lastChild = node
    nodes[parent].childCount += 1
    return node
  }

  private mutating func insert(_ node: Int) {
    var slot = Int(truncatingIfNeeded: hashes[node]) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(node) + 1
  }

  /// The node of the elements of arrays at `node`, made on first need.
  mutating func element(of node: Int, at offset: Int) -> Int {
    if nodes[node].element >= 0 { return nodes[node].element }
    let element = nodes.count
    nodes.append(Node(key: keys.count..<keys.count, plainLength: -1, parent: node, firstOffset: offset))
    hashes.append(0)
    nodes[node].element = element
    return element
  }
}
