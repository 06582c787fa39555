import CStructuralIndex

/// The text of a record around its values, which many records share to the byte.
///
/// Most programs write every record with the same keys in the same order and the same white space. Where all values are
/// strings, and the text before, between and behind them is that of an earlier record, which was read key by key, there
/// is nothing else to be found out about it.
struct JSONStencil: ~Copyable {
  /// What stands before a value: from the brace, or from the closing quote of the value before, to the opening quote; and
  /// behind the last one to the brace of the next record.
  private struct Segment {
    /// Where it stands in `text`.
    var start: Int
    var length: Int
    /// How many places it has.
    var places: Int
    /// Which fields take the value behind it; -1 for none.
    var slot: Int
    var printSlot: Int
  }

  private var segments = UnsafeMutableBufferPointer<Segment>(start: nil, count: 0)
  /// The segments end to end, with room behind them to be read 64 bytes at a time.
  private var text = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
  /// The segments and the wanted fields once more, for reading many records at once.
  private var pieces: [json_segment] = []
  private var wanted: [json_wanted] = []
  private var placeCount = 0
  /// How many line feeds a record takes.
  private(set) var lineFeeds = 0

  /// A stencil that no record fits.
  init() {}

  deinit {
    segments.deallocate()
    text.deallocate()
  }

  /// Whether some record may fit.
  var isKnown: Bool { !segments.isEmpty }

  /// Learns from a record that was read: from behind its brace to behind that of the next one.
  ///
  /// - Parameter slots: How many fields there are before those of which fingerprints are wanted.
  /// - Returns: Nothing when one of its values is no string.
  init?(_ walk: JSONWalk, offset: Int, places first: Int, slots: Int) {
    var segments: [Segment] = []
    var place = first
    var (start, startPlace) = (offset, first)
    func add(upTo place: Int, _ node: JSONRecordShape.Node?) {
      let end = Int(walk.places[place - 1]) + 1
      segments.append(
        Segment(
          start: start - offset, length: end - start, places: place - startPlace, slot: node?.slot ?? -1,
          printSlot: node?.printSlot ?? -1))
    }
    while place < walk.cursor {
      guard let node = walk.key(at: &place), node >= 0, place < walk.cursor, walk.byte(place - 1) == JSONByte.quote
      else { return nil }
      add(upTo: place, walk.nodes[node])
      (start, startPlace) = (Int(walk.places[place]), place)
      place += 1
      while place < walk.cursor, walk.byte(place) == 0x0A { place += 1 }
      guard place < walk.cursor else { return nil }
      place += 1
      if walk.byte(place - 1) == JSONByte.closeObject { break }
      guard walk.byte(place - 1) == JSONByte.comma else { return nil }
    }
    guard !segments.isEmpty else { return nil }
    add(upTo: walk.cursor, nil)
    placeCount = walk.cursor - first
    self.segments = .allocate(capacity: segments.count)
    _ = self.segments.initialize(from: segments)
    // Where the values are, nothing is looked at.
    text = .allocate(capacity: walk.offset - offset + 64)
    text.initialize(repeating: 0)
    for index in 0..<walk.offset - offset { text[index] = walk.bytes[offset + index] }
    for place in first..<walk.cursor where walk.byte(place) == 0x0A { lineFeeds += 1 }
    for (field, segment) in segments.enumerated() {
      pieces.append(
        json_segment(
          text: UInt32(truncatingIfNeeded: segment.start), length: UInt32(truncatingIfNeeded: segment.length)))
      for column in [segment.slot, segment.printSlot < 0 ? -1 : slots + segment.printSlot] where column >= 0 {
        wanted.append(
          json_wanted(field: UInt32(truncatingIfNeeded: field), column: UInt32(truncatingIfNeeded: column)))
      }
    }
  }

  /// How many columns get values.
  var columnCount: Int { wanted.count }

  /// Reads the records that fit, one after the other; see `match_json`.
  func match(
    _ bytes: UnsafePointer<UInt8>, count: Int, before limit: Int, quotes: UnsafePointer<UInt32>, quoteCount: Int,
    _ match: inout json_match
  ) {
    pieces.withUnsafeBufferPointer { pieces in
      wanted.withUnsafeBufferPointer { wanted in
        var stencil = json_stencil(
          text: text.baseAddress, segments: pieces.baseAddress, field_count: pieces.count - 1,
          wanted: wanted.baseAddress, wanted_count: wanted.count)
        match_json(structural_index_width(), bytes, count, limit, &stencil, quotes, quoteCount, &match)
      }
    }
  }

  /// Whether nothing but further quotes can tell if the next record fits.
  func needsQuotes(_ match: json_match, besides quoteCount: Int) -> Bool {
    match.quote + 4 * (pieces.count - 1) > quoteCount
  }

  /// Reads the record whose brace was passed, and goes behind the brace of the next one, when it fits; else stays.
  ///
  /// - Parameters:
  ///   - slots: How many fields there are before those of which fingerprints are wanted.
  ///   - keep: Gets each value that is wanted; those of a record that does not fit as well.
  @inline(__always)
  borrowing func read(_ walk: inout JSONWalk, slots: Int, _ keep: (_ slot: Int, JSONWalk.Value) -> Void) -> Bool {
    var cursor = walk.cursor
    guard !segments.isEmpty, cursor &+ placeCount <= walk.placeCount else { return false }
    var start = walk.offset
    let text = UnsafeRawPointer(text.baseAddress!)
    let last = segments.count &- 1
    for index in 0...last {
      let segment = segments[index]
      cursor &+= segment.places
      let end = Int(walk.places[cursor &- 1]) &+ 1
      guard end &- start == segment.length,
        JSONStencil.areEqual(UnsafeRawPointer(walk.bytes + start), text + segment.start, segment.length)
      else { return false }
      if index == last {
        walk.cursor = cursor
        walk.offset = end
        break
      }
      start = Int(walk.places[cursor])
      // A string begins with its quote.
      let value = JSONWalk.Value(start: end &- 1, end: start)
      if segment.slot >= 0 { keep(segment.slot, value) }
      if segment.printSlot >= 0 { keep(slots &+ segment.printSlot, value) }
    }
    walk.lineFeeds &+= lineFeeds
    return true
  }

  /// Whether bytes are the same, of which there is one at least, and which may be read beyond their end.
  @inline(__always)
  private static func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ length: Int) -> Bool {
    var difference: UInt64 = 0
    var offset = 0
    while true {
      let word =
        left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        ^ right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let rest = length &- offset
      if rest <= 8 {
        difference |= word &<< UInt64(truncatingIfNeeded: (8 &- rest) &* 8)
        return difference == 0
      }
      difference |= word
      offset &+= 8
    }
  }
}
