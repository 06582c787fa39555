import Tabular

extension ComposedPipeline {
  /// Exports with more records are not read again only to tell what another rule would count.
  private static let rereadLimit = 50_000

  /// The summary with the headline under those rules as well that decide how exports are read: who signs beside a
  /// person's name, and whether unverified signatures count.
  ///
  /// The exports are read again where the other choice can matter: where some export tells of persons, or of a
  /// signature's state. What comes of more than 50,000 records is left open.
  ///
  /// - Parameters:
  ///   - summary: What this pipeline made of exports; not of tallies, which can't be read by other rules.
  ///   - fields: What the fields of the exports hold, of those that are read or tell one person from another.
  ///   - run: Runs another pipeline on the same exports.
  /// - Complexity: Up to two more runs of the pipeline.
  public func withOtherReadings(
    _ summary: consuming Summary, telling fields: Set<CanonicalField>,
    run: (ComposedPipeline) throws(PipelineError) -> PipelineTable
  ) throws(PipelineError) -> Summary {
    guard summary.reconciliation.read <= ComposedPipeline.rereadLimit, case .read? = steps.first else { return summary }
    let tellsState = !fields.isDisjoint(with: [.confirmed, .status])
    let unverified = summary.reconciliation.dropped[.unverified] ?? 0
    var summary = summary
    for index in summary.sensitivity.indices {
      let rule = summary.sensitivity[index].rule
      for choice in summary.sensitivity[index].choices.indices
      where summary.sensitivity[index].choices[choice].organizations == nil {
        let slug = summary.sensitivity[index].choices[choice].slug
        var policy = summary.policy
        var canMatter = false
        switch rule {
        case .affiliatedPerson:
          guard let other = Policy.AffiliatedPerson(rawValue: slug) else { continue }
          policy.affiliatedPerson = other
          canMatter = fields.contains(where: \.tellsOfPersons)
        case .unverified:
          policy.countsUnverified.toggle()
          canMatter = policy.countsUnverified ? unverified > 0 : tellsState
        default: continue
        }
        let headline = canMatter ? try headline(under: policy, run) : summary.headline
        summary.sensitivity[index].choices[choice].organizations = headline.organizations.reported
        summary.sensitivity[index].choices[choice].countries = headline.countries.reported
      }
    }
    return summary
  }

  private func headline(
    under policy: Policy, _ run: (ComposedPipeline) throws(PipelineError) -> PipelineTable
  ) throws(PipelineError) -> Headline {
    guard case .summary(let summary) = try run(rereading(under: policy)) else {
      preconditionFailure("a pipeline that summarized exports once does so again")
    }
    return summary.headline
  }
}
