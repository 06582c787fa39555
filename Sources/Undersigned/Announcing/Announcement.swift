/// Sentences about a letter that are true, in one language.
public struct Announcement: Sendable {
  /// How a sentence gives the number of organizations.
  public enum Form: String, CaseIterable, Hashable, Sendable {
    /// As reported: `397 organizations`.
    case exact
    /// Over a round number that no outcome of open proposals falls to: `over 350 organizations`.
    case over
    /// Nearly a round number, where it is within a twentieth: `nearly 400 organizations`.
    case nearly
  }

  /// The language.
  public let language: MessageLanguage
  /// What is said.
  public let facts: AnnouncementFacts
  /// The names for `including`.
  public let names: [String]
  /// How many types a sentence boasts of, at most; 0 or more.
  public let typeLimit: Int

  private let messages: MessageCatalogue

  /// An announcement of some facts.
  ///
  /// - Parameters:
  ///   - names: Organizations to name, as people should read them.
  ///   - typeLimit: How many types to boast of.
  public init(_ facts: AnnouncementFacts, in language: MessageLanguage, names: [String] = [], typeLimit: Int = 3) {
    self.facts = facts
    self.language = language
    self.names = names
    self.typeLimit = typeLimit
    messages = MessageCatalogue(language)
  }

  /// Who has signed, with the largest types: `Over 350 organizations from 88 countries have signed, including 48 trade
  /// unions ...`; nothing where the form can't be said truthfully.
  public func statement(_ form: Form) -> String? {
    if facts.organizations.reported == 0 { return facts.areOthers ? nil : messages.text("statement.none") }
    let types = boasts.compactMap {
      messages.text("type.\($0.type.rawValue)", form == .exact ? $0.certain : $0.atLeast)
    }
    return sentence("statement", form, isJoined: false, list: types)
  }

  /// A call to join those who have signed, with the names; nothing where the form can't be said truthfully, or nobody
  /// has signed.
  public func call(_ form: Form) -> String? {
    guard facts.organizations.reported > 0 else { return nil }
    return sentence("call", form, isJoined: true, list: names)
  }

  /// What belongs to the counts: how many are sections, networks, and how many people signed; only those that occur.
  public var remarks: [String] {
    [("sections", facts.sections), ("networks", facts.networks), ("people", facts.people)]
      .compactMap { name, number in number > 0 ? messages.text(name, number) : nil }
  }

  /// The types that a statement boasts of; a form such as NGO says nothing of whom a letter speaks for.
  public var boasts: [AnnouncementFacts.TypeCount] {
    Array(facts.types.filter { ![.other, .ngo].contains($0.type) }.prefix(typeLimit))
  }

  /// The number of organizations that a form gives; nothing where it can't be said.
  public func number(_ form: Form) -> Int? {
    switch form {
    case .exact: facts.organizations.reported
    case .over:
      // Over 15 organizations from 16 countries may be true, and reads like a slip.
      RoundNumber.below(facts.organizations.atLeast).flatMap { $0 < facts.countries.atLeast ? nil : $0 }
    case .nearly:
      RoundNumber.justAbove(facts.organizations.atLeast).flatMap { facts.organizations.atMost < $0 ? $0 : nil }
    }
  }

  private func sentence(_ name: String, _ form: Form, isJoined: Bool, list: [String]) -> String? {
    guard let number = number(form) else { return nil }
    let noun = facts.areOthers ? "others" : "organizations"
    let key = form == .exact ? noun : "\(noun).\(form.rawValue)"
    let joined = isJoined ? messages.text("\(key).joined", number) : nil
    guard let organizations = joined ?? messages.text(key, number) else { return nil }
    // A number of countries that open proposals can still lower is said as the lowest.
    let countries = form == .exact ? facts.countries.reported : facts.countries.atLeast
    let including = list.isEmpty ? "" : messages.text("including", ["list": messages.list(list)]) ?? ""
    return messages.text(
      name, number,
      [
        "organizations": organizations,
        "countries": countries > 0 ? messages.text("countries", countries) ?? "" : "",
        "including": including,
      ]
    ).map(finished)
  }

  /// With a capital first letter, and one full stop where a name ends with one.
  private func finished(_ text: String) -> String {
    language.beginningWithCapital(text.hasSuffix("..") ? String(text.dropLast()) : text)
  }
}
