/// Delimited text, opened: its dialect and header are known, its records are read on request.
struct DelimitedDocument: Sendable {
  /// The fields, in the order of the input.
  let fields: [TabularDocument.Field]
  /// Format, delimiter, quote, header, and why.
  let decisions: [TabularDocument.Decision]
  /// What was wrong on opening.
  let findings: [Finding]

  private let text: [UInt8]
  /// Where the records start, and on which line.
  private let dataOffset: Int
  private let dataLine: Int
  private let reader: DelimitedReader

  /// The dialect that the text is in.
  var dialect: Dialect { reader.dialect }

  /// How many records are looked at to find the header.
  private static let headerSample = 100

  /// Opens text.
  ///
  /// - Parameters:
  ///   - name: The input as its user named it.
  ///   - text: UTF-8, not blank.
  ///   - start: Where it starts within `text`, after a byte order mark.
  ///   - dialect: The dialect if it is known; it is found out by default.
  /// - Throws: `.unclosedQuote` when the header ends inside a quoted field, `.empty` when only a `sep=` line is there.
  init(
    name: String, text: [UInt8], start: Int = 0, dialect known: Dialect? = nil, limits: ReadingLimits = ReadingLimits()
  ) throws(TabularError) {
    self.text = text
    var decisions: [TabularDocument.Decision] = []
    var offset = start
    var line = 1
    var dialect = known ?? Dialect()
    if known == nil {
      let detection = text.withUnsafeBufferPointer { DialectDetection($0, start: start) }
      (dialect, offset, line) = (detection.dialect, detection.offset, detection.line)
      decisions = DelimitedDocument.explain(detection)
    }
    let records = text.withUnsafeBufferPointer { text in
      DelimitedDocument.firstRecords(text, dialect: dialect, name: name, offset: offset, line: line)
    }
    if let opening = records.unclosed { throw TabularError(.unclosedQuote, at: opening) }
    guard !records.records.isEmpty else { throw TabularError(.empty, at: Position(source: name)) }
    let header = HeaderDetection(records.records)
    fields = header.fields
    self.decisions = decisions + header.decisions
    if header.consumed > 0 {
      let last = records.records[header.consumed - 1]
      (dataOffset, dataLine) = (last.endOffset, last.endLine)
    } else {
      (dataOffset, dataLine) = (offset, line)
    }
    var log = FindingLog(source: name)
    if let line = header.uncertainLine {
      log.add(
        .warning, "uncertain-header", line: line, "nothing shows whether this line is a header; it was read as one",
        remedy: "write a header such as 'organization' above the records if it is a record")
    }
    if dialect.quote == nil, dialect.delimiter != nil, records.records.allSatisfy({ DelimitedDocument.isWrapped($0) }) {
      log.add(
        .warning, "wrapped-records", line: line, "every line stands in quotes as a whole; they were read as data",
        remedy: "take the quotes off the ends of the lines, or export it again")
    }
    findings = log.findings
    let isNumbered = header.consumed == 0
    let written = isNumbered ? [] : DelimitedDocument.headerCells(records.records, header)
    reader = DelimitedReader(
      name: name, dialect: dialect, width: header.fields.count, header: written,
      recordLimit: limits.recordBytes)
  }

  /// The first records, each with an answer for every field.
  func sample(limit: Int) -> [[String]] {
    text.withUnsafeBufferPointer { reader.sample($0, from: dataOffset, line: dataLine, limit: limit) }
  }

  /// Reads every record, copying only the chosen fields.
  func encode(
    fields chosen: [Int], fingerprints: [Int] = [], dated: Set<Int> = [], seed: UInt64 = 0
  ) throws(TabularError) -> EncodedTable {
    let source = ChunkSource(text)
    let table = try? EncodedTable { take throws(ChunkFault) in
      let chosen = ChosenFields(answers: chosen, fingerprints: fingerprints, dated: dated, seed: seed)
      return try encode(source, chosen, take)
    }
    if let table { return table }
    return try encodeExactly(fields: chosen, fingerprints: fingerprints, seed: seed)
  }

  /// Reads a text in chunks which begins as this one does.
  ///
  /// - Parameters:
  ///   - chunkSize: How many bytes a thread reads at a time.
  ///   - partSize: How many bytes make a part, about.
  ///   - threads: How many threads, at most; nothing for as many as there are processors.
  ///   - take: Gets one part after the other.
  /// - Returns: What was wrong with the text.
  func encode(
    _ source: ChunkSource, _ chosen: ChosenFields, chunkSize: Int = 1 << 18, partSize: Int = TabularDocument.partSize,
    threads: Int? = nil, report: ReadingProgress.Reporter? = nil, _ take: (EncodedPart) throws(ChunkFault) -> Void
  ) throws(ChunkFault) -> [Finding] {
    guard reader.dialect.isRegular else { throw ChunkFault.needsExactReader }
    let parallel = ParallelReader<DelimitedChunkReader>(
      name: reader.name, source: source, offset: dataOffset, line: dataLine, chunkSize: chunkSize,
      partSize: partSize, threads: threads, report: report, keys: chosen.keys)
    return try parallel.encode({ DelimitedChunkReader(reader, chosen, chunkSize: $0) }, take)
  }

  /// Reads the text of a gzip file which begins as this one does, while it is inflated.
  ///
  /// - Parameters:
  ///   - blockSize: How many bytes are inflated at a time.
  ///   - partSize: How many bytes make a part, about.
  ///   - take: Gets one part after the other.
  /// - Returns: What was wrong with the text.
  func encode(
    _ stream: consuming InflatingStream, _ chosen: ChosenFields, blockSize: Int = 1 << 18,
    partSize: Int = TabularDocument.partSize, report: ReadingProgress.Reporter? = nil,
    _ take: (EncodedPart) throws(ChunkFault) -> Void
  ) throws(ChunkFault) -> [Finding] {
    guard reader.dialect.isRegular else { throw ChunkFault.needsExactReader }
    let inflating = InflatingReader<DelimitedChunkReader>(
      name: reader.name, offset: dataOffset, line: dataLine, blockSize: blockSize, partSize: partSize, report: report,
      keys: chosen.keys)
    return try inflating.encode(stream, { DelimitedChunkReader(reader, chosen, chunkSize: $0) }, take)
  }

  /// Whether so many records end before the text does.
  func holds(records count: Int) -> Bool {
    text.withUnsafeBufferPointer { text in
      var scanner = reader.scanner(text, from: dataOffset, line: dataLine)
      var found = 0
      while found < count, scanner.next() { found += 1 }
      return found == count && scanner.unclosed == nil && scanner.offset < text.count
    }
  }

  /// The same record by record, for every dialect and every fault.
  func encodeExactly(
    fields chosen: [Int], fingerprints: [Int] = [], seed: UInt64 = 0
  ) throws(TabularError) -> EncodedTable {
    try text.withUnsafeBufferPointer { text throws(TabularError) in
      try reader.encode(
        text, from: dataOffset, line: dataLine, fields: chosen, fingerprints: fingerprints, seed: seed)
    }
  }

  /// Rewrites the text record by record.
  func forEachRecord(
    _ body: (_ text: UnsafeBufferPointer<UInt8>, inout RewrittenText, DelimitedScanner, _ record: Int) -> Void
  ) throws(TabularError) -> [UInt8] {
    try text.withUnsafeBufferPointer { text throws(TabularError) in
      var result = RewrittenText(text)
      var scanner = reader.scanner(text, from: dataOffset, line: dataLine)
      var record = 0
      while scanner.next() {
        if let opening = scanner.unclosed {
          let position = Position(source: reader.name, line: opening.line, column: opening.column)
          throw TabularError(.unclosedQuote, at: position)
        }
        if reader.repeatsHeader(scanner) { continue }
        body(text, &result, scanner, record)
        record += 1
      }
      return result.finish()
    }
  }

  /// The header as written in its own record, to know it again.
  private static func headerCells(_ records: [HeaderDetection.Record], _ header: HeaderDetection) -> [String] {
    let tags = header.decisions.contains { $0.subject == "tags" } ? 1 : 0
    let labels = header.decisions.contains { $0.subject == "second header" } ? 1 : 0
    return records[header.consumed - 1 - tags - labels].cells
  }

  /// Whether the first field of a record opens a quote that its last closes.
  private static func isWrapped(_ record: HeaderDetection.Record) -> Bool {
    record.cells.count > 1 && record.cells[0].hasPrefix("\"") && record.cells.last?.hasSuffix("\"") == true
  }

  private static func firstRecords(
    _ text: UnsafeBufferPointer<UInt8>, dialect: Dialect, name: String, offset: Int, line: Int
  ) -> (records: [HeaderDetection.Record], unclosed: Position?) {
    var scanner = DelimitedScanner(text, dialect: dialect, offset: offset, line: line)
    var records: [HeaderDetection.Record] = []
    while records.count < headerSample, scanner.next() {
      if let opening = scanner.unclosed {
        // Data that ends inside a field is told when it is read.
        let position = Position(source: name, line: opening.line, column: opening.column)
        return (records, records.isEmpty ? position : nil)
      }
      let cells = scanner.spans.map { span in
        scanner.content(of: span).withUnsafeBufferPointer {
          String(decoding: FieldContent.trim($0), as: UTF8.self)
        }
      }
      let positions = scanner.places().map { Position(source: name, line: $0.line, column: $0.column) }
      records.append(
        HeaderDetection.Record(
          cells: cells, positions: positions, endOffset: scanner.offset, endLine: scanner.line))
    }
    return (records, nil)
  }

  private static func explain(_ detection: DialectDetection) -> [TabularDocument.Decision] {
    let dialect = detection.dialect
    let delimiter =
      switch dialect.delimiter {
      case nil: "none"
      case 0x2C: "comma"
      case 0x3B: "semicolon"
      case 0x09: "tab"
      case 0x7C: "bar"
      case 0x20: "space"
      case let byte? where byte < 0x20: "control byte \(byte)"
      case let byte?: "'\(Unicode.Scalar(byte))'"
      }
    let quote =
      switch dialect.quote {
      case nil: "none"
      case 0x22: "double quote"
      case let byte?: "'\(Unicode.Scalar(byte))'"
      }
    return [
      TabularDocument.Decision(subject: "format", choice: "delimited text", reason: "it is no JSON"),
      TabularDocument.Decision(subject: "delimiter", choice: delimiter, reason: detection.delimiterReason),
      TabularDocument.Decision(subject: "quote", choice: quote, reason: detection.quoteReason),
    ]
  }
}
