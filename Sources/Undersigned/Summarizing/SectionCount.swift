/// Organizations that are sections of others, and what each is counted with when sections are counted with their
/// parents.
public struct SectionCount: Hashable, Sendable {
  /// How many organizations signed, sections included.
  public var organizations: Int
  /// How many are sections.
  public var sections: Int
  /// How many parents they have, whether these signed or not.
  public var parents: Int
  /// How many organizations are left when each section is counted with its parent.
  public var organizationsWhenCollapsed: Int

  /// For each organization the one that stands for it: itself, its parent, the parent's parent and so on; for sections
  /// of a parent that did not sign the first of them.
  private let representatives: [Int]

  init(_ table: OrganizationTable) {
    let organizations = table.organizations
    var present: Set<Int> = []
    var absent: [String: Int] = [:]
    var isSection = [Bool](repeating: false, count: organizations.count)
    var above = Array(organizations.indices)
    for (index, organization) in organizations.enumerated() {
      if let parent = organization.parent, !SectionCount.isHeadOfCycle(index, organizations) {
        isSection[index] = true
        present.insert(parent)
        above[index] = parent
      } else if organization.parent == nil, let name = organization.parentName {
        isSection[index] = true
        // Without the parent's own signature its name is all that tells two parents apart.
        let form = CompareForm.fold(name)
        above[index] = absent[form] ?? index
        absent[form] = above[index]
      }
    }
    let representatives = organizations.indices.map { index in
      var place = index
      while above[place] != place { place = above[place] }
      return place
    }
    self.representatives = representatives
    self.organizations = organizations.count
    sections = isSection.count { $0 }
    parents = present.count + absent.count
    organizationsWhenCollapsed = representatives.indices.count { representatives[$0] == $0 }
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

  /// The organization with which one is counted when sections are counted with their parents.
  func representative(of organization: Int) -> Int { representatives[organization] }

  /// Whether an organization is still there when sections are counted with their parents.
  func staysWhenCollapsed(_ organization: Int) -> Bool { representatives[organization] == organization }
}
