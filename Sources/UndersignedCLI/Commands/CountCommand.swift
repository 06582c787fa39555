import ArgumentParser
import Tabular
import Undersigned

struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Records by country and type, or by other fields, as typed: a first look at exports of any size.",
    discussion: """
      Nothing is judged, located or linked: answers are counted as they stand, and of another field the different answers, \
      letters in upper and lower case being the same. For counts that hold, use 'report'. Prints CSV.
      """)

  @Argument(help: "Exports; '-' is standard input.")
  var files: [String]

  @Option(
    help: ArgumentHelp("By which fields, with commas between. Default: country,org_type.", valueName: "fields"))
  var by = "country,org_type"

  @Option(
    help: ArgumentHelp("Of which field to count the different answers. Default: organization.", valueName: "field"))
  var distinct: CanonicalField = .organization

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Where the CSV goes. Default: standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let problems = try Failure.exiting { () throws(PipelineError) in try write() }
    for problem in problems { Terminal.message(problem.description) }
    try Failure.exit(problems)
  }

  private func write() throws(PipelineError) -> [PipelineError] {
    let standard = try Letter(files: files).standardPipeline(reading)
    let inputs = LetterInputs(files, reading: standard.read)
    try inputs.requireSomething()
    var count = CountAnswers(by: try fields(), distinct: distinct, read: standard.read)
    for export in inputs.exports { count.readings[export.name] = export.reading }
    let counts = try count.run(inputs.documents)
    var writer = DelimitedWriter(isFormulaSafe: true)
    writer.write(try fields().map(\.rawValue) + ["records", "distinct_\(distinct.rawValue)"])
    for row in counts.rows { writer.write(row.answers + ["\(row.records)", "\(row.distinct)"]) }
    try SingleOutput.write(writer.bytes, to: output, sparing: files)
    return inputs.problems.map(inputs.display)
  }

  private func fields() throws(PipelineError) -> [CanonicalField] {
    var fields: [CanonicalField] = []
    for word in by.split(separator: ",").map(String.init) {
      // What reports call it.
      guard let field = word == "type" ? .organizationType : CanonicalField(rawValue: word) else {
        throw PipelineFile.unknown(
          "field", .init(text: word, position: Position(source: "--by \(by)")),
          among: CanonicalField.allCases.map(\.rawValue))
      }
      fields.append(field)
    }
    return fields
  }
}

extension CanonicalField: ExpressibleByArgument {}
