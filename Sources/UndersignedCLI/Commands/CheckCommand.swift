import ArgumentParser
import Tabular
import Undersigned

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "For CI: are the committed reports current, do the gates hold, do texts say older figures?",
    discussion: """
      Makes each letter's report in memory and compares it with the committed one, byte by byte. Judges the letter's gates \
      ('gates:' in its pipeline file). With --texts it warns where a text still says a figure of the letter's ledger that \
      has been announced otherwise since. With --audit it tells whether the inputs still give an audit.csv, and what \
      changed. Ends with status 1 when a report is stale, a gate fails or an audit doesn't hold. In GitHub Actions it also \
      appends a job summary, sets step outputs and annotates what fails.
      """)

  @Argument(help: "Exports, tallies, folders or pipeline files. Default: Inputs, or this folder.")
  var paths: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder that holds a folder a letter. Default: as the pipeline file says, else Reports.",
      valueName: "folder"))
  var output: String?

  @Flag(inversion: .prefixedNo, help: "Compare the committed reports.")
  var reports = true

  @Option(
    help: ArgumentHelp(
      "A text, or a folder with Markdown, HTML and plain text, in which older figures are looked for; may be given again.",
      valueName: "path"))
  var texts: [String] = []

  @Option(help: ArgumentHelp("An audit.csv of one letter to be made again.", valueName: "file"))
  var audit: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var counting: CountingOptions
  @OptionGroup var cache: CacheOptions

  @Flag(name: .shortAndLong, help: "Say only what fails.")
  var quiet = false

  @Flag(help: "Print JSON instead of text.")
  var json = false

  func run() throws {
    var runs: [LetterRun] = []
    let results = try Failure.exiting { () throws(PipelineError) in
      let letters = try LetterDiscovery.letters(at: paths, reading.trust)
      if let audit, letters.count != 1 {
        throw PipelineError(
          .badConfiguration("an audit is of one letter, and there are \(letters.count)", remedy: "name the letter"),
          at: Position(source: audit))
      }
      let cache = cache.open()
      var results: [CheckResult] = []
      for letter in letters {
        let run = LetterRun(
          letter, reading: reading, counting: counting, output: output.map { Path.join($0, letter.name) },
          quiet: quiet, writes: false, cache: cache, audits: audit != nil)
        runs.append(run)
        results += try LetterCheck(run).results(reports: reports, texts: texts, audit: audit)
      }
      return results
    }
    let problems = runs.flatMap(\.problems)
    for problem in problems { Terminal.message(problem.description) }
    let shown = quiet ? results.filter { $0.level != .ok } : results
    if json {
      Terminal.print(JSONText.array(shown.map(\.json)).description)
    } else if !shown.isEmpty {
      Terminal.print(Terminal.inert(shown.map(\.text).joined(separator: "\n")))
    }
    try Failure.exiting { () throws(PipelineError) in try StepReport().tell(runs, checked: results) }
    try Failure.exit(problems)
    if results.contains(where: { $0.level == .error }) { throw ExitCode(1) }
  }
}
