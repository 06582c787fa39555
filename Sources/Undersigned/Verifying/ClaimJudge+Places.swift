extension ClaimJudge {
  /// Judges how many countries signers are from.
  func countries(_ claim: StatedClaim) -> Judgement {
    guard let quantity = claim.quantity else { return Judgement(verdict: .cannotTell, reason: "no number is stated") }
    let own = claim.isBesideOthers ? othersFacts?.countries ?? facts.countries : facts.countries
    let bounds = claim.area.flatMap(countries(in:)) ?? own
    let told = words(bounds, "countries")
    if claim.isImpossible {
      return Judgement(
        verdict: .isFalse, bounds: bounds,
        reason:
          "\(told); fewer organizations can't be from more countries, unless networks are counted for their members")
    }
    if claim.area == .unknown { return Judgement(verdict: .cannotTell, bounds: bounds, reason: "\(told) altogether") }
    if claim.isOfPeople { return countriesOfPeople(quantity) }
    var verdict = holds(quantity, of: bounds)
    if quantity.relation == .exactly {
      // Beside a round figure of organizations the least is told, and others may be from one country fewer.
      let lowest = claim.isBesideRounded ? bounds.atLeast : bounds.reported
      let others = claim.isBesideOthers && othersFacts == nil ? 1 : 0
      if max(lowest - others, 0) <= quantity.number, quantity.number <= bounds.reported { verdict = .isTrue }
    }
    if verdict == .isFalse, claim.area == nil, let reason = otherPolicy(quantity, less: 0, \.countries) {
      return Judgement(verdict: .trueOnlyIf, bounds: bounds, reason: "\(told); \(reason)")
    }
    if verdict == .isFalse, claim.isOfSignatories, summary.peopleSigned > 0 {
      return Judgement(verdict: .cannotTell, bounds: bounds, reason: "\(told) of organizations; people's add to them")
    }
    let reason = verdict == .trueOnlyIf ? "; holds if open proposals between countries come out so" : ""
    return Judgement(verdict: verdict, bounds: bounds, reason: told + reason)
  }

  private func countriesOfPeople(_ quantity: ClaimQuantity) -> Judgement {
    let people = summary.people
    let count = people.rows.count { !$0.country.isEmpty } + people.otherCountries
    let bounds = Bounds(reported: count, atLeast: count, atMost: count)
    if summary.peopleSigned > 0, holds(quantity, of: bounds) == .isTrue {
      return Judgement(verdict: .isTrue, bounds: bounds, reason: words(bounds, "countries of people"))
    }
    return Judgement(
      verdict: .cannotTell, bounds: summary.peopleSigned > 0 ? bounds : nil,
      reason: "people's countries are not all told")
  }

  /// Countries of a part of the world.
  private func countries(in area: ClaimArea) -> Bounds? {
    guard case .regions(let codes) = area else { return nil }
    let rows = summary.countries.rows.filter { row in
      guard case .country(let country) = row.key, let entry = summary.countryEntries[country] else { return false }
      return entry.countsAsCountry && codes.contains { ClaimJudge.isIn(country, $0) }
    }
    return Bounds(
      reported: rows.count, atLeast: rows.count { $0.organizations.atLeast > 0 }, atMost: rows.count)
  }

  /// Whether a country lies in an M49 region or one of its parts.
  private static func isIn(_ country: CountryCode, _ code: String) -> Bool {
    let countries = Countries()
    var region = countries.subregion(of: country) ?? countries.region(of: country)
    while let here = region {
      if here == code { return true }
      region = countries.parent(ofRegion: here)
    }
    return false
  }

  /// Judges how many organizations are in some place.
  func organizations(in area: ClaimArea, _ claim: StatedClaim, _ quantity: ClaimQuantity) -> Judgement {
    var homes: (Home) -> Bool
    switch area {
    case .countries(let codes): homes = { $0.country.map(codes.contains) ?? false }
    case .regions(let codes):
      homes = { home in
        codes.contains { code in home.country.map { ClaimJudge.isIn($0, code) } ?? (home == .regional(code)) }
      }
    case .unknown:
      let isImpossible = quantity.counts.lowerBound > facts.organizations.atMost
      return Judgement(
        verdict: isImpossible ? .isFalse : .cannotTell, bounds: facts.organizations,
        reason: "\(words(facts.organizations, "organizations")) altogether; which of them are meant is not told")
    }
    let rows = summary.countries.rows.filter { homes($0.key) }
    let bounds = Bounds.sum(rows.map(\.organizations))
    let whole = othersOf(bounds, claim)
    var verdict = holds(quantity, of: whole)
    if claim.isPart, quantity.relation == .exactly, quantity.number <= whole.atLeastWithoutAllowance {
      verdict = .isTrue
    }
    let names = rows.prefix(3).map(\.name).joined(separator: ", ")
    let reason =
      words(whole, "organizations there") + (names.isEmpty ? "" : ": \(names)\(rows.count > 3 ? " ..." : "")")
    return Judgement(verdict: verdict, bounds: whole, reason: reason)
  }

  /// Judges how many parts of the world signers are from, or whether from every one.
  func regions(_ claim: StatedClaim) -> Judgement {
    let rows = summary.regions.rows.filter { if case .region = $0.key { true } else { false } }
    let sure = rows.count { $0.organizations.atLeast > 0 }
    let parts = Set(
      summary.subregions.rows.compactMap { row -> String? in
        if case .region(let region) = row.key, row.organizations.atLeast > 0 { region.code } else { nil }
      })
    let bounds = Bounds(reported: rows.count, atLeast: sure, atMost: rows.count)
    let reason = words(bounds, "of the five regions of M49") + ": " + rows.map(\.name).joined(separator: ", ")
    guard let quantity = claim.quantity else {
      let verdict: VerifiedClaim.Verdict = sure >= 5 ? .isTrue : rows.count >= 5 ? .trueOnlyIf : .isFalse
      return Judgement(verdict: verdict, bounds: bounds, reason: reason)
    }
    // Whoever counts six continents has two Americas.
    let isSplit = parts.contains("419") && parts.contains("021")
    let other = Bounds(reported: bounds.reported + 1, atLeast: sure + 1, atMost: bounds.atMost + 1)
    let verdict = holds(quantity, of: bounds)
    if verdict != .isTrue, isSplit, holds(quantity, of: other) == .isTrue {
      return Judgement(verdict: .isTrue, bounds: other, reason: reason + ", with two Americas")
    }
    return Judgement(verdict: verdict, bounds: bounds, reason: reason)
  }

  /// Judges whether somebody signed in a country.
  func country(_ code: CountryCode) -> Judgement {
    let row = summary.countries.rows.first { $0.key == .country(code) }
    guard let row else {
      return Judgement(verdict: .isFalse, reason: "no organization from \(Countries().name(of: code)) signed")
    }
    let isSure = row.organizations.atLeast > 0
    return Judgement(
      verdict: isSure ? .isTrue : .trueOnlyIf, bounds: row.organizations,
      reason: words(row.organizations, "organizations from \(row.name)"))
  }
}
