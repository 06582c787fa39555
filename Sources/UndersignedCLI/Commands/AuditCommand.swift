import ArgumentParser
import Tabular
import Undersigned

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "One page that states what a letter's figures rest on, for whoever doubts them.",
    discussion: """
      Writes audit.md and audit.csv beside the report: every input with its bytes and SHA-256, what became of each \
      record, counting rules, figures with bounds, decisions with who, when and why, and the program with the hash of its \
      tables. 'undersigned check --audit audit.csv' later tells whether the same inputs still give it.
      """)

  @Argument(
    help: "Exports, tallies, folders or pipeline files; '-' is standard input. Default: Inputs, or this folder.")
  var paths: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder that gets a folder a letter. Default: as the pipeline file says, else Reports.", valueName: "folder"))
  var output: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var counting: CountingOptions

  @Flag(name: .shortAndLong, help: "Say only what went wrong.")
  var quiet = false

  func run() throws {
    let letters = try Failure.exiting { () throws(PipelineError) in
      try LetterDiscovery.letters(at: paths, reading.trust)
    }
    var problems: [PipelineError] = []
    for letter in letters {
      let run = LetterRun(
        letter, reading: reading, counting: counting, output: output.map { Path.join($0, letter.name) }, quiet: quiet,
        writes: false, audits: true)
      for problem in run.problems { Terminal.message(problem.description) }
      problems += run.problems
      guard let audit = run.audit else { continue }
      try Failure.exiting { () throws(PipelineError) in
        try FolderWriter(folder: run.folder, inputs: run.letter.exports).write(AuditReport(audit).files)
      }
      if !quiet { Terminal.print(Terminal.inert("\(letter.name): \(Path.join(run.folder, "audit.md"))")) }
    }
    try Failure.exit(problems)
  }
}
