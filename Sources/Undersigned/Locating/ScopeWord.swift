/// What a phrase says about a name's places or level without naming a place.
enum ScopeWord: String, Hashable, Sendable {
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
  /// Text in which no place is meant (`Roman Catholic`, `Native American`).
  case over
  /// A country's top-level domain that anybody may use.
  case domain
}
