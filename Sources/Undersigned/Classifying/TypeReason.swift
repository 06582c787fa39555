/// One thing that speaks for a type; it becomes a sentence only when somebody asks for it.
enum TypeReason: Hashable, Sendable {
  /// A person decided.
  case decision(OrganizationType)
  /// The export's own answer, and what it means.
  case answer(String, [OrganizationType])
  /// A known organization.
  case gazetteer(Gazetteer.Entry)
  /// A keyword as it stands in the name.
  case keyword(String, OrganizationType, isStrong: Bool, LanguageSet)
  /// A legal form as it stands in the name.
  case legalForm(String, OrganizationType, isStrong: Bool, LanguageSet)
  /// Words that together mean what a rule asks for, as they stand in the name.
  case concepts(String, rule: String, OrganizationType, isStrong: Bool)
  /// Nothing but a letter's policy.
  case lastResort(OrganizationType)

  /// In a sentence.
  var evidence: Evidence {
    switch self {
    case .decision(let type):
      Evidence("decision", 1, "somebody decided that it is \(type.phrase)")
    case .answer(let answer, let types):
      Evidence("type-answer", 1, "the answer \(quoted(answer)) means \(types.map(\.phrase).joined(separator: " and "))")
    case .gazetteer(let entry):
      Evidence(
        "gazetteer", 1,
        "'\(entry.key)' is \(entry.name.isEmpty ? "known" : entry.name) "
          + "(\(entry.country == "INT" ? "international" : entry.country)), \(entry.type.phrase)")
    case .keyword(let text, let type, let isStrong, let languages):
      Evidence(
        "keyword", isStrong ? 1 : 0.25,
        "'\(text)' is \(type.phrase) word in \(KeywordIndex.shared.languages.list(languages))")
    case .legalForm(let text, let type, let isStrong, let languages):
      Evidence(
        "legal-form", isStrong ? 1 : 0.25,
        "'\(text)' is a legal form of \(type.plural)"
          + (languages.isEmpty ? "" : " in \(KeywordIndex.shared.languages.list(languages))"))
    case .concepts(let text, let rule, let type, let isStrong):
      Evidence(
        "concepts", isStrong ? 1 : 0.25, "'\(text)' means \(rule), which speaks for the type '\(type.displayName)'")
    case .lastResort(let type):
      Evidence("last-resort", 0, "nothing tells its type; \(type.phrase) by policy")
    }
  }
}

extension OrganizationType {
  /// For the middle of a sentence, with its article: `a trade union`, `an NGO`.
  var phrase: String {
    let name = self == .ngo ? "NGO" : displayName.lowercased()
    return ("aeiouN".contains(name.prefix(1)) ? "an " : "a ") + name
  }

  /// For the middle of a sentence: `trade unions`.
  fileprivate var plural: String {
    switch self {
    case .ngo: "NGOs"
    case .business: "businesses"
    default: displayName.lowercased() + "s"
    }
  }
}
