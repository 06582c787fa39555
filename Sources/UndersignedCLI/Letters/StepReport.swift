import Tabular
import Undersigned

/// What a run tells GitHub Actions of letters: a summary for its page, values for later steps, marks at places in
/// files.
///
/// Each part is there only where Actions asks for it; elsewhere nothing happens.
struct StepReport {
  private let summaryFile = StepFile(.summary)
  private let outputFile = StepFile(.outputs)

  /// Tells of letters that were reported on.
  func tell(_ runs: [LetterRun]) throws(PipelineError) {
    try append(
      runs.compactMap { run in
        run.summary.map { JobSummary($0, letter: run.letter.name, change: run.change, folder: run.folder) }
      })
    try outputFile?.append((values(runs) + StepReport.letters(runs)).map(\.text).joined())
    annotate(runs.flatMap(\.annotations), rest: "findings, all in findings.csv")
  }

  /// Tells of letters that were checked.
  ///
  /// - Parameter results: What was checked of all of them.
  func tell(_ runs: [LetterRun], checked results: [CheckResult]) throws(PipelineError) {
    let bad = results.filter { $0.level == .error } + results.filter { $0.level == .warning }
    try append(
      runs.map { run in
        let own = bad.filter { $0.letter == run.letter.name }.map { result in
          (
            level: "\(result.level.rawValue): \(result.kind.rawValue)",
            file: result.line > 0 ? "\(result.file):\(result.line)" : result.file, message: result.message
          )
        }
        let problems = run.problems.map { (level: "error", file: $0.position.description, message: $0.problem) }
        return JobSummary(run.summary, letter: run.letter.name, results: problems + own)
      })
    let failed = results.count { $0.level == .error } + runs.reduce(0) { $0 + $1.problems.count }
    let outputs = [
      StepOutput("holds", failed == 0), StepOutput("failed", failed),
      StepOutput("warnings", results.count { $0.level == .warning }),
      StepOutput("stale", results.contains { $0.kind == .report && $0.level == .error }),
    ]
    try outputFile?.append((values(runs) + outputs + StepReport.letters(runs)).map(\.text).joined())
    annotate(bad.map(\.annotation), rest: "that fail or are doubtful")
  }

  // MARK: Parts

  /// As many letters as there is room for; how many more there are.
  private func append(_ summaries: [JobSummary]) throws(PipelineError) {
    guard let summaryFile else { return }
    // The last sentence needs room as well.
    var room = JobSummary.limit - summaryFile.byteCount - 200
    var text = ""
    for (index, summary) in summaries.enumerated() {
      let next = summary.text(within: room)
      if next.isEmpty {
        let left = summaries.count - index
        text += "\(left == 1 ? "1 letter more" : "\(left) letters more"), for which GitHub has no room here.\n"
        break
      }
      text += next
      room -= next.utf8.count
    }
    if room > -200 { try summaryFile.append(text) }
  }

  /// The figures of one letter; nothing where there are several, which no names tell apart.
  private func values(_ runs: [LetterRun]) -> [StepOutput] {
    guard runs.count == 1, let run = runs.first, let summary = run.summary else { return [] }
    let (organizations, countries) = (summary.headline.organizations, summary.headline.countries)
    let serious = summary.findingGroups.reduce(0) { $0 + ($1.severity == .note ? 0 : $1.count) }
    var outputs = [
      StepOutput("letter", run.letter.name), StepOutput("folder", run.folder),
      StepOutput("headline", HeadlineText.text(summary.headline)),
      StepOutput("organizations", organizations.reported), StepOutput("at_least", organizations.atLeast),
      StepOutput("at_most", organizations.atMost), StepOutput("countries", countries.reported),
      StepOutput("countries_at_least", countries.atLeast), StepOutput("countries_at_most", countries.atMost),
      StepOutput("people", summary.peopleSigned), StepOutput("records", summary.reconciliation.read),
      StepOutput("proposals", summary.proposals.count + summary.unlistedProposals), StepOutput("findings", serious),
    ]
    if let change = run.change {
      outputs += [StepOutput("joined", change.joined.count), StepOutput("left", change.left)]
    }
    return outputs
  }

  /// All letters as JSON.
  private static func letters(_ runs: [LetterRun]) -> [StepOutput] {
    [StepOutput("letters", JSONText.array(runs.map(\.json)).description)]
  }

  private func annotate(_ commands: [WorkflowCommand], rest: String) {
    guard WorkflowCommand.isWanted else { return }
    for command in WorkflowCommand.worst(commands, rest: rest) { command.issue() }
  }
}
