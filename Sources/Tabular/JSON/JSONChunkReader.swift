import CStructuralIndex

/// Reads chunks of a JSON text whose records are objects, one after the other or in one array.
struct JSONChunkReader: ChunkReading, ~Copyable {
  private let name: String
  private let shape: JSONRecordShape
  /// Whether the records are the elements of an array.
  private let isArray: Bool
  private let seed: UInt64
  private let slotCount: Int
  private let printCount: Int
  private var buffer: ChunkBuffer
  private var places: UnsafeMutableBufferPointer<UInt32>
  private var placeCount = 0
  private let seen: UnsafeMutableBufferPointer<UInt32>
  let answers: UnsafeMutableBufferPointer<RawAnswers>
  /// For each slot, and then each fingerprint, where the value of each record stands.
  private var spans: JSONSpans
  /// What the text of a record is around its values, by one of the records that were read, and how many did not fit
  /// since.
  private var stencil = JSONStencil()
  private var misses = 0
  /// How many may not fit before another record is learnt from; the first one that can be is.
  private var patience = 0
  /// Whether nearly all records of the chunk before did fit, so that those of the next may be looked at by their
  /// quotes.
  private var fitsMost = false
  /// How many bytes of those are looked at for all that there is to be found before the next ones are: as many as stay
  /// in the processor's first cache meanwhile.
  private let sliceSize: Int
  /// How much is read behind a chunk at first, for its last record.
  private let overlap: Int
  private static let slicesPerChunk = 16
  private static let patience = 16

  init(_ document: JSONDocument, _ shape: JSONRecordShape, name: String, _ chosen: ChosenFields, chunkSize: Int) {
    self.name = name
    self.shape = shape
    seed = chosen.seed
    isArray = document.outline.topArrays > 0
    slotCount = chosen.answers.count
    printCount = chosen.fingerprints.count
    sliceSize = max(1, chunkSize / JSONChunkReader.slicesPerChunk)
    overlap = min(1 << 13, chunkSize)
    buffer = ChunkBuffer(capacity: chunkSize + overlap)
    places = .allocate(capacity: chunkSize + overlap + ChunkBuffer.padding)
    seen = .allocate(capacity: shape.nodes.count)
    answers = .allocate(capacity: slotCount)
    for slot in 0..<slotCount { answers.initializeElement(at: slot, to: RawAnswers(seed: seed)) }
    spans = JSONSpans(columns: slotCount + printCount)
  }

  deinit {
    places.deallocate()
    seen.deallocate()
    answers.deinitialize()
    answers.deallocate()
  }

  mutating func read(
    _ range: Range<Int>, of source: ChunkSource, start: Int?
  ) throws(ChunkFault) -> EncodedChunk? {
    if let start, start >= range.upperBound { return emptyChunk(start) }
    let origin = start ?? range.lowerBound
    var overlap = overlap
    while true {
      guard buffer.load(origin..<range.upperBound + overlap, of: source) else { throw ChunkFault.needsExactReader }
      var first = 0
      if start == nil {
        guard let guess = guessStart() else { return nil }
        first = guess
      }
      var chunk = emptyChunk(origin + first)
      do throws(JSONWalk.Stop) {
        try walk(
          from: first, before: min(range.upperBound - origin, buffer.count), into: &chunk,
          isDecoded: source.isDecoded)
        return chunk
      } catch {
        if start == nil { return nil }
        if error == .irregular || buffer.isEnd { throw ChunkFault.needsExactReader }
        overlap *= 8
      }
    }
  }

  mutating func read(
    next block: LentBlock, isEnd: Bool, start: Int
  ) throws(ChunkFault) -> EncodedChunk? {
    guard let range = buffer.add(block, isEnd: isEnd, start: start, overlap: overlap) else { return nil }
    var chunk = emptyChunk(buffer.origin + range.lowerBound)
    do throws(JSONWalk.Stop) {
      try walk(from: range.lowerBound, before: range.upperBound, into: &chunk, isDecoded: false)
    } catch {
      if error == .irregular || isEnd { throw ChunkFault.needsExactReader }
      return nil
    }
    buffer.drop(before: chunk.end)
    return chunk
  }

  private func emptyChunk(_ start: Int) -> EncodedChunk {
    EncodedChunk(start: start, log: FindingLog(source: name), columns: slotCount, fingerprints: printCount)
  }

  /// Where the first record seems to begin: at a brace before the key that comes first in the first records.
  private func guessStart() -> Int? {
    let first = shape.nodes[shape.nodes[0].firstChild]
    let key = Array(shape.keys[first.key..<first.key + first.keyLength])
    var place = 0
    while place < buffer.count {
      if buffer.bytes[place] == JSONByte.openObject {
        var index = place + 1
        while index < buffer.count, buffer.bytes[index] <= 0x20 { index += 1 }
        if index + key.count + 1 < buffer.count, buffer.bytes[index] == JSONByte.quote,
          buffer.bytes[index + 1 + key.count] == JSONByte.quote,
          UnsafeBufferPointer(start: buffer.bytes + index + 1, count: key.count).elementsEqual(key)
        {
          return place
        }
      }
      place += 1
    }
    return nil
  }

  /// Reads the records that start before `limit`, and goes to the start of the one behind it.
  private mutating func walk(
    from first: Int, before limit: Int, into chunk: inout EncodedChunk, isDecoded: Bool
  ) throws(JSONWalk.Stop) {
    if first >= limit { return }
    var (records, end, lineFeeds) = (0, first, 0)
    if fitsMost, stencil.isKnown, buffer.bytes[first] == JSONByte.openObject {
      (records, end) = try match(from: first, before: limit, isDecoded: isDecoded)
      lineFeeds = records * stencil.lineFeeds
      for record in 0..<records { chunk.lines.append(1 + record * stencil.lineFeeds) }
    }
    if end < limit {
      let start = end
      try walk(from: &end, before: limit, &records, &lineFeeds, &chunk.lines)
      if !isDecoded { try check(start..<end) }
    }
    chunk.end = buffer.origin + end
    chunk.lineCount = lineFeeds
    number(records, into: &chunk)
  }

  /// Reads the first records of the buffer that are as the stencil has it, by their quotes alone.
  ///
  /// - Returns: How many there are, and where the one behind them begins.
  private mutating func match(
    from first: Int, before limit: Int, isDecoded: Bool
  ) throws(JSONWalk.Stop) -> (records: Int, end: Int) {
    reservePlaces()
    var state = json_state()
    placeCount = 0
    var match = json_match(start: first + 1, quote: 0, record: 0, starts: spans.all, capacity: spans.capacity)
    let lacksColumns = stencil.columnCount < slotCount + printCount
    if lacksColumns { spans.clear(from: 0) }
    var offset = first
    repeat {
      let next = min(offset + sliceSize, buffer.count)
      index_json_quotes(
        structural_index_width(), buffer.bytes, offset, next, &state, places.baseAddress, &placeCount)
      offset = next
      let start = match.start - 1
      while true {
        stencil.match(
          buffer.bytes, count: buffer.count, before: limit, quotes: UnsafePointer(places.baseAddress!),
          quoteCount: placeCount, &match)
        guard match.record == match.capacity, match.start <= limit else { break }
        spans.grow()
        (match.starts, match.capacity) = (spans.all, spans.capacity)
        if lacksColumns { spans.clear(from: match.record) }
      }
      if !isDecoded { try check(start..<match.start - 1) }
    } while offset < buffer.count && match.start <= limit && stencil.needsQuotes(match, besides: placeCount)
    try check(state, from: first)
    return (match.record, match.start - 1)
  }

  /// Stops where bytes from a record's first to another's last are not plain UTF-8.
  private func check(_ bytes: Range<Int>) throws(JSONWalk.Stop) {
    guard RegularText.holds(UnsafeBufferPointer(start: buffer.bytes + bytes.lowerBound, count: bytes.count)) else {
      throw .irregular
    }
  }

  /// Reads the records that start before `limit`, one after the other, whatever they are like.
  ///
  /// - Parameters:
  ///   - end: Where the first of them begins; then where the one behind them does.
  ///   - records: How many there were before; then how many there are.
  ///   - lineFeeds: Likewise.
  private mutating func walk(
    from end: inout Int, before limit: Int, _ records: inout Int, _ lineFeeds: inout Int, _ lines: inout RecordLines
  ) throws(JSONWalk.Stop) {
    try index(from: end)
    seen.initialize(repeating: 0)
    var missed = 0
    try shape.nodes.withUnsafeBufferPointer { nodes throws(JSONWalk.Stop) in
      try shape.keys.withUnsafeBufferPointer { keys throws(JSONWalk.Stop) in
        var walk = JSONWalk(
          bytes: buffer.bytes, count: buffer.count, places: UnsafePointer(places.baseAddress!), placeCount: placeCount,
          nodes: nodes.baseAddress!, keys: keys.baseAddress!, seen: seen.baseAddress!)
        walk.offset = end
        walk.lineFeeds = lineFeeds
        guard try walk.next() == JSONByte.openObject else { throw .irregular }
        while true {
          lines.append(1 + walk.lineFeeds)
          if records == spans.capacity { spans.grow() }
          let row = spans.row(records)
          row.clear()
          let fits = stencil.read(&walk, slots: slotCount, row.set)
          if fits {
            records += 1
            misses = 0
            end = walk.offset - 1
            lineFeeds = walk.lineFeeds
            if end >= limit { break }
            continue
          }
          let (start, place) = (walk.offset, walk.cursor)
          row.clear()
          try walk.object(0) { node, value in
            let (slot, printSlot) = (nodes[node].slot, nodes[node].printSlot)
            if slot >= 0 { row.set(slot, value) }
            if printSlot >= 0 { row.set(slotCount + printSlot, value) }
          }
          records += 1
          guard try walk.nextRecord(isInArray: isArray, isWhole: buffer.isEnd) else {
            end = buffer.count
            lineFeeds = walk.lineFeeds
            break
          }
          end = walk.offset - 1
          lineFeeds = walk.lineFeeds
          misses += 1
          missed += 1
          if misses > patience {
            if let learned = JSONStencil(walk, offset: start, places: place, slots: slotCount) {
              stencil = learned
              patience = JSONChunkReader.patience
            }
            misses = 0
          }
          if end >= limit { break }
        }
      }
    }
    fitsMost = missed < 2
  }

  private mutating func reservePlaces() {
    guard buffer.count + ChunkBuffer.padding > places.count else { return }
    places.deallocate()
    places = .allocate(capacity: buffer.count + ChunkBuffer.padding)
  }

  private mutating func index(from first: Int) throws(JSONWalk.Stop) {
    reservePlaces()
    var state = json_state()
    placeCount = 0
    index_json(
      structural_index_width(), buffer.bytes, first, buffer.count, &state, places.baseAddress, &placeCount)
    try check(state, from: first)
  }

  /// Stops where something that was indexed can't be JSON.
  private func check(_ state: json_state, from first: Int) throws(JSONWalk.Stop) {
    let text = UnsafeBufferPointer(start: buffer.bytes, count: buffer.count)
    guard state.irregular == 0, state.has_unit_escapes == 0 || JSONUnitEscapes.areSound(in: text, from: first) else {
      throw .irregular
    }
  }

  private mutating func number(_ records: Int, into chunk: inout EncodedChunk) {
    // Not through 'self', as in 'DelimitedChunkReader'.
    let answers = answers
    for slot in 0..<slotCount {
      let column = [UInt32](unsafeUninitializedCapacity: records) { column, filled in
        var record = 0
        let (starts, lengths) = (spans.starts(slot), spans.lengths(slot))
        while record < records {
          let count = min(RawAnswers.batchSize, records - record)
          answers[slot].number(
            buffer.bytes, starts: starts + record, lengths: lengths + record, count: count,
            into: column.baseAddress! + record)
          record += count
        }
        filled = records
      }
      chunk.columns[slot] = NumberColumn(column, below: answers[slot].count)
    }
    var scratch: [UInt8] = []
    for print in 0..<printCount {
      var hashes = [UInt64](repeating: 0, count: records)
      let (starts, lengths) = (spans.starts(slotCount + print), spans.lengths(slotCount + print))
      for record in 0..<records {
        let raw = UnsafeBufferPointer(start: buffer.bytes + Int(starts[record]), count: Int(lengths[record]))
        withContent(of: raw, scratch: &scratch) { hashes[record] = FieldContent.fingerprint($0, seed: seed) }
      }
      chunk.fingerprints[print] = hashes
    }
  }

  func withContent(
    of raw: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    JSONContent.withContent(of: raw, scratch: &scratch, body)
  }
}
