/// Picks the organizations that an announcement names.
///
/// One after the other, each time the one that adds most: first a type that the sentence boasts of and nobody shows
/// yet, then a region, then a country that is new. Equals go by how sure their type is, parents before sections, whole
/// countries before their parts, shorter names before very long ones, then by signatures and name. The same list gives
/// the same names, and without one of them its successor takes the place.
public struct Showcase: Sendable {
  /// How many names, must-names included; 0 or more.
  public var count: Int
  /// Ids of organizations that are named first, in this order.
  public var mustName: [String]
  /// Ids of organizations that are never named.
  public var neverName: Set<String>

  /// A showcase of so many names.
  public init(count: Int = 4, mustName: [String] = [], neverName: Set<String> = []) {
    self.count = count
    self.mustName = mustName
    self.neverName = neverName
  }

  /// The organizations to name.
  ///
  /// - Parameters:
  ///   - summary: Lists only organizations that may be displayed.
  ///   - types: The types that the sentence boasts of, the most important first.
  /// - Returns: At most `count`; must-names even beyond.
  /// - Complexity: O(*n* · `count`) in organizations.
  public func choose(from summary: Summary, types: [OrganizationType]) -> [OrganizationLine] {
    let byID = Dictionary(summary.organizations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var chosen = mustName.filter { !neverName.contains($0) }.compactMap { byID[$0] }
    var candidates = summary.organizations.filter { line in
      !neverName.contains(line.id) && !mustName.contains(line.id)
    }
    while chosen.count < count, !candidates.isEmpty {
      var seen = Shown(chosen, summary)
      var best = 0
      var bestRank = seen.rank(candidates[0], types, summary)
      for index in candidates.indices.dropFirst() {
        let rank = seen.rank(candidates[index], types, summary)
        // `organizations` is sorted by name, so that the first of equals is the first by name.
        if rank.lexicographicallyPrecedes(bestRank) { (best, bestRank) = (index, rank) }
      }
      seen.add(candidates[best], summary)
      chosen.append(candidates.remove(at: best))
    }
    return chosen
  }

  /// What the chosen ones show already.
  private struct Shown {
    private var types: Set<OrganizationType> = []
    private var regions: Set<Region?> = []
    private var homes: Set<Home> = []

    init(_ chosen: [OrganizationLine], _ summary: Summary) {
      for line in chosen { add(line, summary) }
    }

    mutating func add(_ line: OrganizationLine, _ summary: Summary) {
      if let type = Showcase.sureType(line) { types.insert(type) }
      regions.insert(Showcase.region(line, summary))
      homes.insert(line.home)
    }

    /// Lower is better.
    func rank(_ line: OrganizationLine, _ wanted: [OrganizationType], _ summary: Summary) -> [Int] {
      let type = Showcase.sureType(line)
      let place = type.flatMap { wanted.firstIndex(of: $0) }
      let strength = line.typeStrength == .confirmed ? 0 : type == nil ? 2 : 1
      return [
        place.map { types.contains(wanted[$0]) ? wanted.count : $0 } ?? wanted.count + 1,
        regions.contains(Showcase.region(line, summary)) ? 1 : 0,
        homes.contains(line.home) ? 1 : 0, strength, line.partOf.isEmpty ? 0 : 1,
        line.scope == .subnational ? 1 : 0, line.name.count > Showcase.longName ? 1 : 0, -line.signatures,
      ]
    }
  }

  /// How many letters a name may have before a shorter one is preferred: a sentence of such names is read by nobody.
  private static let longName = 60

  /// The type, where it is more than a guess.
  private static func sureType(_ line: OrganizationLine) -> OrganizationType? {
    line.typeStrength == .weak ? nil : line.type
  }

  private static func region(_ line: OrganizationLine, _ summary: Summary) -> Region? {
    guard case .country(let code) = line.home else { return nil }
    return summary.countryEntries[code]?.region
  }
}
