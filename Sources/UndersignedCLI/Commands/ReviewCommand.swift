import ArgumentParser
import Tabular
import Undersigned

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Open proposals, the most effective first; writes what you decide to decisions.csv.",
    discussion: """
      Shows one pair of organizations after the other, with the reasons for and against, and asks whether they are the \
      same. Each answer is saved at once, with who decided, when and why, and the next report counts by it. Nothing is \
      ever decided by itself.
      """)

  @Argument(help: "Exports, tallies, folders or pipeline files. Default: Inputs, or this folder.")
  var paths: [String] = []

  @Flag(help: "Ask nothing: print the proposals as lines for decisions.csv.")
  var lines = false

  @Flag(help: "Ask nothing: print what was linked as edits in JSON, for OpenRefine's Undo / Redo, Apply.")
  var openrefine = false

  @Option(
    help: ArgumentHelp(
      "With --openrefine, the project's column with the organizations. Default: the exports' header.",
      valueName: "name"))
  var column: String?

  @Option(help: ArgumentHelp("Who decides, for the field 'by'; asked for where it is missing.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("The day for the field 'on'. Default: today.", valueName: "yyyy-mm-dd"))
  var on: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var counting: CountingOptions

  func run() throws {
    try Failure.exiting { () throws(PipelineError) in
      let letters = try LetterDiscovery.letters(at: paths, reading.trust)
      if openrefine, letters.count != 1 {
        throw PipelineError(
          .badConfiguration(
            "OpenRefine's edits are of one letter, and there are \(letters.count)", remedy: "name the letter"),
          at: Position(source: paths.first ?? "Inputs"))
      }
      for letter in letters {
        if openrefine {
          try printEdits(letter)
        } else if lines {
          Terminal.write(ProposalLines.csv(try letter.summary(reading, counting).proposals))
        } else {
          try review(letter)
        }
      }
    }
  }

  func validate() throws {
    if lines, openrefine { throw ValidationError("Choose one of --lines and --openrefine.") }
    if column != nil, !openrefine { throw ValidationError("--column goes with --openrefine.") }
  }

  private func printEdits(_ letter: Letter) throws(PipelineError) {
    let edits = OpenRefineEdits(try letter.linked(reading, counting))
    let columns: [String]
    if let column {
      columns = [column]
    } else {
      columns = try letter.organizationHeaders(letter.standardPipeline(reading, counting).read)
    }
    if columns.isEmpty {
      throw PipelineError(
        .badConfiguration("no header of an export holds the organizations", remedy: "name the column with --column"),
        at: Position(source: letter.name))
    }
    Terminal.write(Array(edits.json(columns: columns).utf8))
    guard edits.ambiguous > 0 else { return }
    let names = edits.ambiguous == 1 ? "1 way of writing is" : "\(edits.ambiguous) ways of writing are"
    Terminal.message("\(letter.name): \(names) left as they are: several organizations are called so")
  }

  private func review(_ letter: Letter) throws(PipelineError) {
    let before = try letter.summary(reading, counting)
    Terminal.print(Terminal.inert("\(letter.name): \(HeadlineText.text(before.headline))"))
    guard !before.proposals.isEmpty else {
      Terminal.print("No proposal is open.")
      return
    }
    let files = letter.decisionFiles(counting)
    let path = letter.decisionsTable(among: files)
    let session = ReviewSession(
      proposals: before.proposals, variants: before.variants, file: path,
      resolveCountry: try letter.standardPipeline(reading, counting).decide.resolveCountry)
    let decided = try session.run(by: by, on: on ?? Clock.today.description)
    guard decided > 0 else { return }
    var after = letter
    after.decisions = files.contains(path) ? files : files + [path]
    Terminal.print(Terminal.inert("\(decided == 1 ? "1 decision" : "\(decided) decisions") saved in \(path)"))
    var now = counting
    now.decisions = []
    Terminal.print(Terminal.inert("\(letter.name): \(HeadlineText.text(try after.summary(reading, now).headline))"))
  }
}
