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
  /// Countries, scopes and types, of those that the set has labels for.
  public let labels: [(label: Label, score: LabelScore)]
  /// What is wrong of types, scopes and countries.
  public let labelErrors: [LabelError]
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
      truth: mentions.entities, clusters: found, proposals: table.proposals.map { ($0.left, $0.right) },
      samples: samples)
    bounds = BoundsScore(try count.run(classified).headline.organizations, truth: linkage.entities)
    distinctNames = table.distinctNames
    comparedPairs = table.comparedPairs

    let answers = LabelAnswers(found: found, classified)
    labels = Label.allCases.map { ($0, answers.score($0, set)) }.filter { $0.score.labelled > 0 }
    labelErrors = answers.errors(set)
  }

  /// Pairs that were compared for each name; 0 without names.
  public var pairsPerName: Double { distinctNames == 0 ? 0 : Double(comparedPairs) / Double(distinctNames) }
}
