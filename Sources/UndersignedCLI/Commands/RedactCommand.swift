import ArgumentParser
import Tabular
import Undersigned

struct RedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Copies of exports without anybody's personal data, of which the same is counted.",
    discussion: """
      Fields that counting reads stay; names, e-mail addresses and numbers of persons become others, the same for the same \
      person; all other fields are emptied, moments cut to days. The copy has the name of the export and its lines, and is \
      only written when exactly the same is counted of it. Nobody can tell a person's name in a text from another's: look \
      through the organizations of the copy before you publish it.
      """)

  @Argument(help: "Exports, not standard input.")
  var files: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder that gets the copies.", valueName: "folder"))
  var output: String

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    try Failure.exiting { () throws(PipelineError) in
      let standard = try Letter(files: files).standardPipeline(reading)
      var copies: [ReportFile] = []
      for file in files {
        let name = Path.name(file)
        guard file != "-", !copies.contains(where: { $0.path == RedactCommand.copyName(name) }) else {
          throw PipelineError(
            .badConfiguration("the copy would have no name of its own", remedy: "name files with different names"),
            at: Position(source: file))
        }
        let (copy, emptied) = try redacted(file, by: standard.read)
        copies.append(ReportFile(path: RedactCommand.copyName(name), bytes: copy))
        if !emptied.isEmpty { Terminal.message("\(file): emptied \(emptied.joined(separator: ", "))") }
      }
      try FolderWriter(folder: output, inputs: files).write(copies)
    }
  }

  /// The copy is not packed.
  private static func copyName(_ name: String) -> String {
    Path.ending(name) == "gz" ? String(name.dropLast(3)) : name
  }

  private func redacted(
    _ file: String, by read: ReadExports
  ) throws(PipelineError) -> (copy: [UInt8], emptied: [String]) {
    let original: TabularDocument
    let copy: TabularDocument
    let export: RedactedExport
    do {
      original = try TabularDocument.open(path: file, limits: read.limits)
      export = try RedactedExport(of: original, reading: read.reading(of: original))
      copy = try TabularDocument(name: original.name, bytes: export.bytes, limits: read.limits)
    } catch let error as PipelineError {
      throw error
    } catch let error as TabularError {
      throw PipelineError(error)
    } catch {
      preconditionFailure("reading throws TabularError or PipelineError only")
    }
    var (before, after) = (try tally(original, read), try tally(copy, read))
    // What was wrong with an answer goes with it.
    (before.findings, after.findings) = ([], [])
    guard before == after else {
      throw PipelineError(
        .badConfiguration(
          "something else would be counted of its copy", remedy: "say with --field which header holds what"),
        at: Position(source: file))
    }
    return (export.bytes, export.emptied)
  }

  private func tally(_ document: TabularDocument, _ read: ReadExports) throws(PipelineError) -> Tally {
    try TallyMentions().run(read.run([document]))
  }
}
