/// What a phrase says about where something is.
struct Place: Hashable, Sendable {
  /// What is named.
  enum Kind: Hashable, Sendable {
    /// A country by name, former name, abbreviation or flag.
    case country
    /// A country by its code.
    case code
    /// What is of a country or subdivision (`Indian`, `catalana`).
    case demonym
    /// A part of a country.
    case subdivision
    /// A city.
    case city
    /// Several countries of a part of the world.
    case region
    /// The world.
    case world
  }

  /// Where the phrase can be relied on.
  enum Use: String, Hashable, Sendable {
    /// As a whole answer and inside any name.
    case anywhere
    /// Inside a name only behind a preposition, as its last word or in a segment of its own.
    case placed
    /// Only as a whole answer.
    case answer
    /// Only inside names.
    case name
    /// As a whole answer, and inside a name whose country is known otherwise: a town.
    case part
  }

  /// What is named.
  var kind: Kind
  /// The countries it can be; several when the phrase is ambiguous, none for regions and the world.
  var countries: [CountryCode] = []
  /// ISO 3166-2, such as `BR-MG`, where the phrase names one subdivision or a city that is one.
  var subdivision: String?
  /// Whether it is, or is of, a part of a country.
  var isPart = false
  /// Whether it is a city, or a part of a country around a city of the same name.
  var isCity = false
  /// M49, where the phrase names a region that has a code.
  var region: String?
  /// Where the phrase can be relied on.
  var use: Use

  /// The one country; nothing when ambiguous.
  var country: CountryCode? { countries.count == 1 ? countries[0] : nil }
  /// Whether it may be one of several countries.
  var isAmbiguous: Bool { countries.count > 1 }
}
