/// What names alone say about an organization's type.
///
/// The rules and their order were measured on labelled letters: gazetteer, then strong words, then weak ones; within each
/// the precedence of types decides, not the position in the name.
struct NameClassifier: Sendable {
  private let index = KeywordIndex()
  private let gazetteer = Gazetteer()
  /// The languages of the countries seen so far.
  private var spoken: [CountryCode: LanguageSet] = [:]

  /// One thing that speaks for a type.
  private struct Cue {
    var type: OrganizationType
    var isStrong: Bool
    var isKnownOrganization: Bool
    var evidence: Evidence
  }

  /// The type that a mention's names and acronyms speak for; no primary type when nothing does.
  ///
  /// - Complexity: O(letters of the mention); a few microseconds.
  mutating func assignment(for name: OrganizationName, country: CountryCode?) -> TypeAssignment {
    var cues = gazetteer.entries(for: name, country: country).map { entry in
      let place = entry.country == "INT" ? "international" : entry.country
      return Cue(
        type: entry.type, isStrong: true, isKnownOrganization: true,
        evidence: Evidence("gazetteer", 1, "'\(entry.key)' is \(entry.name) (\(place)), \(entry.type.phrase)"))
    }
    var matches = KeywordMatches(index: index, country: country, countryLanguages: languages(of: country))
    for form in name.names { matches.add(form.compareForm) }
    for qualifier in name.qualifiers { matches.add(qualifier) }
    if name.names.isEmpty { matches.add(name.compareForm) }
    for match in matches.resolved() {
      let keyword = index.keywords[match.row]
      guard case .type(let type) = keyword.role else { continue }
      let isStrong = keyword.isStrong && !match.isLoose
      let isForm = keyword.use == .form
      let what = isForm ? "a legal form of \(type.plural)" : "\(type.phrase) word"
      cues.append(
        Cue(
          type: type, isStrong: isStrong, isKnownOrganization: false,
          evidence: Evidence(
            isForm ? "legal-form" : "keyword", isStrong ? 1 : 0.25,
            "'\(match.text)' is \(what) in \(languageNames(keyword.languages))")))
    }
    return NameClassifier.judge(cues)
  }

  private mutating func languages(of country: CountryCode?) -> LanguageSet {
    guard let country else { return LanguageSet() }
    if let known = spoken[country] { return known }
    let languages = index.languages.spoken(in: country)
    spoken[country] = languages
    return languages
  }

  private func languageNames(_ set: LanguageSet) -> String {
    let names = set.numbers.map { index.languages.names[$0] }
    switch names.count {
    case 0: return "some language"
    case 1: return names[0]
    case 2, 3: return names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
    default: return "\(names.count) languages"
    }
  }

  /// Types whose strong words describe whom or what a union organizes, when a word such as `union` or `workers` stands
  /// beside them: a nurses' union is no health organization.
  private static let yieldsToUnionWord: Set<OrganizationType> = [
    .health, .culture, .media, .academicResearch, .legal, .professionalAssociation, .faith, .government,
  ]

  private static func judge(_ cues: [Cue]) -> TypeAssignment {
    let tags = Array(Set(cues.map(\.type))).sorted()
    var primary: OrganizationType?
    var strength: TypeAssignment.Strength = .strong
    if let known = cues.filter(\.isKnownOrganization).map(\.type).min() {
      primary = known
    } else if let strong = cues.filter(\.isStrong).map(\.type).min() {
      primary = strong
      if yieldsToUnionWord.contains(strong), cues.contains(where: { $0.type == .tradeUnion }) {
        primary = .tradeUnion
        strength = .weak
      }
    } else {
      primary = cues.map(\.type).min { weakRank($0) < weakRank($1) }
      strength = .weak
    }
    guard let primary else { return TypeAssignment() }
    let decisive = cues.filter { $0.type == primary }
    let others = cues.filter { $0.type != primary }
    var evidence: [Evidence] = []
    for cue in decisive + others where !evidence.contains(cue.evidence) { evidence.append(cue.evidence) }
    return TypeAssignment(primary: primary, strength: strength, tags: tags, evidence: evidence)
  }

  /// The precedence of guesses: a weak business word (`group`, `fund`, `Inc`) says little.
  private static func weakRank(_ type: OrganizationType) -> Int {
    let rank = OrganizationType.allCases.firstIndex(of: type)! * 2
    return type == .business ? OrganizationType.allCases.firstIndex(of: .coalitionNetwork)! * 2 - 1 : rank
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
