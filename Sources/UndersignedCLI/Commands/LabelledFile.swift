import Tabular
import Undersigned

/// A labelled set as a file.
struct LabelledFile: Sendable {
  /// Its path, as it was given.
  let path: String
  /// Its rows, understood.
  let mentions: LabelledMentions
  /// The pipeline that is judged.
  let pipeline: StandardPipeline

  /// Reads a file.
  ///
  /// - Parameter aliases: The path of a table of aliases that linking is to use.
  init(path: String, aliases: String?) throws(PipelineError) {
    let document: TabularDocument
    let table: EncodedTable
    do {
      document = try TabularDocument.open(path: path)
      table = try document.encode(fields: Array(document.fields.indices))
    } catch {
      throw PipelineError(error)
    }
    let records = (0..<table.recordCount).lazy.map { record in table.columns.map { $0.string(record) } }
    let set: LabelledSet
    do {
      set = try LabelledSet(header: document.fields.map(\.name), records: records, source: path)
    } catch {
      guard case .noSuchHeader(let missing, _) = error.kind else { throw error }
      throw PipelineError(.notLabelled(missing: missing), at: error.position)
    }
    self.path = path
    var pipeline = StandardPipeline(title: Path.name(path))
    if let aliases {
      let bytes: [UInt8]
      do { bytes = try ByteSource.read(path: aliases) } catch { throw PipelineError(error) }
      pipeline.aliases = try AliasFile.parse(bytes, name: aliases, resolveCountry: pipeline.decide.resolveCountry)
    }
    self.pipeline = pipeline
    mentions = try LabelledMentions(set, name: Path.name(path), understand: pipeline.understand)
  }

  /// Its name in tables.
  var name: String { Path.name(path) }

  /// Links, counts and scores it.
  func evaluation() throws(PipelineError) -> Evaluation {
    try Evaluation(mentions, link: pipeline.link, classify: ClassifyTypes(), count: pipeline.count)
  }

  /// Linking without the table of aliases; nothing when there is none.
  func scoreWithoutAliases() throws(PipelineError) -> LinkageScore? {
    if pipeline.aliases.isEmpty { return nil }
    var link = pipeline.link
    link.aliases = []
    return try mentions.score(link: link)
  }

  /// What linking got wrong.
  func errors(of evaluation: Evaluation, limit: Int) -> JudgedFile.ErrorList {
    JudgedFile.ErrorList(
      errors: LinkageError.worst(mentions, in: evaluation.organizations, link: pipeline.link, limit: limit),
      labels: Label.allCases.flatMap { label in evaluation.labelErrors.filter { $0.label == label }.prefix(limit) },
      blocking: BlockingScore(mentions, link: pipeline.link))
  }

  /// Links it without each part in turn.
  func ablation() throws(PipelineError) -> AblationText.Judged {
    let ablation = Ablation(mentions, link: pipeline.link)
    let parts = ablation.parts()
    let outcomes = try ablation.outcomes(without: [nil] + parts)
    return AblationText.Judged(
      name: name, whole: outcomes[0], without: Dictionary(uniqueKeysWithValues: zip(parts, outcomes.dropFirst())))
  }

  /// Countries of fewer rows are not judged by themselves.
  private static let minimumRows = 10
  /// How many random halves of the organizations are judged.
  private static let halves = 20

  /// Each country alone, and all but each country; nothing where no row has a country.
  func countryHoldouts() throws(PipelineError) -> [HoldoutText.Judged] {
    let countries = mentions.countries(ofAtLeast: LabelledFile.minimumRows)
    if countries.isEmpty { return [] }
    return [
      try holdout("each country alone", countries.map { ($0, .country($0)) }),
      try holdout("all but one country", countries.map { ("without \($0)", .allBut($0)) }),
    ]
  }

  /// Random halves of the organizations.
  func entityHoldouts() throws(PipelineError) -> [HoldoutText.Judged] {
    [try holdout("half of the organizations", (0..<LabelledFile.halves).map { ("draw \($0)", .half($0)) })]
  }

  private func holdout(_ kind: String, _ parts: [(name: String, part: HoldoutPart)]) throws(PipelineError)
    -> HoldoutText.Judged
  {
    let scores = try mentions.scores(parts.map(\.part), link: pipeline.link)
    return HoldoutText.Judged(
      name: "\(name): \(kind)", group: Figure.identifier(kind), spread: ScoreSpread(scores),
      parts: parts.map(\.name))
  }
}
