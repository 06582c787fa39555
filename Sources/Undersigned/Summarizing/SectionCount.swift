/// Organizations that are sections of others.
public struct SectionCount: Hashable, Sendable {
  /// How many are sections.
  public var sections: Int
  /// How many parents they have, whether these signed or not.
  public var parents: Int
  /// How many organizations are left when each section is counted with its parent.
  public var organizationsWhenCollapsed: Int

  /// For each organization whether it is a section.
  private let isSection: [Bool]
  /// For each organization whether it stands for a parent that did not sign, as the first of its sections.
  private let isFirstOfAbsentParent: [Bool]

  init(_ table: OrganizationTable) {
    let organizations = table.organizations
    var present: Set<Int> = []
    var absent: Set<String> = []
    var isSection = [Bool](repeating: false, count: organizations.count)
    var isFirst = isSection
    for (index, organization) in organizations.enumerated() {
      if let parent = organization.parent, !SectionCount.isHeadOfCycle(index, organizations) {
        isSection[index] = true
        present.insert(parent)
      } else if let name = organization.parentName {
        isSection[index] = true
        // Without the parent's own signature its name is all that tells two parents apart.
        isFirst[index] = absent.insert(CompareForm.fold(name)).inserted
      }
    }
    self.isSection = isSection
    isFirstOfAbsentParent = isFirst
    sections = isSection.count { $0 }
    parents = present.count + absent.count
    organizationsWhenCollapsed = 0
    organizationsWhenCollapsed = organizations.indices.count { staysWhenCollapsed($0) }
  }

  /// Whether an organization is, by way of its parents, a section of itself, and the first of those: decisions can say
  /// so by mistake, and one of them has to stay.
  private static func isHeadOfCycle(_ index: Int, _ organizations: [Organization]) -> Bool {
    var place = index
    var lowest = index
    for _ in organizations.indices {
      guard let parent = organizations[place].parent else { return false }
      place = parent
      lowest = min(lowest, place)
      if place == index { return lowest == index }
    }
    return false
  }

  /// Whether an organization is still there when sections are counted with their parents.
  func staysWhenCollapsed(_ organization: Int) -> Bool {
    !isSection[organization] || isFirstOfAbsentParent[organization]
  }
}
