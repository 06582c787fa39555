import CStructuralIndex

/// The structure of a chunk of delimited text in which every record has its fields and every quote its place.
///
/// With as many fields in every record, field *f* of record *r* ends at edge *r* × width + *f*: no state is kept from
/// byte to byte, and nothing is looked at but the edges.
struct DelimitedRows: ~Copyable {
  /// Where fields end: places of delimiters and line feeds outside of quotes.
  private(set) var edges: UnsafeMutableBufferPointer<UInt32>
  /// Places of line feeds inside of quotes.
  private(set) var inner: UnsafeMutableBufferPointer<UInt32>
  private(set) var edgeCount = 0
  private(set) var innerCount = 0
  private var state = delimited_state()
  private var indexed = 0

  init(capacity: Int) {
    edges = .allocate(capacity: capacity + ChunkBuffer.padding)
    inner = .allocate(capacity: capacity + ChunkBuffer.padding)
  }

  deinit {
    edges.deallocate()
    inner.deallocate()
  }

  /// What came of finding the records of a chunk.
  enum Outcome {
    /// So many records; the next one starts at the place.
    case regular(records: Int, end: Int)
    /// Something has to be read the exact way.
    case irregular
    /// The last record doesn't end in the buffer.
    case unfinished
  }

  /// Finds the records that start in `start..<limit` of a buffer.
  ///
  /// - Parameters:
  ///   - start: Where a record starts.
  ///   - limit: Before this place the last record starts.
  ///   - width: How many fields each has.
  ///   - isDecoded: Whether the text is known to be UTF-8.
  mutating func find(
    in buffer: borrowing ChunkBuffer, from start: Int, before limit: Int, dialect: Dialect, width: Int,
    isDecoded: Bool
  ) -> Outcome {
    guard let delimiter = dialect.fastDelimiter, let quote = dialect.fastQuote else { return .irregular }
    let count = buffer.count
    reserve(count)
    (edgeCount, innerCount, state, indexed) = (0, 0, delimited_state(), start)
    if start >= limit { return .regular(records: 0, end: start) }
    index(buffer, to: min(limit, count), delimiter, quote)
    // The last record starts before the limit and may end behind it.
    var isClosed = edgeCount > 0 && Int(edges[edgeCount - 1]) == limit - 1 && buffer.bytes[limit - 1] == 0x0A
    while !isClosed, state.irregular == 0, indexed < count {
      let known = edgeCount
      index(buffer, to: min(indexed + 1024, count), delimiter, quote)
      if let end = (known..<edgeCount).first(where: { buffer.bytes[Int(edges[$0])] == 0x0A }) {
        drop(after: end, buffer)
        isClosed = true
      }
    }
    if state.irregular != 0 { return .irregular }
    if !isClosed {
      guard buffer.isEnd else { return .unfinished }
      if state.inside != 0 || state.before_is_return != 0 { return .irregular }
      // A last line without its end: line feeds stand behind the text.
      edges[edgeCount] = UInt32(count)
      edgeCount += 1
      state.line_count += 1
    }
    return check(buffer, start, width, isDecoded)
  }

  /// Whether every record has its fields.
  private func check(
    _ buffer: borrowing ChunkBuffer, _ start: Int, _ width: Int, _ isDecoded: Bool
  ) -> Outcome {
    let records = edgeCount / width
    guard records * width == edgeCount, Int(state.line_count) == records, records > 0 else { return .irregular }
    let bytes = buffer.bytes
    var edge = width - 1
    while edge < edgeCount {
      if bytes[Int(edges[edge])] != 0x0A { return .irregular }
      edge += width
    }
    // In a list of one field a blank line has as many edges as any other, and is none.
    if width == 1, hasBlankLine(bytes, start) { return .irregular }
    let end = min(Int(edges[edgeCount - 1]) + 1, buffer.count)
    guard
      isDecoded || state.has_high_bytes == 0
        || RegularText.holds(UnsafeBufferPointer(start: bytes + start, count: end - start))
    else { return .irregular }
    return .regular(records: records, end: end)
  }

  private func hasBlankLine(_ bytes: UnsafePointer<UInt8>, _ start: Int) -> Bool {
    var start = start
    for edge in edges[..<edgeCount] {
      var place = start
      while bytes[place] == 0x20 { place += 1 }
      if bytes[place] == 0x0A || bytes[place] == 0x0D { return true }
      start = Int(edge) + 1
    }
    return false
  }

  private mutating func index(
    _ buffer: borrowing ChunkBuffer, to end: Int, _ delimiter: UInt8, _ quote: UInt8
  ) {
    index_delimited(
      structural_index_width(), buffer.bytes, indexed, end, delimiter, quote, &state, edges.baseAddress, &edgeCount,
      inner.baseAddress,
      &innerCount)
    indexed = end
  }

  /// Forgets what lies behind the edge that ends the last record.
  private mutating func drop(after last: Int, _ buffer: borrowing ChunkBuffer) {
    let dropped = (last + 1..<edgeCount).count { buffer.bytes[Int(edges[$0])] == 0x0A }
    state.line_count -= UInt64(dropped)
    edgeCount = last + 1
    while innerCount > 0, inner[innerCount - 1] > edges[last] { innerCount -= 1 }
  }

  private mutating func reserve(_ count: Int) {
    guard count + ChunkBuffer.padding > edges.count else { return }
    edges.deallocate()
    inner.deallocate()
    edges = .allocate(capacity: count + ChunkBuffer.padding)
    inner = .allocate(capacity: count + ChunkBuffer.padding)
  }

  /// Where the first record starts behind the first byte of a buffer, when nothing is known of what came before.
  ///
  /// A quote may be open there or not: what gives records of the expected width is taken for true. Whoever calls has
  /// to verify that with the end of the chunk before.
  ///
  /// - Returns: Nothing where neither fits.
  mutating func guessStart(in buffer: borrowing ChunkBuffer, dialect: Dialect, width: Int) -> Int? {
    guard let delimiter = dialect.fastDelimiter, let quote = dialect.fastQuote else { return nil }
    let window = min(buffer.count, 1 << 14)
    reserve(window)
    for inside in [UInt64(0), UInt64.max] {
      (edgeCount, innerCount, state, indexed) = (0, 0, delimited_state(), 0)
      state.inside = inside
      index(buffer, to: window, delimiter, quote)
      guard state.irregular == 0 else { continue }
      guard let first = (0..<edgeCount).first(where: { buffer.bytes[Int(edges[$0])] == 0x0A }) else { continue }
      var edge = first + width
      var fits = Int(state.line_count) == 1 + (edgeCount - first - 1) / width
      while fits, edge < edgeCount {
        fits = buffer.bytes[Int(edges[edge])] == 0x0A
        edge += width
      }
      if fits { return Int(edges[first]) + 1 }
    }
    return nil
  }
}

extension Dialect {
  /// Whether fields are delimited and quoted as RFC 4180 has it.
  var isRegular: Bool { fastDelimiter != nil && fastQuote != nil }

  /// The delimiter for the structural index; line feeds serve where there is none. A line of spaces is blank, and so
  /// they can't delimit.
  fileprivate var fastDelimiter: UInt8? {
    guard let delimiter else { return 0x0A }
    return delimiter < 0x80 && ![0x0A, 0x0D, 0x20, quote].contains(delimiter) ? delimiter : nil
  }

  /// The quote for the structural index; nothing where quotes are written in another way than RFC 4180 has it.
  fileprivate var fastQuote: UInt8? {
    guard let quote else { return 0xFF }
    return doublesQuotes && escape == nil && !skipsInitialSpace && quote < 0x80 ? quote : nil
  }
}
