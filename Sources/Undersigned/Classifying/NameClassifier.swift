/// What names alone say about an organization's type.
///
/// The rules and their order were measured on labelled letters: gazetteer, then strong words and rules, then weak ones;
/// within each the precedence of types decides, not the position in the name.
struct NameClassifier: Sendable {
  private let index = KeywordIndex.shared
  private let gazetteer = Gazetteer.shared
  /// The languages of the countries seen so far.
  private var spoken: [CountryCode: LanguageSet] = [:]
  // Filled again for each mention.
  private var keywords = KeywordMatches()
  private var cues: [Cue] = []

  /// One thing that speaks for a type.
  private struct Cue {
    /// Where its particulars are.
    enum Source {
      case gazetteer(Int), keyword(Int), concepts(Int), legalForm(String)
    }

    var type: OrganizationType
    var isStrong: Bool
    var source: Source
    /// The place among guesses, the lowest first.
    var weakRank: Int
  }

  /// The type that a mention's names and acronyms speak for; no primary type when nothing does.
  ///
  /// - Complexity: O(letters of the mention); some two microseconds.
  mutating func assignment(for name: OrganizationName, country: CountryCode?) -> TypeAssignment {
    cues.removeAll(keepingCapacity: true)
    let known = gazetteer.entries(for: name, country: country)
    for (number, entry) in known.enumerated() {
      cues.append(Cue(type: entry.type, isStrong: true, source: .gazetteer(number), weakRank: 0))
    }
    keywords.begin(country, countryLanguages: languages(of: country))
    for form in name.names { keywords.add(form.compareForm, index) }
    for qualifier in name.qualifiers { keywords.add(qualifier, index) }
    if name.names.isEmpty { keywords.add(name.compareForm, index) }
    keywords.resolve(index)
    for (number, match) in keywords.matches.enumerated() {
      let keyword = index.keywords[match.row]
      guard case .type(let type) = keyword.role else { continue }
      let isStrong = keyword.isStrong && !match.isLoose && !isReadOtherwise(match, type)
      let weakRank =
        keyword.use == .form ? NameClassifier.lastRank : NameClassifier.weakRank(type, isHint: keyword.use == .hint)
      cues.append(Cue(type: type, isStrong: isStrong, source: .keyword(number), weakRank: weakRank))
    }
    for (number, match) in keywords.concepts.matches.enumerated() {
      let rule = index.rules.rules[match.rule]
      let weakRank = NameClassifier.weakRank(rule.type)
      cues.append(
        Cue(type: rule.type, isStrong: rule.isStrong, source: .concepts(number), weakRank: weakRank))
    }
    if let form = name.legalForm { addCue(of: form, country) }
    return judge(known)
  }

  /// A legal form says little in a name that no keyword for forms stands in, and nothing new in others.
  private mutating func addCue(of form: String, _ country: CountryCode?) {
    let forms = LegalFormTypes.shared
    guard !keywords.matches.contains(where: { index.keywords[$0.row].use == .form }),
      let type = forms.type(of: form, in: country)
    else { return }
    let weakRank = forms.isOfCommonLaw(form) ? NameClassifier.lastRank : type.rank * 2
    cues.append(Cue(type: type, isStrong: false, source: .legalForm(form), weakRank: weakRank))
  }

  private mutating func languages(of country: CountryCode?) -> LanguageSet {
    guard let country else { return LanguageSet() }
    if let known = spoken[country] { return known }
    let languages = index.languages.spoken(in: country)
    spoken[country] = languages
    return languages
  }

  /// Whether a rule reads the words of a body's sort, and others with them, as the name of another sort of body: what
  /// is an alliance for something is a party where all that it is for is change.
  private func isReadOtherwise(_ match: KeywordMatches.Match, _ type: OrganizationType) -> Bool {
    guard NameClassifier.sorts.contains(type) else { return false }
    return keywords.concepts.matches.contains {
      index.rules.rules[$0.rule].type == .politicalParty && $0.range.overlaps(match.range)
        && index.rules.rules[$0.rule].rest != nil
    }
  }

  private static let sorts = TypeSet([.socialMovement, .coalitionNetwork, .communitySolidarity, .ngo])

  /// Types whose strong words describe whom or what a union organizes, when a word such as `union` or `workers` stands
  /// beside them: a nurses' union is no health organization.
  private static let yieldsToUnionWord = TypeSet([
    .health, .culture, .media, .academicResearch, .legal, .professionalAssociation, .faith, .government,
  ])

  private func judge(_ known: [Gazetteer.Entry]) -> TypeAssignment {
    if cues.isEmpty { return TypeAssignment() }
    var (all, strong) = (TypeSet(), TypeSet())
    var (first, firstStrong): (OrganizationType?, OrganizationType?) = (nil, nil)
    var weak = cues[0]
    for cue in cues {
      all.insert(cue.type)
      if case .gazetteer = cue.source { first = min(first ?? cue.type, cue.type) }
      if cue.isStrong {
        strong.insert(cue.type)
        firstStrong = min(firstStrong ?? cue.type, cue.type)
      }
      if cue.weakRank < weak.weakRank { weak = cue }
    }
    var strength: TypeAssignment.Strength = .strong
    var primary = first ?? firstStrong
    if first == nil, let type = primary, NameClassifier.yieldsToUnionWord.contains(type), all.contains(.tradeUnion) {
      primary = .tradeUnion
      strength = .weak
    }
    if primary == nil {
      primary = weak.type
      strength = .weak
    }
    var assignment = TypeAssignment(primary: primary, strength: strength)
    assignment.tagSet = all
    var reasons: [TypeReason] = []
    reasons.reserveCapacity(cues.count)
    for cue in cues where cue.type == primary { reasons.append(reason(cue, known)) }
    for cue in cues where cue.type != primary { reasons.append(reason(cue, known)) }
    if reasons.count > 1 { assignment.addReasons(reasons) } else { assignment.reasons = reasons }
    return assignment
  }

  private func reason(_ cue: Cue, _ known: [Gazetteer.Entry]) -> TypeReason {
    switch cue.source {
    case .gazetteer(let number): return .gazetteer(known[number])
    case .legalForm(let form): return .legalForm(form, cue.type, isStrong: false, LanguageSet())
    case .keyword(let number):
      let match = keywords.matches[number]
      let keyword = index.keywords[match.row]
      let text = keywords.text.string(match.range)
      return keyword.use == .form
        ? .legalForm(text, cue.type, isStrong: cue.isStrong, keyword.languages)
        : .keyword(text, cue.type, isStrong: cue.isStrong, keyword.languages)
    case .concepts(let number):
      let match = keywords.concepts.matches[number]
      let rule = index.rules.rules[match.rule]
      return .concepts(keywords.text.string(match.range), rule: rule.text, cue.type, isStrong: cue.isStrong)
    }
  }

  /// After everything else: `Inc` and `Ltd` are forms of charities as well.
  private static let lastRank = OrganizationType.ngo.rank * 2 + 1

  /// The precedence of guesses: a weak business word (`group`, `fund`) says little, and so do hints.
  private static func weakRank(_ type: OrganizationType, isHint: Bool = false) -> Int {
    if type == .business { return OrganizationType.coalitionNetwork.rank * 2 - 1 }
    return isHint ? max(type.rank * 2, OrganizationType.socialMovement.rank * 2 - 1) : type.rank * 2
  }
}
