import Tabular

/// What was announced of a letter on a day, and what it rested on: one line of a ledger. Nobody's own data.
public struct LedgerEntry: Hashable, Sendable {
  /// How many organizations are of a type for certain.
  public struct TypeCount: Hashable, Sendable {
    /// The type.
    public var type: OrganizationType
    /// How many.
    public var count: Int
  }

  /// The day.
  public var on: Day
  /// The letter's name.
  public var letter: String
  /// The language of the sentence.
  public var language: MessageLanguage
  /// What was said.
  public var sentence: String
  /// The organizations that signed, with bounds; the one that spoke is among them.
  public var organizations: Bounds
  /// Their countries.
  public var countries: Bounds
  /// The types that the sentence told, as counted for certain: it may have told a little less.
  public var types: [TypeCount]
  /// How many people signed.
  public var people: Int
  /// The choices of counting rules that another choice of would have changed the headline, as `rule=choice`.
  public var policies: [String]
  /// The inputs, as `name=SHA-256`.
  public var inputs: [String]
  /// Where it stands in the ledger, from 1; 0 for one that stands in none.
  public var line = 0

  /// What is announced of a letter now.
  ///
  /// - Parameters:
  ///   - day: The day of the announcement.
  ///   - letter: The letter's name.
  ///   - announcement: In the language of the sentence.
  ///   - form: How the sentence gives the number; the exact one stands in where the form can't be said.
  ///   - inputs: What the figures rest on.
  /// - Returns: Nothing where there is nothing to say.
  public init?(
    on day: Day, letter: String, _ announcement: Announcement, _ form: Announcement.Form, of summary: Summary,
    inputs: [InputFile]
  ) {
    let said = announcement.statement(form) == nil ? .exact : form
    guard let sentence = announcement.statement(said) else { return nil }
    on = day
    self.letter = letter
    language = announcement.language
    self.sentence = sentence
    organizations = summary.headline.organizations
    countries = summary.headline.countries
    types = announcement.boasts.map { TypeCount(type: $0.type, count: $0.certain) }
    people = summary.peopleSigned
    policies = LedgerEntry.policies(of: summary)
    self.inputs = inputs.filter { $0.role == .input }.map { "\($0.name)=\($0.hash.hex)" }
  }

  init(
    on: Day, letter: String, language: MessageLanguage, sentence: String, organizations: Bounds, countries: Bounds,
    types: [TypeCount], people: Int, policies: [String], inputs: [String], line: Int
  ) {
    self.on = on
    self.letter = letter
    self.language = language
    self.sentence = sentence
    self.organizations = organizations
    self.countries = countries
    self.types = types
    self.people = people
    self.policies = policies
    self.inputs = inputs
    self.line = line
  }

  /// The chosen rules of which another choice gives another headline, as far as that is known, or may give one.
  public static func policies(of summary: Summary) -> [String] {
    summary.sensitivity.compactMap { rule in
      guard rule.rule != .proposals else { return nil }
      if rule.rule == .invisibleLinks { return "\(rule.rule.rawValue)=\(summary.policy.invisibleLinks)" }
      guard let chosen = rule.choices.first(where: \.isChosen) else { return nil }
      let matters = rule.choices.contains {
        $0.organizations != chosen.organizations || $0.countries != chosen.countries
      }
      return matters ? "\(rule.rule.rawValue)=\(chosen.slug)" : nil
    }
  }
}
