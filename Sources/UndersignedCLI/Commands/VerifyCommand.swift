import ArgumentParser
import Tabular
import Undersigned

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Each numeric or named claim of a text about signatories: does it hold?",
    discussion: """
      Reads Markdown, HTML or plain text, finds what it says of who signed ("over 250 organizations from 41 countries, \
      including 58 trade unions"), and tells of each whether it is true, false, true only if something that it names, or \
      can't be told, with what can safely be said instead. Numbers that claim nothing about signatories are left alone. \
      Ends with status 1 when a claim is false.
      """)

  @Argument(help: "The text; '-' is standard input.")
  var text: String

  @Argument(help: "Exports, tallies, a folder or a pipeline file of one letter. Default: Inputs, or this folder.")
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("The language of the text. Default: told by its words, by paragraph.", valueName: "language"))
  var language: MessageLanguage?

  @Option(
    help: ArgumentHelp("The signer that speaks: where the text counts others, it is left out.", valueName: "name"))
  var speakingAs: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var counting: CountingOptions

  @Flag(help: "Print JSON instead of text.")
  var json = false

  func run() throws {
    let verification = try Failure.exiting { () throws(PipelineError) in
      let words = try source()
      let summary = try letter().summary(reading, counting, withOtherReadings: true)
      let speaker = try speakingAs.map { (name) throws(PipelineError) in
        try SignerLookup(summary).signer(called: name)
      }
      let claims = VerifyText(language: language).claims(in: words, against: summary, speaker: speaker)
      return Verification(text: text == "-" ? "stdin" : text, claims: claims)
    }
    if json {
      Terminal.print(verification.json.description)
    } else {
      Terminal.print(Terminal.inert(verification.text))
    }
    if WorkflowCommand.isWanted { for annotation in verification.annotations { annotation.issue() } }
    if verification.claims.contains(where: { $0.verdict == .isFalse }) { throw ExitCode(1) }
  }

  private func source() throws(PipelineError) -> String {
    do {
      return String(decoding: try ByteSource.read(path: text), as: UTF8.self)
    } catch {
      throw PipelineError(error)
    }
  }

  /// The one letter that the text is about.
  private func letter() throws(PipelineError) -> Letter {
    let letters = try LetterDiscovery.letters(at: paths, reading.trust)
    guard letters.count == 1, let letter = letters.first else {
      throw PipelineError(
        .badConfiguration(
          "a text is checked against one letter, and there are \(letters.count)",
          remedy: "name one of: " + letters.prefix(6).map(\.name).joined(separator: ", ")),
        at: Position(source: paths.first ?? "Inputs"))
    }
    return letter
  }
}
