/// One opened input: what its bytes are, how they are laid out, and its records on request.
///
/// Opening sniffs bytes, never the file's extension: compression, encoding, delimited text or JSON, dialect, header.
public struct TabularDocument: Sendable {
  /// One field of the records.
  public struct Field: Hashable, Sendable {
    /// The header as written, or the path of a JSON field with `.` between its steps (`fields.Country`).
    public var name: String
    /// Where the header stands.
    public var position: Position
    /// The HXL tag of the field (`#org+name`), where the input has a line of them.
    public var tag: String?
  }

  /// The input as its user named it.
  public let name: String
  /// The fields, in the order of the input; several may have the same name.
  public let fields: [Field]
  /// What was decided about the bytes, and why: a word (`encoding`), what (`UTF-16LE`), why (`byte order mark`).
  public let decisions: [Decision]
  /// What was wrong on opening.
  public let findings: [Finding]
  /// What the input holds, as stored; for whoever opened it to say, since opening reads the beginning only.
  public var contentHash: ContentHash?

  /// Something that opening decided.
  public struct Decision: Hashable, Sendable {
    /// What it is about: `compression`, `encoding`, `format`, `delimiter`, `quote`, `header`, `records`, ...
    public var subject: String
    /// What was decided.
    public var choice: String
    /// Why.
    public var reason: String
  }

  enum Content: Sendable {
    case delimited(DelimitedDocument)
    case json(JSONDocument)
    case streamed(StreamedDocument)
  }

  let content: Content
  private let limits: ReadingLimits

  /// How many bytes of text of a streamed document make a part unless told otherwise: 32 MiB.
  public static let partSize = 1 << 25

  /// Opens a file, or standard input.
  ///
  /// - Parameters:
  ///   - path: A path relative to the current directory; `-` is standard input.
  ///   - limits: The most that is taken in.
  /// - Throws: What `ByteSource.read` and `init(name:bytes:limits:)` throw.
  public static func open(
    path: String, limits: ReadingLimits = ReadingLimits()
  ) throws(TabularError) -> TabularDocument {
    try TabularDocument(name: path, bytes: ByteSource.read(path: path, limits: limits), limits: limits)
  }

  /// Opens a large file of delimited text or JSON in UTF-8 by its first records; all of them are read in chunks
  /// whenever they are asked for, so that memory is needed for what they say and not for the file.
  ///
  /// - Parameters:
  ///   - path: A path relative to the current directory.
  ///   - name: The input as its user named it.
  ///   - threshold: How many bytes make a file large.
  ///   - limits: The most that is taken in.
  ///   - partSize: How many bytes of text `encodeParts` hands along at a time, about.
  ///   - report: Is told how far reading is.
  /// - Returns: Nothing for everything else, which is to be opened as a whole.
  /// - Complexity: O(1) in the size of the file.
  public static func stream(
    path: String, name: String, threshold: Int = 1 << 22, limits: ReadingLimits = ReadingLimits(),
    partSize: Int = partSize, report: ReadingProgress.Reporter? = nil
  ) -> TabularDocument? {
    let document = StreamedDocument(
      path: path, name: name, threshold: threshold, partSize: partSize, limits: limits, report: report)
    return document.map { TabularDocument(name: name, $0, limits) }
  }

  private init(name: String, _ document: StreamedDocument, _ limits: ReadingLimits) {
    self.name = name
    self.limits = limits
    fields = document.head.fields
    decisions = document.decisions
    findings = document.head.findings
    content = .streamed(document)
  }

  /// Opens an input that is in memory.
  ///
  /// - Parameters:
  ///   - name: The input as its user named it.
  ///   - bytes: Its bytes as stored, gzip and all.
  ///   - limits: The most that is taken in.
  /// - Throws: When it is empty, binary, damaged, or has no records, or passes a limit.
  /// - Complexity: O(bytes) for unpacking and checking the encoding; a sample of the text is read to find the dialect.
  public init(name: String, bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws(TabularError) {
    self.name = name
    self.limits = limits
    let text = try DecodedText(name: name, bytes: bytes, limits: limits)
    let start = text.start
    let body = start == 0 ? text.bytes : Array(text.bytes[start...])
    if JSONDocument.looksLikeJSON(body) {
      let document = try JSONDocument(name: name, text: body, limits: limits)
      fields = document.fields
      decisions = text.decisions + document.decisions
      findings = text.log.findings + document.findings
      content = .json(document)
    } else {
      let document = try DelimitedDocument(name: name, text: text.bytes, start: start, limits: limits)
      fields = document.fields
      decisions = text.decisions + document.decisions
      findings = text.log.findings + document.findings
      content = .delimited(document)
    }
    if fields.count > limits.fields {
      throw TabularError(.limitExceeded("fields", limits.fields), at: fields[limits.fields].position)
    }
  }

  /// The first records, for looking at content; never to be printed.
  ///
  /// - Returns: At most `limit` records, each with an answer for every field.
  public func sample(limit: Int) -> [[String]] {
    switch content {
    case .delimited(let document): document.sample(limit: limit)
    case .json(let document): document.sample(limit: limit)
    case .streamed(let document): document.head.sample(limit: limit)
    }
  }

  /// Reads every record, copying only the chosen fields.
  ///
  /// - Parameters:
  ///   - chosen: Indices into `fields` whose answers are wanted.
  ///   - fingerprints: Indices into `fields` of which only a keyed hash is wanted.
  ///   - dated: Those of the chosen fields of which only the date is wanted: where an answer begins with a date of
  ///     three numbers and a time, the time may be left out.
  ///   - seed: The key of those hashes; the same one for every input of a run.
  /// - Throws: When the text ends in the middle of a field or a value; for a streamed document also when the file can't
  ///   be read any more.
  public func encode(
    fields chosen: [Int], fingerprints: [Int] = [], dated: Set<Int> = [], seed: UInt64 = 0
  ) throws(TabularError) -> EncodedTable {
    let table: EncodedTable
    switch content {
    case .delimited(let document):
      table = try document.encode(fields: chosen, fingerprints: fingerprints, dated: dated, seed: seed)
    case .json(let document): table = try document.encode(fields: chosen, fingerprints: fingerprints, seed: seed)
    case .streamed(let document):
      return try EncodedTable { take throws(TabularError) in
        let chosen = ChosenFields(answers: chosen, fingerprints: fingerprints, dated: dated, seed: seed)
        return try document.encode(chosen, take)
      }
    }
    var known: [Int] = []
    try limits.check(EncodedPart(table), after: &known, source: name)
    return table
  }

  /// Reads every record, copying only the chosen fields; hands along one part after the other, so that of a streamed
  /// document nothing but the distinct answers needs memory.
  ///
  /// The other parameters and the errors are those of `encode(fields:fingerprints:dated:seed:)`.
  ///
  /// - Parameters:
  ///   - keyed: Those of the chosen fields of which only keys are wanted.
  ///   - take: Gets one part after the other; see `EncodedPart.isFirst` for when what it got is void.
  /// - Returns: What was wrong with the text.
  public func encodeParts(
    fields chosen: [Int], fingerprints: [Int] = [], dated: Set<Int> = [], keyed: KeyedFields = KeyedFields(),
    seed: UInt64 = 0, _ take: (EncodedPart) -> Void
  ) throws(TabularError) -> [Finding] {
    let all = ChosenFields(answers: chosen, fingerprints: fingerprints, dated: dated, keyed: keyed, seed: seed)
    if case .streamed(let document) = content { return try document.encode(all, take) }
    let table = try encode(fields: chosen, fingerprints: fingerprints, dated: dated, seed: seed)
    take(EncodedPart(table).keyed(by: all.keys))
    return table.findings
  }
}
