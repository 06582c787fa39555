import Tabular

/// Records as they were, each with the organization that it names: the rows of `resolve`.
package struct ResolvedRecords: Sendable {
  /// What is appended to the fields of the input.
  package static let appendedFields = [
    "organization_id", "organization", "organization_country", "organization_scope", "organization_type",
    "type_strength", "part_of", "evidence",
  ]

  /// The headers: the input's, those of fields that may be personal left out, and the appended ones.
  package let header: [String]
  /// The headers that were left out.
  package let leftOut: [String]
  /// A row a record, in the order of the input.
  package let rows: [[String]]

  /// Joins the records of one document to what became of them.
  ///
  /// - Parameters:
  ///   - document: The input.
  ///   - reading: How it was read.
  ///   - signatures: All records of the run.
  ///   - source: The document's index among the sources of `signatures`.
  ///   - classified: What became of their answers.
  ///   - keepsPersonal: Whether all fields are kept as they are. Otherwise those with personal data are left out, and
  ///     where some field tells of persons, those that nobody knows as well: a comment or a profile may say anything.
  package init(
    of document: TabularDocument, reading: ExportReading, signatures: SignatureTable, source: Int,
    classified: ClassifiedTable, resolution: RecordResolution, keepsPersonal: Bool
  ) throws(PipelineError) {
    let kept = reading.fields.filter { keepsPersonal || ResolvedRecords.isHarmless($0, hasPersons: reading.hasPersons) }
    let table: EncodedTable
    do { table = try document.encode(fields: kept.map(\.index)) } catch { throw PipelineError(error) }
    header = kept.map(\.header) + ResolvedRecords.appendedFields
    leftOut = reading.fields.filter { field in !kept.contains { $0.index == field.index } }.map(\.header)
    let records = signatures.records.indices.filter { signatures.records[$0].source == UInt32(source) }
    let masked = keepsPersonal ? [] : kept.indices.filter { kept[$0].field != .timestamp }
    // The second of signing tells people apart.
    let days = kept.indices.filter { !keepsPersonal && kept[$0].field == .timestamp }.map { index in
      (index, SigningDates(MergedField([table.columns[index]], count: table.recordCount), words: AnswerWords()))
    }
    let answers = masked.filter { kept[$0].field == .organization || kept[$0].field == .affiliation }
    let plan = ReadingPlan(reading)
    var signers: SignerNames?
    if !answers.isEmpty, !plan.nameFields.isEmpty {
      do { signers = plan.signerNames(in: try document.encode(fields: plan.nameFields)) } catch {
        throw PipelineError(error)
      }
    }
    let reader = OrganizationAnswerReader(words: AnswerWords())
    rows = zip(0..<table.recordCount, records).map { position, record in
      var cells = table.columns.map { $0.string(position) }
      for (index, dates) in days { cells[index] = dates[position]?.description ?? "" }
      for index in masked { cells[index] = PersonalData.masked(cells[index]) ?? cells[index] }
      for index in answers where !cells[index].isEmpty {
        if let signers { cells[index] = reader.masked(cells[index], signedBy: signers.names(position)) }
      }
      return cells
        + ResolvedRecords.appended(
          fate: signatures.records[record].fate, answers: resolution.answers[record], classified)
    }
  }

  private static func isHarmless(_ field: ExportReading.Field, hasPersons: Bool) -> Bool {
    // Where no field tells of persons, a number is a record's, and what it is joined by elsewhere.
    if !hasPersons { return field.field?.isPersonal != true || field.field == .id }
    return field.use == .read
  }

  private static func appended(
    fate: Fate, answers: [RecordResolution.Answer], _ classified: ClassifiedTable
  ) -> [String] {
    let table = classified.organizations
    guard !answers.isEmpty else {
      let why =
        switch fate {
        case .counted(.organization): "dropped by a decision"
        case .counted(let capacity): "counted as \(capacity.rawValue)"
        case .dropped(let reason): "dropped: \(reason.rawValue)"
        }
      return Array(repeating: "", count: appendedFields.count - 1) + [why]
    }
    func joined(_ value: (Organization, TypeAssignment) -> String) -> String {
      answers.map { value(table.organizations[$0.organization], classified.types[$0.organization]) }
        .joined(separator: "; ")
    }
    return [
      joined { organization, _ in organization.id }, joined { organization, _ in organization.name },
      joined { organization, _ in organization.location.countries.map(\.description).joined(separator: " ") },
      joined { organization, _ in organization.location.scope.rawValue },
      joined { _, type in type.primary?.rawValue ?? "unclassified" },
      joined { _, type in type.strength?.rawValue ?? "" },
      joined { organization, _ in organization.parentName ?? "" },
      answers.map { evidence($0, classified).summary }.joined(separator: "; "),
    ]
  }
}

extension ResolvedRecords {
  /// Why this record denotes this organization, where its own answers place it, and what its organization is.
  private static func evidence(_ answer: RecordResolution.Answer, _ classified: ClassifiedTable) -> [Evidence] {
    let table = classified.organizations
    let member = table.organizations[answer.organization].members.first { $0.mention == answer.mention }
    return (member?.evidence ?? []) + table.decided.mentions[answer.mention].location.evidence
      + classified.types[answer.organization].evidence
  }
}
