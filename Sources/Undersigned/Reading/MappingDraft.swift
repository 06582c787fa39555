import Tabular

/// A mapping in the making: what each field is taken for so far, and the looks of its answers.
struct MappingDraft {
  /// What a field is taken for.
  struct Assignment: Hashable, Sendable {
    var field: CanonicalField?
    var reason: String
    var confidence: Double
  }

  let document: String
  let source: [TabularDocument.Field]
  let headers: [String]
  let profiles: [ContentProfile]
  private let choices: Set<Int>
  let words: AnswerWords
  /// What the headers say.
  var guesses: [Int: HeaderGuess] = [:]
  /// What the fields are taken for.
  private(set) var assigned: [Int: Assignment] = [:]
  /// Fields of which one was taken for the country's, though nothing told it from the others.
  var equalCountries: [Int] = []
  /// The field called `Name` that was not taken for the organization's.
  var refused: Int?

  init(
    _ document: some ExportDocument, sampleLimit: Int, words: AnswerWords,
    looksLikeCountry: @escaping @Sendable (String) -> Bool
  ) {
    self.words = words
    self.document = document.name
    source = document.fields
    let headers = document.fields.map(\.name)
    self.headers = headers
    let sample = document.sample(limit: sampleLimit)
    let columns = headers.indices.map { index in sample.map { index < $0.count ? $0[index] : "" } }
    profiles = columns.map { ContentProfile($0, words: words, looksLikeCountry: looksLikeCountry) }
    // One field a choice (`fav/julius`, or a header that repeats the choice): its answers say yes, or the header again.
    let names = Set(headers)
    choices = Set(
      headers.indices.filter { index in
        let filled = Set(columns[index].map(Markup.trimmed)).subtracting([""])
        let stem = headers[index].lastIndex(of: "/").map { String(headers[index][..<$0]) }
        return filled == [headers[index]] || stem.map(names.contains) == true
      })
  }

  /// Whether a field is one choice of another one.
  func isChoice(_ index: Int) -> Bool { choices.contains(index) }

  mutating func set(_ index: Int, _ field: CanonicalField?, _ reason: String, _ confidence: Double) {
    assigned[index] = Assignment(field: field, reason: reason, confidence: confidence)
  }

  /// The first field taken for `field`.
  func first(_ field: CanonicalField) -> Int? { headers.indices.first { assigned[$0]?.field == field } }

  func all(_ field: CanonicalField) -> [Int] { headers.indices.filter { assigned[$0]?.field == field } }

  /// Whether some field tells of persons.
  var hasPersons: Bool { assigned.values.contains { $0.field?.tellsOfPersons == true } }

  private func reason(_ guess: HeaderGuess) -> String {
    switch guess.match {
    case .whole: "the header says so"
    case .path: "its path ends in '\(guess.key)'"
    case .part: "its part '\(guess.key)' says so"
    case .phrase: "it asks for '\(guess.key)'"
    }
  }

  /// Takes each header at its word where it has one meaning, and where others settle which of two it means.
  mutating func settleByHeader() {
    for index in headers.indices where !choices.contains(index) {
      guard let guess = guesses[index], guess.fields.count == 1, let field = guess.fields.first else { continue }
      set(index, field, reason(guess), guess.match.confidence)
    }
    for index in choices.sorted() where guesses[index] != nil { set(index, nil, "one choice of another field", 0) }
    // `Nombre` is a first name beside `Apellidos`, `Nom` a last name beside `Prénom`; alone it is a name of something.
    for index in headers.indices {
      guard assigned[index] == nil, let guess = guesses[index] else { continue }
      let hasFirst = first(.firstName) != nil
      let hasLast = first(.lastName) != nil
      if guess.fields.contains(.lastName), hasFirst, !hasLast {
        set(index, .lastName, "beside a first name", guess.match.confidence)
      } else if guess.fields.contains(.firstName), hasLast, !hasFirst {
        set(index, .firstName, "beside a last name", guess.match.confidence)
      } else if guess.fields.contains(.name) {
        set(index, .name, reason(guess), guess.match.confidence)
      } else if !guess.fields.contains(.country), let field = guess.fields.first {
        set(index, field, reason(guess), guess.match.confidence)
      }
    }
    settleCountries()
  }

  /// Where one word means country and state, or a header stands twice, the answers tell: the field with the larger
  /// share of countries is the country's.
  private mutating func settleCountries() {
    let open = headers.indices.filter { assigned[$0] == nil && guesses[$0]?.fields.contains(.country) == true }
    let sure = all(.country)
    let twice = sure.filter { index in sure.contains { $0 != index && headers[$0] == headers[index] } }
    let rivals = open + twice
    guard !rivals.isEmpty else { return }
    let needsOne = sure.count == twice.count
    let best = rivals.max { (profiles[$0].countryShare, -$0) < (profiles[$1].countryShare, -$1) }
    let share = best.map { profiles[$0].countryShare } ?? 0
    let equals = rivals.filter { profiles[$0].countryShare == share && profiles[$0].filled > 0 }
    for index in rivals {
      let confidence = guesses[index]?.match.confidence ?? 0.5
      if needsOne, index == best {
        if equals.count > 1 { equalCountries = equals }
        let reason =
          rivals.count == 1
          ? "the header says so"
          : equals.count > 1
            ? "it is the first of \(equals.count) with as many countries"
            : "a larger share of its answers are countries than of its namesake's"
        set(index, .country, reason, confidence)
      } else {
        set(index, .region, "another field holds the countries", confidence)
      }
    }
  }

  /// Corrects by the looks of the answers what headers alone got wrong, and finds what they don't tell.
  mutating func settleByContent(platform: Platform?) {
    for index in headers.indices {
      let profile = profiles[index]
      guard profile.filled > 0, let assignment = assigned[index], let field = assignment.field else { continue }
      switch field {
      case .organization, .affiliation, .name, .organizationType, .country:
        if profile.isSwitch {
          set(index, field == .organization ? .capacity : nil, "its answers are yes or no", 0.5)
        } else if field == .organization || field == .name, profile.filled > 2, profile.emailShare >= 0.5 {
          set(index, .email, "its answers are e-mail addresses", 0.9)
        }
      case .email where profile.switchShare >= 0.5:
        set(index, .contactConsent, "its answers are yes or no", 0.7)
      case .email where profile.filled > 2 && profile.distinctCount == 1 && profile.emailShare == 0:
        set(index, .ignore, "its answers are no e-mail addresses", 0.9)
      case .id where profile.filled > 2 && profile.distinctCount * 2 < profile.filled:
        set(index, .ignore, "its answers tell nobody apart", 0.7)
      case .timestamp where guesses[index]?.match == .phrase && profile.dateShare < 0.3:
        set(index, nil, "its answers are no dates", 0)
      case .capacity where profile.distinctCount > 6 && profile.switchShare < 0.2 && profile.averageWords < 12:
        if first(.organization) == nil { set(index, .organization, "its answers are names", 0.6) }
      default: break
      }
    }
    for index in headers.indices where assigned[index]?.field == nil {
      if profiles[index].emailShare >= 0.5 { set(index, .email, "its answers are e-mail addresses", 0.9) }
    }
    settleConsent()
    dropVagueDoubles()
    settleNames(platform: platform)
    findOrganizations()
    alignCountry()
  }

  /// Takes for personal what nobody recognized and what looks as if people wrote of themselves in it. Nothing reads such
  /// a field; it only must not be handed back.
  mutating func settleFreeText() {
    for index in headers.indices {
      let field = assigned[index]?.field
      guard field == nil || field == .ignore || field == .tags else { continue }
      let profile = profiles[index]
      if profile.holdsContacts {
        set(index, .comment, "its answers hold e-mail addresses or telephone numbers", 0.6)
      } else if field == nil, !choices.contains(index) {
        if profile.isFreeText {
          set(index, .comment, "long free text", 0.6)
        } else if profile.distinctCount >= 3, profile.personShare >= 0.9 {
          set(index, .comment, "its answers look like persons' names", 0.5)
        }
      }
    }
  }

  /// A question that only hints at organizations or countries counts for nothing beside a header that says so.
  private mutating func dropVagueDoubles() {
    for field in [CanonicalField.organization, .country, .organizationType, .timestamp, .website, .city, .region] {
      let found = all(field)
      let best = found.compactMap { guesses[$0]?.match.rawValue }.min() ?? 0
      for index in found {
        guard let match = guesses[index]?.match, match == .phrase, match.rawValue > best else { continue }
        set(index, nil, "another header says \(field.rawValue) more plainly", 0)
      }
    }
    // The country that a platform guessed from the network is used where nothing better is there.
    if first(.country) != nil {
      for index in all(.countryFromNetwork) { set(index, .ignore, "another header says country", 0.9) }
    }
  }

  /// A lone column is the list of organizations; elsewhere the answers must look like organizations.
  private mutating func findOrganizations() {
    guard first(.organization) == nil else { return }
    if headers.count == 1, assigned[0]?.field?.isPersonal != true {
      guard profiles[0].distinctCount < 5 || profiles[0].personShare < 0.9 else {
        refused = 0
        return
      }
      set(0, .organization, "it is the only field", 0.7)
      return
    }
    if first(.affiliation) != nil {
      guard !hasPersons, let index = first(.affiliation) else { return }
      set(index, .organization, "nothing in the export tells of persons", 0.6)
      return
    }
    guard !hasPersons || first(.count) == nil else { return }
    let candidates = headers.indices.filter { index in
      let profile = profiles[index]
      return assigned[index]?.field == nil && !choices.contains(index) && profile.filled >= 5
        && profile.organizationShare >= 0.4 && profile.distinctCount * 2 >= profile.filled && profile.averageWords <= 12
    }
    let best = candidates.max {
      (profiles[$0].organizationShare, -$0) < (profiles[$1].organizationShare, -$1)
    }
    if let best { set(best, .organization, "its answers look like organizations", 0.5) }
  }

  /// The header that links to signers kept elsewhere.
  var linkHeader: String { headers.first(where: MappingDraft.isLinkToSigner) ?? "" }

  /// Whether records only link to their signers.
  var linksToSigners: Bool { headers.contains(where: MappingDraft.isLinkToSigner) }

  /// A link to a person tells who it is.
  mutating func settleLinks() {
    for index in headers.indices {
      let isPersons = headers[index].contains("osdi:person.identifiers") || MappingDraft.isLinkToSigner(headers[index])
      if isPersons { set(index, .id, "the platform's own number of the person", 0.9) }
    }
  }

  private static func isLinkToSigner(_ header: String) -> Bool {
    header.contains("_links") && header.contains("osdi:person") && !header.contains("_embedded")
  }

  /// Reads `name, code, signature_count` as signatures by country.
  mutating func settleAggregate() -> Bool {
    guard first(.count) != nil, !hasPersons else { return false }
    let code = headers.indices.first { ["code", "country code"].contains(CompareForm.fold(headers[$0])) }
    let names = all(.organization).filter { guesses[$0]?.fields.contains(.name) == true }
    guard names.count == all(.organization).count, first(.country) != nil || code != nil else { return false }
    for index in names {
      set(index, first(.country) == nil && code == nil ? .country : .ignore, "names a country", 0.8)
    }
    if first(.country) == nil, let code { set(code, .country, "codes beside counts of signatures", 0.9) }
    return true
  }

  /// Finds the fields with what was typed beside `Other`: `q_other`, `q [Other]`, or `Other (please specify)` after its
  /// question.
  mutating func settleOtherTexts() {
    let folded = headers.map(CompareForm.fold)
    for index in headers.indices {
      let isOther = guesses[index]?.fields.contains(.otherText) == true
      let suffixes = [" other", " other please specify", " other specify", " otro", " autre", " sonstiges"]
      let stem = suffixes.first(where: folded[index].hasSuffix).map { String(folded[index].dropLast($0.count)) }
      let owner = headers.indices.first { other in
        other != index && folded[other] == stem && assigned[other]?.field.map(MappingDraft.takesOther) == true
      }
      let left = headers.indices.prefix(index).last { assigned[$0]?.field.map(MappingDraft.takesOther) == true }
      let isBesides = isOther && left == index - 1
      guard let found = owner ?? (isBesides ? left : nil) else { continue }
      otherTexts[index] = found
      set(index, .otherText, "what was typed beside '\(headers[found])'", 0.9)
    }
  }

  /// For fields with other text, the field that they belong to.
  private(set) var otherTexts: [Int: Int] = [:]

  private static func takesOther(_ field: CanonicalField) -> Bool {
    [.organization, .organizationType, .country, .city, .region].contains(field)
  }

  /// Every field with its use.
  func fields() -> [ExportReading.Field] {
    headers.indices.map { index in
      let assignment = assigned[index]
      let field = assignment?.field
      var use = ExportReading.Use.unread
      if let field {
        if field.isRead || field == .otherText { use = .read }
        if field.tellsOfPersons && field != .phone || field == .id { use = .fingerprint }
      }
      return ExportReading.Field(
        header: headers[index], position: source[index].position, index: index, field: field,
        reason: assignment?.reason ?? "not recognized", confidence: field == nil ? 0 : assignment?.confidence ?? 0,
        use: use, besides: otherTexts[index])
    }
  }
}
