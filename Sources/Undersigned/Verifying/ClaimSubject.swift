/// What a claim counts, or names.
enum ClaimSubject: Hashable, Sendable {
  case organizations
  /// Organizations of one type.
  case type(OrganizationType)
  /// Organizations and people together.
  case signatories
  /// People, all of them or of some sort.
  case individuals(isSubset: Bool)
  case countries
  /// Parts of a country.
  case states
  /// Parts of the world, of which there are five by M49.
  case continents
  /// Every part of the world.
  case everywhere
  /// Sections of other organizations.
  case sections
  /// Things that no export tells apart, such as countries and organizations together.
  case mixture
  /// A signer by name.
  case named(String)
  /// A country by name.
  case namedCountry(CountryCode)

  /// The word for it in results.
  var kind: String {
    switch self {
    case .organizations, .mixture: "organizations"
    case .type(let type): "type:\(type.rawValue)"
    case .signatories: "signatories"
    case .individuals: "individuals"
    case .countries, .states: "countries"
    case .continents, .everywhere: "regions"
    case .sections: "sections"
    case .named, .namedCountry: "named"
    }
  }

  /// Whether it is about who signed, rather than about where from.
  var isSigners: Bool {
    switch self {
    case .organizations, .type, .signatories, .individuals, .mixture: true
    case .countries, .states, .continents, .everywhere, .sections, .named, .namedCountry: false
    }
  }
}

/// Where the organizations are that a claim counts.
enum ClaimArea: Hashable, Sendable {
  /// Countries by name.
  case countries([CountryCode])
  /// A part of the world by its M49 code.
  case region(String)
  /// Something narrower that the export need not tell.
  case unknown
}
