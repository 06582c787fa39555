extension MappingDraft {
  /// Settles whose names a field with a header such as `Name` holds.
  ///
  /// It is the organization's where its answers look like organizations, or where nothing tells of persons: neither
  /// another field nor the answers. Among several such fields the answers alone decide.
  mutating func settleNames(platform: Platform?) {
    let names = all(.name)
    guard !names.isEmpty else { return }
    let chosen = first(.organization) == nil && platform != .changeOrg ? organizationName(among: names) : nil
    for index in names {
      let confidence = guesses[index]?.match.confidence ?? 0.5
      if let chosen, index == chosen.index {
        set(index, .organization, chosen.reason, min(confidence, 0.8))
      } else if first(.organization) == nil, chosen == nil {
        refused = refused ?? index
        set(index, .personName, "its answers may be persons' names", confidence)
      } else {
        set(index, .personName, "beside an organization or another person's field", confidence)
      }
    }
  }

  private func organizationName(among names: [Int]) -> (index: Int, reason: String)? {
    let looks = "its answers look like organizations"
    let nothing = "nothing in the export tells of persons"
    guard names.count == 1, let index = names.first else {
      let persons = names.filter { profiles[$0].personShare >= 0.5 }
      let organizations = names.filter { index in
        !persons.contains(index)
          && (profiles[index].organizationShare >= 0.4 || profiles[index].distinctCount >= 3)
      }
      guard organizations.count == 1, persons.count == names.count - 1, !hasPersonalNames else { return nil }
      return organizations.first.map { ($0, "\(looks), those of its namesakes like persons") }
    }
    let profile = profiles[index]
    // Counts by country have no persons in them; their names are looked at later.
    if first(.count) != nil, !hasPersons { return (index, nothing) }
    if profile.organizationShare >= 0.4 {
      return !hasPersonalNames || profile.personShare < 0.2 ? (index, looks) : nil
    }
    guard !hasPersonalNames, first(.affiliation) == nil else { return nil }
    if hasPersons { return profile.distinctCount >= 5 && profile.personShare < 0.3 ? (index, looks) : nil }
    // A type or a website beside the name speaks for organizations, so that more must speak against them.
    let isBacked = first(.organizationType) != nil || first(.website) != nil
    let isPersons = profile.personShare >= (isBacked ? 0.95 : 0.75) && profile.distinctCount >= (isBacked ? 5 : 1)
    return isPersons ? nil : (index, nothing)
  }

  /// Whether a field other than those called `Name` holds persons' names.
  private var hasPersonalNames: Bool {
    first(.personName) != nil || first(.firstName) != nil || first(.lastName) != nil
  }

  /// The header that an error should point at: a refused name, or what is spelt most like a known header.
  func closestHeader(in vocabulary: HeaderVocabulary) -> String? {
    if let refused { return headers[refused] }
    return vocabulary.closest(to: headers.indices.filter { assigned[$0]?.field == nil }.map { headers[$0] })
  }

  /// Of several countries with one header, takes those that follow an organization's field: `Name, Country, Name,
  /// Country`. A form with branches asks twice for both; the answers are then joined.
  mutating func alignCountry() {
    let organizations = all(.organization)
    guard let organization = organizations.first, let country = first(.country) else { return }
    let namesakes = headers.indices.filter { index in
      headers[index] == headers[country] && (index == country || assigned[index]?.field == .region)
    }
    // Looking for countries costs more than the rest of mapping.
    guard namesakes.count > 1 else { return }
    let twins = namesakes.filter { profiles[$0].countryShare >= 0.5 || profiles[$0].filled == 0 }
    guard twins.count > 1 else { return }
    let followers = organizations.indices.compactMap { place in
      let end = place + 1 < organizations.count ? organizations[place + 1] : headers.count
      return twins.first { $0 > organizations[place] && $0 < end }
    }
    guard followers.contains(where: { profiles[$0].filled > 0 }) else { return }
    let confidence = assigned[country]?.confidence ?? 0.5
    let hasNamesake = headers.indices.contains { $0 != organization && headers[$0] == headers[organization] }
    for index in twins where !followers.contains(index) {
      let reason =
        hasNamesake && organizations.count == 1
        ? "the country of another '\(headers[organization])'" : "another '\(headers[index])' follows the organization"
      set(index, .ignore, reason, 0.8)
    }
    for index in followers { set(index, .country, "it follows the organization", confidence) }
    equalCountries = []
  }

  /// Takes what is answered with yes or no and has a word of publicity in its header for consent to be listed: a `no`
  /// that was not understood would publish somebody who refused.
  mutating func settleConsent() {
    for index in headers.indices {
      let field = assigned[index]?.field
      let isOpen = field == nil || field == .ignore || field == .capacity && guesses[index]?.match != .whole
      guard isOpen || field == .contactConsent && guesses[index]?.match == .phrase else { continue }
      guard !isChoice(index), profiles[index].filled > 0, profiles[index].switchShare >= 0.9 else { continue }
      guard words.phrases(in: CompareForm.fold(headers[index]), among: [.publicity]).contains(.publicity) else {
        continue
      }
      set(index, .displayConsent, "its answers are yes or no, and its header speaks of publicity", 0.6)
    }
  }
}
