extension Location {
  /// Where a body is by all that is known of it, the most trusted first: its country field, its name, its website, its
  /// city or region.
  init(
    answer: CountryAnswer, name: NamePlaces, website: WebDomain?, places: [Place], countries: Countries
  ) {
    switch answer.meaning {
    case .country(let code):
      self.init(in: code, because: answer.evidence, name: name)
    case .subdivision(let code):
      self.init(scope: .subnational, countries: [code], evidence: [answer.evidence])
    case .several(let codes):
      let region = countries.commonRegion(of: codes)
      self.init(
        scope: region == nil ? .international : .regional, countries: codes, region: region,
        evidence: [answer.evidence])
    case .region(let region):
      self.init(scope: .regional, region: region, evidence: [answer.evidence])
    case .world:
      self.init(scope: .international, evidence: [answer.evidence])
    case .ambiguous(let candidates):
      // What else is known may say which.
      let other = Location(name: name, website: website, places: places, among: candidates, countries: countries)
      if let code = other.country, candidates.contains(code) {
        self.init(scope: other.scope, countries: [code], evidence: [answer.evidence] + other.evidence)
      } else {
        self.init(scope: .unresolved, evidence: [answer.evidence])
      }
    case .nothing, .unknown:
      self.init(name: name, website: website, places: places, among: [], countries: countries)
      if answer.meaning == .unknown { evidence.append(answer.evidence) }
    }
  }

  /// A body whose country is answered: of a part of it where its name says so.
  private init(in code: CountryCode, because evidence: Evidence, name: NamePlaces) {
    self.init(scope: .national, countries: [code], evidence: [evidence])
    let part = (name.homes + name.hints)
      .first { $0.place.isPart && !$0.isEponym && $0.place.countries.contains(code) }
    if let part {
      scope = .subnational
      self.evidence.append(Evidence("name-place", 0.6, "'\(part.phrase)' is a part of it"))
    } else if name.saysSubnational, !name.saysNational {
      scope = .subnational
      self.evidence.append(Evidence("name-level", 0.5, "the name speaks of a part of a country"))
    }
  }

  /// A body whose country is not answered, or only to be one of some.
  private init(
    name: NamePlaces, website: WebDomain?, places: [Place], among candidates: [CountryCode], countries: Countries
  ) {
    // What is ambiguous in the name may be settled by the rest.
    let outside = [website?.country].compactMap { $0 } + places.compactMap(\.country)
    let allowed = { (code: CountryCode) in candidates.isEmpty || candidates.contains(code) }
    var claims: [(mention: NamePlaces.Mention, code: CountryCode)] = []
    var isAmbiguous = false
    for mention in name.homes {
      if let code = mention.place.country, allowed(code) {
        claims.append((mention, code))
      } else if mention.place.isAmbiguous {
        let settled = mention.place.countries.filter { outside.contains($0) && allowed($0) }
        if settled.count == 1 { claims.append((mention, settled[0])) } else { isAmbiguous = true }
      }
    }
    if let (mention, code) = Location.strongest(claims) {
      let place = mention.place
      let isPart = place.isPart && !mention.isEponym
      let isDemonym = place.kind == .demonym
      let weight = mention.isSegment ? 0.9 : place.kind == .country ? (mention.isPlaced ? 0.8 : 0.7) : 0.5
      self.init(
        scope: isPart || (name.saysSubnational && !name.saysNational) ? .subnational : .national, countries: [code],
        evidence: [
          Evidence(
            isDemonym ? "name-demonym" : "name-place", weight,
            "'\(mention.phrase)' is \(place.isPart ? "in" : isDemonym ? "of" : "") \(countries.name(of: code))"
              .replacing("is  ", with: "is "))
        ])
      return
    }
    if claims.isEmpty, !isAmbiguous {
      let regions = name.homes.filter { $0.place.kind == .region }
      let tops = Set(regions.compactMap { $0.place.region.map { Location.continent(of: $0, countries) } })
      if tops.count > 1 {
        let phrases = regions.map { "'\($0.phrase)'" }.joined(separator: " and ")
        self.init(scope: .international, evidence: [Evidence("name-region", 0.6, "\(phrases) lie apart")])
        return
      }
      if let region = regions.last(where: { $0.place.region != nil }) ?? regions.last {
        self.init(
          scope: .regional, region: region.place.region,
          evidence: [Evidence("name-region", 0.6, "'\(region.phrase)' is a region of the world")])
        return
      }
    }
    if let country = website?.country, allowed(country) {
      let detail = "'.\(website?.domain ?? "")' is the domain of \(countries.name(of: country))"
      self.init(scope: .national, countries: [country], evidence: [Evidence("website-domain", 0.5, detail)])
      return
    }
    let cities = Set(places.compactMap(\.country)).filter(allowed).sorted()
    if cities.count == 1 {
      let detail = "the city or region is in \(countries.name(of: cities[0]))"
      self.init(scope: .national, countries: cities, evidence: [Evidence("city-field", 0.5, detail)])
      return
    }
    if claims.isEmpty, !isAmbiguous, candidates.isEmpty,
      let world = name.homes.first(where: { $0.place.kind == .world })
    {
      let detail = "'\(world.phrase)' means the world"
      self.init(scope: .international, evidence: [Evidence("name-international", 0.5, detail)])
      return
    }
    self = .unresolved
    if let mention = name.homes.first(where: \.place.isAmbiguous) {
      let list = countries.list(mention.place.countries)
      evidence = [Evidence("name-place", 0, "'\(mention.phrase)' is one of \(list)")]
    } else if claims.count > 1 {
      let list = claims.map { "'\($0.mention.phrase)'" }.joined(separator: " and ")
      evidence = [Evidence("name-place", 0, "the name speaks of \(list)")]
    } else if let cause = name.causes.first {
      evidence = [Evidence("name-cause", 0, "'\(cause.phrase)' is what it cares for, not its home")]
    }
  }

  /// The claim that decides: the only country; else the last segment of its own, the only country named as a noun.
  /// Nothing when several are as good.
  private static func strongest(
    _ claims: [(mention: NamePlaces.Mention, code: CountryCode)]
  ) -> (mention: NamePlaces.Mention, code: CountryCode)? {
    let names = claims.filter { $0.mention.place.kind == .country }
    for group in [claims, claims.filter { $0.mention.isSegment }, names] {
      if let last = group.last, group.allSatisfy({ $0.code == last.code }) {
        return group.first { $0.mention.place.isPart } ?? last
      }
    }
    return claims.last { $0.mention.isSegment }
  }

  /// The continent that a region is part of; itself for one.
  private static func continent(of region: String, _ countries: Countries) -> String {
    var region = region
    while let parent = countries.parent(ofRegion: region), parent != "001" { region = parent }
    return region
  }
}
