import ArgumentParser
import Tabular
import Undersigned

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "One name: how it was read, located, linked and classified.",
    discussion: """
      Without paths the name is explained alone. With paths it is looked up among the signers: every organization of \
      that name, how it was written, and why; names that hold the same words are shown where none is equal.
      """)

  @Argument(help: "An organization's name as somebody wrote it.")
  var name: String

  @Argument(help: "Exports, tallies, a folder or a pipeline file.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("The country that the signer states.", valueName: "country"))
  var country: String = ""

  @Option(help: ArgumentHelp("Another name: why the two are one organization, or are not.", valueName: "name"))
  var against: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var counting: CountingOptions

  func validate() throws {
    if CompareForm.fold(name).isEmpty { throw ValidationError("An empty name can't be explained.") }
  }

  func run() throws {
    let text = try Failure.exiting { () throws(PipelineError) in
      if let against {
        let letter = paths.isEmpty ? nil : try LetterDiscovery.letters(at: paths, reading.trust).first
        let standard = try (letter ?? Letter(files: ["-"])).standardPipeline(reading, counting)
        return Explanation.comparison(of: name, with: against, country: country, by: standard)
      }
      if paths.isEmpty { return Explanation.alone(name, country: country) }
      return try amongSigners()
    }
    Terminal.print(Terminal.inert(text))
  }

  private func amongSigners() throws(PipelineError) -> String {
    var found: [String] = []
    for letter in try LetterDiscovery.letters(at: paths, reading.trust) {
      let standard = try letter.standardPipeline(reading, counting)
      let inputs = LetterInputs(letter.exports, reading: standard.read)
      try inputs.requireSomething()
      let tally = inputs.partialResults.reduce(try standard.tally.run(inputs.documents)) { $0.merged(with: $1) }
      let classified = try standard.classify.run(tally)
      found += Explanation.organizations(like: name, in: classified, display: inputs.display)
    }
    guard found.isEmpty else { return found.joined(separator: "\n\n") }
    return "No signer is called '\(name)'. Read alone:\n\n" + Explanation.alone(name, country: country)
  }
}
