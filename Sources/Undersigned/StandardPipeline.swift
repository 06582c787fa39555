import Tabular

/// The whole flow with one set of settings: exports in, a summary out.
///
/// The parts are stages like any other; whoever wants another order or other settings composes their own with `then`.
public struct StandardPipeline: Sendable {
  /// The letter's title in reports.
  public var title: String
  /// Which header holds which field, where the exports' own headers don't tell: field to header.
  public var fields: [CanonicalField: String] = [:]
  /// The counting rules.
  public var policy = Policy()
  /// What people decided.
  public var decisions: [Decision] = []
  /// What was odd about where the decisions come from.
  public var decisionFindings: [Finding] = []
  /// The user's own names of countries, which win over those of the policy's set.
  public var countryNames: [CountryCode: String] = [:]
  /// The user's own table of names that denote one organization.
  public var aliases: [OrganizationAlias] = []
  /// The letter's own answers for types, in our types.
  public var typeAnswers: [String: OrganizationType] = [:]
  /// The most that is taken in of each export.
  public var limits = ReadingLimits()
  /// How many bytes a report file of a user's own template may have.
  public var renderedBytes = Template.renderedBytes
  /// The language of the reports for people; files for programs are the same in any.
  public var language = MessageLanguage.english
  /// How many threads the stages may use; the results are the same for any number.
  public var workers = Workers.automatic

  /// Every limit by the name that settings call it by.
  public static let limitNames = ReadingLimits.settings.map(\.name) + ["rendered-bytes"]

  /// Sets the limit of a name.
  ///
  /// - Returns: Whether there is one.
  public mutating func setLimit(_ name: String, to number: Int) -> Bool {
    if name == "rendered-bytes" {
      renderedBytes = number
      return true
    }
    guard let setting = ReadingLimits.settings.first(where: { $0.name == name }) else { return false }
    limits[keyPath: setting.limit] = number
    return true
  }

  /// The defaults, for a letter of this title.
  public init(title: String) {
    self.title = title
  }

  /// Exports to records.
  public var read: ReadExports {
    var stage = ReadExports(fields: fields, policy: policy, looksLikeCountry: { LocateMentions.isCountry($0) })
    stage.limits = limits
    return stage
  }

  /// A tally's answers to names.
  public var normalize: NormalizeNames { NormalizeNames(workers: workers) }

  /// Names to locations.
  public var locate: LocateMentions { LocateMentions(blankCountry: policy.blankCountry, workers: workers) }

  /// Locations to mentions with people's decisions.
  public var decide: ApplyDecisions {
    var stage = ApplyDecisions(
      decisions: decisions, understand: { OrganizationName($0) },
      locate: { LocateMentions().location(of: $0, countryAnswer: $1) },
      resolveCountry: { LocateMentions().country($0) })
    stage.findings = decisionFindings
    return stage
  }

  /// Mentions to organizations.
  public var link: LinkOrganizations {
    var stage = LinkOrganizations()
    stage.aliases = aliases
    stage.workers = workers
    return stage
  }

  /// Organizations to their types.
  public var types: ClassifyTypes {
    ClassifyTypes(answers: typeAnswers, lastResort: policy.lastResort, workers: workers)
  }

  /// Organizations with types to what reports state.
  public var count: Summarize {
    Summarize(letter: title, policy: policy, countries: .standard(policy.countryNames, own: countryNames))
  }

  /// Exports to a tally.
  public var tally: some Stage<[TabularDocument], Tally> {
    read.then(TallyMentions())
  }

  /// A tally to mentions that are understood, located and decided.
  public var understand: some Stage<Tally, DecidedTable> {
    normalize.then(locate).then(decide)
  }

  /// A tally to organizations with countries and types.
  public var classify: some Stage<Tally, ClassifiedTable> {
    understand.then(link).then(types)
  }

  /// A tally to what reports state.
  public var summarize: some Stage<Tally, Summary> {
    classify.then(count)
  }

  /// The files of a report: those for people in a language, those for programs always the same.
  public static func reportFiles(of summary: Summary, in language: MessageLanguage = .english) -> [ReportFile] {
    // The pictures are drawn once for all that show them.
    let words = ChartWords(language)
    let charts = Chart.charts(of: summary, words: words)
    let formats: [any ReportFormat] = [
      BuiltInReport(.summary, in: language, charts: charts), BuiltInReport(.page, in: language, charts: charts),
      CSVReport(), ChartReport(words: words, charts: charts),
    ]
    return formats.flatMap { $0.files(for: summary) }
  }
}
