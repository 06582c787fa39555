import Tabular
import Undersigned

extension LetterInputs {
  /// Runs a pipeline on the inputs; what an earlier run has read is taken from the cache.
  ///
  /// - Parameter complete: What else a summary has to say, before report files are made of it.
  func run(
    _ pipeline: ComposedPipeline, completing complete: (Summary) throws(PipelineError) -> Summary = { $0 }
  ) throws(PipelineError) -> PipelineTable {
    if let (read, rest) = pipeline.behindTally, let tally = cachedTally(read) {
      return try rest.run(.tally(tally), adding: partialResults, completing: complete)
    }
    return try pipeline.run(try firstTable(of: pipeline), adding: partialResults, completing: complete)
  }

  /// The tally of the exports.
  func tally(_ pipeline: StandardPipeline) throws(PipelineError) -> Tally {
    if let tally = cachedTally(pipeline.read) { return tally }
    return try pipeline.tally.run(try allDocuments(pipeline.read.limits))
  }

  /// A summary with what would be counted by other rules of reading. Tallies can't be read by these.
  func completed(_ summary: Summary, by pipeline: ComposedPipeline) throws(PipelineError) -> Summary {
    guard tallies.allSatisfy(\.sources.isEmpty) else { return summary }
    let fields = exports.reduce(into: Set<CanonicalField>()) { $0.formUnion($1.facts.fields) }
    return try pipeline.withOtherReadings(summary, telling: fields) { other throws(PipelineError) in try run(other) }
  }

  /// The tally with the help of the cache; nothing without one, and where some export can't be read: which of them is
  /// told first must not depend on what is in the cache.
  private func cachedTally(_ read: ReadExports) -> Tally? {
    guard let cache else { return nil }
    return try? cache.tally(exports, reading: read) { export throws(PipelineError) in
      try opened(export, limits: read.limits)
    } tell: {
      CacheFolder.warn($0)
    }
  }

  private func allDocuments(_ limits: ReadingLimits) throws(PipelineError) -> [TabularDocument] {
    var documents: [TabularDocument] = []
    for export in exports { documents.append(try opened(export, limits: limits)) }
    return documents
  }

  /// What the first stage of a pipeline takes.
  private func firstTable(of pipeline: ComposedPipeline) throws(PipelineError) -> PipelineTable {
    switch pipeline.steps.first {
    case .read(let read)?: return .documents(try allDocuments(read.limits))
    case let step? where step.kinds.input == .tally && exports.isEmpty: return .tally(.empty)
    default:
      throw PipelineError(
        .badConfiguration("the first stage can't begin with exports", remedy: "begin with 'read'"),
        at: Position(source: exports.first?.name ?? "stages"))
    }
  }
}
