/// Where an organization is at home, as far as its mention tells.
public struct Location: Hashable, Sendable {
  /// How far an organization reaches.
  public enum Scope: String, CaseIterable, Hashable, Sendable {
    /// A part of one country.
    case subnational
    /// One country.
    case national
    /// A region of the world with several countries.
    case regional
    /// The world.
    case international
    /// Nothing tells.
    case unresolved
  }

  /// How far it reaches, as a guess where `isGuess`.
  public var scope: Scope
  /// One country; several when the answer names several; none for regional, international and unresolved bodies.
  public var countries: [CountryCode]
  /// The region of a regional body, as its M49 code (`419`, Latin America and the Caribbean).
  public var region: String?
  /// Why, the most trusted first.
  public var evidence: [Evidence]
  /// Whether the scope rests only on what is left out, so that nothing may be counted by it.
  public var isGuess: Bool

  /// A location with its evidence.
  public init(
    scope: Scope, countries: [CountryCode] = [], region: String? = nil, evidence: [Evidence] = [], isGuess: Bool = false
  ) {
    self.scope = scope
    self.countries = countries
    self.region = region
    self.evidence = evidence
    self.isGuess = isGuess
  }

  /// Nothing tells.
  public static let unresolved = Location(scope: .unresolved)

  /// The scope that figures may rest on: unresolved for a guess.
  public var countedScope: Scope { isGuess ? .unresolved : scope }

  /// The one country, where there is exactly one.
  public var country: CountryCode? { countries.count == 1 ? countries[0] : nil }
}
