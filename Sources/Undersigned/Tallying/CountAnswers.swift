import Tabular

/// Counts records by the answers of some fields, and the different answers of another, all as typed.
///
/// A first look at an export of any size: nothing is judged, located or linked, and nobody who signed twice is known.
/// Of a field with personal data the different answers can be counted, by a keyed hash in memory; it can't be counted
/// by. E-mail addresses and telephone numbers in other answers are masked.
public struct CountAnswers: Stage {
  /// The fields by which records are counted.
  public var by: [CanonicalField]
  /// The field of which the different answers are counted; nothing for none.
  public var distinct: CanonicalField?
  /// How exports are read.
  public var read: ReadExports
  /// How the documents are read that somebody looked at already, by their names: asking again gives the same, unless
  /// the user says which header holds what.
  public var readings: [String: ExportReading] = [:]

  /// A count with its settings.
  public init(by: [CanonicalField], distinct: CanonicalField?, read: ReadExports = ReadExports()) {
    self.by = by
    self.distinct = distinct
    self.read = read
  }

  /// Counts the records of all documents together; an export without one of the fields has empty answers there.
  ///
  /// - Throws: What reading throws, and `.badConfiguration` for counting by a field with personal data.
  /// - Complexity: O(bytes); memory for the distinct answers and combinations, and a few bytes a record of one part.
  public func run(_ input: consuming [TabularDocument]) throws(PipelineError) -> AnswerCounts {
    if let personal = by.first(where: \.isPersonal) {
      throw PipelineError(
        .badConfiguration(
          "records can't be counted by '\(personal.rawValue)', which is personal data", remedy: "count by another field"
        ),
        at: Position(source: "--by"))
    }
    var counting = AnswerCounting(fields: by.count)
    let seed = UInt64.random(in: .min ... .max)
    let documents = input
    let headers = ReadExports.headers(of: documents)
    for document in documents {
      let known = read.fields.isEmpty ? readings[document.name] : nil
      let reading = if let known { known } else { try read.map(document, among: headers) }
      let isHashed = distinct?.isPersonal == true
      let plan = ReadingPlan(reading, only: Set(by + (distinct.map { isHashed ? [] : [$0] } ?? [])))
      let prints = isHashed ? reading.fields.filter { $0.field == distinct && $0.use == .fingerprint }.map(\.index) : []
      // Of a column alone that nothing is counted by, keys of the answers are enough.
      let keySlot = isHashed ? nil : distinct.flatMap { by.contains($0) ? nil : plan.onlyColumn($0) }
      let keyed = KeyedFields(Set([keySlot].compactMap { $0.map { plan.readFields[$0] } }), key: counting.key)
      // Of a column alone nothing has to stay but how many answers it has.
      let alone = Set((by + [distinct].compactMap { $0 }).compactMap(plan.onlyColumn))
      var before: AnswerCounting?
      var answers: [Column] = []
      var knownCounts: [Int] = []
      func add(_ part: EncodedPart) {
        if part.isFirst {
          // Only what is not the last part can be void.
          if let before { counting = before } else if !part.isLast { before = counting }
          answers = part.newAnswers
          knownCounts = answers.map { _ in 0 }
        } else {
          for slot in answers.indices {
            if alone.contains(slot) {
              knownCounts[slot] += answers[slot].count
              answers[slot] = part.newAnswers[slot]
            } else {
              answers[slot].append(part.newAnswers[slot])
            }
          }
        }
        let table = EncodedTable(
          columns: zip(part.columns, answers).map { EncodedColumn(ids: $0, answers: $1) },
          fingerprints: part.fingerprints, lines: part.lines, findings: [])
        func merged(_ field: CanonicalField) -> MergedField {
          var merged = plan.merged(field, in: table) { _ in false }
          if let column = plan.onlyColumn(field) { merged.knownCount = knownCounts[column] }
          return merged
        }
        func counted() -> AnswerCounting.Distinct {
          if isHashed { return .fingerprints(table.fingerprints) }
          if let keySlot {
            return .answers(part.columns[keySlot], newKeys: part.newKeys[keySlot].keys, keepsNumbers: true)
          }
          guard let field = distinct.map(merged) else { return .nothing }
          let keys = AnswerKeys(of: field.answers, counting.key).keys
          return .answers(field.ids, newKeys: keys, keepsNumbers: field.keepsNumbers)
        }
        counting.add(by.map(merged), distinct: counted(), of: part)
      }
      do {
        _ = try document.encodeParts(
          fields: plan.readFields, fingerprints: prints, keyed: keyed, seed: seed, add)
      } catch {
        throw PipelineError(error)
      }
    }
    return counting.finish()
  }
}
