import Tabular

/// Understands each distinct organization answer of a tally once.
public struct NormalizeNames: Stage {
  /// No settings.
  public init() {}

  /// Gives every distinct answer its `OrganizationName`, in the order of the tally's answers.
  public func run(_ input: consuming Tally) throws(PipelineError) -> NamedTable {
    let tally = input
    let answers = tally.answers.organizations
    let names = (0..<answers.count).map { OrganizationName(answers.string($0)) }
    return NamedTable(tally: tally, names: names)
  }
}
