/// Which dialect delimited text is in, by reading a sample of it in each and comparing how even the records come out.
struct DialectDetection {
  /// The dialect.
  private(set) var dialect = Dialect()
  /// Why this delimiter.
  private(set) var delimiterReason = ""
  /// Why this quote.
  private(set) var quoteReason = ""
  /// Where the records start, after a `sep=` line.
  private(set) var offset: Int
  /// The physical line of `offset`.
  private(set) var line = 1

  /// Bytes looked at.
  static let sampleSize = 1 << 17

  /// Looks at `text` from `start` on, which is not blank.
  init(_ text: UnsafeBufferPointer<UInt8>, start: Int) {
    offset = start
    let announced = readSeparatorLine(text)
    let sample = DialectDetection.sample(text, from: offset)
    let isWhole = sample.count == text.count
    let recordStart = offset
    func readings(_ delimiter: UInt8?) -> [DialectReading] {
      DialectDetection.quotings(delimiter, sample, from: recordStart)
        .map { DialectReading(sample, dialect: $0, offset: recordStart, isWhole: isWhole) }
    }
    // Delimiters that are nowhere in the sample come out the same.
    var absent: DialectReading?
    func best(_ delimiters: [UInt8]) -> [DialectReading] {
      delimiters.map { delimiter in
        if sample.contains(delimiter) { return DialectDetection.best(of: readings(delimiter)) }
        let reading = absent?.with(delimiter) ?? DialectDetection.best(of: readings(delimiter))
        absent = reading
        return reading
      }
    }
    // The first of equals wins: comma before semicolon before tab before bar.
    var candidates = best(announced.map { [$0] } ?? DialectDetection.usual)
    let isAnnounced = announced != nil && candidates[0].width > 1
    if !isAnnounced {
      if announced != nil { candidates = best(DialectDetection.usual) }
      candidates += best(DialectDetection.occurring(DialectDetection.unmistakable, sample, from: recordStart))
        .filter { $0.isNamed || $0.isTable }
    }
    var best = DialectDetection.best(of: candidates)
    if !isAnnounced, !best.isEven {
      let others = DialectDetection.occurring(DialectDetection.unusual, sample, from: recordStart)
      let named = others.map { DialectDetection.best(of: readings($0)) }.filter(\.isNamed)
      if !named.isEmpty { best = DialectDetection.best(of: named) }
    }
    if isAnnounced {
      delimiterReason = "a 'sep=' line says so"
      dialect = best.dialect
    } else if best.isEven {
      delimiterReason = "\(best.evenCount) of \(best.recordCount) records have \(best.width) fields"
      dialect = best.dialect
    } else if let uneven = candidates.filter(\.isUneven).max(by: { $0.score < $1.score }) {
      delimiterReason = "most records hold it; no delimiter gives even records"
      best = uneven
      dialect = uneven.dialect
    } else {
      delimiterReason = "no delimiter splits the lines evenly, so each line is one field"
      let lists = readings(nil)
      // A list fits any quoting: only broken quotes speak for quotes as data.
      let sound = lists.first { $0.dialect.quote != nil && $0.dialect.doublesQuotes && !$0.isBroken }
      best = sound ?? lists.last { $0.quotesAreData } ?? lists[0]
      dialect = best.dialect
    }
    explainQuote(best)
  }

  private static let usual: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
  /// Bytes that hardly occur in names; the two last are those of Hive's files and of ASCII itself.
  private static let unmistakable: [UInt8] = [0x7E, 0x5E, 0x01, 0x1F]
  /// Bytes that occur in names and prose, but are nothing else between several words of headers.
  private static let unusual: [UInt8] = [0x3A, 0x20, 0x23, 0x26, 0x2A, 0x3D, 0x25, 0x21, 0x24, 0x2F]

  /// Those of the delimiters that are in the first lines at all.
  private static func occurring(
    _ delimiters: [UInt8], _ sample: UnsafeBufferPointer<UInt8>, from offset: Int
  ) -> [UInt8] {
    let head = sample[offset...].prefix(4096)
    return delimiters.filter { head.contains($0) }
  }

  /// The reading with the highest score, the first of equals; there is at least one.
  private static func best(of readings: [DialectReading]) -> DialectReading {
    readings.dropFirst().reduce(readings[0]) { best, next in next.score > best.score + 1e-9 ? next : best }
  }

  private mutating func explainQuote(_ reading: DialectReading) {
    let quoted = reading.quotedCount == 1 ? "one field is quoted" : "\(reading.quotedCount) fields are quoted"
    if dialect.quote == nil {
      quoteReason = "quotes are data here: as quotes they would leave fields open"
    } else if reading.quotedCount == 0 {
      quoteReason = "no field is quoted"
    } else if !dialect.doublesQuotes {
      quoteReason = "\(quoted); quotes inside are not doubled"
    } else {
      quoteReason = quoted
    }
  }

  /// Takes a first line such as `sep=;`, which spreadsheets write for themselves; gives its delimiter.
  private mutating func readSeparatorLine(_ text: UnsafeBufferPointer<UInt8>) -> UInt8? {
    var end = offset
    while end < text.count && text[end] != 0x0A && text[end] != 0x0D && end - offset < 12 { end += 1 }
    var written = Array(text[offset..<end])
    if written.first == 0x22 && written.last == 0x22 && written.count > 2 {
      written = Array(written[1..<(written.count - 1)])
    }
    guard written.count == 5, written[..<4].map({ $0 | 0x20 }) == Array("sep=".utf8).map({ $0 | 0x20 }),
      written[3] == 0x3D, written[4] < 0x80
    else { return nil }
    if end < text.count {
      offset = DelimitedScanner.afterTerminator(text, end)
      line = 2
    } else {
      offset = end
    }
    return written[4]
  }

  /// The start of the text up to the end of a line.
  private static func sample(_ text: UnsafeBufferPointer<UInt8>, from offset: Int) -> UnsafeBufferPointer<UInt8> {
    guard text.count - offset > sampleSize else { return text }
    var end = offset + sampleSize
    while end > offset && text[end - 1] != 0x0A && text[end - 1] != 0x0D { end -= 1 }
    if end == offset { end = offset + sampleSize }
    return UnsafeBufferPointer(rebasing: text[..<end])
  }

  /// The ways of quoting that the sample gives reason to try, the usual one first.
  private static func quotings(
    _ delimiter: UInt8?, _ sample: UnsafeBufferPointer<UInt8>, from offset: Int
  ) -> [Dialect] {
    let usual = Dialect(delimiter: delimiter)
    var result = [usual]
    let marks = QuoteMarks(sample, delimiter: delimiter, from: offset)
    if marks.spacedOpenings > 0 && marks.spacedOpenings * 10 >= marks.openings {
      result[0].skipsInitialSpace = true
    }
    if marks.openings > 0 || marks.spacedOpenings > 0 {
      var other = result[0]
      other.doublesQuotes = false
      if marks.inner > 0 && marks.doubled == 0 {
        // Quotes inside fields occur, and none is doubled: they are never doubled here.
        if marks.escaped == marks.inner {
          other.doublesQuotes = true
          other.escape = 0x5C
          result.append(other)
        } else {
          result.insert(other, at: 0)
        }
      }
      var plain = usual
      plain.quote = nil
      result.append(plain)
    } else {
      for wrapped in marks.wrapped where wrapped.fields > 0 {
        var other = usual
        other.quote = wrapped.mark
        if wrapped.escaped > 0 { other.escape = 0x5C }
        // Around most fields they are quotes, and otherwise only where records come out better for it.
        result.insert(other, at: wrapped.fields * 2 > marks.fields ? 0 : result.count)
      }
    }
    return result
  }
}
