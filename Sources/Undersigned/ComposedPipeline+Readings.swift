import Tabular

extension ComposedPipeline {
  /// Exports with more records are not read again only to tell what another rule would count.
  private static let rereadLimit = 50_000

  /// The summary with the headline under those rules as well that decide how exports are read: who signs beside a
  /// person's name, and whether unverified signatures count.
  ///
  /// The exports are read again where the other choice can matter: where some export tells of persons, or of a
  /// signature's state. What comes of tallies can't be told, and is left open; so is what comes of more than 50,000
  /// records.
  ///
  /// - Parameters:
  ///   - summary: What this pipeline made of the documents and tallies.
  ///   - documents: The exports.
  ///   - tallies: Saved partial results.
  /// - Complexity: Up to two more runs of the pipeline.
  public func withOtherReadings(
    _ summary: consuming Summary, of documents: [TabularDocument], _ tallies: [Tally]
  ) throws(PipelineError) -> Summary {
    guard tallies.allSatisfy(\.sources.isEmpty), summary.reconciliation.read <= ComposedPipeline.rereadLimit,
      case .read(let reading)? = steps.first
    else { return summary }
    var fields: Set<CanonicalField> = []
    for document in documents {
      fields.formUnion(try reading.reading(of: document).fields.filter { $0.use != .unread }.compactMap(\.field))
    }
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
        let headline = canMatter ? try headline(of: documents, tallies, under: policy) : summary.headline
        summary.sensitivity[index].choices[choice].organizations = headline.organizations.reported
        summary.sensitivity[index].choices[choice].countries = headline.countries.reported
      }
    }
    return summary
  }

  private func headline(
    of documents: [TabularDocument], _ tallies: [Tally], under policy: Policy
  ) throws(PipelineError) -> Headline {
    let table = try rereading(under: policy).run(.documents(documents), adding: tallies)
    guard case .summary(let summary) = table else {
      preconditionFailure("a pipeline that summarized exports once does so again")
    }
    return summary.headline
  }
}
