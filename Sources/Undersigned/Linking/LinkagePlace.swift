/// A place inside a name, as far as linking has to know it.
struct LinkagePlace: Hashable, Sendable {
  /// How large it is.
  enum Level: Hashable, Sendable {
    /// A country.
    case country
    /// A part of the world with several countries.
    case region
    /// A part of a country: a state, a province, a city.
    case subdivision
  }

  /// How large it is.
  var level: Level
  /// The country, where it is one or is in one.
  var country: CountryCode?
  /// What tells it from others of its level and country: a code, or its name in compare form.
  var key: String

  /// A place.
  init(level: Level, country: CountryCode? = nil, key: String) {
    self.level = level
    self.country = country
    self.key = key
  }

  /// Whether both names of a place mean the same one.
  func isSame(as other: LinkagePlace) -> Bool {
    guard level == other.level else { return false }
    return level == .country ? country == other.country : country == other.country && key == other.key
  }
}

extension LinkagePlace {
  /// The place that a phrase inside a name means, by the tables that locating uses; codes of two letters, cities and
  /// names that are ordinary words as well are left to the segments that a name sets apart.
  init?(_ place: Place) {
    guard place.use == .anywhere || place.use == .name else { return nil }
    switch place.kind {
    case .country, .demonym, .subdivision:
      guard let country = place.country else { return nil }
      if let code = place.subdivision {
        self.init(level: .subdivision, country: country, key: code)
      } else if !place.isPart {
        self.init(level: .country, country: country, key: country.description)
      } else {
        return nil
      }
    case .region:
      guard let region = place.region else { return nil }
      self.init(level: .region, key: region)
    case .code, .city, .world:
      return nil
    }
  }
}
