import Tabular
import Undersigned

extension Letter {
  /// Every file that the letter's figures rest on, with its hash.
  ///
  /// - Parameter counting: Options that name other files than the letter's own.
  func files(_ inputs: LetterInputs, _ counting: CountingOptions?) throws(PipelineError) -> [InputFile] {
    let others: [(InputFile.Role, String?)] =
      decisionFiles(counting).map { (.decisions, $0) } + [
        (.aliases, counting?.aliases ?? aliases),
        (.countryNames, countryNames(counting)), (.pipeline, pipeline?.name),
      ]
    var files = try inputs.files()
    for (role, path) in others {
      guard let path else { continue }
      files.append(InputFile(role, name: Path.name(path), try ContentHash(of: path)))
    }
    return files
  }

  /// The path of the letter's own table of countries' names.
  private func countryNames(_ counting: CountingOptions?) -> String? {
    if let option = counting?.countryNames { return option.hasSuffix(".csv") ? option : nil }
    guard let setting = pipeline?.policy["country-names"], setting.text.hasSuffix(".csv") else { return nil }
    return Path.join(Path.folder(of: setting.position.source), setting.text)
  }

  /// The gates that the pipeline file sets, with the place of each, in the order of the file.
  func gates() throws(PipelineError) -> [(gate: Gate, position: Position)] {
    guard let pipeline else { return [] }
    var gates: [(gate: Gate, position: Position)] = []
    for (name, value) in pipeline.gates {
      guard let measure = Gate.Measure(rawValue: name) else {
        throw PipelineFile.unknown(
          "gate", .init(text: name, position: value.position), among: Gate.Measure.allCases.map(\.rawValue))
      }
      guard let limit = Portion(value.text), let gate = Gate(measure, limit) else {
        let share = measure.canBeShare ? "a share such as 2%, or a number" : "a number"
        throw PipelineError(
          .badConfiguration("'\(value.text)' is no limit of '\(name)'", remedy: "write \(share)"), at: value.position)
      }
      gates.append((gate, value.position))
    }
    return gates.sorted { ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column) }
  }
}
