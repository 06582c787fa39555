/// Which organizations the figures of a report are about: all that signed, or without the sections that are counted
/// with their parents.
struct CountedOrganizations {
  /// Their indices in the table, rising.
  let indices: [Int]
  /// For each organization of the table the place in `indices` of the one that it is counted with.
  let placeOf: [Int]

  init(_ table: OrganizationTable, _ sections: SectionCount, _ rule: Policy.SectionRule) {
    let all = Array(table.organizations.indices)
    switch rule {
    case .counted:
      indices = all
      placeOf = all
    case .collapsedToParents:
      let counted = all.filter(sections.staysWhenCollapsed)
      var places = [Int](repeating: 0, count: all.count)
      for (place, index) in counted.enumerated() { places[index] = place }
      indices = counted
      placeOf = all.map { places[sections.representative(of: $0)] }
    }
  }

  /// Whether an organization is one of them.
  func isCounted(_ organization: Int) -> Bool { indices[placeOf[organization]] == organization }

  /// What accepting the table's proposals can make of them.
  ///
  /// Two that are kept apart stay so; what is decided of a section keeps its parent from nobody.
  func outcomes(_ proposals: [Proposal], apart: [(Int, Int)]) -> ProposalOutcomes {
    ProposalOutcomes(
      count: indices.count, proposals: proposals.map { (placeOf[$0.left], placeOf[$0.right]) },
      apart: apart.filter { isCounted($0.0) && isCounted($0.1) }.map { (placeOf[$0.0], placeOf[$0.1]) })
  }
}
