import ArgumentParser
import Tabular
import Undersigned

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "What the reader sees: encoding, dialect, platform, mapping, a profile; no personal data.")

  @Argument(help: "Exports or tallies; '-' is standard input.")
  var files: [String]

  @OptionGroup var reading: ReadingOptions
  @Flag(help: "Print JSON instead of text.")
  var json = false

  func run() throws {
    let standard = try Failure.exiting { () throws(PipelineError) in
      try Letter(files: files).standardPipeline(reading)
    }
    var inspections: [Inspection] = []
    var problems: [PipelineError] = []
    for file in files {
      do {
        inspections.append(try Inspection(of: file, reading: standard.read))
      } catch {
        problems.append(error)
        Terminal.message(error.description)
      }
    }
    if json {
      Terminal.print(JSONText.array(inspections.map(\.json)).description)
    } else if !inspections.isEmpty {
      Terminal.print(Terminal.inert(inspections.map(\.text).joined(separator: "\n\n")))
    }
    try Failure.exit(problems)
  }
}
