/// A JSON text opened as a table: an array, lines or pages of records, each flattened to fields by path.
struct JSONDocument: Sendable {
  /// The fields, in the order of first sight.
  let fields: [TabularDocument.Field]
  let decisions: [TabularDocument.Decision]
  private(set) var findings: [Finding]

  let outline: JSONOutline
  let layout: JSONLayout
  let fieldList: JSONFieldList
  /// Whether the first record names the fields of the others.
  let hasHeaderRow: Bool
  let text: [UInt8]

  /// Whether a text is meant as JSON: it begins with an object, or with an array of what JSON has.
  ///
  /// - Complexity: O(1) for objects, and for arrays up to the end of their first number or word.
  static func looksLikeJSON(_ text: [UInt8]) -> Bool {
    var index = 0
    func skipSpace() {
      while index < text.count, text[index] == 0x20 || (0x09...0x0D).contains(text[index]) { index += 1 }
    }
    skipSpace()
    guard index < text.count else { return false }
    let opening = text[index]
    guard opening == JSONByte.openObject || opening == JSONByte.openArray else { return false }
    index += 1
    skipSpace()
    guard index < text.count else { return true }
    if opening == JSONByte.openObject { return text[index] != JSONByte.openObject }
    switch text[index] {
    case JSONByte.openObject, JSONByte.openArray, JSONByte.quote, JSONByte.closeArray, 0x27, 0x2F: return true
    default: break
    }
    // A header such as `[1] Name` or `[name]` is no JSON; `[1, 2` and `[true, ` are.
    return text.withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer)
      scanner.offset = index
      guard (try? scanner.scalar()) != nil else { return false }
      scanner.skipSpace()
      guard !scanner.isAtEnd else { return true }
      if scanner.byte == JSONByte.comma { return true }
      guard scanner.byte == JSONByte.closeArray else { return false }
      scanner.offset += 1
      scanner.skipSpace()
      return scanner.isAtEnd || scanner.byte == JSONByte.openArray || scanner.byte == JSONByte.openObject
    }
  }

  /// Reads the whole text strictly once, and finds its records.
  ///
  /// - Parameter text: UTF-8 without a byte order mark.
  /// - Throws: When the text is empty, no JSON, cut off, nested too deeply, or holds no list of records.
  /// - Complexity: O(bytes).
  init(name: String, text: [UInt8], limits: ReadingLimits = ReadingLimits()) throws(TabularError) {
    let opened: Opened
    do throws(JSONFault) {
      opened = try text.withUnsafeBufferPointer { buffer throws(JSONFault) in
        try JSONDocument.open(buffer, name, limits)
      }
    } catch {
      let place = text.withUnsafeBufferPointer { JSONDocument.position(error.offset, $0, name) }
      let isWhole = error.kind == .empty
      if case .noRecords = error.kind { throw TabularError(error.kind, at: Position(source: name)) }
      throw TabularError(error.kind, at: isWhole ? Position(source: name) : place)
    }
    self.text = text
    outline = opened.outline
    layout = opened.layout
    fieldList = opened.fieldList
    hasHeaderRow = opened.hasHeaderRow
    fields = opened.fields
    decisions = opened.decisions
    findings = opened.findings
    if let gap = countryGap(name) { findings.append(gap) }
  }

  /// The first records, each with an answer for every field.
  func sample(limit: Int) -> [[String]] {
    let table = read(fields: Array(fields.indices), fingerprints: [], seed: 0, limit: limit)
    return (0..<table.recordCount).map { record in table.columns.map { $0.string(record) } }
  }

  /// Reads every record, copying only the chosen fields.
  ///
  /// - Complexity: O(bytes).
  func encode(fields chosen: [Int], fingerprints: [Int], seed: UInt64) throws(TabularError) -> EncodedTable {
    read(fields: chosen, fingerprints: fingerprints, seed: seed, limit: .max)
  }

  /// Reads a text in chunks which begins as this one does.
  ///
  /// - Parameters:
  ///   - offset: Where its first record starts, on physical line `line`.
  ///   - chunkSize: How many bytes a thread reads at a time.
  ///   - partSize: How many bytes make a part, about.
  ///   - threads: How many threads, at most; nothing for as many as there are processors.
  ///   - take: Gets one part after the other.
  /// - Returns: What was wrong with the text.
  func encode(
    _ source: ChunkSource, from offset: Int, line: Int, _ chosen: ChosenFields, chunkSize: Int = 1 << 18,
    partSize: Int = TabularDocument.partSize, threads: Int? = nil,
    report: ReadingProgress.Reporter? = nil, _ take: (EncodedPart) throws(ChunkFault) -> Void
  ) throws(ChunkFault) -> [Finding] {
    let make = try chunkReader(chosen)
    let parallel = ParallelReader<JSONChunkReader>(
      name: name, source: source, offset: offset, line: line, chunkSize: chunkSize,
      partSize: partSize, threads: threads, report: report, keys: chosen.keys)
    return try parallel.encode(make, take)
  }

  /// Reads the text of a gzip file which begins as this one does, while it is inflated.
  ///
  /// - Parameters:
  ///   - offset: Where its first record starts, on physical line `line`.
  ///   - blockSize: How many bytes are inflated at a time.
  ///   - partSize: How many bytes make a part, about.
  ///   - take: Gets one part after the other.
  /// - Returns: What was wrong with the text.
  func encode(
    _ stream: consuming InflatingStream, from offset: Int, line: Int, _ chosen: ChosenFields,
    blockSize: Int = 1 << 18, partSize: Int = TabularDocument.partSize, report: ReadingProgress.Reporter? = nil,
    _ take: (EncodedPart) throws(ChunkFault) -> Void
  ) throws(ChunkFault) -> [Finding] {
    let make = try chunkReader(chosen)
    let inflating = InflatingReader<JSONChunkReader>(
      name: name, offset: offset, line: line, blockSize: blockSize, partSize: partSize, report: report,
      keys: chosen.keys)
    return try inflating.encode(stream, make, take)
  }

  /// Makes readers of chunks of a size.
  private func chunkReader(
    _ chosen: ChosenFields
  ) throws(ChunkFault) -> (_ chunkSize: Int) -> JSONChunkReader {
    guard let shape = JSONRecordShape(self, fields: chosen.answers, fingerprints: chosen.fingerprints) else {
      throw ChunkFault.needsExactReader
    }
    return { JSONChunkReader(self, shape, name: name, chosen, chunkSize: $0) }
  }

  /// The input as its user named it.
  private var name: String { fields.first?.position.source ?? "" }

  func read(fields chosen: [Int], fingerprints: [Int], seed: UInt64, limit: Int) -> EncodedTable {
    var slots: [JSONRecordReader.Slot] = []
    var slotOf: [Int: Int] = [:]
    for field in chosen + fingerprints where slotOf[field] == nil {
      slotOf[field] = slots.count
      slots.append(
        JSONRecordReader.Slot(
          field: field, wantsAnswer: chosen.contains(field), wantsFingerprint: fingerprints.contains(field),
          interner: Interner()))
    }
    return text.withUnsafeBufferPointer { buffer in
      var reader = JSONRecordReader(buffer, self, slots: slots, seed: seed, limit: limit)
      reader.run()
      return EncodedTable(
        columns: chosen.map { field in
          let slot = reader.slots[slotOf[field] ?? 0]
          return EncodedColumn(ids: slot.ids, answers: slot.interner.column)
        },
        fingerprints: fingerprints.map { reader.slots[slotOf[$0] ?? 0].fingerprints },
        lines: RecordLines(reader.lines), findings: [])
    }
  }
}

extension JSONDocument {
  private struct Opened {
    var outline: JSONOutline
    var layout: JSONLayout
    var fieldList: JSONFieldList
    var hasHeaderRow = false
    var fields: [TabularDocument.Field] = []
    var decisions: [TabularDocument.Decision] = []
    var findings: [Finding] = []
  }

  private static func open(
    _ text: UnsafeBufferPointer<UInt8>, _ name: String, _ limits: ReadingLimits
  ) throws(JSONFault) -> Opened {
    let outline = try JSONOutline(text, nesting: limits.nesting)
    guard outline.topValues > 0 else { throw JSONFault(kind: .empty, offset: 0) }
    let layout = try JSONLayout(outline)
    var opened = Opened(outline: outline, layout: layout, fieldList: JSONFieldList(outline.tree, layout))
    var places = JSONPlaces(text, name)
    opened.decisions = [format(outline), layout.decision]
    if layout.rows == .none {
      // The places of fields rise, so that finding their lines takes one pass.
      opened.fields = zip(opened.fieldList.names, opened.fieldList.offsets).map { fieldName, offset in
        TabularDocument.Field(name: fieldName, position: places.position(offset))
      }
    } else {
      let header = JSONHeaderRow(text, outline, layout)
      opened.hasHeaderRow = header.isHeader
      opened.fields = zip(header.names, header.offsets).map { fieldName, offset in
        TabularDocument.Field(name: fieldName, position: places.position(offset))
      }
      opened.decisions.append(
        TabularDocument.Decision(
          subject: "header", choice: header.isHeader ? "the first array" : "none",
          reason: header.isHeader ? "it holds strings only" : "the first array does not hold strings only"))
      opened.findings += header.finding(position(header.offsets.first ?? 0, text, name)).map { [$0] } ?? []
    }
    opened.findings += oddities(outline, text, name)
    if let paging = JSONPaging(outline, layout, JSONScanner(text)), paging.isIncomplete {
      opened.findings.append(
        Finding(
          .warning, "incomplete-pages", at: position(paging.offset, text, name), paging.message,
          remedy: "save all pages, and give them together"))
    }
    return opened
  }

  private static func format(_ outline: JSONOutline) -> TabularDocument.Decision {
    let isLines = outline.topValues > 1 && outline.isOneValueALine
    let choice = outline.topValues == 1 ? "JSON" : isLines ? "JSON Lines" : "JSON, values one after the other"
    let opening = outline.topArrays == 0 ? "{" : outline.topObjects == 0 ? "[" : "{ and ["
    let reason =
      outline.topValues == 1
      ? "one value, begins with \(opening)" : "\(outline.topValues) values, begin with \(opening)"
    return TabularDocument.Decision(subject: "format", choice: choice, reason: reason)
  }

  private static func oddities(
    _ outline: JSONOutline, _ text: UnsafeBufferPointer<UInt8>, _ name: String
  ) -> [Finding] {
    var findings: [Finding] = []
    func times(_ oddity: JSONOutline.Oddity, _ one: String, _ many: String) -> String {
      oddity.count == 1 ? one : "\(oddity.count) \(many)"
    }
    if outline.duplicateKeys.count > 0 {
      let key = String(decoding: outline.firstDuplicate, as: UTF8.self).filter { !$0.isNewline }
      let shown = key.count > 60 ? "\(key.prefix(59))…" : key
      let rest = outline.duplicateKeys.count > 1 ? ", and \(outline.duplicateKeys.count - 1) more such" : ""
      findings.append(
        Finding(
          .warning, "duplicate-key", at: position(outline.duplicateKeys.firstOffset, text, name),
          "the key '\(shown)' stands more than once in one object\(rest); the last one counts",
          remedy: "check which value is right"))
    }
    if outline.loneSurrogates.count > 0 {
      findings.append(
        Finding(
          .warning, "lone-surrogate", at: position(outline.loneSurrogates.firstOffset, text, name),
          times(outline.loneSurrogates, "a string holds", "strings hold")
            + " half a surrogate pair, which is no character; read as U+FFFD"))
    }
    if outline.invalidUTF8.count > 0 {
      findings.append(
        Finding(
          .warning, "invalid-utf-8", at: position(outline.invalidUTF8.firstOffset, text, name),
          times(outline.invalidUTF8, "a string holds", "strings hold") + " bytes that are no UTF-8; read as U+FFFD",
          remedy: "save it as UTF-8"))
    }
    if outline.tree.nodes.contains(where: { $0.wildcard >= 0 }) {
      findings.append(
        Finding(
          .warning, "too-many-keys", at: Position(source: name),
          "one place has more than \(JSONKeyTree.childLimit) different keys; the rest is read as one field '*'"))
    }
    return findings
  }

  /// Line and column of a byte.
  static func position(_ offset: Int, _ text: UnsafeBufferPointer<UInt8>, _ name: String) -> Position {
    var places = JSONPlaces(text, name)
    return places.position(offset)
  }
}

/// Lines and columns of places that come in rising order.
struct JSONPlaces {
  private let text: UnsafeBufferPointer<UInt8>
  private let name: String
  private var offset = 0
  private var line = 1
  private var lineStart = 0

  init(_ text: UnsafeBufferPointer<UInt8>, _ name: String) {
    self.text = text
    self.name = name
  }

  mutating func position(_ place: Int) -> Position {
    if place < offset { self = JSONPlaces(text, name) }
    while offset < min(place, text.count) {
      if text[offset] == 0x0A {
        line += 1
        lineStart = offset + 1
      }
      offset += 1
    }
    return Position(source: name, line: line, column: place - lineStart + 1)
  }
}
