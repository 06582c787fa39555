import Tabular

/// A table between two stages, when the stages are known only at run time.
public enum PipelineTable: Sendable {
  /// Exports, read but not understood.
  case documents([TabularDocument])
  /// What each record says.
  case signatures(SignatureTable)
  /// Distinct answers with their counts.
  case tally(Tally)
  /// A name for each row of the tally.
  case named(NamedTable)
  /// And where each is.
  case located(LocatedTable)
  /// Mentions, with what people decided of them.
  case decided(DecidedTable)
  /// Mentions grouped by organization.
  case organizations(OrganizationTable)
  /// And what each organization is.
  case classified(ClassifiedTable)
  /// What reports state.
  case summary(Summary)
  /// A summary with the files of its report.
  case report(Summary, [ReportFile])

  /// Which table it is, in words.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// What `read` takes.
    case documents = "exports"
    /// What `read` gives.
    case signatures = "records"
    /// What `tally` gives.
    case tally = "a tally"
    /// What `normalize` gives.
    case named = "names"
    /// What `locate` gives.
    case located = "locations"
    /// What `decide` gives.
    case decided = "mentions"
    /// What `link` gives.
    case organizations = "organizations"
    /// What `classify` gives.
    case classified = "types"
    /// What `summarize` gives.
    case summary = "a summary"
    /// What `report` gives.
    case report = "report files"
  }

  /// Which table it is.
  public var kind: Kind {
    switch self {
    case .documents: .documents
    case .signatures: .signatures
    case .tally: .tally
    case .named: .named
    case .located: .located
    case .decided: .decided
    case .organizations: .organizations
    case .classified: .classified
    case .summary: .summary
    case .report: .report
    }
  }
}

/// Stages named in a pipeline file, composed as written.
///
/// In Swift code `then` composes stages, and the compiler checks their order; this is for lists that come from a file.
public struct ComposedPipeline: Sendable {
  /// A stage with its settings.
  public enum Step: Sendable {
    /// Exports to records.
    case read(ReadExports)
    /// Records to a tally.
    case tally(TallyMentions)
    /// A tally's answers to names.
    case normalize(NormalizeNames)
    /// Names to locations.
    case locate(LocateMentions)
    /// Locations to mentions with people's decisions.
    case decide(ApplyDecisions)
    /// Mentions to organizations.
    case link(LinkOrganizations)
    /// Organizations to their types.
    case classify(ClassifyTypes)
    /// Organizations with types to what reports state.
    case summarize(Summarize)
    /// A summary to the standard report files, those for people in a language.
    case report(MessageLanguage)

    /// The table that it takes and the one that it gives.
    public var kinds: (input: PipelineTable.Kind, output: PipelineTable.Kind) {
      switch self {
      case .read: (.documents, .signatures)
      case .tally: (.signatures, .tally)
      case .normalize: (.tally, .named)
      case .locate: (.named, .located)
      case .decide: (.located, .decided)
      case .link: (.decided, .organizations)
      case .classify: (.organizations, .classified)
      case .summarize: (.classified, .summary)
      case .report: (.summary, .report)
      }
    }
  }

  /// The stages in order.
  public let steps: [Step]

  /// Checks that each stage takes what the one before gives.
  ///
  /// - Parameter steps: At least one.
  /// - Returns: Nothing for an empty list; otherwise the pipeline, or the index of the first step that doesn't fit.
  public static func compose(_ steps: [Step]) -> Result<ComposedPipeline, MisplacedStep> {
    for index in steps.indices.dropFirst() where steps[index].kinds.input != steps[index - 1].kinds.output {
      return .failure(MisplacedStep(index: index))
    }
    return .success(ComposedPipeline(steps: steps))
  }

  /// A stage that can't follow the one before it.
  public struct MisplacedStep: Error, Hashable, Sendable {
    /// Its index in the list.
    public let index: Int
  }

  private init(steps: [Step]) {
    self.steps = steps
  }

  /// The stage that links; the standard one where the pipeline ends before it.
  public var link: LinkOrganizations {
    for case .link(let stage) in steps { return stage }
    return LinkOrganizations()
  }

  /// The stage that reads, and those behind the one that tallies; nothing where the pipeline doesn't begin with these
  /// two.
  public var behindTally: (read: ReadExports, rest: ComposedPipeline)? {
    guard steps.count > 1, case .read(let read) = steps[0], case .tally = steps[1] else { return nil }
    return (read, ComposedPipeline(steps: Array(steps[2...])))
  }

  /// The same stages through the summary, for those who want no files of it.
  public var summarizing: ComposedPipeline {
    ComposedPipeline(steps: steps.filter { if case .report = $0 { false } else { true } })
  }

  /// The same stages through the summary, reading exports by other rules.
  func rereading(under policy: Policy) -> ComposedPipeline {
    ComposedPipeline(
      steps: summarizing.steps.map { step in
        guard case .read(var stage) = step else { return step }
        stage.policy = policy
        return .read(stage)
      })
  }

  /// Runs the stages.
  ///
  /// - Parameters:
  ///   - table: What the first stage takes.
  ///   - tallies: Saved partial results, added to the tally as soon as there is one.
  ///   - complete: What else a summary has to say, before report files are made of it.
  public func run(
    _ table: consuming PipelineTable, adding tallies: [Tally] = [],
    completing complete: (Summary) throws(PipelineError) -> Summary = { $0 }
  ) throws(PipelineError) -> PipelineTable {
    var table = adding(tallies, to: table)
    for step in steps {
      table = adding(tallies, to: try ComposedPipeline.run(step, on: table))
      if case .summary(let summary) = table { table = .summary(try complete(summary)) }
    }
    return table
  }

  private func adding(_ tallies: [Tally], to table: PipelineTable) -> PipelineTable {
    guard case .tally(let tally) = table else { return table }
    return .tally(tallies.reduce(tally) { $0.merged(with: $1) })
  }

  private static func run(_ step: Step, on table: PipelineTable) throws(PipelineError) -> PipelineTable {
    switch (step, table) {
    case (.read(let stage), .documents(let input)): .signatures(try stage.run(input))
    case (.tally(let stage), .signatures(let input)): .tally(try stage.run(input))
    case (.normalize(let stage), .tally(let input)): .named(try stage.run(input))
    case (.locate(let stage), .named(let input)): .located(try stage.run(input))
    case (.decide(let stage), .located(let input)): .decided(try stage.run(input))
    case (.link(let stage), .decided(let input)): .organizations(try stage.run(input))
    case (.classify(let stage), .organizations(let input)): .classified(try stage.run(input))
    case (.summarize(let stage), .classified(let input)): .summary(try stage.run(input))
    case (.report(let language), .summary(let input)):
      .report(input, StandardPipeline.reportFiles(of: input, in: language))
    default: preconditionFailure("a composed pipeline's first table is what its first stage takes")
    }
  }
}
