import CStructuralIndex

/// Walks over records by the places that give JSON its structure, checking all of it.
///
/// Strings need no look inside, as the index has checked them; between places only white space, numbers and words can
/// stand. Keys mostly come in one order, so that the next one is known before it is read.
struct JSONWalk {
  /// Why a walk ends before its record does.
  enum Stop: Error {
    /// It is no JSON, or of no known shape.
    case irregular
    /// The record doesn't end in the buffer.
    case unfinished
  }

  /// The bytes of a value, without the closing quote of a string.
  struct Value {
    var start: Int
    var end: Int
  }

  let bytes: UnsafePointer<UInt8>
  let count: Int
  let places: UnsafePointer<UInt32>
  let placeCount: Int
  let nodes: UnsafePointer<JSONRecordShape.Node>
  let keys: UnsafePointer<UInt8>
  /// For each path the object in which it stood last.
  let seen: UnsafeMutablePointer<UInt32>
  /// The place that is next.
  var cursor = 0
  /// The byte after the last place or value.
  var offset = 0
  /// How many line feeds were passed.
  var lineFeeds = 0
  private var objects: UInt32 = 0

  init(
    bytes: UnsafePointer<UInt8>, count: Int, places: UnsafePointer<UInt32>, placeCount: Int,
    nodes: UnsafePointer<JSONRecordShape.Node>, keys: UnsafePointer<UInt8>, seen: UnsafeMutablePointer<UInt32>
  ) {
    self.bytes = bytes
    self.count = count
    self.places = places
    self.placeCount = placeCount
    self.nodes = nodes
    self.keys = keys
    self.seen = seen
  }

  /// Goes to the next place, over white space and line feeds alone; gives its byte.
  @inline(__always)
  mutating func next() throws(Stop) -> UInt8 {
    while cursor < placeCount {
      let place = Int(places[cursor])
      while offset < place {
        guard isSpace(bytes[offset]) else { throw .irregular }
        offset &+= 1
      }
      cursor &+= 1
      offset = place &+ 1
      let byte = bytes[place]
      if byte != 0x0A { return byte }
      lineFeeds &+= 1
    }
    throw .unfinished
  }

  @inline(__always)
  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }

  /// Goes behind the brace of the next record.
  ///
  /// - Parameters:
  ///   - isInArray: Whether records are the elements of an array.
  ///   - isWhole: Whether the text ends with the bytes.
  /// - Returns: Whether there is one.
  mutating func nextRecord(isInArray: Bool, isWhole: Bool) throws(Stop) -> Bool {
    if isInArray {
      switch try next() {
      case JSONByte.comma: break
      case JSONByte.closeArray:
        guard try isAtEnd(isWhole) else { throw .irregular }
        return false
      default: throw .irregular
      }
    } else if try isAtEnd(isWhole) {
      return false
    }
    guard try next() == JSONByte.openObject else { throw .irregular }
    return true
  }

  /// Whether nothing but white space is left of the text.
  private func isAtEnd(_ isWhole: Bool) throws(Stop) -> Bool {
    var end = offset
    while end < count, isSpace(bytes[end]) { end &+= 1 }
    if end < count { return false }
    guard isWhole else { throw .unfinished }
    return true
  }

  /// Reads the members of an object whose brace was passed; gives the values of the wanted paths.
  mutating func object(_ node: Int, _ take: (_ node: Int, Value) -> Void) throws(Stop) {
    objects &+= 1
    let object = objects
    var expected = nodes[node].firstChild
    var byte = try next()
    if byte == JSONByte.closeObject { return }
    while true {
      guard byte == JSONByte.quote else { throw .irregular }
      let child = try key(of: node, expected)
      if seen[child] == object { throw .irregular }
      seen[child] = object
      expected = nodes[child].nextSibling
      guard try next() == JSONByte.colon else { throw .irregular }
      try value(child, take)
      byte = try next()
      if byte == JSONByte.closeObject { return }
      guard byte == JSONByte.comma else { throw .irregular }
      byte = try next()
    }
  }

  /// The byte at a place.
  func byte(_ place: Int) -> UInt8 { bytes[Int(places[place])] }

  /// The path below a record of the key that comes next among the places, which then lead behind the opening quote of a
  /// string that is its value; nothing when something else comes, and -1 for an unknown key.
  func key(at place: inout Int) -> Int? {
    while place < cursor, byte(place) == 0x0A { place += 1 }
    guard place + 3 < cursor, byte(place) == JSONByte.quote, byte(place + 2) == JSONByte.colon else { return nil }
    let start = Int(places[place]) + 1
    let length = Int(places[place + 1]) - start
    place += 3
    while place < cursor, byte(place) == 0x0A { place += 1 }
    place += 1
    return child(of: 0, start, length) ?? -1
  }

  /// The path of the key whose opening quote was passed.
  @inline(__always)
  private mutating func key(of node: Int, _ expected: Int) throws(Stop) -> Int {
    let start = offset
    guard cursor < placeCount else { throw .unfinished }
    let length = Int(places[cursor]) &- start
    cursor &+= 1
    offset = start &+ length &+ 1
    if expected >= 0, isKey(expected, start, length) { return expected }
    guard let child = child(of: node, start, length) else { throw .irregular }
    return child
  }

  private func child(of node: Int, _ start: Int, _ length: Int) -> Int? {
    var child = nodes[node].firstChild
    while child >= 0 {
      if isKey(child, start, length) { return child }
      child = nodes[child].nextSibling
    }
    return nil
  }

  @inline(__always)
  private func isKey(_ node: Int, _ start: Int, _ length: Int) -> Bool {
    guard nodes[node].keyLength == length else { return false }
    let known = UnsafeRawPointer(keys + nodes[node].key)
    let text = UnsafeRawPointer(bytes + start)
    var difference: UInt64 = 0
    var index = 0
    while index < length {
      let word =
        known.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        ^ text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let rest = length &- index
      difference |= rest >= 8 ? word : word & ((1 &<< UInt64(truncatingIfNeeded: rest &* 8)) &- 1)
      index &+= 8
    }
    return difference == 0
  }

  @inline(__always)
  private mutating func value(_ node: Int, _ take: (_ node: Int, Value) -> Void) throws(Stop) {
    while offset < count, isSpace(bytes[offset]) {
      if bytes[offset] == 0x0A {
        lineFeeds &+= 1
        cursor &+= 1
      }
      offset &+= 1
    }
    guard offset < count else { throw .unfinished }
    let start = offset
    switch bytes[start] {
    case JSONByte.quote:
      guard nodes[node].holdsScalars else { throw .irregular }
      guard cursor &+ 1 < placeCount else { throw .unfinished }
      let end = Int(places[cursor &+ 1])
      cursor &+= 2
      offset = end &+ 1
      if nodes[node].isWanted { take(node, Value(start: start, end: end)) }
    case JSONByte.openObject:
      guard nodes[node].holdsObjects else { throw .irregular }
      cursor &+= 1
      offset = start &+ 1
      try object(node, take)
    case JSONByte.openArray:
      guard nodes[node].holdsArrays else { throw .irregular }
      cursor &+= 1
      offset = start &+ 1
      try array()
      if nodes[node].isWanted { take(node, Value(start: start, end: offset)) }
    default:
      try scalar()
      // `null` is no answer, and may stand anywhere.
      if bytes[start] == 0x6E { return }
      guard nodes[node].holdsScalars else { throw .irregular }
      if nodes[node].isWanted { take(node, Value(start: start, end: offset)) }
    }
  }

  /// An array of strings, numbers and words, whose bracket was passed.
  private mutating func array() throws(Stop) {
    var isFirst = true
    while true {
      while offset < count, isSpace(bytes[offset]) {
        if bytes[offset] == 0x0A {
          lineFeeds &+= 1
          cursor &+= 1
        }
        offset &+= 1
      }
      guard offset < count else { throw .unfinished }
      switch bytes[offset] {
      case JSONByte.quote:
        guard cursor &+ 1 < placeCount else { throw .unfinished }
        offset = Int(places[cursor &+ 1]) &+ 1
        cursor &+= 2
      case JSONByte.closeArray where isFirst:
        offset &+= 1
        cursor &+= 1
        return
      case JSONByte.openArray, JSONByte.openObject: throw .irregular
      default: try scalar()
      }
      isFirst = false
      let byte = try next()
      if byte == JSONByte.closeArray { return }
      guard byte == JSONByte.comma else { throw .irregular }
    }
  }

  /// A number or a word.
  private mutating func scalar() throws(Stop) {
    var scanner = JSONScanner(UnsafeBufferPointer(start: bytes, count: count))
    scanner.offset = offset
    do { _ = try scanner.scalar() } catch { throw offset + 64 > count ? .unfinished : .irregular }
    offset = scanner.offset
    guard offset < count else { throw .unfinished }
  }
}
