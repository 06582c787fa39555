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
      sees names and stated countries only; "type or ngo" takes what nothing tells the type of for an NGO. Intervals \
      are of a bootstrap over organizations; after review, every true \
      proposal is accepted. Printed beside it: OpenRefine's fingerprint of the names.
      """)

  /// Which rows are left out together.
  enum Folds: String, CaseIterable, ExpressibleByArgument {
    case country
    case entities
  }

  @Argument(help: "Labelled CSV files.")
  var files: [String]

  @Flag(help: "List scopes and types one by one, and the worst errors with their evidence.")
  var details = false

  @Option(help: ArgumentHelp("How many errors of each kind to list. Default: 10 with --details.", valueName: "count"))
  var errors: Int?

  @Option(
    help: ArgumentHelp(
      "Names that denote one organization, as evidence; what they bring is told apart.", valueName: "file"))
  var aliases: String?

  @Flag(help: "Instead: link with each dictionary and each rule switched off in turn, and tell what it brings.")
  var ablate = false

  @Option(
    help: ArgumentHelp(
      "Instead: each country of ten rows or more alone and left out, or 20 random halves of the organizations.",
      valueName: "kind"))
  var folds: Folds?

  @Flag var format: EvaluationFormat = .text

  func validate() throws {
    if ablate, folds != nil { throw ValidationError("Choose one of --ablate and --folds.") }
    if let errors, errors < 0 { throw ValidationError("A list of errors can't have \(errors) of them.") }
  }

  func run() throws {
    let output = try Failure.exiting { () throws(PipelineError) in
      var judged: [JudgedFile] = []
      for path in files {
        let file = try LabelledFile(path: path, aliases: aliases)
        judged.append(try judge(file))
      }
      return format.written(judged)
    }
    Terminal.write(output)
  }

  private func judge(_ file: LabelledFile) throws(PipelineError) -> JudgedFile {
    if ablate { return JudgedFile(path: file.path, .ablation(try file.ablation())) }
    switch folds {
    case .country: return JudgedFile(path: file.path, .holdout(try file.countryHoldouts()))
    case .entities: return JudgedFile(path: file.path, .holdout(try file.entityHoldouts()))
    case nil:
      let evaluation = try file.evaluation()
      let limit = errors ?? (details ? 10 : 0)
      let list = limit == 0 && !details ? nil : file.errors(of: evaluation, limit: limit)
      let plain = try file.scoreWithoutAliases()
      return JudgedFile(path: file.path, .evaluation(evaluation, list, withoutAliases: plain))
    }
  }
}
