import ArgumentParser
import Tabular
import Undersigned

@main
struct Program: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undersigned",
    abstract: "Truthful counts of the organizations that signed an open letter.",
    discussion: """
      Reads the exports of a sign-on form (CSV, TSV, JSON, NDJSON, plain or gzip), finds out which organizations signed, \
      from which countries and of which types, and writes reports. No personal data is in any output.
      """,
    version: ProgramState.version,
    subcommands: [
      ReportCommand.self, InspectCommand.self, ResolveCommand.self, ExplainCommand.self, ReviewCommand.self,
      AnnounceCommand.self, VerifyCommand.self, CompareCommand.self, CheckCommand.self, AuditCommand.self,
      EvaluateCommand.self, TallyCommand.self, CountCommand.self, RedactCommand.self, RunCommand.self,
      TemplateCommand.self,
    ])

  static func main() {
    LargeMemory.keepHeap()
    let arguments = CommandLine.arguments.dropFirst()
    // A command that is right takes half as long to parse by itself. What isn't right, and help, is for the whole program.
    guard let word = arguments.first,
      let type = configuration.subcommands.first(where: { $0.configuration.commandName == word }),
      var command = try? type.parseAsRoot(Array(arguments.dropFirst())), Swift.type(of: command) == type
    else { return main(nil) }
    do { try command.run() } catch { exit(withError: error) }
  }
}
