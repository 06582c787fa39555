/// A large file of delimited text or JSON in UTF-8, known by its first records; the rest is read when it is asked for.
struct StreamedDocument: Sendable {
  /// The first records as a document of their own, which has the fields of the whole file.
  enum Head: Sendable {
    case delimited(DelimitedDocument)
    /// With the place of the first record in the file, and its line.
    case json(JSONDocument, offset: Int, line: Int)
  }

  /// The first records.
  let head: Head
  /// What was decided on opening.
  let decisions: [TabularDocument.Decision]
  private let path: String
  private let name: String
  private let size: Int
  private let state: ByteSource.FileState
  /// Whether it is gzip.
  private let isPacked: Bool
  private let limits: ReadingLimits
  /// How many bytes of text make a part.
  private let partSize: Int
  /// Is told how far reading is.
  private let report: ReadingProgress.Reporter?

  /// How much of a file is looked at: most often enough to find the dialect and the fields, and else more than that.
  private static let headSizes = [1 << 18, 1 << 20]
  /// How many records mapping looks at.
  private static let sampledRecords = 200

  /// Opens a file by its head.
  ///
  /// - Returns: Nothing when it is small, or anything but plain delimited UTF-8.
  init?(
    path: String, name: String, threshold: Int, partSize: Int, limits: ReadingLimits,
    report: ReadingProgress.Reporter? = nil
  ) {
    guard path != "-", let file = ByteSource.OpenFile(path: path), file.count >= threshold else { return nil }
    (size, state) = (file.count, file.state)
    var opened: (head: Head, isPacked: Bool, decisions: [TabularDocument.Decision])?
    for size in StreamedDocument.headSizes where opened == nil {
      opened = StreamedDocument.open(file, path, headSize: size, name: name, limits: limits)
    }
    guard let opened else { return nil }
    (head, isPacked) = (opened.head, opened.isPacked)
    self.path = path
    self.partSize = partSize
    self.limits = limits
    self.report = report
    self.name = name
    let streaming = TabularDocument.Decision(subject: "reading", choice: "in chunks", reason: "the file is large")
    decisions = opened.decisions + [streaming]
  }

  /// Opens a file by its first bytes, of which there have to be so many.
  ///
  /// - Returns: Nothing when they are too few, or anything but plain UTF-8.
  private static func open(
    _ file: borrowing ByteSource.OpenFile, _ path: String, headSize: Int, name: String, limits: ReadingLimits
  ) -> (head: Head, isPacked: Bool, decisions: [TabularDocument.Decision])? {
    var bytes = file.read(0..<headSize)
    let isPacked = bytes.withUnsafeBufferPointer { Gzip.isGzip($0) }
    if isPacked {
      bytes = inflatedHead(path, file.state, size: headSize)
      // What was packed twice is unpacked twice.
      guard !bytes.withUnsafeBufferPointer({ Gzip.isGzip($0) }) else { return nil }
    } else {
      // What pads the end of a file is for the exact reader.
      guard let last = file.read(file.count - 1..<file.count).first, last != 0, last != 0x1A else { return nil }
    }
    guard bytes.count == headSize, let end = bytes.lastIndex(of: 0x0A) ?? bytes.lastIndex(of: 0x7D) else { return nil }
    bytes.removeLast(bytes.count - 1 - end)
    guard let text = try? DecodedText(name: name, bytes: bytes, limits: limits), text.isAsStored,
      text.log.findings.isEmpty
    else { return nil }
    let head: Head
    let body = text.start == 0 ? text.bytes : Array(text.bytes[text.start...])
    if JSONDocument.looksLikeJSON(body) {
      // More records have more of the keys.
      guard headSize == headSizes.last, let json = json(body, name: name, start: text.start) else {
        return nil
      }
      head = json
    } else {
      guard let document = try? DelimitedDocument(name: name, text: text.bytes, start: text.start, limits: limits),
        document.dialect.isRegular, document.holds(records: sampledRecords)
      else { return nil }
      head = .delimited(document)
    }
    let packing = TabularDocument.Decision(
      subject: "compression", choice: "gzip", reason: "its first bytes are 1f 8b")
    return (head, isPacked, (isPacked ? [packing] : []) + text.decisions + head.decisions)
  }

  /// Reads every record, copying only the chosen fields; hands along one part after the other.
  ///
  /// Where something in the file needs the exact reader, the whole file is read into memory.
  func encode(_ chosen: ChosenFields, _ take: (EncodedPart) -> Void) throws(TabularError) -> [Finding] {
    do throws(ChunkFault) {
      return try encodeInLimits(chosen, take)
    } catch {
      switch error {
      case .refused(let error): throw error
      case .needsExactReader: break
      case .needsAnswers: return try encode(chosen.withoutKeys) { take($0.keyed(by: chosen.keys)) }
      }
    }
    let document = try whole()
    let table = try document.encode(
      fields: chosen.answers, fingerprints: chosen.fingerprints, dated: chosen.dated, seed: chosen.seed)
    take(EncodedPart(table).keyed(by: chosen.keys))
    return document.findings + table.findings
  }

  /// Reads in chunks what is neither too much nor another file by now.
  private func encodeInLimits(
    _ chosen: ChosenFields, _ take: (EncodedPart) -> Void
  ) throws(ChunkFault) -> [Finding] {
    var known: [Int] = []
    let findings = try encodeInChunks(chosen) { part throws(ChunkFault) in
      do throws(TabularError) {
        try limits.check(part, after: &known, source: name)
      } catch {
        // Equal answers of several threads have keys of their own.
        if !chosen.keyed.fields.isEmpty, case .limitExceeded("distinct-answers", _) = error.kind { throw .needsAnswers }
        throw .refused(error)
      }
      take(part)
    }
    try check()
    return findings
  }

  /// The document with all of the file in memory.
  func whole() throws(TabularError) -> TabularDocument {
    let bytes = try ByteSource.read(path: path, limits: limits)
    let document = try TabularDocument(name: name, bytes: bytes, limits: limits)
    do throws(ChunkFault) { try check() } catch { throw TabularError(.changed, at: Position(source: name)) }
    return document
  }

  /// Whether the file is still the one whose first records were looked at.
  private func check() throws(ChunkFault) {
    guard let file = ByteSource.OpenFile(path: path), file.state == state else { throw changed }
  }

  private var changed: ChunkFault { .refused(TabularError(.changed, at: Position(source: name))) }

  /// The first records of a JSON text that goes on.
  private static func json(_ text: [UInt8], name: String, start: Int) -> Head? {
    guard let (first, end) = JSONHead.records(in: text) else { return nil }
    let isArray = text[..<first].contains(JSONByte.openArray)
    guard let document = try? JSONDocument(name: name, text: text[..<end] + (isArray ? [JSONByte.closeArray] : [])),
      JSONRecordShape(document, fields: [], fingerprints: []) != nil,
      document.sample(limit: sampledRecords + 1).count > sampledRecords
    else { return nil }
    return .json(document, offset: start + first, line: 1 + text[..<first].count { $0 == 0x0A })
  }

  private static func inflatedHead(_ path: String, _ state: ByteSource.FileState, size: Int) -> [UInt8] {
    guard let file = ByteSource.OpenFile(path: path), file.state == state,
      var stream = InflatingStream(file, name: "", limits: ReadingLimits())
    else { return [] }
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      filled = (try? stream.fill(UnsafeMutableRawBufferPointer(buffer))) ?? 0
    }
  }

  private func encodeInChunks(
    _ chosen: ChosenFields, _ take: (EncodedPart) throws(ChunkFault) -> Void
  ) throws(ChunkFault) -> [Finding] {
    guard let file = ByteSource.OpenFile(path: path), file.state == state else { throw changed }
    if isPacked { return try encodeWhileInflating(file, chosen, take) }
    let source = ChunkSource(descriptor: file.descriptor, count: size)
    switch head {
    case .delimited(let document):
      return try document.encode(source, chosen, partSize: partSize, report: report, take)
    case .json(let document, let offset, let line):
      return try document.encode(
        source, from: offset, line: line, chosen, partSize: partSize, report: report, take)
    }
  }

  private func encodeWhileInflating(
    _ file: consuming ByteSource.OpenFile, _ chosen: ChosenFields, _ take: (EncodedPart) throws(ChunkFault) -> Void
  ) throws(ChunkFault) -> [Finding] {
    guard let stream = InflatingStream(file, name: name, limits: limits) else { throw .needsExactReader }
    switch head {
    case .delimited(let document):
      return try document.encode(stream, chosen, partSize: partSize, report: report, take)
    case .json(let document, let offset, let line):
      return try document.encode(
        stream, from: offset, line: line, chosen, partSize: partSize, report: report, take)
    }
  }
}

extension StreamedDocument.Head {
  /// The fields, in the order of the input.
  var fields: [TabularDocument.Field] {
    switch self {
    case .delimited(let document): document.fields
    case .json(let document, _, _): document.fields
    }
  }

  /// What was decided.
  var decisions: [TabularDocument.Decision] {
    switch self {
    case .delimited(let document): document.decisions
    case .json(let document, _, _): document.decisions
    }
  }

  /// What was wrong.
  var findings: [Finding] {
    switch self {
    case .delimited(let document): document.findings
    case .json(let document, _, _): document.findings
    }
  }

  /// The first records, each with an answer for every field.
  func sample(limit: Int) -> [[String]] {
    switch self {
    case .delimited(let document): document.sample(limit: limit)
    case .json(let document, _, _): document.sample(limit: limit)
    }
  }
}
