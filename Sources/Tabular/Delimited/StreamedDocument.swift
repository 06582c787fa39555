/// A large file of delimited UTF-8, known by its first records; the rest is read when it is asked for.
struct StreamedDocument: Sendable {
  /// The first records as a document of their own: fields, dialect and header are those of the file.
  let head: DelimitedDocument
  /// What was decided on opening.
  let decisions: [TabularDocument.Decision]
  private let path: String
  private let name: String
  private let size: Int

  /// How much of a file is looked at, which is more than is needed to find the dialect and the fields.
  private static let headSize = 1 << 20
  /// How many records mapping looks at.
  private static let sampledRecords = 200

  /// Opens a file by its head.
  ///
  /// - Returns: Nothing when it is small, or anything but plain delimited UTF-8.
  init?(path: String, name: String, threshold: Int) {
    guard path != "-", let file = ByteSource.OpenFile(path: path) else { return nil }
    guard file.count >= max(threshold, 2 * StreamedDocument.headSize) else { return nil }
    var bytes = file.read(0..<StreamedDocument.headSize)
    guard !bytes.withUnsafeBufferPointer({ Gzip.isGzip($0) }) else { return nil }
    // What pads the end of a file is for the exact reader.
    guard let last = file.read(file.count - 1..<file.count).first, last != 0, last != 0x1A else { return nil }
    guard let end = bytes.lastIndex(of: 0x0A) else { return nil }
    bytes.removeSubrange((end + 1)...)
    guard let text = try? DecodedText(name: name, bytes: bytes, limit: 0), text.isAsStored, text.log.findings.isEmpty,
      !JSONDocument.looksLikeJSON(Array(text.bytes[text.start...])),
      let head = try? DelimitedDocument(name: name, text: text.bytes, start: text.start),
      head.dialect.isRegular, head.holds(records: StreamedDocument.sampledRecords)
    else { return nil }
    self.head = head
    self.path = path
    self.name = name
    size = file.count
    let streaming = TabularDocument.Decision(subject: "reading", choice: "in chunks", reason: "the file is large")
    decisions = text.decisions + head.decisions + [streaming]
  }

  /// Reads every record, copying only the chosen fields.
  ///
  /// Where something in the file needs the exact reader, the whole file is read into memory.
  func encode(
    fields chosen: [Int], fingerprints: [Int], dated: Set<Int>, seed: UInt64
  ) throws(TabularError) -> EncodedTable {
    if let table = encodeInChunks(fields: chosen, fingerprints: fingerprints, dated: dated, seed: seed) { return table }
    let document = try TabularDocument(name: name, bytes: ByteSource.read(path: path))
    guard document.fields.count == head.fields.count else {
      throw TabularError(.unreadable("it changed while it was read"), at: Position(source: name))
    }
    var table = try document.encode(fields: chosen, fingerprints: fingerprints, dated: dated, seed: seed)
    table.findings = document.findings + table.findings
    return table
  }

  private func encodeInChunks(
    fields chosen: [Int], fingerprints: [Int], dated: Set<Int>, seed: UInt64
  ) -> EncodedTable? {
    guard let file = ByteSource.OpenFile(path: path), file.count == size,
      let reader = head.parallelReader(of: ChunkSource(descriptor: file.descriptor, count: size))
    else { return nil }
    return try? reader.encode(fields: chosen, fingerprints: fingerprints, dated: dated, seed: seed)
  }
}
