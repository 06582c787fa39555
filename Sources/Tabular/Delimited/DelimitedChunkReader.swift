import CStructuralIndex

/// Reads chunks of delimited text, one after the other, into one thread's own numbers.
///
/// What becomes of a field depends on its raw bytes alone, quotes and all: they are numbered as they are, and taken out
/// of their quotes once for each distinct answer.
struct DelimitedChunkReader: ChunkReading, ~Copyable {
  private let reader: DelimitedReader
  private let chosen: [Int]
  private let fingerprints: [Int]
  /// Fields of which only the leading date is kept.
  private let dated: [Bool]
  private let seed: UInt64
  private var buffer: ChunkBuffer
  private var rows: DelimitedRows
  /// The distinct raw answers, for each chosen field.
  ///
  /// They are changed through copies of the pointer alone: the compiler can't check an access through `self` for data
  /// races.
  let answers: UnsafeMutableBufferPointer<RawAnswers>
  private var numbers: [[UInt32]]
  private var hashes: [[UInt64]]
  private var scratch: [UInt8] = []
  private var lastByte: UInt8 = 0x0A
  private let starts = UnsafeMutablePointer<UInt32>.allocate(capacity: RawAnswers.batchSize)
  private let lengths = UnsafeMutablePointer<UInt32>.allocate(capacity: RawAnswers.batchSize)
  /// How much is read behind a chunk at first, for its last record.
  private let overlap: Int

  init(_ reader: DelimitedReader, _ fields: ChosenFields, chunkSize: Int) {
    self.reader = reader
    chosen = fields.answers
    fingerprints = fields.fingerprints
    dated = chosen.map(fields.dated.contains)
    seed = fields.seed
    overlap = min(1 << 13, chunkSize)
    let capacity = chunkSize + overlap
    buffer = ChunkBuffer(capacity: capacity)
    rows = DelimitedRows(capacity: capacity)
    answers = .allocate(capacity: chosen.count)
    for slot in chosen.indices { answers.initializeElement(at: slot, to: RawAnswers(seed: seed)) }
    numbers = chosen.map { _ in [] }
    hashes = fingerprints.map { _ in [] }
  }

  deinit {
    answers.deinitialize()
    answers.deallocate()
    starts.deallocate()
    lengths.deallocate()
  }

  mutating func read(
    _ range: Range<Int>, of source: ChunkSource, start: Int?
  ) throws(ChunkFault) -> EncodedChunk? {
    if let start, start >= range.upperBound { return emptyChunk(start) }
    // A guess looks at the byte before, which may end a line.
    let origin = start ?? range.lowerBound - 1
    var overlap = overlap
    while true {
      guard buffer.load(origin..<range.upperBound + overlap, of: source) else { throw ChunkFault.needsExactReader }
      var first = 0
      if start == nil {
        guard let guess = rows.guessStart(in: buffer, dialect: reader.dialect, width: reader.width) else { return nil }
        first = guess
      }
      let limit = range.upperBound - origin
      if let chunk = try read(from: first, before: limit, isDecoded: source.isDecoded, isGuess: start == nil) {
        return chunk
      }
      if start == nil { return nil }
      if overlap > reader.recordLimit { throw .needsExactReader }
      overlap *= 8
    }
  }

  mutating func read(
    next block: LentBlock, isEnd: Bool, start: Int
  ) throws(ChunkFault) -> EncodedChunk? {
    if block.count > 0 { lastByte = block.bytes.load(fromByteOffset: block.count - 1, as: UInt8.self) }
    // Zeros or an end-of-file mark at the end are no part of the text.
    if isEnd, lastByte == 0 || lastByte == 0x1A { throw .needsExactReader }
    guard let range = buffer.add(block, isEnd: isEnd, start: start, overlap: overlap) else { return nil }
    guard let chunk = try read(from: range.lowerBound, before: range.upperBound, isDecoded: false, isGuess: false)
    else {
      if range.count > reader.recordLimit { throw .needsExactReader }
      return nil
    }
    buffer.drop(before: chunk.end)
    return chunk
  }

  /// Reads the records of the buffer that start in `first..<limit`.
  ///
  /// - Returns: Nothing when the last one doesn't end in the buffer, or a guess doesn't fit.
  private mutating func read(
    from first: Int, before limit: Int, isDecoded: Bool, isGuess: Bool
  ) throws(ChunkFault) -> EncodedChunk? {
    switch rows.find(
      in: buffer, from: first, before: limit, dialect: reader.dialect, width: reader.width, isDecoded: isDecoded)
    {
    case .regular(let records, let end):
      var chunk = emptyChunk(buffer.origin + first)
      chunk.end = buffer.origin + end
      take(records, from: first, into: &chunk)
      return chunk
    case .irregular:
      // What can't be sure to start at a record may look broken for that alone.
      return isGuess ? nil : try readExactly(from: first, before: limit, isDecoded: isDecoded)
    case .unfinished: return nil
    }
  }

  private func emptyChunk(_ start: Int) -> EncodedChunk {
    EncodedChunk(
      start: start, log: FindingLog(source: reader.name), columns: chosen.count, fingerprints: fingerprints.count)
  }

  // MARK: Regular records

  private mutating func take(_ records: Int, from first: Int, into chunk: inout EncodedChunk) {
    chunk.lineCount = records + rows.innerCount
    let repeats = repeatedHeaders(records, from: first)
    setLines(of: &chunk, records, from: first, without: repeats)
    for slot in chosen.indices { number(slot, records, from: first) }
    for slot in fingerprints.indices { hash(slot, records, from: first) }
    chunk.hasUnusedAnswers = !repeats.isEmpty
    for repeated in repeats.reversed() {
      for slot in chosen.indices { numbers[slot].remove(at: repeated) }
      for slot in fingerprints.indices { hashes[slot].remove(at: repeated) }
    }
    chunk.columns = chosen.indices.map { NumberColumn(numbers[$0], below: answers[$0].count) }
    chunk.fingerprints = hashes
  }

  /// Where a field of a record stands: without the carriage return before its line feed.
  @inline(__always)
  private func span(_ field: Int, of record: Int, from first: Int) -> (start: Int, end: Int) {
    let edge = record &* reader.width &+ field
    let start = edge == 0 ? first : Int(rows.edges[edge &- 1]) &+ 1
    var end = Int(rows.edges[edge])
    if field == reader.width &- 1, end > start, buffer.bytes[end &- 1] == 0x0D { end &-= 1 }
    return (start, end)
  }

  private mutating func number(_ slot: Int, _ records: Int, from first: Int) {
    let field = chosen[slot]
    let isDated = dated[slot]
    let (bytes, answers) = (buffer.bytes, answers)
    let (edges, width) = (rows.edges.baseAddress!, reader.width)
    let isLast = field == width - 1
    numbers[slot] = [UInt32](unsafeUninitializedCapacity: records) { column, filled in
      var edge = field
      for record in stride(from: 0, to: records, by: RawAnswers.batchSize) {
        let count = min(RawAnswers.batchSize, records &- record)
        for index in 0..<count {
          let start = edge == 0 ? UInt32(truncatingIfNeeded: first) : edges[edge &- 1] &+ 1
          var end = edges[edge]
          if isLast, end > start, bytes[Int(end) &- 1] == 0x0D { end &-= 1 }
          starts[index] = start
          lengths[index] = isDated ? UInt32(truncatingIfNeeded: leadingDate(Int(start), Int(end))) : end &- start
          edge &+= width
        }
        answers[slot].number(
          bytes, starts: starts, lengths: lengths, count: count, into: column.baseAddress! + record)
      }
      filled = records
    }
  }

  private mutating func hash(_ slot: Int, _ records: Int, from first: Int) {
    let field = fingerprints[slot]
    hashes[slot] = [UInt64](unsafeUninitializedCapacity: records) { target, filled in
      for record in 0..<records {
        let (start, end) = span(field, of: record, from: first)
        let raw = UnsafeBufferPointer(start: buffer.bytes + start, count: end - start)
        target.initializeElement(at: record, to: fingerprint(raw))
      }
      filled = records
    }
  }

  func withContent(
    of raw: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    FieldContent.withContent(raw, dialect: reader.dialect, scratch: &scratch, body)
  }

  private mutating func fingerprint(_ raw: UnsafeBufferPointer<UInt8>) -> UInt64 {
    FieldContent.withContent(raw, dialect: reader.dialect, scratch: &scratch) {
      FieldContent.fingerprint($0, seed: seed)
    }
  }

  /// How many bytes of a field are its date, when digits and a time follow each other as in `2026-11-22 10:30`; else
  /// all of them.
  private func leadingDate(_ start: Int, _ end: Int) -> Int {
    DateTime.dateLength(UnsafeBufferPointer(start: buffer.bytes + start, count: end - start))
  }

  private func setLines(of chunk: inout EncodedChunk, _ records: Int, from first: Int, without repeats: [Int]) {
    guard rows.innerCount > 0 || !repeats.isEmpty else {
      chunk.lines.append(run: records, from: 1)
      return
    }
    var skipped = repeats[...]
    var (record, inner) = (0, 0)
    while record < records {
      let line = record + 1 + inner
      if skipped.first == record {
        skipped.removeFirst()
        reader.reportRepeatedHeader(line: line, to: &chunk.log)
        record += 1
        inner = innerLines(from: inner, upTo: record)
        continue
      }
      // Records of one line each are told together, up to the one that has more.
      let next = inner < rows.innerCount ? rows.inner[inner] : .max
      var end = record + 1
      let limit = skipped.first ?? records
      while end < limit, rows.edges[end * reader.width - 1] < next { end += 1 }
      chunk.lines.append(run: end - record, from: line)
      record = end
      inner = innerLines(from: inner, upTo: record)
    }
  }

  /// How many line feeds stand in fields up to the end of so many records, of which `inner` are known to.
  private func innerLines(from inner: Int, upTo records: Int) -> Int {
    var inner = inner
    let end = rows.edges[records * reader.width - 1]
    while inner < rows.innerCount, rows.inner[inner] < end { inner += 1 }
    return inner
  }

  private mutating func repeatedHeaders(_ records: Int, from first: Int) -> [Int] {
    guard let name = reader.header.first, reader.header.count == reader.width else { return [] }
    let initial = name.utf8.first
    var found: [Int] = []
    for record in 0..<records {
      let start = span(0, of: record, from: first).start
      let byte = buffer.bytes[start]
      // The first byte tells nearly all records apart, unless something has to be taken off.
      if byte > 0x20, byte < 0x80, byte != reader.dialect.quote, let initial, byte != initial { continue }
      if isHeader(record, from: first) { found.append(record) }
    }
    return found
  }

  private mutating func isHeader(_ record: Int, from first: Int) -> Bool {
    for (field, name) in reader.header.enumerated() {
      let (start, end) = span(field, of: record, from: first)
      let raw = UnsafeBufferPointer(start: buffer.bytes + start, count: end - start)
      let isName = FieldContent.withContent(raw, dialect: reader.dialect, scratch: &scratch) {
        $0.elementsEqual(name.utf8)
      }
      if !isName { return false }
    }
    return true
  }

  // MARK: Other records

  /// Reads the records one byte after the other, where only something that doesn't reach beyond its record is wrong.
  ///
  /// - Returns: Nothing when the last record doesn't end in the buffer.
  private mutating func readExactly(
    from first: Int, before limit: Int, isDecoded: Bool
  ) throws(ChunkFault) -> EncodedChunk? {
    var chunk = emptyChunk(buffer.origin + first)
    let text = UnsafeBufferPointer(start: buffer.bytes, count: buffer.count)
    var scanner = reader.scanner(text, from: first, line: 1)
    for slot in chosen.indices { numbers[slot] = [] }
    for slot in fingerprints.indices { hashes[slot] = [] }
    var (end, endLine) = (first, 1)
    while scanner.offset < limit {
      guard scanner.next() else {
        // What looks blank may be the beginning of a record, or of a line's end.
        if !buffer.isEnd { return nil }
        break
      }
      // Blank lines may have led behind the limit.
      (end, endLine) = (scanner.recordStart, scanner.recordLine)
      if end >= limit { break }
      // To tell where a line ends takes two bytes behind its first carriage return.
      if !buffer.isEnd, scanner.offset + 1 >= buffer.count || scanner.unclosed != nil { return nil }
      guard scanner.unclosed == nil, scanner.faults.allSatisfy({ $0.kind == .quoteInUnquotedField }) else {
        throw ChunkFault.needsExactReader
      }
      take(scanner, into: &chunk)
      (end, endLine) = (scanner.offset, scanner.line)
    }
    if end < limit { (end, endLine) = (scanner.offset, scanner.line) }
    guard isDecoded || RegularText.holds(UnsafeBufferPointer(rebasing: text[first..<end])) else {
      throw ChunkFault.needsExactReader
    }
    chunk.end = buffer.origin + end
    chunk.lineCount = endLine - 1
    chunk.columns = chosen.indices.map { NumberColumn(numbers[$0], below: answers[$0].count) }
    chunk.fingerprints = hashes
    return chunk
  }

  private mutating func take(_ scanner: DelimitedScanner, into chunk: inout EncodedChunk) {
    if !scanner.faults.isEmpty { reader.report(scanner.faults, to: &chunk.log) }
    if reader.repeatsHeader(scanner) {
      return reader.reportRepeatedHeader(line: scanner.recordLine, to: &chunk.log)
    }
    if scanner.spans.count != reader.width { reader.reportWidth(scanner, to: &chunk.log) }
    chunk.lines.append(scanner.recordLine)
    var number: UInt32 = 0
    let answers = answers
    for slot in chosen.indices {
      let (start, end) = scanner.rawSpan(chosen[slot])
      starts[0] = UInt32(truncatingIfNeeded: start)
      lengths[0] = UInt32(truncatingIfNeeded: dated[slot] ? leadingDate(start, end) : end - start)
      answers[slot].number(buffer.bytes, starts: starts, lengths: lengths, count: 1, into: &number)
      numbers[slot].append(number)
    }
    for slot in fingerprints.indices {
      let (start, end) = scanner.rawSpan(fingerprints[slot])
      hashes[slot].append(fingerprint(UnsafeBufferPointer(start: buffer.bytes + start, count: end - start)))
    }
  }
}
