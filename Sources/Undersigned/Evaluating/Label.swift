/// What is judged of a labelled set beside its linking.
public enum Label: String, CaseIterable, Hashable, Sendable {
  /// The country, by ISO code.
  case country
  /// The country of the rows whose letter states one.
  case statedCountry = "stated country"
  /// That regional and international bodies have no country.
  case noCountry = "no country"
  /// How far an organization reaches.
  case scope
  /// The type from names alone.
  case type
  /// The same with `ngo` for what nothing speaks for.
  case typeOrNGO = "type or ngo"
  /// Types of strength `strong` alone.
  case strongType = "strong type"
}
