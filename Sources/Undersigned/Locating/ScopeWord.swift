/// What a phrase says about a name's places or level without naming a place.
enum ScopeWord: String, CaseIterable, Hashable, Sendable {
  /// An answer that names no place (`n/a`).
  case nothing
  /// The place beside it is what the body cares for, not its home (`solidarity with`).
  case cause
  /// The same, but nothing is said of a place before it (`free`).
  case causeBefore = "cause-before"
  /// The same, but nothing is said of a place behind it (`watch`).
  case causeBehind = "cause-behind"
  /// A body of a part of a country (`county`, `Landesverband`).
  case subnational
  /// A body of a whole country.
  case national
  /// A section of a body (`chapter`): of a part of a country, unless a country stands beside it.
  case chapter
  /// One of many where a number follows (`Local 12`).
  case numbered
  /// The first part of a compound word for a body of a part of a country (`Landesfrauenrat`).
  case subnationalPrefix = "prefix-subnational"
  /// Likewise, of a whole country (`Bundesfrauenrat`).
  case nationalPrefix = "prefix-national"
  /// What is called after a city without being of it (`institute`).
  case eponym
  /// With a country behind it, a part of that country (`northern`).
  case direction
  /// Text in which no place is meant (`Roman Catholic`, `Native American`).
  case over
  /// A country's top-level domain that anybody may use.
  case domain
}
