import Tabular

/// Understands each distinct organization answer of a tally once.
public struct NormalizeNames: Stage {
  /// How many threads read names.
  public var workers: Workers

  /// A stage with its settings.
  public init(workers: Workers = .automatic) { self.workers = workers }

  /// Gives every distinct answer its `OrganizationName`, in the order of the tally's answers.
  public func run(_ input: consuming Tally) throws(PipelineError) -> NamedTable {
    let tally = input
    let answers = tally.answers.organizations
    let parts = workers.map(answers.count, size: 128) { range in
      range.map { OrganizationName(answers.string($0)) }
    }
    return NamedTable(tally: tally, names: Array(parts.joined()))
  }
}
