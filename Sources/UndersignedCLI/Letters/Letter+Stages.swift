import Tabular
import Undersigned

extension Letter {
  /// The stages of the pipeline file as it lists them; the standard ones where it lists none.
  func composedPipeline(_ standard: StandardPipeline) throws(PipelineError) -> ComposedPipeline {
    let names = ["read", "tally", "normalize", "locate", "decide", "link", "classify", "summarize", "report"]
    let listed = pipeline?.stages ?? []
    let lines =
      listed.isEmpty
      ? names.map { PipelineFile.Step(name: $0, settings: [:], position: Position(source: name)) } : listed
    var steps: [ComposedPipeline.Step] = []
    for line in lines { steps.append(try step(line, of: standard, among: names)) }
    switch ComposedPipeline.compose(steps) {
    case .success(let pipeline): return pipeline
    case .failure(let misplaced):
      let line = lines[misplaced.index]
      let before = lines[misplaced.index - 1]
      throw PipelineError(
        .badConfiguration(
          "'\(line.name)' takes \(steps[misplaced.index].kinds.input.rawValue), and '\(before.name)' before it gives "
            + steps[misplaced.index - 1].kinds.output.rawValue,
          remedy: "the order is \(names.joined(separator: ", "))"),
        at: line.position)
    }
  }

  private func step(
    _ line: PipelineFile.Step, of standard: StandardPipeline, among names: [String]
  ) throws(PipelineError) -> ComposedPipeline.Step {
    let known = line.name == "link" ? ["block", "keys", "merge", "propose"] : []
    for (setting, value) in line.settings.sorted(by: { $0.key < $1.key }) where !known.contains(setting) {
      throw PipelineFile.unknown(
        "setting of '\(line.name)'", .init(text: setting, position: value.position), among: known)
    }
    switch line.name {
    case "read": return .read(standard.read)
    case "tally": return .tally(TallyMentions())
    case "normalize": return .normalize(standard.normalize)
    case "locate": return .locate(standard.locate)
    case "decide": return .decide(standard.decide)
    case "link":
      var stage = standard.link
      if let value = line.settings["block"] { stage.blockLimit = try number(value, above: 1, of: "size of a block") }
      if let value = line.settings["keys"] { stage.keyLimit = try number(value, above: 0, of: "number of keys") }
      if let folder = Terminal.temporaryFolder { stage.temporaryFolder = folder }
      if let value = line.settings["merge"] { stage.mergeThreshold = try share(value) }
      if let value = line.settings["propose"] { stage.proposeThreshold = try share(value) }
      return .link(stage)
    case "classify": return .classify(standard.types)
    case "summarize": return .summarize(standard.count)
    case "report": return .report(standard.language)
    default:
      throw PipelineFile.unknown("stage", .init(text: line.name, position: line.position), among: names)
    }
  }

  private func number(
    _ value: PipelineFile.Setting, above least: Int, of what: String
  ) throws(PipelineError) -> Int {
    guard let number = Int(value.text), number > least else {
      throw PipelineError(
        .badConfiguration("'\(value.text)' is no \(what)", remedy: "write a whole number above \(least)"),
        at: value.position)
    }
    return number
  }

  private func share(_ value: PipelineFile.Setting) throws(PipelineError) -> Double {
    guard let share = Double(value.text), (0...1).contains(share) else {
      throw PipelineError(
        .badConfiguration("'\(value.text)' is no score", remedy: "write a number from 0 through 1"), at: value.position)
    }
    return share
  }
}
