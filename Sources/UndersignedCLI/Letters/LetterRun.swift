import Tabular
import Undersigned

/// One letter, read, counted and written: what came of it.
struct LetterRun {
  /// The letter.
  let letter: Letter
  /// What its reports say; nothing when it could not be counted, or its pipeline makes no report.
  private(set) var summary: Summary?
  /// Where its reports are.
  private(set) var folder: String
  /// The files of its report; where they were written, without those that describe the others.
  private(set) var files: [ReportFile] = []
  /// What its figures rest on, if that was asked for.
  private(set) var audit: AuditPack?
  /// What is different from the report that was there before; nothing where none was, or nobody asks.
  private(set) var change: EarlierReport.Change?
  /// What went wrong, with the paths that the user gave.
  private(set) var problems: [PipelineError] = []
  private var findings: [Finding] = []
  private let templates: [TemplateReport]
  private let language: MessageLanguage?

  /// Reads, counts and writes a letter; what goes wrong is in `problems`.
  ///
  /// - Parameters:
  ///   - output: The folder for its reports; nothing for the pipeline file's own, else `Reports/<name>`.
  ///   - templates: Report files that replace the program's own, or come beside them.
  ///   - language: The language of its reports; nothing for the pipeline file's own, else English.
  ///   - quiet: Whether nobody wants to see how far it is.
  ///   - writes: Whether its files are written; else they are only made.
  ///   - cache: What earlier runs have read.
  ///   - audits: Whether what its figures rest on is wanted.
  init(
    _ letter: Letter, reading: ReadingOptions? = nil, counting: CountingOptions? = nil, output: String? = nil,
    templates: [TemplateReport] = [], language: MessageLanguage? = nil, quiet: Bool = false, writes: Bool = true,
    cache: TallyCache? = nil, audits: Bool = false
  ) {
    self.letter = letter
    self.templates = templates
    self.language = language
    folder = Path.tidy(output ?? letter.output ?? Path.join("Reports", letter.name))
    do {
      try run(reading, counting, cache, quiet ? nil : ProgressLine.reporter, writes: writes, audits: audits)
    } catch {
      problems.append(error)
    }
  }

  private mutating func run(
    _ reading: ReadingOptions?, _ counting: CountingOptions?, _ cache: TallyCache?,
    _ report: ReadingProgress.Reporter?,
    writes: Bool, audits: Bool
  ) throws(PipelineError) {
    var standard = try letter.standardPipeline(reading, counting)
    if let language { standard.language = language }
    let pipeline = try letter.composedPipeline(standard)
    let named = Set(templates.map(\.name))
    var all = try templates + TemplateFiles.reports(letter.templates).filter { !named.contains($0.name) }
    for index in all.indices {
      all[index].language = standard.language
      all[index].limit = standard.renderedBytes
    }
    let inputs = LetterInputs(
      letter.exports, reading: standard.read, cache: cache, hashing: true, report: report)
    try inputs.requireSomething()
    problems = inputs.problems.map(inputs.display)
    do {
      let table = try inputs.run(pipeline) { summary throws(PipelineError) in
        var summary = try inputs.completed(summary, by: pipeline)
        summary.announcements = try announcements()
        return summary
      }
      try make(table, inputs, all)
      var describe: ([String: ContentHash]) -> [ReportFile] = { _ in [] }
      if let summary {
        let sources = try letter.files(inputs, counting)
        let package = DataPackage(letter: letter.name, sources: sources, created: Clock.sourceTime)
        describe = { hashes in
          [package.file(for: summary, describing: hashes), DatasetteMetadata(of: package).file(for: summary)]
        }
        if audits {
          audit = AuditPack(summary, files: sources, decisions: standard.decisions, link: pipeline.link)
        }
      }
      if StepFile(.summary) != nil || StepFile(.outputs) != nil {
        change = summary.flatMap { earlierReport?.change(to: $0) }
      }
      if writes {
        let writer = FolderWriter(folder: folder, inputs: letter.exports)
        try writer.write(files, replacing: summary == nil ? [] : Chart.paths, describing: describe)
      } else {
        files += describe(Dictionary(files.map { ($0.path, $0.hash) }, uniquingKeysWith: { first, _ in first }))
      }
    } catch {
      throw inputs.display(error)
    }
  }

  /// The report that is in the folder.
  private var earlierReport: EarlierReport? {
    guard let types = try? ByteSource.read(path: Path.join(folder, ReportTable.types.path)),
      let organizations = try? ByteSource.read(path: Path.join(folder, ReportTable.organizations.path))
    else { return nil }
    return EarlierReport(types: types, organizations: organizations)
  }

  /// What the letter's ledger holds: a figure for each day and number, in however many languages it was said.
  private func announcements() throws(PipelineError) -> [AnnouncedFigure] {
    var figures: [AnnouncedFigure] = []
    for entry in try Ledger(path: letter.ledgerPath, letter: letter.name).entries {
      let figure = AnnouncedFigure(day: entry.on, organizations: entry.organizations.reported)
      if !figures.contains(figure) { figures.append(figure) }
    }
    return figures
  }

  private mutating func make(
    _ table: PipelineTable, _ inputs: LetterInputs, _ templates: [TemplateReport]
  ) throws(PipelineError) {
    switch table {
    case .report(let summary, let files):
      let own = try templates.map { template throws(PipelineError) in try template.file(for: summary) }
      self.files = files.filter { file in !own.contains { $0.path == file.path } } + own
      self.summary = summary
      findings = summary.located.map(inputs.display)
    case .tally(let tally):
      files = [ReportFile(path: "\(letter.name).tally", bytes: TallyFile.encode(tally))]
    default:
      throw PipelineError(
        .badConfiguration(
          "the last stage gives \(table.kind.rawValue), which is no file",
          remedy: "end with 'report' or 'tally', or use 'undersigned resolve'"),
        at: Position(source: letter.pipeline?.name ?? letter.name))
    }
  }

  /// The result in one line: the headline, and where the report is; nothing without a report.
  var headline: String? {
    guard let summary else { return nil }
    let report = Path.join(folder, "summary.md")
    let organizations = summary.headline.organizations
    if organizations.reported == 0, summary.peopleSigned > 0 {
      return "\(letter.name): \(summary.peopleSigned) people, no organization -> \(report)"
    }
    return "\(letter.name): \(HeadlineText.text(summary.headline)) -> \(report)"
  }

  /// The same for scripts.
  var json: JSONText {
    func bounds(_ bounds: Bounds) -> JSONText {
      .object([
        ("reported", .integer(bounds.reported)), ("at_least", .integer(bounds.atLeast)),
        ("at_most", .integer(bounds.atMost)),
      ])
    }
    return .object([
      ("letter", .string(letter.name)), ("folder", summary == nil ? .null : .string(folder)),
      ("organizations", summary.map { bounds($0.headline.organizations) } ?? .null),
      ("countries", summary.map { bounds($0.headline.countries) } ?? .null),
      ("records_read", summary.map { .integer($0.reconciliation.read) } ?? .null),
      ("problems", .array(problems.map { .string($0.description) })),
    ])
  }

  /// What went wrong and what somebody should look at, as marks at their places.
  var annotations: [WorkflowCommand] {
    let problems = problems.map { problem in
      WorkflowCommand(
        level: .error, file: problem.position.source, line: max(problem.position.line, 1), title: letter.name,
        message: "\(problem.problem); \(problem.remedy)")
    }
    return problems
      + serious.map { finding in
        WorkflowCommand(
          level: finding.severity == .error ? .error : .warning, file: finding.position.source,
          line: max(finding.position.line, 1), title: "\(letter.name): \(finding.slug)",
          message: finding.remedy.isEmpty ? finding.message : "\(finding.message); \(finding.remedy)")
      }
  }

  /// Prints what came of letters, and ends with the status of the gravest problem.
  static func finish(_ runs: [LetterRun], quiet: Bool, json: Bool) throws {
    for run in runs { run.tell(quiet: quiet) }
    if json {
      Terminal.print(JSONText.array(runs.map(\.json)).description)
    } else if !quiet {
      for run in runs { run.headline.map { Terminal.print(Terminal.inert($0)) } }
    }
    try Failure.exiting { () throws(PipelineError) in try StepReport().tell(runs) }
    try Failure.exit(runs.flatMap(\.problems))
  }

  /// Findings that somebody should look at; an input that could not be read is a problem already.
  private var serious: [Finding] {
    findings.filter { $0.severity != .note && $0.slug != LetterInputs.unreadableSlug }
  }

  /// Tells problems, and unless `quiet` the findings that somebody should look at.
  func tell(quiet: Bool) {
    for problem in problems { Terminal.message(problem.description) }
    if quiet { return }
    let shown = 10
    for finding in serious.prefix(shown) { Terminal.message(finding.description) }
    if serious.count > shown {
      Terminal.message("\(letter.name): \(serious.count - shown) more findings, all in \(folder)/findings.csv")
    }
  }
}
