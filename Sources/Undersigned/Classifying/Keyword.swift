/// One row of the table `type-keywords`.
struct Keyword: Sendable {
  /// What a row is for.
  enum Role: Hashable, Sendable {
    /// It speaks for a type.
    case type(OrganizationType)
    /// It eats its words, so that shorter keywords in it don't count (`european union`).
    case block
    /// It tells only which language a name is in.
    case language
  }

  /// When a row holds.
  enum Use: Hashable, Sendable {
    /// Wherever its words stand.
    case anywhere
    /// Only where the name or its country is of the row's languages: the word means another thing elsewhere.
    case gated
    /// Wherever its words stand, as the last resort of a guess: any other word of a cause or trade tells more (`union`).
    case hint
    /// Only as the last words of a name, and never as all of it, for what tells the sort of body in English: `holdings`.
    case last
    /// A legal form: only as the last words of a name, and never as all of it.
    case form
  }

  var role: Role
  var isStrong: Bool
  var use: Use
  var languages: LanguageSet
  /// How many letters the key has, spaces included.
  var letters: Int

  /// Whether it counts only as the last words of a name.
  var isAtEnd: Bool { use == .form || use == .last }
}
