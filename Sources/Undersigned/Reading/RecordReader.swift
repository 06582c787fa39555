import Tabular

/// Judges the records of one export: what became of each, and which answers it has.
struct RecordReader: Sendable {
  /// One record judged; numbers are into the reader's fields.
  struct Judgement: Sendable {
    var fate: Fate
    /// Into `names`; 0 when none is to be kept.
    var name = 0
    var consent = DisplayConsent.unknown
    var signatures = 1
    var day: Day?
    /// A key for the person; 0 for nobody that can be known again.
    var person: UInt64 = 0
  }

  private let policy: Policy
  private let isAggregate: Bool
  private let platform: Platform?
  let organization: MergedField
  private let affiliation: MergedField
  /// The judged answers of the organization's fields, then of the affiliation's.
  var names: [OrganizationAnswer]
  private let affiliationBase: Int
  /// For records whose answer holds their signer's name: what takes the place of the answer, into `names`.
  var ownAnswers: [Int: (organization: Int, affiliation: Int)] = [:]
  let answerReader: OrganizationAnswerReader
  let country: MergedField
  let type: MergedField
  let city: MergedField
  let region: MergedField
  let website: MergedField
  private let dates: SigningDates
  private let labels: [(ids: NumberColumn, isTotal: [Bool])]
  private let confirmed: [ClaimField]
  private let consents: [ClaimField]
  private let withdrawn: [ClaimField]
  private let tests: [ClaimField]
  private let states: [(ids: NumberColumn, drops: [DropReason?])]
  private let capacities: [(ids: NumberColumn, answers: [Capacity?])]
  private let counts: [(ids: NumberColumn, values: [Int?])]
  private let needsDate: Bool
  private let emails: [[UInt64]]
  private let numbers: [[UInt64]]
  let personNames: [[UInt64]]
  private let blanks: Set<UInt64>

  init(
    _ reading: ExportReading, _ plan: ReadingPlan, _ table: EncodedTable, policy: Policy, words: AnswerWords,
    seed: UInt64
  ) {
    let state = SignatureState(words: words)
    answerReader = OrganizationAnswerReader(words: words)
    let isOther = { (answer: String) in words.means(.other, CompareForm.fold(answer)) }
    func merged(_ field: CanonicalField) -> MergedField { plan.merged(field, in: table, isOther: isOther) }
    self.policy = policy
    isAggregate = reading.isAggregate
    platform = reading.platform
    organization = merged(.organization)
    affiliation = merged(.affiliation)
    let organizationNames = organization.map(answerReader.read)
    affiliationBase = organizationNames.count
    names = organizationNames + affiliation.map(answerReader.read)
    let declared = merged(.country)
    country = plan.columns(.country, in: table).isEmpty ? merged(.countryFromNetwork) : declared
    type = merged(.organizationType)
    city = merged(.city)
    region = merged(.region)
    website = merged(.website)
    let timestamps = merged(.timestamp)
    dates = SigningDates(timestamps, words: words)
    labels = [country, timestamps].map { field in
      (field.ids, field.map { words.means(.total, CompareForm.fold($0)) })
    }
    confirmed = plan.columns(.confirmed, in: table).map {
      ClaimField($0.header, $0.column, isCheckbox: true, claim: state.confirmed)
    }
    consents = plan.columns(.displayConsent, in: table).map { header, column in
      let isHiding = state.asksToHide(header)
      return ClaimField(header, column, isCheckbox: !isHiding) { state.consent($0, isHiding: isHiding) }
    }
    withdrawn = plan.columns(.withdrawn, in: table).map {
      ClaimField($0.header, $0.column, isCheckbox: false, claim: state.withdrawn)
    }
    tests = plan.columns(.test, in: table).map {
      ClaimField($0.header, $0.column, isCheckbox: false, claim: state.test)
    }
    states = plan.columns(.status, in: table).map { _, column in
      (column.ids, (0..<column.answers.count).map { state.drop(status: column.answers.string($0)) })
    }
    capacities = plan.columns(.capacity, in: table).map { header, column in
      let asked = state.capacity(asked: header)
      var answers = (0..<column.answers.count).map { state.capacity(column.answers.string($0), asked: asked) }
      // An unticked `I sign on behalf of an organization` leaves nothing behind.
      let isTicked = asked == .organization && answers.count == 2 && answers[1] == .organization
      if isTicked { answers[0] = .individual }
      return (column.ids, answers)
    }
    counts = plan.columns(.count, in: table).map { _, column in
      (column.ids, (0..<column.answers.count).map { RecordReader.count(column.answers.string($0)) })
    }
    needsDate = reading.platform == .limeSurvey || reading.platform == .typeform
    emails = plan.fingerprints([.email], in: table)
    numbers = plan.fingerprints([.id], in: table)
    personNames = plan.fingerprints([.personName, .firstName, .lastName], in: table)
    blanks = RecordReader.blanks(seed: seed)
  }

  /// Judges one record.
  func judge(_ index: Int, source: UInt32) -> Judgement {
    let (typed, belongs) = answers(index)
    var judgement = Judgement(fate: .dropped(.empty))
    judgement.day = dates[index]
    if names[typed].verdict == .total || labels.contains(where: { $0.isTotal[Int($0.ids[index])] }) {
      judgement.fate = .dropped(.totals)
      return judgement
    }
    if isAggregate {
      judgement.signatures = counts.lazy.compactMap { $0.values[Int($0.ids[index])] }.first ?? 0
      let hasCount = counts.contains { $0.values[Int($0.ids[index])] != nil }
      judgement.fate = hasCount ? .counted(.individual) : .dropped(.empty)
      if !hasCount { judgement.signatures = 1 }
      return judgement
    }
    let email = fingerprint(emails, index)
    let number = fingerprint(numbers, index)
    let hasPerson = email != 0 || fingerprint(personNames, index) != 0
    judgement.person = email != 0 ? email : RecordReader.salted(number, source)
    judgement.consent = consent(index)
    judgement.name = names[typed].verdict == .name ? typed : names[belongs].verdict == .name ? belongs : 0
    judgement.fate = fate(index, typed: typed, belongs: belongs, hasPerson: hasPerson, name: &judgement.name)
    if case .dropped = judgement.fate, judgement.name == 0 { judgement.name = typed }
    return judgement
  }

  /// What a record answers where an organization and an affiliation were asked for, into `names`.
  func answers(_ index: Int) -> (organization: Int, affiliation: Int) {
    if !ownAnswers.isEmpty, let own = ownAnswers[index] { return own }
    return (
      Int(organization.ids[index]), affiliation.ids[index] == 0 ? 0 : affiliationBase + Int(affiliation.ids[index])
    )
  }

  private func fate(_ index: Int, typed: Int, belongs: Int, hasPerson: Bool, name: inout Int) -> Fate {
    let isBlank = names[typed].verdict == .empty && names[belongs].verdict == .empty && !hasPerson
    if isBlank, !names[typed].isWithdrawn { return .dropped(.empty) }
    if names[typed].verdict == .test || tests.contains(where: { $0[index] == .yes }) { return .dropped(.test) }
    if names[typed].isWithdrawn || withdrawn.contains(where: { $0[index] == .yes }) { return .dropped(.withdrawn) }
    if let reason = state(index) { return .dropped(reason) }
    if needsDate, dates.isEmpty(index) { return .dropped(.incomplete) }
    if !policy.countsUnverified, confirmed.contains(where: { $0[index] == .no }) { return .dropped(.unverified) }
    guard name != 0 else { return hasPerson ? .counted(.individual) : .dropped(.notAnOrganization) }
    let capacity = capacity(index, isAffiliation: name != typed, answer: names[name], hasPerson: hasPerson)
    if capacity != .organization { name = 0 }
    return .counted(capacity)
  }

  /// Who signs where there is an organization or an affiliation.
  private func capacity(_ index: Int, isAffiliation: Bool, answer: OrganizationAnswer, hasPerson: Bool) -> Capacity {
    if answer.isAffiliation { return .individualWithAffiliation }
    for field in capacities {
      guard let said = field.answers[Int(field.ids[index])] else { continue }
      return said == .organization ? .organization : .individualWithAffiliation
    }
    guard hasPerson else { return .organization }
    if isAffiliation {
      return policy.affiliatedPerson == .affiliationSigns ? .organization : .individualWithAffiliation
    }
    return policy.affiliatedPerson == .personSigns ? .individualWithAffiliation : .organization
  }

  private func state(_ index: Int) -> DropReason? {
    for field in states {
      guard let reason = field.drops[Int(field.ids[index])] else { continue }
      if reason == .unverified, policy.countsUnverified { continue }
      return reason
    }
    return nil
  }

  private func consent(_ index: Int) -> DisplayConsent {
    if consents.contains(where: { $0[index] == .no }) { return .refused }
    return consents.contains { $0[index] == .yes } ? .given : .unknown
  }

  /// The first fingerprint that stands for somebody; 0 for none.
  private func fingerprint(_ fields: [[UInt64]], _ index: Int) -> UInt64 {
    for field in fields where field[index] != 0 && !blanks.contains(field[index]) { return field[index] }
    return 0
  }

  private static func count(_ text: String) -> Int? {
    Int(text.filter { !$0.isWhitespace && ![",", ".", "'", "’"].contains($0) })
  }

  /// Numbers of two platforms may be equal by chance.
  private static func salted(_ number: UInt64, _ source: UInt32) -> UInt64 {
    number == 0 ? 0 : (number ^ (UInt64(source) + 1) &* 0x9E37_79B9_7F4A_7C15) | 1
  }

  /// Words that stand for no person: everybody has the e-mail address `anonymous` on some platforms.
  static let blankWords: Set<String> = [
    "anonymous", "anonym", "anonyme", "anónimo", "anonimo", "n/a", "na", "none", "-", "--", ".", "null", "x",
  ]

  /// The fingerprints of these words.
  private static func blanks(seed: UInt64) -> Set<UInt64> {
    Set(
      blankWords.map { word in
        var word = word
        return word.withUTF8 { Interner.hash($0, seed: seed) }
      })
  }

  /// What was odd about the answers of this export.
  ///
  /// - Parameter reported: What was found already, so that a broken quote is told once.
  func findings(_ source: String, lines: RecordLines, reported: [Finding]) -> [Finding] {
    var findings = dates.findings(source, lines: lines)
    findings += quoteFindings(source, lines: lines, reported: reported)
    if let cut = cutFinding(source) { findings.append(cut) }
    let masked = names.indices.filter { names[$0].hasPersonalData }
    if !masked.isEmpty {
      let isMasked = Set(masked)
      let found = lines.indices.filter { isMasked.contains(answers($0).organization) }
      if let first = found.map({ Int(lines[$0]) }).min() {
        findings.append(
          Finding(
            .warning, "personal-data-in-organization", at: Position(source: source, line: first),
            "\(found.count) \(found.count == 1 ? "answer names" : "answers name") an e-mail address or a telephone number "
              + "where an organization was asked for", remedy: "write the organization's name there instead"))
      }
    }
    let own = ownAnswers.filter { names[$0.value.organization].namesSigner }.keys.map { Int(lines[$0]) }
    if let first = own.min() {
      findings.append(
        Finding(
          .warning, "personal-data-in-organization", at: Position(source: source, line: first),
          "\(own.count) \(own.count == 1 ? "answer gives" : "answers give") the signer's own name where an organization "
            + "was asked for; it was left out", remedy: "write the organization's name there, or nothing"))
    }
    for field in confirmed + consents where field.unknownRecords > 0 {
      findings.append(
        Finding(
          .warning, "answer-not-understood", at: Position(source: source),
          "\(field.unknownRecords) answers in \(quoted(field.header)) mean neither yes nor no",
          remedy: "they are read as if nothing had been answered"))
    }
    return findings
  }

  private func quoteFindings(_ source: String, lines: RecordLines, reported: [Finding]) -> [Finding] {
    guard names.contains(where: \.hadStrayQuote) else { return [] }
    let told = Set(reported.filter { $0.slug.contains("quote") && $0.position.source == source }.map(\.position.line))
    let found = lines.indices.filter { names[Int(organization.ids[$0])].hadStrayQuote }.map { Int(lines[$0]) }
    return found.filter { !told.contains($0) }.sorted().prefix(20).map { line in
      Finding(
        .warning, "unpaired-quote", at: Position(source: source, line: line),
        "the organization here has a quote without its partner, which was left out",
        remedy: "look at this record: a quoted field may not have been closed")
    }
  }

  /// Some platforms cut what people type after 64 characters: the longest answers are then all of one length.
  private func cutFinding(_ source: String) -> Finding? {
    let limit = 64
    let used = names[..<affiliationBase].filter { $0.verdict == .name }
    guard used.allSatisfy({ $0.text.utf8.count <= limit || $0.text.count <= limit }) else { return nil }
    let cut = used.count { $0.text.utf8.count >= limit && $0.text.count == limit }
    guard cut >= 3 || cut >= 1 && platform == .openLetterEarth else { return nil }
    return Finding(
      .note, "cut-names", at: Position(source: source),
      "\(cut) \(cut == 1 ? "organization's name has" : "organizations' names have") exactly \(limit) characters, and "
        + "none has more: they may have been cut", remedy: "write the whole names into the export")
  }
}
