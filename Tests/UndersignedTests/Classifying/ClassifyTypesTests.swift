import Tabular
import Testing

@testable import Undersigned

@Suite struct ClassifyTypesTests {
  private let stage = ClassifyTypes()

  private func assign(_ name: String, _ country: String = "", answers: [String] = []) -> TypeAssignment {
    stage.assignment(for: [SampleNames.name(name)], country: CountryCode(country), answers: answers)
  }

  @Test(arguments: [
    ("Movimento de Trabalhadores Sem-Teto (MTST-Brazil)", "BR", OrganizationType.socialMovement),
    ("Movimento de Trabalhadores Sem-Teto (MTST-Brazil)", "", .socialMovement),
    ("Workers' Party of Belgium", "BE", .politicalParty),
    ("Communist Party of Chile", "CL", .politicalParty),
    ("Democratic Socialists of America (DSA)", "US", .politicalParty),
    ("Sindicato de Trabajadores de la Salud", "AR", .tradeUnion),
    ("Gewerkschaft Erziehung und Wissenschaft", "DE", .tradeUnion),
    ("Eğitim ve Bilim Emekçileri Sendikası", "TR", .tradeUnion),
    ("Профсоюз работников образования", "RU", .tradeUnion),
    ("全国労働組合総連合", "JP", .tradeUnion),
    ("Union of Farm Women", "", .women),
    ("Red de Mujeres", "KE", .women),
    ("Coopérative laitière de l'Ouest", "FR", .cooperative),
    ("Confédération paysanne", "FR", .peasantIndigenous),
    ("University of Nowhere", "GB", .academicResearch),
  ])
  func readsNames(name: String, country: String, type: OrganizationType) {
    #expect(assign(name, country).primary == type, "\(assign(name, country))")
  }

  @Test(arguments: [
    ("European Union Studies Center", "US"), ("Navy Federal Credit Union", "US"),
    ("Union of Concerned Scientists", "US"),
    ("Oxford University Student Union", "GB"), ("American Bar Association", "US"), ("Spanish Red Cross", "ES"),
  ])
  func doesNotSeeUnionsInTraps(name: String, country: String) {
    #expect(!assign(name, country).tags.contains(.tradeUnion))
  }

  @Test func redIsANetworkInSpanishOnly() {
    #expect(assign("Red de Mujeres", "KE").tags.contains(.coalitionNetwork))
    #expect(assign("Red Nacional", "ES").tags.contains(.coalitionNetwork))
    #expect(!assign("Red Cross", "ES").tags.contains(.coalitionNetwork))
    #expect(!assign("Red Cross Society of Spain", "ES").tags.contains(.coalitionNetwork))
    #expect(!assign("Red Pepper", "GB").tags.contains(.coalitionNetwork))
  }

  @Test func creditUnionsAreCooperativesAndBarAssociationsLegal() {
    #expect(assign("Navy Federal Credit Union", "US").primary == .cooperative)
    #expect(assign("American Bar Association", "US").primary == .legal)
    #expect(assign("National Union of Students", "GB").primary == .youthStudent)
  }

  @Test func aBareUnionYieldsToACause() {
    #expect(assign("Union of Persons with Disabilities").primary != .tradeUnion)
    #expect(assign("Zxqv Union", "GB").primary == .tradeUnion)
  }

  @Test func whatTheHeadSaysInEnglishStandsLast() {
    #expect(assign("Zxqv Therapeutics").primary == .business)
    #expect(assign("Therapeutics of Zxqv").primary != .business)
  }

  @Test func jamiaIsAUniversityOrALeague() {
    #expect(assign("جامعة القاهرة", "EG").primary == .academicResearch)
    // The Arab states' own league.
    #expect(assign("جامعة الدول العربية").primary == .government)
  }

  @Test func nothingMeansUnclassified() {
    let nothing = assign("Zxqv Wbrl")
    #expect(nothing == TypeAssignment())
    let guess = ClassifyTypes(lastResort: .ngo).assignment(for: [SampleNames.name("Zxqv Wbrl")], country: nil)
    #expect(guess.primary == .ngo)
    #expect(guess.strength == .weak)
    #expect(guess.tags == [.ngo])
  }

  @Test func evidenceReadsAsASentence() {
    let texts = assign("Sindicato de Trabajadores", "AR").evidence.map(\.detail)
    #expect(texts.contains { $0.hasPrefix("'sindicato") && $0.contains("is a trade union word in") }, "\(texts)")
  }

  @Test func legalFormsAreLastWordsAndNeverWholeNames() {
    #expect(assign("Aurelia Maschinenbau GmbH", "DE").primary == .business)
    #expect(assign("AG", "DE").primary == nil)
    #expect(assign("AG Friedensforschung", "DE").primary != .business)
  }

  @Test func wordsMayGrowEndingsInLanguagesThatInflect() {
    #expect(assign("Sendikasının Dostları", "TR").tags.contains(.tradeUnion))
    #expect(assign("Institute of Riga", "GB").strength != .strong)
  }

  @Test func acronymsNeedTheirCountry() {
    #expect(assign("CUT", "BR").primary == .tradeUnion)
    #expect(assign("CUT", "SE").primary == nil)
    #expect(assign("COSATU").primary == .tradeUnion)
  }

  // MARK: Answers

  @Test(arguments: [
    ("Sindicato", OrganizationType.tradeUnion), ("ONG", .ngo), ("Gewerkschaft", .tradeUnion),
    ("political party", .politicalParty), ("regional_ngo", .ngo), ("research_institutions", .academicResearch),
    ("administration", .government), ("International NGO", .ngo),
    ("Academic, Training and Research", .academicResearch),
    ("Private sector", .business), ("Government", .government), ("Foundation", .ngo), ("Multilateral", .government),
    ("Профсоюз", .tradeUnion), ("نقابة", .tradeUnion), ("ONG; Sindicato", .tradeUnion),
  ])
  func anAnswerIsConfirmed(answer: String, type: OrganizationType) {
    let assignment = assign("Zxqv", answers: [answer])
    #expect(assignment.primary == type)
    #expect(assignment.strength == .confirmed)
    #expect(assignment.evidence.first?.name == "type-answer")
  }

  @Test func anAnswerWinsOverTheNameAndTheNameStaysATag() {
    let assignment = assign("Sindicato de Maestros", "MX", answers: ["ONG"])
    #expect(assignment.primary == .ngo)
    #expect(assignment.tags.contains(.tradeUnion))
  }

  @Test func otherIsNoAnswerWhereTheNameIsSure() {
    #expect(assign("Workers' Party of Belgium", "BE", answers: ["Other"]).primary == .politicalParty)
    #expect(assign("Zxqv", answers: ["Other"]).primary == .other)
  }

  @Test func aLettersOwnTaxonomyWins() {
    let own = ClassifyTypes(answers: ["Member body": .tradeUnion, "NGO": .coalitionNetwork])
    let name = SampleNames.name("Zxqv")
    #expect(own.assignment(for: [name], country: nil, answers: ["member  body"]).primary == .tradeUnion)
    #expect(own.assignment(for: [name], country: nil, answers: ["ngo"]).primary == .coalitionNetwork)
  }

  @Test func aVariantTellsWhatTheCanonicalNameDoesNot() {
    let names = [SampleNames.name("Zxqv"), SampleNames.name("Zxqv Teachers' Union")]
    let assignment = stage.assignment(for: names, country: nil)
    #expect(assignment.primary == .tradeUnion)
  }

  // MARK: The stage

  private func table(
    _ mentions: [(name: String, answer: String, signatures: Int)], rulings: Rulings = Rulings()
  ) -> OrganizationTable {
    let rows = mentions.enumerated().map { index, mention in
      Mention(
        name: SampleNames.name(mention.name), location: Location(scope: .national, countries: [CountryCode("AR")!]),
        typeAnswer: mention.answer, consent: .unknown, signatures: mention.signatures,
        first: Position(source: "letter.csv", line: index + 2), firstDay: nil, row: index)
    }
    let members = rows.indices.map { Organization.Member(mention: $0, score: 1, reasons: .none) }
    let organization = Organization(
      id: "a", name: mentions[0].name, members: members, location: rows[0].location, parent: nil, parentName: nil)
    let tally = Tally(
      sources: [],
      answers: Answers(
        organizations: Column(), countries: Column(), types: Column(), places: Column(), websites: Column()),
      rows: [], people: [], dropped: [:], days: [:], findings: [])
    let decided = DecidedTable(tally: tally, mentions: rows, rulings: rulings, dropped: [:], findings: [])
    return OrganizationTable(decided: decided, organizations: [organization], proposals: [], findings: [])
  }

  @Test func disagreeingAnswersAreCountedAndReported() throws {
    let result = try stage.run(table([("Zxqv", "NGO", 1), ("ZXQV", "Sindicato", 2)]))
    #expect(result.types[0].primary == .tradeUnion)
    #expect(result.types[0].strength == .confirmed)
    #expect(result.types[0].tags == [.tradeUnion, .ngo])
    let finding = try #require(result.findings.first)
    #expect(
      "\(finding)" == """
        letter.csv:2: warning: [type-answers-disagree] 'Zxqv' is answered to be trade union (2), NGO (1); the first one counts
          fix: decide it: type,Zxqv,AR,trade_union
        """)
  }

  @Test func aDecisionWinsOverEverything() throws {
    var rulings = Rulings()
    rulings.types[1] = .media
    let result = try stage.run(table([("Zxqv", "NGO", 1), ("ZXQV", "Sindicato", 2)], rulings: rulings))
    #expect(result.types[0].primary == .media)
    #expect(result.types[0].evidence.first?.name == "decision")
    #expect(result.findings.isEmpty)
  }

  /// However long a compound is, its end is looked for as far back as keywords reach.
  @Test func theEndOfAVeryLongCompoundCounts() {
    let short = assign("Zxqvzxqvgewerkschaft", "DE")
    let long = assign(String(repeating: "zxqv", count: 25_000) + "gewerkschaft", "DE")
    #expect(short.primary == .tradeUnion)
    #expect(long.primary == short.primary)
    #expect(long.evidence == short.evidence)
  }
}
