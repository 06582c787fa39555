import ArgumentParser
import Tabular
import Undersigned

struct TallyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: "The mergeable partial result of exports; 'report' reads tallies as well as exports.",
    discussion: """
      A tally holds the distinct answers with their counts, and nobody's own data. People who sign twice are told apart \
      within one run only: tally the exports of one form together.
      """)

  @Argument(help: "Exports and tallies; '-' is standard input.")
  var files: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("Where the tally goes; '-' is standard output.", valueName: "file"))
  var output: String

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var cache: CacheOptions

  func run() throws {
    let problems = try Failure.exiting { () throws(PipelineError) in try write() }
    for problem in problems { Terminal.message(problem.description) }
    try Failure.exit(problems)
  }

  private func write() throws(PipelineError) -> [PipelineError] {
    let standard = try Letter(files: files).standardPipeline(reading)
    let inputs = LetterInputs(files, reading: standard.read, cache: cache.open(), hashing: true)
    try inputs.requireSomething()
    let own = try inputs.tally(standard)
    let tally = inputs.partialResults.reduce(own) { $0.merged(with: $1) }
    for finding in tally.sourceFindings { Terminal.message(inputs.display(finding).description) }
    try SingleOutput.write(TallyFile.encode(tally), to: output, sparing: files)
    return inputs.problems.map(inputs.display)
  }
}
