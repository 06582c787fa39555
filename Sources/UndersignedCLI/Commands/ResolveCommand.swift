import ArgumentParser
import Tabular
import Undersigned

struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Every record back with its organization, country, scope, type and evidence, as CSV.",
    discussion: """
      Keeps the fields and the order of the input, but not what may be personal: where some field tells of persons, only \
      fields that counting reads are kept, moments as days where these are certain, e-mail addresses and telephone numbers masked. Several files \
      are linked together, and need the same fields.
      """)

  @Argument(help: "Exports; '-' is standard input.")
  var files: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("Where the CSV goes. Default: standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Keep all fields as they are.")
  var keepPersonal = false

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var counting: CountingOptions

  func run() throws {
    let problems = try Failure.exiting { () throws(PipelineError) in try write() }
    for problem in problems { Terminal.message(problem.description) }
    try Failure.exit(problems)
  }

  private func write() throws(PipelineError) -> [PipelineError] {
    let standard = try Letter(files: files).standardPipeline(reading, counting)
    let inputs = LetterInputs(files, reading: standard.read)
    try inputs.requireSomething()
    let signatures = try standard.read.run(inputs.documents)
    let classified = try standard.classify.run(TallyMentions().run(signatures))
    let resolution = RecordResolution(signatures: signatures, classified: classified)
    var writer = DelimitedWriter(isFormulaSafe: true)
    var header: [String]?
    for (index, document) in inputs.documents.enumerated() {
      let records = try ResolvedRecords(
        of: document, reading: standard.read.reading(of: document), signatures: signatures, source: index,
        classified: classified, resolution: resolution, keepsPersonal: keepPersonal)
      if header == nil {
        writer.write(records.header)
        if !records.leftOut.isEmpty {
          Terminal.message("left out: \(records.leftOut.joined(separator: ", ")); --keep-personal keeps all fields")
        }
      }
      guard header == nil || header == records.header else {
        throw PipelineError(
          .badConfiguration("its fields are not those of the first file", remedy: "resolve the files one at a time"),
          at: inputs.display(Position(source: document.name)))
      }
      header = records.header
      for row in records.rows { writer.write(row) }
    }
    try SingleOutput.write(writer.bytes, to: output, sparing: files)
    return inputs.problems.map(inputs.display)
  }
}
