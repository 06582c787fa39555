import ArgumentParser
import Tabular
import Undersigned

struct TallyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: "The mergeable partial result of exports; 'report' reads tallies as well as exports.",
    discussion: """
      A tally holds the distinct answers with their counts, and nobody's own data. People who sign twice are told apart \
      within one run only: tally the exports of one form together. However many tallies there are, few are in memory at \
      a time; a standard input without a byte gives the empty tally, as the parts of an engine may be empty.
      """)

  @Argument(help: "Exports and tallies; '-' is standard input.")
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file that lists more of them, a path a line or with zero bytes between; '-' is standard input.",
      valueName: "file"))
  var filesFrom: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Where the tally goes; '-' is standard output.", valueName: "file"))
  var output: String

  @Flag(help: "Write the tally as one line of JSON, for engines that pipe lines; such lines are read as tallies are.")
  var ndjson = false

  @Flag(help: "Call exports by their paths as given, not by as little of them as tells them apart.")
  var fullPaths = false

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var cache: CacheOptions

  func validate() throws {
    if files.isEmpty, filesFrom == nil { throw ValidationError("Name exports or tallies, or --files-from.") }
    if files.contains("-"), filesFrom == "-" {
      throw ValidationError("Standard input can't be an export and a list of exports.")
    }
  }

  func run() throws {
    let problems = try Failure.exiting { () throws(PipelineError) in try write() }
    for problem in problems { Terminal.message(problem.description) }
    try Failure.exit(problems)
  }

  private func write() throws(PipelineError) -> [PipelineError] {
    var files = files
    if let filesFrom { files += try PathList(path: filesFrom).paths }
    let standard = try Letter(files: files).standardPipeline(reading)
    let inputs = LetterInputs(
      files, reading: standard.read, for: .tally(fullPaths: fullPaths), cache: cache.open())
    try inputs.requireSomething()
    let own = try inputs.tally(standard)
    let tally = inputs.partialResults.reduce(own) { $0.merged(with: $1) }
    for finding in tally.sourceFindings { Terminal.message(inputs.display(finding).description) }
    try SingleOutput.write(
      ndjson ? TallyFile.encodeLine(tally) : TallyFile.encode(tally), to: output, sparing: files)
    return inputs.problems.map(inputs.display)
  }
}
