/// Finds the fields of one record after the other (RFC 4180), and goes on where quoting is broken.
///
/// Lives inside a closure that lends the text; the text is valid UTF-8, so bytes such as 0xFF never occur in it.
struct DelimitedScanner {
  let text: UnsafeBufferPointer<UInt8>
  let dialect: Dialect
  /// How many fields a record should have; 0 while that is unknown. Recovery needs it.
  var expectedWidth = 0
  /// Whether broken quoting is read another way when that gives records of the expected width.
  var recovers = false

  /// Where the next record starts.
  private(set) var offset: Int
  /// The physical line of `offset`, from 1.
  private(set) var line: Int
  /// Where that line starts.
  private(set) var lineStart: Int

  /// The fields of the record that `next` found last.
  private(set) var spans: [FieldSpan] = []
  /// Where that record starts.
  private(set) var recordStart = 0
  /// The physical line on which it starts.
  private(set) var recordLine = 0
  /// Where that line starts.
  private(set) var recordLineStart = 0
  /// What was broken in that record.
  private(set) var faults: [QuotingFault] = []
  /// The opening quote of a field of that record which never ends.
  private(set) var unclosed: QuotingFault?

  /// A field that starts at such a quote is not a quoted one.
  private var literalQuote = -1
  private var doublesQuotes: Bool
  /// Whether a quote before a delimiter may be the second of a pair inside its field.
  private var pairsQuotes: Bool
  /// How many more bytes may be looked at again for recovery: keeps broken files from taking quadratic time.
  private var recoveryBudget: Int

  /// A scanner for `text` from `offset` on, which stands at the start of physical line `line`.
  init(_ text: UnsafeBufferPointer<UInt8>, dialect: Dialect, offset: Int = 0, line: Int = 1) {
    self.text = text
    self.dialect = dialect
    self.offset = offset
    self.line = line
    lineStart = offset
    doublesQuotes = dialect.doublesQuotes
    pairsQuotes = !dialect.doublesQuotes
    recoveryBudget = 16 * text.count + 1 << 20
  }

  /// Finds the next record; blank lines are none.
  ///
  /// - Returns: Whether there was one.
  mutating func next() -> Bool {
    guard skipBlankLines() else { return false }
    recordStart = offset
    recordLine = line
    recordLineStart = lineStart
    scanRecord()
    if recovers && (unclosed != nil || !faults.isEmpty) { recover() }
    return true
  }

  /// Line and column of the first byte of each field of the record, quotes included; fields before one may take several
  /// lines.
  ///
  /// - Complexity: O(bytes of the record).
  func places() -> [(line: Int, column: Int)] {
    var (line, lineStart, cursor) = (recordLine, recordLineStart, recordStart)
    return spans.map { span in
      let target = span.isQuoted ? span.start - 1 : span.start
      while cursor < target {
        guard text[cursor] == 0x0A || text[cursor] == 0x0D else {
          cursor += 1
          continue
        }
        cursor = DelimitedScanner.afterTerminator(text, cursor)
        line += 1
        lineStart = cursor
      }
      return (line, target - lineStart + 1)
    }
  }

  /// The content of a field without its escapes, white space and all.
  func content(of span: FieldSpan) -> [UInt8] {
    guard span.hasEscapes else { return Array(text[span.start..<span.end]) }
    var result: [UInt8] = []
    FieldContent.unescape(UnsafeBufferPointer(rebasing: text[span.start..<span.end]), dialect: dialect, into: &result)
    return result
  }

  /// The bytes of a field of the record with its quotes, or an empty range where the record has no such field.
  func rawSpan(_ field: Int) -> (start: Int, end: Int) {
    guard field < spans.count else { return (offset, offset) }
    let span = spans[field]
    return span.isQuoted ? (span.start - 1, span.end + 1) : (span.start, span.end)
  }

  private mutating func skipBlankLines() -> Bool {
    while offset < text.count {
      var cursor = offset
      while cursor < text.count && text[cursor] == 0x20 { cursor += 1 }
      guard cursor < text.count else {
        offset = cursor
        return false
      }
      guard text[cursor] == 0x0A || text[cursor] == 0x0D else { return true }
      offset = DelimitedScanner.afterTerminator(text, cursor)
      line += 1
      lineStart = offset
    }
    return false
  }

  /// Where the line after the terminator at `offset` starts. CR CR LF, from text written twice as text, is one.
  static func afterTerminator(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    if text[offset] == 0x0A { return offset + 1 }
    if offset + 1 < text.count {
      if text[offset + 1] == 0x0A { return offset + 2 }
      if offset + 2 < text.count, text[offset + 1] == 0x0D, text[offset + 2] == 0x0A { return offset + 3 }
    }
    return offset + 1
  }

  /// Reads one record from `offset`, and leaves `offset` after its terminator.
  private mutating func scanRecord() {
    let text = text
    let count = text.count
    let delimiter = dialect.delimiter ?? 0xFF
    let quote = dialect.quote ?? 0xFF
    let initialSpace: UInt8 = dialect.skipsInitialSpace ? 0x20 : 0xFF
    spans.removeAll(keepingCapacity: true)
    if !faults.isEmpty { faults.removeAll() }
    unclosed = nil
    var cursor = offset
    while true {
      var start = cursor
      while start < count && text[start] == initialSpace { start += 1 }
      if start < count && text[start] == quote && start != literalQuote {
        cursor = scanQuoted(start)
      } else {
        start = cursor
        while cursor < count {
          let byte = text[cursor]
          if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
          if byte == quote {
            note(cursor == literalQuote ? .openingQuoteAsData : .quoteInUnquotedField, at: cursor)
          }
          cursor += 1
        }
        spans.append(FieldSpan(start: start, end: cursor, isQuoted: false, hasEscapes: false))
      }
      guard cursor < count else {
        offset = count
        return
      }
      if text[cursor] == delimiter {
        cursor += 1
        continue
      }
      offset = DelimitedScanner.afterTerminator(text, cursor)
      line += 1
      lineStart = offset
      return
    }
  }

  /// Reads a quoted field from its opening quote; gives the place of the delimiter or terminator after it.
  private mutating func scanQuoted(_ opening: Int) -> Int {
    let text = text
    let count = text.count
    let quote = text[opening]
    let escape = dialect.escape ?? 0xFF
    let openingFault = QuotingFault(kind: .openingQuoteAsData, line: line, column: opening - lineStart + 1)
    var hasEscapes = false
    var isInsidePair = false
    var cursor = opening + 1
    while cursor < count {
      let byte = text[cursor]
      if byte == quote {
        if doublesQuotes && cursor + 1 < count && text[cursor + 1] == quote {
          hasEscapes = true
          cursor += 2
          continue
        }
        var after = cursor + 1
        while after < count && text[after] == 0x20 && dialect.delimiter != 0x20 { after += 1 }
        if isEdge(after) && !(isInsidePair && continuesField(from: after)) {
          spans.append(FieldSpan(start: opening + 1, end: cursor, isQuoted: true, hasEscapes: hasEscapes))
          return after
        }
        note(.undoubledQuote, at: cursor)
        isInsidePair = pairsQuotes && !isInsidePair
        cursor += 1
      } else if byte == 0x0A || byte == 0x0D {
        cursor = DelimitedScanner.afterTerminator(text, cursor)
        line += 1
        lineStart = cursor
      } else if byte == escape && cursor + 1 < count && (text[cursor + 1] == quote || text[cursor + 1] == escape) {
        hasEscapes = true
        cursor += 2
      } else {
        cursor += 1
      }
    }
    if unclosed == nil { unclosed = openingFault }
    spans.append(FieldSpan(start: opening + 1, end: count, isQuoted: true, hasEscapes: hasEscapes))
    return count
  }

  private func isEdge(_ index: Int) -> Bool {
    index == text.count || text[index] == dialect.delimiter || text[index] == 0x0A || text[index] == 0x0D
  }

  /// Whether a field goes on at the delimiter or line end after the second quote of a pair (`"The "Real", Union"`):
  /// it does when the next quote opens no field and so must belong to this one.
  private func continuesField(from edge: Int) -> Bool {
    // Lines of a list without delimiter are names, and quotes tell nothing across names.
    guard dialect.delimiter != nil else { return false }
    var lineCount = 0
    var cursor = edge
    while cursor < text.count && text[cursor] != dialect.quote {
      guard text[cursor] == 0x0A || text[cursor] == 0x0D else {
        cursor += 1
        continue
      }
      lineCount += 1
      // A quote far below belongs to another record.
      if lineCount > 4 { return false }
      cursor = DelimitedScanner.afterTerminator(text, cursor)
    }
    guard cursor < text.count else { return false }
    var before = cursor - 1
    while before > edge && dialect.skipsInitialSpace && text[before] == 0x20 { before -= 1 }
    return !isEdge(before)
  }

  private mutating func note(_ kind: QuotingFault.Kind, at place: Int) {
    // A long field full of quotes needs no list of them all.
    guard faults.count < 64 else { return }
    faults.append(QuotingFault(kind: kind, line: line, column: place - lineStart + 1))
  }

  // MARK: Recovery

  /// Tries other readings of a record with broken quoting, and keeps the first that gives the expected width.
  ///
  /// Quotes inside fields may have been written once (`"The "Real", Union"`), or a field may just start with a quote
  /// (`"Solidarity" Union`). A record is read another way only when that leaves it with the expected width, and the
  /// records after it as well.
  private mutating func recover() {
    guard expectedWidth > 0, recoveryBudget > 0 else { return }
    let isUnclosed = unclosed != nil
    // Text of a list of one field fits any reading: a file that ends inside its field stays an error.
    if isUnclosed && expectedWidth == 1 { return }
    let spansLines = line > recordLine + 1 || isUnclosed
    let hasStrayQuotes = isUnclosed || faults.contains { $0.kind == .undoubledQuote }
    guard hasStrayQuotes, isUnclosed || spansLines || spans.count != expectedWidth else { return }
    recoveryBudget -= offset - recordStart
    let original = self
    if doublesQuotes {
      if adopts(doublesQuotes: true, pairsQuotes: true, insteadOf: original) { return }
      if adopts(doublesQuotes: false, pairsQuotes: true, insteadOf: original) { return }
    }
    if adopts(doublesQuotes: false, pairsQuotes: false, insteadOf: original) { return }
    for span in original.spans where span.isQuoted {
      if adopts(literalQuote: span.start - 1, doublesQuotes: doublesQuotes, insteadOf: original) { return }
    }
  }

  /// Reads the record in another way, and keeps that when it is better than the original reading.
  private mutating func adopts(
    literalQuote: Int = -1, doublesQuotes: Bool, pairsQuotes: Bool = false, insteadOf original: DelimitedScanner
  ) -> Bool {
    guard recoveryBudget > 0 else { return false }
    var trial = original
    trial.offset = recordStart
    trial.line = recordLine
    trial.lineStart = recordLineStart
    trial.recovers = false
    trial.literalQuote = literalQuote
    trial.doublesQuotes = doublesQuotes
    trial.pairsQuotes = pairsQuotes
    trial.scanRecord()
    recoveryBudget -= trial.offset - recordStart
    guard trial.fits(insteadOf: original) else { return false }
    let budget = recoveryBudget
    self = trial
    recovers = true
    resume()
    recoveryBudget = budget
    return true
  }

  /// Goes on in the usual way after this record.
  private mutating func resume() {
    literalQuote = -1
    doublesQuotes = dialect.doublesQuotes
    pairsQuotes = !dialect.doublesQuotes
  }

  /// Whether this reading of the record is better than the original one.
  private func fits(insteadOf original: DelimitedScanner) -> Bool {
    let isUnclosed = original.unclosed != nil
    guard unclosed == nil, spans.count == expectedWidth, offset < original.offset || !isUnclosed else { return false }
    if offset == original.offset { return original.spans.count != expectedWidth }
    var rest = self
    rest.resume()
    if offset > original.offset {
      // The lines that this reading takes in addition must leave whole records after them.
      guard original.spans.count < expectedWidth else { return false }
      return !rest.next() || rest.unclosed == nil && rest.spans.count == expectedWidth
    }
    // The lines that the original reading took into the field must be records themselves.
    var records = 0
    let enough = isUnclosed ? 20 : 2
    while records < enough && rest.offset < original.offset && rest.next() {
      // Its own broken quotes get their turn later.
      if rest.unclosed != nil { break }
      guard rest.spans.count == expectedWidth else { return rest.offset > original.offset }
      records += 1
    }
    return records > 0
  }
}
