import Tabular

/// A labelled set whose names are understood and located: linked again and again, it is read once.
public struct LabelledMentions: Sendable {
  /// The set.
  public let set: LabelledSet
  /// What linking gets to see: names and stated countries, never a label.
  public let decided: DecidedTable
  /// By row of the set, its mention; nothing for a row that names no organization.
  let mentionOf: [Int?]

  /// Reads a set.
  ///
  /// - Parameters:
  ///   - name: What the set is called in findings.
  ///   - understand: The stages from a tally to mentions.
  public init(
    _ set: LabelledSet, name: String, understand: some Stage<Tally, DecidedTable>
  ) throws(PipelineError) {
    let signatures = set.signatures(source: name)
    let decided = try understand.run(TallyMentions().run(signatures))
    var mentions: [AnswerCombination: Int] = [:]
    for (index, mention) in decided.mentions.enumerated() {
      let answers = decided.tally.rows[mention.row].answers
      if mentions[answers] == nil { mentions[answers] = index }
    }
    let translation = AnswerTranslation(from: signatures.answers, to: decided.tally.answers)
    self.set = set
    self.decided = decided
    mentionOf = signatures.records.map { record in
      record.fate == .counted(.organization) ? translation.translate(record.answers).flatMap { mentions[$0] } : nil
    }
  }

  private init(_ set: LabelledSet, _ decided: DecidedTable, mentionOf: [Int?]) {
    self.set = set
    self.decided = decided
    self.mentionOf = mentionOf
  }

  /// The entities of the rows, by the set's keys.
  var entities: [String] { self.set.rows.map(\.entity) }

  /// By row, the number of its organization in a table that was linked from these mentions; nothing for none.
  func organizations(in table: OrganizationTable) -> [Int?] {
    var organizationOf = [Int?](repeating: nil, count: table.decided.mentions.count)
    for (index, organization) in table.organizations.enumerated() {
      for member in organization.members { organizationOf[member.mention] = index }
    }
    return mentionOf.map { $0.flatMap { organizationOf[$0] } }
  }

  /// How well these mentions are linked.
  public func score(link: LinkOrganizations) throws(PipelineError) -> LinkageScore { score(try link.run(decided)) }

  /// How well a table that was linked from these mentions agrees with the labels.
  func score(_ table: OrganizationTable) -> LinkageScore { LinkageScore(contingency(table)) }

  /// How many rows each entity shares with each organization of a table that was linked from these mentions.
  func contingency(_ table: OrganizationTable) -> ContingencyTable {
    ContingencyTable(truth: self.set.entities, clusters: organizations(in: table))
  }

  /// The same with a part of the rows, as if nobody else had signed.
  ///
  /// How often each name was signed is not counted anew; it decides no link.
  ///
  /// - Parameter isKept: Whether a row stays.
  func keeping(_ isKept: (LabelledSet.Row) -> Bool) -> LabelledMentions {
    let kept = set.rows.indices.filter { isKept(set.rows[$0]) }
    let mentions = Set(kept.compactMap { mentionOf[$0] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: mentions.enumerated().map { ($1, $0) })
    var decided = decided
    decided.mentions = mentions.map { decided.mentions[$0] }
    return LabelledMentions(
      LabelledSet(rows: kept.map { set.rows[$0] }), decided,
      mentionOf: kept.map { row in mentionOf[row].flatMap { places[$0] } })
  }

  /// The same with every mention read in another way.
  func reading(_ change: (inout Mention) -> Void) -> LabelledMentions {
    var decided = decided
    for index in decided.mentions.indices { change(&decided.mentions[index]) }
    return LabelledMentions(set, decided, mentionOf: mentionOf)
  }
}

extension LabelledSet {
  /// The set as a sign-on form would have exported it: a record a row, without labels.
  func signatures(source: String) -> SignatureTable {
    var organizations = Interner()
    var countries = Interner()
    let records = rows.enumerated().map { index, row in
      var answers = AnswerCombination()
      answers.organization = organizations.intern(row.name)
      answers.country = countries.intern(row.country)
      return SignatureRecord(
        fate: answers.organization == 0 ? .dropped(.empty) : .counted(.organization), answers: answers, signatures: 1,
        day: nil, source: 0, line: UInt32(truncatingIfNeeded: index + 2))
    }
    let nothing = Column([""])
    return SignatureTable(
      sources: [SourceSummary(name: source, records: rows.count)],
      answers: Answers(
        organizations: organizations.column, countries: countries.column, types: nothing, places: nothing,
        websites: nothing),
      records: records, findings: [])
  }
}
