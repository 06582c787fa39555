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

  @Option(help: ArgumentHelp("Who decides, for the field 'by'; asked for where it is missing.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("The day for the field 'on'. Default: today.", valueName: "yyyy-mm-dd"))
  var on: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var counting: CountingOptions

  func run() throws {
    try Failure.exiting { () throws(PipelineError) in
      for letter in try LetterDiscovery.letters(at: paths) {
        if lines {
          Terminal.write(ProposalLines.csv(try letter.summary(reading, counting).proposals))
        } else {
          try review(letter)
        }
      }
    }
  }

  private func review(_ letter: Letter) throws(PipelineError) {
    let before = try letter.summary(reading, counting)
    Terminal.print(Terminal.inert("\(letter.name): \(HeadlineText.text(before.headline))"))
    guard !before.proposals.isEmpty else {
      Terminal.print("No proposal is open.")
      return
    }
    let path = counting.decisions ?? letter.decisions ?? letter.decisionsPath
    let session = ReviewSession(
      proposals: before.proposals, variants: before.variants, file: path,
      resolveCountry: try letter.standardPipeline(reading, counting).decide.resolveCountry)
    let decided = try session.run(by: by, on: on ?? Clock.today.description)
    guard decided > 0 else { return }
    var after = letter
    after.decisions = path
    Terminal.print(Terminal.inert("\(decided == 1 ? "1 decision" : "\(decided) decisions") saved in \(path)"))
    Terminal.print(
      Terminal.inert("\(letter.name): \(HeadlineText.text(try after.summary(reading, counting).headline))"))
  }
}
