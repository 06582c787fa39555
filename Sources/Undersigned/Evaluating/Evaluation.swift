/// How well a pipeline finds again what people labelled, beside the simplest rival.
public struct Evaluation: Sendable {
  /// Linking, from names and stated countries.
  public let linkage: LinkageScore
  /// How far its figures may lie from those of other organizations of the same sort.
  public let intervals: LinkageIntervals
  /// The floor: OpenRefine's fingerprint of the names alone.
  public let fingerprint: LinkageScore
  /// Linking with a person who decides the proposals.
  public let review: ReviewScore
  /// The number of organizations with its bounds, as a report states it.
  public let bounds: BoundsScore
  /// How many names linking told apart: by compare form and country.
  public let distinctNames: Int
  /// How many pairs of them it compared.
  public let comparedPairs: Int
  /// Countries; nothing where the set has no labels.
  public let country: LabelScore?
  /// Scopes; likewise.
  public let scope: LabelScore?
  /// Types from names alone; likewise.
  public let type: LabelScore?
  /// Types of strength `strong` alone; likewise.
  public let strongType: LabelScore?
  /// The organizations that were found.
  public let organizations: OrganizationTable

  /// Links, classifies and counts a labelled set, and scores what comes out.
  ///
  /// - Parameter samples: How many samples the intervals are drawn from.
  public init(
    _ mentions: LabelledMentions, link: some Stage<DecidedTable, OrganizationTable>, classify: ClassifyTypes,
    count: Summarize, samples: Int = LinkageIntervals.sampleCount
  ) throws(PipelineError) {
    let table = try link.run(mentions.decided)
    let classified = try classify.run(table)
    let found = mentions.organizations(in: table)
    let contingency = mentions.contingency(table)
    let set = mentions.set
    organizations = table
    linkage = LinkageScore(contingency)
    intervals = LinkageIntervals(contingency, samples: samples)
    fingerprint = LinkageScore(
      truth: set.entities,
      clusters: FingerprintLinker().clusters(set.rows.map(\.name)))
    review = ReviewScore(
      truth: mentions.entities, clusters: found, proposals: table.proposals.map { ($0.left, $0.right) })
    bounds = BoundsScore(try count.run(classified).headline.organizations, truth: linkage.entities)
    distinctNames = table.distinctNames
    comparedPairs = table.comparedPairs

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

  /// Pairs that were compared for each name; 0 without names.
  public var pairsPerName: Double { distinctNames == 0 ? 0 : Double(comparedPairs) / Double(distinctNames) }
}
