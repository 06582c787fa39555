import ArgumentParser
import Tabular
import Undersigned

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "What changed between two editions or letters; who signed several.",
    discussion: """
      Two exports, folders, pipeline files, tallies or a report's organizations.csv: who joined, how many left, who goes \
      by another name now, which countries are new. All are linked together, so that a rename is neither a loss nor a \
      gain. With --table, or more than two of them: each organization with the letters that it signed, as CSV.
      """)

  @Argument(help: "The old one, the new one, and perhaps more; a file or a folder each.")
  var paths: [String]

  @Flag(help: "Print each organization with the letters that it signed, as CSV.")
  var table = false

  @Flag(help: "Name those who left as well; they may have reasons not to be named.")
  var nameLeft = false

  @OptionGroup var counting: CountingOptions

  @Flag(help: "Print JSON instead of text.")
  var json = false

  func validate() throws {
    if paths.count < 2 { throw ValidationError("Name two letters to compare.") }
    if json, table { throw ValidationError("Choose one of --json and --table.") }
  }

  func run() throws {
    try Failure.exiting { () throws(PipelineError) in
      var letters: [Letter] = []
      for path in paths { letters += try LetterDiscovery.letters(at: [path]) }
      var counted: [SharedSigners.Letter] = []
      var withdrawn: [Decision] = []
      for letter in letters {
        let standard = try letter.standardPipeline(nil, counting)
        counted.append(try count(letter, by: standard))
        withdrawn += standard.decisions.filter { $0.action == .withdrawn }
      }
      let joint = try jointPipeline(letters[letters.count - 1])
      let shared = try SharedSigners(counted, classify: joint.classify, count: joint.count, withdrawn: withdrawn)
      if table || letters.count > 2 {
        Terminal.write(SharedSignersText.csv(shared, letters: letters.map(\.name)))
      } else {
        let text = DeltaText(
          delta: LetterDelta(shared), old: counted[0].summary, new: counted[1].summary, namesLeft: nameLeft)
        Terminal.print(json ? text.json.description : Terminal.inert(text.text))
      }
    }
  }

  private func count(
    _ letter: Letter, by standard: StandardPipeline
  ) throws(PipelineError) -> SharedSigners.Letter {
    let inputs = LetterInputs(letter.exports, reading: standard.read)
    try inputs.requireSomething()
    if let problem = inputs.problems.first { throw inputs.display(problem) }
    do {
      let tally = inputs.partialResults.reduce(try standard.tally.run(inputs.documents)) { $0.merged(with: $1) }
      let classified = try standard.classify.run(tally)
      return SharedSigners.Letter(tally: tally, classified: classified, summary: try standard.count.run(classified))
    } catch {
      throw inputs.display(error)
    }
  }

  /// The newest letter's rules and decisions, but for those that take somebody out: these hold for one letter only.
  private func jointPipeline(_ letter: Letter) throws(PipelineError) -> StandardPipeline {
    var standard = try letter.standardPipeline(nil, counting)
    standard.decisions.removeAll { $0.action == .withdrawn || $0.action == .notAnOrganization }
    return standard
  }
}
