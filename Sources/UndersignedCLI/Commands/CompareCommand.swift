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
      gain. With --table, or more than two of them: each organization with the letters that it signed, as CSV. With a \
      ledger as the old one, or --since-announced: how the figures differ from those last announced, and whether what was \
      said still holds.
      """)

  @Argument(help: "The old one, the new one, and perhaps more; a file or a folder each.")
  var paths: [String] = []

  @Flag(help: "Print each organization with the letters that it signed, as CSV.")
  var table = false

  @Flag(help: "Name those who left as well; they may have reasons not to be named.")
  var nameLeft = false

  @Flag(help: "Compare with what was announced last, by the letter's own ledger; name the letter alone.")
  var sinceAnnounced = false

  @OptionGroup var counting: CountingOptions
  @OptionGroup var trust: PathTrust

  @Flag(help: "Print JSON instead of text.")
  var json = false

  func validate() throws {
    if !sinceAnnounced, paths.count < 2 { throw ValidationError("Name two letters to compare.") }
    if sinceAnnounced, table { throw ValidationError("Choose one of --since-announced and --table.") }
    if json, table { throw ValidationError("Choose one of --json and --table.") }
  }

  func run() throws {
    try Failure.exiting { () throws(PipelineError) in
      if sinceAnnounced { return try compareWithLedger(nil, paths) }
      if !table, let ledger = paths.first, Ledger.isLedger(ledger) {
        return try compareWithLedger(ledger, Array(paths.dropFirst()))
      }
      var letters: [Letter] = []
      for path in paths { letters += try LetterDiscovery.letters(at: [path], trust) }
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

  /// Tells of each letter what changed since it was announced last.
  private func compareWithLedger(_ path: String?, _ paths: [String]) throws(PipelineError) {
    var texts: [LedgerText] = []
    for letter in try LetterDiscovery.letters(at: paths, trust) {
      let ledger = try Ledger(path: path ?? letter.ledgerPath, letter: letter.name)
      guard let last = ledger.entries.last else {
        throw PipelineError(
          .badConfiguration("nothing was announced yet", remedy: "record it with 'undersigned announce --record'"),
          at: Position(source: ledger.path))
      }
      let (summary, inputs) = try letter.counted(nil, counting, withOtherReadings: true)
      let hashes = try inputs.files().map { "\($0.name)=\($0.hash.hex)" }
      texts.append(LedgerText(entry: last, letter: letter.name, summary: summary, inputs: hashes))
    }
    Terminal.print(
      json
        ? JSONText.array(texts.map(\.json)).description
        : Terminal.inert(texts.map(\.text).joined(separator: "\n\n")))
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
