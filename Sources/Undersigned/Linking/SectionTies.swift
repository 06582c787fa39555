/// Which organizations are sections of which others.
struct SectionTies {
  let organizationOf: [Int]
  let organizations: [Organization]
  /// By section, its whole.
  private(set) var parents: [Int: Int] = [:]
  /// By section, the name of a whole that did not sign.
  private(set) var parentNames: [Int: String] = [:]

  init(organizationOf: [Int], organizations: [Organization]) {
    self.organizationOf = organizationOf
    self.organizations = organizations
  }

  /// Settles the ties: decisions first, then the likeliest whole for each section; never in a circle.
  ///
  /// - Parameter sections: Pairs of distinct names, the section first.
  func settled(
    _ sections: [(section: Int, whole: Int, score: Double)], _ rulings: Rulings, _ mentions: [Mention], nameOf: [Int]
  ) -> SectionTies {
    var ties = self
    for pair in rulings.partOf.sorted(by: { $0.line < $1.line }) {
      guard let whole = pair.right.first else { continue }
      for section in pair.left { ties.tie(organizationOf[nameOf[section]], to: organizationOf[nameOf[whole]]) }
    }
    for mention in rulings.parents.keys.sorted(by: { CanonicalName.precedes(mentions[$0], mentions[$1]) }) {
      ties.parentNames[organizationOf[nameOf[mention]]] = rulings.parents[mention]
    }
    let ranked = sections.sorted { ($1.score, $0.section, $0.whole) < ($0.score, $1.section, $1.whole) }
    for candidate in ranked {
      let section = organizationOf[candidate.section]
      let whole = organizationOf[candidate.whole]
      guard ties.parents[section] == nil, ties.parentNames[section] == nil else { continue }
      let wholeCountries = organizations[whole].location.countries
      let sectionCountries = organizations[section].location.countries
      if wholeCountries.isEmpty || wholeCountries.contains(where: sectionCountries.contains) {
        ties.tie(section, to: whole)
      }
    }
    return ties
  }

  private mutating func tie(_ section: Int, to whole: Int) {
    var above: Int? = whole
    while let current = above {
      if current == section { return }
      above = parents[current]
    }
    parents[section] = whole
  }
}
