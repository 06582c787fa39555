import Tabular

/// A copy of an export without anybody's personal data, of which the same is counted: fit to be kept with the reports.
///
/// Answers that counting reads stay, with e-mail addresses, telephone numbers and the signers' own names masked, and
/// moments cut to days. Who signed becomes `person1@example.org` and so on, the same for the same address, so that
/// people who signed twice are still known. Everything else, such as comments and fields that nobody knows, is emptied.
package struct RedactedExport: Sendable {
  /// The text, in UTF-8.
  package let bytes: [UInt8]
  /// The headers of fields whose answers were emptied.
  package let emptied: [String]
  /// The headers of fields whose answers were replaced, each person's by the same.
  package let replaced: [String]

  /// Redacts an export.
  ///
  /// - Parameters:
  ///   - document: The export.
  ///   - reading: How it is read.
  /// - Throws: What reading throws.
  /// - Complexity: O(bytes).
  package init(of document: TabularDocument, reading: ExportReading) throws(PipelineError) {
    let plan = ReadingPlan(reading)
    do {
      let seed = UInt64.random(in: .min ... .max)
      let table = try document.encode(fields: plan.readFields, fingerprints: plan.fingerprintFields, seed: seed)
      var reader = RecordReader(reading, plan, table, policy: Policy(), words: AnswerWords(), seed: seed)
      let signers = plan.signerNames(in: try document.encode(fields: plan.nameFields))
      reader.leaveOut(signers, in: reader.recordsThatMayNameTheirSigner())
      var redaction = Redaction(reading, plan, table, reader, signers)
      bytes = try document.rewritten { record, answers in redaction.answers(answers, of: record) }
    } catch {
      throw PipelineError(error)
    }
    emptied = reading.fields.filter { $0.use == .unread }.map(\.header)
    replaced = reading.fields.filter { $0.use == .fingerprint }.map(\.header)
  }
}

/// What stands in the redacted copy for each answer.
private struct Redaction {
  private let reading: ExportReading
  private let reader: RecordReader
  private let signers: SignerNames
  /// For fields with moments, their days.
  private var days: [Int: SigningDates] = [:]
  private var people: [String: Int] = [:]
  private var numbers: [String: Int] = [:]

  init(
    _ reading: ExportReading, _ plan: ReadingPlan, _ table: EncodedTable, _ reader: RecordReader, _ signers: SignerNames
  ) {
    self.reading = reading
    self.reader = reader
    self.signers = signers
    for (slot, field) in plan.readFields.enumerated() where plan.datedFields.contains(field) {
      let moments = MergedField([table.columns[slot]], count: table.recordCount)
      days[field] = SigningDates(moments, words: AnswerWords())
    }
  }

  mutating func answers(_ answers: [String], of record: Int) -> [String] {
    reading.fields.map { field in
      let answer = answers[field.index]
      return answer.isEmpty ? "" : self.answer(answer, to: field, of: record)
    }
  }

  private mutating func answer(_ answer: String, to field: ExportReading.Field, of record: Int) -> String {
    switch field.use {
    case .unread: return ""
    case .fingerprint: return pseudonym(answer, field.field)
    case .read:
      // A moment that is no certain day still says that something was sent off.
      if let days = days[field.index] { return days[record]?.description ?? "?" }
      let masked = PersonalData.masked(answer) ?? answer
      guard field.field == .organization || field.field == .affiliation, reader.ownAnswers[record] != nil else {
        return masked
      }
      return reader.answerReader.masked(masked, signedBy: signers.names(record))
    }
  }

  /// Something else that is the same for the same answer, letters in upper and lower case being the same.
  private mutating func pseudonym(_ answer: String, _ field: CanonicalField?) -> String {
    let key = String(
      decoding: answer.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    if RecordReader.blankWords.contains(key) { return answer }
    func number(_ known: inout [String: Int]) -> Int {
      let number = known[key] ?? known.count + 1
      known[key] = number
      return number
    }
    switch field {
    case .email: return "person\(number(&people))@example.org"
    case .id: return "\(number(&numbers))"
    default: return "Redacted"
    }
  }
}
