import Tabular

/// How well a pipeline finds again what people labelled, beside the simplest rival.
public struct Evaluation: Sendable {
  /// Linking, from names and stated countries.
  public let linkage: LinkageScore
  /// The floor: OpenRefine's fingerprint of the names alone.
  public let fingerprint: LinkageScore
  /// Countries; nothing where the set has no labels.
  public let country: LabelScore?
  /// Scopes; likewise.
  public let scope: LabelScore?
  /// Types from names alone; likewise.
  public let type: LabelScore?
  /// Types of strength `strong` alone; likewise.
  public let strongType: LabelScore?
  /// How many pairs are left to a person.
  public let proposals: Int

  /// Runs a pipeline on a labelled set and scores it.
  ///
  /// The pipeline sees names and stated countries, never a label.
  public init(
    _ set: LabelledSet, name: String, classify: some Stage<Tally, ClassifiedTable>
  ) throws(PipelineError) {
    let signatures = set.signatures(source: name)
    let classified = try classify.run(TallyMentions().run(signatures))
    let table = classified.organizations
    let found = RecordResolution(signatures: signatures, classified: classified).answers.map { $0.first?.organization }
    linkage = set.linkageScore(found)
    fingerprint = set.linkageScore(FingerprintLinker().clusters(set.rows.map(\.name)))
    proposals = table.proposals.count

    func answers(_ value: (Int) -> String?) -> [String] { found.map { $0.flatMap(value) ?? "" } }
    func scored(_ score: LabelScore) -> LabelScore? { score.labelled == 0 ? nil : score }
    country = scored(set.countryScore(answers { table.organizations[$0].location.country?.description }))
    scope = scored(
      set.scopeScore(
        answers {
          let scope = table.organizations[$0].location.scope
          return scope == .unresolved ? nil : scope.rawValue
        }))
    type = scored(set.typeScore(answers { classified.types[$0].primary?.rawValue }))
    strongType = scored(
      set.typeScore(answers { classified.types[$0].strength == .weak ? nil : classified.types[$0].primary?.rawValue }))
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
