import ArgumentParser
import Tabular
import Undersigned

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Everything: exports in, a folder of reports a letter out.",
    discussion: """
      Files given together are one letter; each folder with exports, and each pipeline file, is a letter of its own; a \
      folder of such folders is all of them. Writes summary.md, report.html (a page to search, to \
      forward, and to decide proposals in), CSV files, datapackage.json (what they hold, for programs) and metadata.json \
      (the same for Datasette). In GitHub Actions it also appends a job summary, sets step outputs and annotates findings.
      """)

  @Argument(
    help: "Exports, tallies, folders or pipeline files; '-' is standard input. Default: Inputs, or this folder.")
  var paths: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder that gets a folder a letter. Default: as the pipeline file says, else Reports.", valueName: "folder"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "A mustache template for a report file, or a folder of them, each called as its file with .mustache behind; see 'template'.",
      valueName: "[file=]template"))
  var template: [String] = []

  @Option(
    help: ArgumentHelp(
      "Of summary.md, report.html and charts; CSV files stay as they are. Default: as the pipeline file says, else en.",
      valueName: "language"))
  var language: MessageLanguage?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var counting: CountingOptions
  @OptionGroup var cache: CacheOptions

  @Flag(name: .shortAndLong, help: "Say only what went wrong.")
  var quiet = false

  @Flag(help: "Print JSON instead of text.")
  var json = false

  func run() throws {
    let letters = try Failure.exiting { () throws(PipelineError) in
      try LetterDiscovery.letters(at: paths, reading.trust)
    }
    let templates = try Failure.exiting { () throws(PipelineError) in
      try TemplateFiles.reports(template.map { .init(text: $0, position: Position(source: "--template \($0)")) })
    }
    let cache = cache.open()
    let runs = letters.map {
      LetterRun(
        $0, reading: reading, counting: counting, output: folder(of: $0), templates: templates, language: language,
        quiet: quiet, cache: cache)
    }
    try LetterRun.finish(runs, quiet: quiet, json: json)
  }

  private func folder(of letter: Letter) -> String? {
    output.map { Path.join($0, letter.name) }
  }
}
