import Tabular
import Undersigned

extension Letter {
  /// What the letter's report says, without writing it.
  ///
  /// - Parameter withOtherReadings: Whether its table of policies tells of those as well for which exports are read
  ///   again.
  /// - Throws: When any input can't be read: what is said in public must not rest on a part of the signatures.
  func summary(
    _ reading: ReadingOptions?, _ counting: CountingOptions?, withOtherReadings: Bool = false
  ) throws(PipelineError) -> Summary {
    try counted(reading, counting, withOtherReadings: withOtherReadings).summary
  }

  /// The same, with the inputs that it rests on.
  func counted(
    _ reading: ReadingOptions?, _ counting: CountingOptions?, withOtherReadings: Bool = false
  ) throws(PipelineError) -> (summary: Summary, inputs: LetterInputs) {
    let standard = try standardPipeline(reading, counting)
    let pipeline = try composedPipeline(standard)
    let inputs = LetterInputs(exports, reading: standard.read)
    try inputs.requireSomething()
    if let problem = inputs.problems.first { throw inputs.display(problem) }
    do {
      let table = try inputs.run(pipeline.summarizing)
      if case .summary(let summary) = table {
        let completed =
          try withOtherReadings ? inputs.completed(summary, by: pipeline) : summary
        return (completed, inputs)
      }
    } catch {
      throw inputs.display(error)
    }
    throw PipelineError(
      .badConfiguration("the pipeline makes no report", remedy: "end its stages with 'report'"),
      at: Position(source: self.pipeline?.name ?? name))
  }

  /// The organizations of the letter, before they are classified and counted.
  func linked(_ reading: ReadingOptions?, _ counting: CountingOptions?) throws(PipelineError) -> OrganizationTable {
    let standard = try standardPipeline(reading, counting)
    let steps = try composedPipeline(standard).steps
    let inputs = LetterInputs(exports, reading: standard.read)
    try inputs.requireSomething()
    if let problem = inputs.problems.first { throw inputs.display(problem) }
    do {
      if let last = steps.firstIndex(where: { $0.kinds.output == .organizations }),
        case .success(let pipeline) = ComposedPipeline.compose(Array(steps[...last])),
        case .organizations(let table) = try inputs.run(pipeline)
      {
        return table
      }
    } catch {
      throw inputs.display(error)
    }
    throw PipelineError(
      .badConfiguration("the pipeline links nothing", remedy: "name 'link' among its stages"),
      at: Position(source: self.pipeline?.name ?? name))
  }
}
