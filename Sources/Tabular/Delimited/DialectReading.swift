/// How a sample comes out in one dialect.
struct DialectReading {
  private(set) var dialect: Dialect
  /// Records read, at most a thousand.
  private(set) var recordCount = 0
  /// How many fields most records have.
  private(set) var width = 1
  /// How many records have that many.
  private(set) var evenCount = 0
  /// Quoted fields.
  private(set) var quotedCount = 0
  /// Records with the delimiter in them.
  private var splitCount = 0
  /// The fields of the first record.
  private var firstWidth = 0
  /// Fields after the first of a record, and those of them that start with a space as words after a comma do.
  private var laterFields = 0
  private var spacedFields = 0
  private var faultCount = 0
  private var isUnclosed = false
  /// Where quotes are data: fields that start with one, and those of them that end with one too.
  private var openedFields = 0
  private var wrappedFields = 0
  /// Whether the only field that starts with a quote is in the last record and has no other: it was cut off.
  private var endsInQuote = false
  /// How many cells of the first record with the delimiter in it are words of headers.
  private var nameCount = 0
  /// Fields behind the first record that are quoted, numbers, dates or addresses.
  private var typedCount = 0
  /// The cells of the first record, which stands behind titles that have no delimiter.
  private var firstCells: [String] = []

  /// Reads at most a thousand records from `offset` on; `isWhole` tells whether the text ends with the sample.
  init(_ sample: UnsafeBufferPointer<UInt8>, dialect: Dialect, offset: Int, isWhole: Bool) {
    self.dialect = dialect
    var scanner = DelimitedScanner(sample, dialect: dialect, offset: offset)
    var counts: [Int: Int] = [:]
    var titles = 0
    while recordCount < 1000 && scanner.next() {
      if scanner.unclosed != nil {
        isUnclosed = isWhole
        if !isWhole { break }
      }
      let spans = scanner.spans
      let isFirst = recordCount == 0
      recordCount += 1
      if splitCount == 0, isFirst || spans.count > 1 {
        let cells = spans.map { String(decoding: scanner.content(of: $0), as: UTF8.self) }
        if isFirst { (firstWidth, firstCells) = (cells.count, cells) }
        nameCount = cells.count { HeaderWords.make($0) }
        if !isFirst, nameCount >= 2, nameCount * 2 >= cells.count {
          titles = recordCount - 1
          (firstWidth, firstCells) = (cells.count, cells)
        }
      }
      endsInQuote = false
      counts[spans.count, default: 0] += 1
      if spans.count > 1 { splitCount += 1 }
      faultCount += scanner.faults.count { $0.kind == .undoubledQuote }
      for (index, span) in spans.enumerated() {
        if span.isQuoted { quotedCount += 1 }
        if !isFirst, typedCount == 0, dialect.delimiter == 0x20 {
          let isValue = HeaderDetection.isValue(String(decoding: scanner.content(of: span), as: UTF8.self))
          if isValue || span.isQuoted && span.end > span.start { typedCount += 1 }
        }
        if dialect.quote == nil, span.start < span.end, sample[span.start] == 0x22 {
          openedFields += 1
          endsInQuote = openedFields == 1 && !sample[(span.start + 1)..<span.end].contains(0x22)
          if span.end - span.start > 1 && sample[span.end - 1] == 0x22 { wrappedFields += 1 }
        }
        if index > 0 {
          laterFields += 1
          if !span.isQuoted && span.start < span.end && sample[span.start] == 0x20 { spacedFields += 1 }
        }
      }
    }
    // Lines without a delimiter before a header are no records.
    recordCount -= titles
    if titles > 0 { counts[1]? -= titles }
    // The commonest width; of equally common ones the larger.
    for (candidate, count) in counts where count > evenCount || count == evenCount && candidate > width {
      (width, evenCount) = (candidate, count)
    }
  }

  /// The same with another delimiter, where neither is in the sample.
  func with(_ delimiter: UInt8) -> DialectReading {
    var reading = self
    reading.dialect.delimiter = delimiter
    return reading
  }

  private var evenness: Double { recordCount == 0 ? 0 : Double(evenCount) / Double(recordCount) }
  private var spacedShare: Double { laterFields == 0 ? 0 : Double(spacedFields) / Double(laterFields) }

  /// Whether records come out even with quotes as data, and the quotes don't go around fields.
  var quotesAreData: Bool {
    evenness >= 0.95 && wrappedFields * 2 < openedFields && !endsInQuote
  }

  /// From 0 to 1: even records, many fields, no spaces after delimiters, no broken quotes.
  var score: Double {
    guard recordCount > 0, dialect.quote != nil || quotesAreData else { return 0 }
    // Quotes in unquoted fields tell nothing about those in quoted ones.
    guard dialect.doublesQuotes || isBroken else { return 0 }
    var score = evenness
    if dialect.delimiter != nil { score *= width == 1 ? 0.1 : 1 - 1 / Double(width) }
    score *= 1 - 0.5 * spacedShare
    let faultShare = Double(faultCount) / Double(recordCount)
    // Where quotes are never doubled, any number of them inside fields is as it should be.
    score /= dialect.doublesQuotes ? 1 + faultShare : 1 + 0.5 * min(1, faultShare)
    return isUnclosed ? score * 0.3 : score
  }

  /// Whether quotes inside quoted fields were not doubled.
  var isBroken: Bool { faultCount > 0 }

  /// Whether the records are even enough to trust the delimiter on that alone.
  var isEven: Bool {
    guard width >= 2 else { return false }
    // A few lines of prose may have a comma each.
    if spacedShare >= 0.5 && recordCount < 5 && !firstCells.contains(where: HeaderWords.make) { return false }
    if evenness >= 0.8 { return true }
    return evenness >= 0.5 && spacedShare < 0.5
  }

  /// Whether several records have several fields; a delimiter that nobody types needs no more.
  var isTable: Bool { width >= 3 && recordCount >= 3 && isEven }

  /// Whether words of headers and even records speak for a delimiter that names and prose may hold as well.
  var isNamed: Bool {
    guard width >= 2, recordCount >= 2, evenness >= 0.95, firstWidth == width else { return false }
    guard nameCount >= 2, nameCount * 2 >= firstWidth else { return false }
    // Names of as many words as their header has are a list.
    return dialect.delimiter != 0x20 || width >= 3 && typedCount > 0
  }

  /// Whether the delimiter is in so many records, and so unlike prose, that it delimits in spite of uneven records.
  var isUneven: Bool {
    guard firstWidth >= 2 || width >= 2, spacedShare < 0.5 else { return false }
    return splitCount * 5 >= recordCount * 3 || firstWidth >= 2 && splitCount * 4 >= recordCount && recordCount > 1
      || recordCount == 1 && spacedShare < 0.5
  }
}
