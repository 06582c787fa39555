import ArgumentParser
import Tabular
import Undersigned

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Precision, recall, F1, count error and bounds against labelled truth.",
    discussion: """
      A labelled file has row_id, name and entity_id; rows of one entity_id denote one organization. country is what a \
      signer would state. Where it has country_iso2, scope, type and type_alt, these are scored as well. The pipeline \
      sees names and stated countries only. Intervals are of a bootstrap over organizations. Printed beside it: \
      OpenRefine's fingerprint of the names.
      """)

  /// How figures are written.
  enum Format: String, EnumerableFlag {
    case text
    case json
    case csv

    static func help(for value: Format) -> ArgumentHelp? {
      switch value {
      case .text: "Print tables for people (the default)."
      case .json: "Print JSON."
      case .csv: "Print CSV: file,group,figure,value,low,high."
      }
    }
  }

  @Argument(help: "Labelled CSV files.")
  var files: [String]

  @Flag var format: Format = .text

  func run() throws {
    let judged = try Failure.exiting { () throws(PipelineError) in
      var judged: [(file: LabelledFile, evaluation: Evaluation)] = []
      for path in files {
        let file = try LabelledFile(path: path)
        judged.append((file, try file.evaluation()))
      }
      return judged
    }
    switch format {
    case .text: Terminal.print(EvaluationText.tables(judged.map { ($0.file.name, $0.evaluation) }))
    case .json:
      let sets = judged.map { file, evaluation in
        JSONText.object([("file", .string(file.path))] + Figure.all(of: evaluation).json)
      }
      Terminal.print(JSONText.array(sets).description)
    case .csv: Terminal.write(Figure.csv(judged.map { ($0.file.path, Figure.all(of: $0.evaluation)) }))
    }
  }
}
