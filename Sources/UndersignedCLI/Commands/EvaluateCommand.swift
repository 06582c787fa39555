import ArgumentParser
import Tabular
import Undersigned

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Precision, recall, F1 and count error against labelled truth.",
    discussion: """
      A labelled file has row_id, name and entity_id; rows of one entity_id denote one organization. country is what a \
      signer would state. Where it has country_iso2, scope, type and type_alt, these are scored as well. The pipeline \
      sees names and stated countries only. Printed beside it: OpenRefine's fingerprint of the names.
      """)

  @Argument(help: "Labelled CSV files.")
  var files: [String]

  @Flag(help: "Print JSON instead of text.")
  var json = false

  func run() throws {
    let evaluations = try Failure.exiting { () throws(PipelineError) in
      var evaluations: [(String, Evaluation)] = []
      for file in files { evaluations.append((file, try evaluate(file))) }
      return evaluations
    }
    if json {
      Terminal.print(JSONText.array(evaluations.map { EvaluationText.json($0, of: $1) }).description)
    } else {
      Terminal.print(evaluations.map { EvaluationText.table($0, of: $1) }.joined(separator: "\n\n"))
    }
  }

  private func evaluate(_ file: String) throws(PipelineError) -> Evaluation {
    let document: TabularDocument
    let table: EncodedTable
    do {
      document = try TabularDocument.open(path: file)
      table = try document.encode(fields: Array(document.fields.indices))
    } catch {
      throw PipelineError(error)
    }
    let records = (0..<table.recordCount).lazy.map { record in table.columns.map { $0.string(record) } }
    let set: LabelledSet
    do {
      set = try LabelledSet(header: document.fields.map(\.name), records: records, source: file)
    } catch {
      guard case .noSuchHeader(let missing, _) = error.kind else { throw error }
      throw PipelineError(.notLabelled(missing: missing), at: error.position)
    }
    let name = Path.name(file)
    return try Evaluation(set, name: name, classify: StandardPipeline(title: name).classify)
  }
}
