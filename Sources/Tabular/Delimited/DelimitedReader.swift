/// Reads the records of delimited text whose dialect and header are known.
struct DelimitedReader {
  /// The input as its user named it.
  let name: String
  let dialect: Dialect
  /// How many fields a record has.
  let width: Int
  /// The names in the header, which joined files repeat; empty without a header.
  let header: [String]
  /// How many bytes a record may have.
  let recordLimit: Int

  /// Interns the chosen fields of every record from `offset` on, which is at the start of physical line `line`.
  ///
  /// One byte after the other and record by record: the reading that every faster one has to agree with.
  func encode(
    _ text: UnsafeBufferPointer<UInt8>, from offset: Int, line: Int, fields chosen: [Int], fingerprints: [Int],
    seed: UInt64
  ) throws(TabularError) -> EncodedTable {
    var scanner = scanner(text, from: offset, line: line)
    var interners = chosen.map { _ in Interner() }
    var ids = chosen.map { _ in [UInt32]() }
    var hashes = fingerprints.map { _ in [UInt64]() }
    var lines = RecordLines(firstLine: line)
    var log = FindingLog(source: name)
    var scratch: [UInt8] = []
    var undoubledCount = 0
    while scanner.next() {
      if let opening = scanner.unclosed {
        throw TabularError(.unclosedQuote, at: Position(source: name, line: opening.line, column: opening.column))
      }
      if scanner.offset - scanner.recordStart > recordLimit {
        throw TabularError(
          .limitExceeded("record-bytes", recordLimit), at: Position(source: name, line: scanner.recordLine))
      }
      if !scanner.faults.isEmpty {
        report(scanner.faults, to: &log)
        if scanner.faults.contains(where: { $0.kind == .undoubledQuote }) { undoubledCount += 1 }
      }
      if repeatsHeader(scanner) {
        reportRepeatedHeader(line: scanner.recordLine, to: &log)
        continue
      }
      if scanner.spans.count != width { reportWidth(scanner, to: &log) }
      lines.append(scanner.recordLine)
      for (slot, field) in chosen.enumerated() {
        let id = withContent(of: field, scanner, &scratch) { interners[slot].intern($0) }
        ids[slot].append(id)
      }
      for (slot, field) in fingerprints.enumerated() {
        let hash = withContent(of: field, scanner, &scratch) {
          FieldContent.fingerprint($0, seed: seed)
        }
        hashes[slot].append(hash)
      }
    }
    if undoubledCount * 2 > lines.count {
      log.condense("undoubled-quote") { count in
        count == 1
          ? "a quote inside a quoted field is not doubled; it was read as data"
          : "quotes inside quoted fields are not doubled, in \(count) places; they were read as data"
      }
    }
    let columns = zip(ids, interners).map { EncodedColumn(ids: $0, answers: $1.column) }
    return EncodedTable(columns: columns, fingerprints: hashes, lines: lines, findings: log.findings)
  }

  /// The first records as strings, trimmed, each with `width` answers; ends before a field that never closes.
  func sample(_ text: UnsafeBufferPointer<UInt8>, from offset: Int, line: Int, limit: Int) -> [[String]] {
    var scanner = scanner(text, from: offset, line: line)
    var records: [[String]] = []
    var scratch: [UInt8] = []
    while records.count < limit, scanner.next(), scanner.unclosed == nil {
      if repeatsHeader(scanner) { continue }
      records.append(
        (0..<width).map { field in
          withContent(of: field, scanner, &scratch) { String(decoding: $0, as: UTF8.self) }
        })
    }
    return records
  }

  func scanner(_ text: UnsafeBufferPointer<UInt8>, from offset: Int, line: Int) -> DelimitedScanner {
    var scanner = DelimitedScanner(text, dialect: dialect, offset: offset, line: line)
    scanner.expectedWidth = width
    scanner.recovers = true
    return scanner
  }

  /// Lends the trimmed content of a field: a part of the text itself, unless quotes must be taken out.
  private func withContent<Result>(
    of field: Int, _ scanner: DelimitedScanner, _ scratch: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard field < scanner.spans.count else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let span = scanner.spans[field]
    let raw = UnsafeBufferPointer(rebasing: scanner.text[span.start..<span.end])
    guard span.hasEscapes else { return body(FieldContent.trim(raw)) }
    FieldContent.unescape(raw, dialect: dialect, into: &scratch)
    return scratch.withUnsafeBufferPointer { body(FieldContent.trim($0)) }
  }

  func repeatsHeader(_ scanner: DelimitedScanner) -> Bool {
    guard let first = header.first, scanner.spans.count == header.count else { return false }
    // The first byte tells nearly all records apart.
    let span = scanner.spans[0]
    if span.start < span.end, let byte = first.utf8.first, scanner.text[span.start] != byte,
      scanner.text[span.start] > 0x20
    {
      return false
    }
    return zip(scanner.spans, header).allSatisfy { span, name in
      scanner.content(of: span).withUnsafeBufferPointer { FieldContent.trim($0).elementsEqual(name.utf8) }
    }
  }

  func reportRepeatedHeader(line: Int, to log: inout FindingLog) {
    log.add(
      .note, "repeated-header", line: line,
      "the header stands here once more and was left out; files may have been joined here")
  }

  func report(_ faults: [QuotingFault], to log: inout FindingLog) {
    for fault in faults {
      switch fault.kind {
      case .undoubledQuote:
        log.add(
          .warning, "undoubled-quote", line: fault.line, column: fault.column,
          "a quote inside a quoted field is not doubled; it was read as data",
          remedy: "look at this record; double the quote if the fields came out wrong")
      case .quoteInUnquotedField:
        log.add(
          .note, "stray-quote", line: fault.line, column: fault.column,
          "a quote inside an unquoted field was read as data")
      case .openingQuoteAsData:
        log.add(
          .warning, "unclosed-quote", line: fault.line, column: fault.column,
          "nothing closes this quote where the field ends; it was read as data",
          remedy: "look at this record; double the quote and quote the field")
      }
    }
  }

  func reportWidth(_ scanner: DelimitedScanner, to log: inout FindingLog) {
    let count = scanner.spans.count
    if count > width {
      let hasAnswers = scanner.spans[width...].contains { span in
        !FieldContent.trim(UnsafeBufferPointer(rebasing: scanner.text[span.start..<span.end])).isEmpty
      }
      guard hasAnswers else { return }
    }
    log.add(
      .warning, "ragged-record", line: scanner.recordLine,
      count < width
        ? "this record has \(count) of \(width) fields; the missing ones count as empty"
        : "this record has \(count) fields where \(width) are expected; the further ones were left out",
      remedy: "quote fields that hold the delimiter")
  }
}
