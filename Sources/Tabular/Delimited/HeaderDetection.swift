/// Which of the first records are titles, headers and tags, and where the data starts.
struct HeaderDetection {
  /// The first records of a text, with their contents trimmed.
  struct Record {
    var cells: [String]
    var positions: [Position]
    /// Where the record after it starts, and on which line.
    var endOffset: Int
    var endLine: Int
  }

  /// The fields.
  private(set) var fields: [TabularDocument.Field] = []
  /// What was decided.
  private(set) var decisions: [TabularDocument.Decision] = []
  /// How many of the records come before the data.
  private(set) var consumed = 0
  /// The line of a header that nothing but custom speaks for.
  private(set) var uncertainLine: Int?

  private let records: [Record]
  /// How many fields most records have.
  private let width: Int

  /// Looks at the first records of a text; there is at least one.
  init(_ records: [Record]) {
    self.records = records
    // Lines before a header are not what most records are like, however many.
    let titles = records.prefix { $0.cells.count == 1 }.count
    let isHeaded = titles < records.count && HeaderDetection.isNamed(records[titles])
    let widths = Dictionary(records[(isHeaded ? titles : 0)...].map { ($0.cells.count, 1) }, uniquingKeysWith: +)
    width = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
    consumed = titleCount()
    guard consumed < records.count, let reason = headerReason(consumed) else {
      if consumed > 0 && consumed == records.count { consumed = 0 }
      nameByNumber()
      return
    }
    takeHeader(reason)
    takeSubheader()
    takeTags()
    addMissingFields()
  }

  // MARK: Titles

  /// How many records before the header are titles or remarks: narrower than the rest, or with one cell filled.
  private func titleCount() -> Int {
    guard width >= 2 else {
      // Remarks before a list of one field.
      let remarks = records.prefix { $0.cells.count == 1 && $0.cells[0].hasPrefix("#") && $0.cells[0].count > 2 }.count
      guard remarks > 0, remarks < records.count, isTag(records[0].cells[0]) == false else { return 0 }
      return remarks
    }
    let named = records.prefix(HeaderDetection.mostTitles).firstIndex {
      $0.cells.count == width && HeaderDetection.isNamed($0)
    }
    for index in 0..<min(records.count, HeaderDetection.mostTitles) {
      let record = records[index]
      let filled = record.cells.count { !$0.isEmpty }
      let isNarrow = record.cells.count == 1 || filled == 1 && record.cells.count >= 2 && !record.cells[0].isEmpty
      // Prose and remarks may have delimiters too, but fewer than the header below them.
      let isShort =
        record.cells.count < width
        && named.map { $0 > index && HeaderDetection.known(record) < HeaderDetection.known(records[$0]) } ?? false
      if isNarrow || isShort || filled == 0 || isRemark(record) { continue }
      guard index > 0 else { return 0 }
      // A short first record of a list without header is no title: what follows must be a header for certain.
      let areRemarks = records[..<index].allSatisfy { isRemark($0) }
      let reason = headerReason(index)
      return areRemarks || reason != nil && reason != HeaderDetection.byCustom ? index : 0
    }
    return 0
  }

  /// How many lines of titles and remarks there may be.
  private static let mostTitles = 40

  private func isRemark(_ record: Record) -> Bool {
    record.cells[0].hasPrefix("#") && !isTag(record.cells[0])
  }

  /// Whether most of a record's cells are words of headers, and more than one is.
  private static func isNamed(_ record: Record) -> Bool {
    let known = known(record)
    return known >= 2 && known * 2 >= record.cells.count { !$0.isEmpty }
  }

  /// How many cells of a record are words of headers.
  private static func known(_ record: Record) -> Int { record.cells.count { HeaderWords.make($0) } }

  // MARK: Header

  static let byCustom = "nothing speaks against it; most exports have one"

  /// Why record `index` is the header, or nothing when it is a record.
  private func headerReason(_ index: Int) -> String? {
    let cells = records[index].cells
    let below = records[(index + 1)...]
    let filled = cells.filter { !$0.isEmpty }
    guard !filled.isEmpty else { return nil }
    if filled.allSatisfy({ isTag($0) }) { return filled.count > 1 || cells.count == 1 ? "its cells are HXL tags" : nil }
    let known = filled.count { HeaderWords.make($0) }
    if width == 1 && cells.count == 1 {
      return known > 0 ? "its words are those of headers" : nil
    }
    let values = filled.count { HeaderDetection.isValue($0) }
    var repeated = 0
    var typed = 0
    var closed = 0
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      let answers = below.compactMap { column < $0.cells.count ? $0.cells[column] : nil }.filter { !$0.isEmpty }
      if answers.contains(cell) { repeated += 1 }
      guard !HeaderDetection.isValue(cell), !answers.isEmpty else { continue }
      if answers.count(where: { HeaderDetection.isValue($0) }) * 10 >= answers.count * 7 { typed += 1 }
      if answers.count >= 10 && Set(answers).count * 3 <= answers.count && !answers.contains(cell) { closed += 1 }
    }
    if known * 2 >= filled.count { return "\(known) of its \(filled.count) cells are words of headers" }
    if repeated > 0 && known + typed <= repeated { return nil }
    if values > known && values > 0 && typed == 0 { return nil }
    if known > 0 { return "\(known) of its \(filled.count) cells are words of headers" }
    if typed > 0 { return "there are numbers, dates or addresses below its words" }
    if closed > 0 { return "it holds none of the few answers that the records below it share" }
    return HeaderDetection.byCustom
  }

  /// Whether a cell is a number, a date, an e-mail or web address, which headers hardly are. A year may be a header.
  static func isValue(_ cell: String) -> Bool {
    let bytes = cell.utf8
    if bytes.contains(0x40) && bytes.contains(0x2E) && !bytes.contains(0x20) { return true }
    if ["http://", "https://", "www."].contains(where: { bytes.starts(with: $0.utf8) }) { return true }
    let digits = bytes.count { (0x30...0x39).contains($0) }
    guard digits > 0 else { return false }
    if bytes.count == 4 && digits == 4 && (cell.hasPrefix("19") || cell.hasPrefix("20")) { return false }
    let others = bytes.count { !(0x30...0x39).contains($0) && !" .,:/-+%TZ".utf8.contains($0) }
    return others * 4 <= digits
  }

  private mutating func takeHeader(_ reason: String) {
    let header = records[consumed]
    fields = zip(header.cells, header.positions).map { name, position in
      TabularDocument.Field(name: name, position: position, tag: isTag(name) ? name : nil)
    }
    if consumed > 0 {
      decisions.append(
        TabularDocument.Decision(
          subject: "preamble", choice: consumed == 1 ? "1 record" : "\(consumed) records",
          reason: "titles or remarks before the header, left out"))
    }
    let line = header.positions[0].line
    decisions.append(TabularDocument.Decision(subject: "header", choice: "line \(line)", reason: reason))
    if reason == HeaderDetection.byCustom && records.count > consumed + 1 { uncertainLine = line }
    consumed += 1
  }

  private mutating func nameByNumber() {
    let first = records[min(consumed, records.count - 1)]
    let count = max(width, first.cells.count)
    let base = first.positions[0]
    fields = (0..<count).map { index in
      let position = index < first.positions.count ? first.positions[index] : base
      return TabularDocument.Field(name: "column \(index + 1)", position: position)
    }
    decisions.append(
      TabularDocument.Decision(
        subject: "header", choice: "none", reason: "the first record holds answers; fields are named by number"))
  }

  // MARK: Second header and tags

  /// Answers' labels under the questions, as SurveyMonkey writes them, or parts under a common heading.
  private mutating func takeSubheader() {
    guard consumed < records.count else { return }
    let cells = records[consumed].cells
    let filled = cells.filter { !$0.isEmpty }
    guard cells.count >= 2, cells.count <= fields.count, filled.count > 0,
      !filled.contains(where: { HeaderDetection.isValue($0) })
    else { return }
    let hasMarker = filled.contains { HeaderDetection.isGenericLabel($0) || HeaderDetection.isOtherLabel($0) }
    let blankTops = fields.indices.filter { fields[$0].name.isEmpty && $0 < cells.count && !cells[$0].isEmpty }
    let below = records[(consumed + 1)...]
    let startsBlank = cells[0].isEmpty && below.contains { !($0.cells.first ?? "").isEmpty }
    let isHeading =
      !blankTops.isEmpty && (hasMarker || startsBlank || filled.allSatisfy { HeaderWords.make($0) })
    guard isHeading || hasMarker && startsBlank else { return }
    // A label is no answer: none of them may occur below.
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      let isAnswer = below.contains { column < $0.cells.count && $0.cells[column] == cell }
      if isAnswer && blankTops.isEmpty { return }
    }
    var heading = ""
    for index in fields.indices {
      let top = fields[index].name
      if !top.isEmpty { heading = top }
      let label = index < cells.count ? cells[index] : ""
      guard !label.isEmpty else { continue }
      if top.isEmpty {
        fields[index].name = heading.isEmpty ? label : "\(heading) / \(label)"
        fields[index].position = records[consumed].positions[index]
      } else if !HeaderDetection.isGenericLabel(label) {
        fields[index].name = "\(top) / \(label)"
      }
    }
    decisions.append(
      TabularDocument.Decision(
        subject: "second header", choice: "line \(records[consumed].positions[0].line)",
        reason: "it labels parts of the fields above it; names are joined with ' / '"))
    consumed += 1
  }

  private mutating func takeTags() {
    guard consumed < records.count else { return }
    let cells = records[consumed].cells
    let filled = cells.filter { !$0.isEmpty }
    guard !filled.isEmpty, cells.count == fields.count, filled.allSatisfy({ isTag($0) }) else { return }
    for (index, cell) in cells.enumerated() where !cell.isEmpty { fields[index].tag = cell }
    decisions.append(
      TabularDocument.Decision(
        subject: "tags", choice: "line \(records[consumed].positions[0].line)", reason: "its cells are HXL tags"))
    consumed += 1
  }

  /// Fields that most records have beyond the header.
  private mutating func addMissingFields() {
    guard let header = fields.first, fields.count < width, consumed < records.count else { return }
    // Answers must be in them: delimiters at the ends of lines make no fields.
    let filled = records[consumed...].map { record in (record.cells.lastIndex { !$0.isEmpty } ?? -1) + 1 }
    let needed = filled.sorted()[filled.count / 2]
    for number in fields.count..<max(fields.count, needed) {
      var position = header.position
      position.column = 0
      fields.append(TabularDocument.Field(name: "column \(number + 1)", position: position))
    }
  }

  /// Whether a cell is a tag of the Humanitarian Exchange Language with its attributes: `#org+name`, `#org +name`.
  private func isTag(_ cell: String) -> Bool {
    guard cell.utf8.first == 0x23 else { return false }
    let parts = cell.utf8.dropFirst().split(separator: 0x2B, omittingEmptySubsequences: false)
    return parts.enumerated().allSatisfy { index, part in
      // White space may stand around the plus signs only.
      let word = Array(part).drop { $0 == 0x20 && index > 0 }
      let core = word.prefix { $0 != 0x20 }
      guard let first = core.first, (0x61...0x7A).contains(first), word.dropFirst(core.count).allSatisfy({ $0 == 0x20 })
      else { return false }
      return core.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }
  }

  private static func isGenericLabel(_ cell: String) -> Bool {
    [
      "response", "open-ended response", "respuesta", "respuesta abierta", "réponse", "réponse ouverte", "antwort",
      "offene antwort", "resposta", "resposta aberta", "risposta", "risposta aperta", "antwoord", "ответ",
    ].contains(cell.lowercased())
  }

  private static func isOtherLabel(_ cell: String) -> Bool {
    [
      "other (please specify)", "otro (especifique)", "autre (veuillez préciser)", "outro (especifique)",
      "sonstiges (bitte angeben)", "altro (specificare)", "anders (geef nadere toelichting)",
    ].contains(cell.lowercased())
  }
}
