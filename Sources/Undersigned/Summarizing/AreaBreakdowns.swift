/// Organizations by M49 region and sub-region; those without one country stand apart.
struct AreaBreakdowns {
  let regions: Breakdown<Area>
  let subregions: Breakdown<Area>

  /// - Parameters:
  ///   - homes: The home of each organization.
  ///   - byHome: The finer rows.
  init(
    _ homes: [Home], _ byHome: Breakdown<Home>, _ outcomes: ProposalOutcomes, _ allowed: AllowedLinks,
    _ countries: CountryFacts
  ) {
    func areas(_ region: (CountryCode) -> Region?) -> [Area] {
      homes.map { home in
        guard let country = home.country else { return .apart(home.withoutRegion) }
        return region(country).map(Area.region) ?? .notInM49
      }
    }
    func breakdown(_ areas: [Area], parts: [Area: Int]) -> Breakdown<Area> {
      Breakdown(
        of: areas, outcomes, allowed, parts: parts,
        name: { area in
          switch area {
          case .region(let region): region.name
          case .notInM49: "Not in M49"
          case .apart(let home): home.name(countries)
          }
        },
        rank: { area in
          switch area {
          case .region: 0
          case .notInM49: 1
          case .apart(let home): home.rank + 1
          }
        })
    }
    let fine = areas(countries.subregion)
    let coarse = areas(countries.region)
    subregions = breakdown(fine, parts: AllowedLinks.sums(fine, homes, byHome.lowerBounds))
    let bySubregion = AllowedLinks.sums(coarse, fine, subregions.lowerBounds)
    let byCountry = AllowedLinks.sums(coarse, homes, byHome.lowerBounds)
    regions = breakdown(coarse, parts: bySubregion.merging(byCountry, uniquingKeysWith: max))
  }
}
