import Testing

@testable import Undersigned

@Suite struct ConceptRulesTests {
  private let rules = ConceptRules()

  @Test func everyRuleHasATypeAStrengthAndKnownClasses() {
    var classes: Set<String> = ["place", "name", "any"]
    var concepts: Set<String> = []
    ReferenceTable(embedded: "type-concept-classes").forEach { fields in
      #expect(fields.count == 2)
      #expect(classes.insert(fields[0]).inserted, "\(fields[0]) twice")
      concepts.formUnion(fields[1].split(separator: " ").map(String.init))
    }
    var seen: Set<[String]> = []
    ReferenceTable(embedded: "type-concepts").forEach { fields in
      #expect(fields.count == 4)
      #expect(OrganizationType(rawValue: fields[1]) != nil)
      #expect(["strong", "weak"].contains(fields[2]))
      #expect(seen.insert([fields[0], fields[1], fields[3]]).inserted, "\(fields[0]) twice")
      for word in fields[3].split(separator: " ").map(String.init) {
        #expect(classes.contains(word) || concepts.contains(word), "\(word) is no class")
      }
    }
    #expect(seen.count == rules.rules.count)
  }

  @Test func everyConceptOfARuleIsInTheLexicon() {
    var concepts: Set<Substring> = []
    for table in ["concepts", "type-concept-words"] {
      ReferenceTable(embedded: table).forEach { concepts.formUnion($0[1].split(separator: " ")) }
    }
    let named = Set(concepts.map { rules.terms(of: $0.utf8) })
    #expect(named.reduce(0, |) & rules.asked == rules.asked)
  }

  @Test func eachTermStandsInAWordOfItsOwn() throws {
    let rule = try #require(rules.rules.first { $0.terms.count == 2 && $0.terms[0] != $0.terms[1] })
    #expect(rule.words(in: [rule.mask]) == nil)
    #expect(rule.words(in: [rules.name, rule.terms[1], rules.place, rule.terms[0]]) == 1...3)
    #expect(rule.words(in: []) == nil)
  }

  // MARK: What they read

  private func assign(_ name: String, _ country: String = "") -> TypeAssignment {
    ClassifyTypes().assignment(for: [SampleNames.name(name)], country: CountryCode(country))
  }

  /// The same rule in many languages and scripts, of made-up bodies.
  @Test(arguments: [
    ("Liberal Democratic Front", "FJ"), ("Frente Democrático Liberal", "BO"), ("Front démocratique et libéral", "ML"),
    ("Demokratische Liberale Allianz", "AT"), ("Alleanza Liberale Democratica", "IT"),
    ("Liberale Demokratiske Allianse", "NO"),
    ("Demokratyczny Sojusz Liberalny", "PL"), ("Demokratický liberální blok", "CZ"),
    ("Demokratski liberalni blok", "HR"),
    ("Либерально-демократический блок", "RU"), ("Ліберальний демократичний блок", "UA"),
    ("Либерален демократичен блок", "BG"), ("Δημοκρατικό Φιλελεύθερο Μέτωπο", "GR"), ("Liberal Demokratik Cephe", "TR"),
    ("Dimokratiko Metopo", "GR"),
  ])
  func aCreedAndABodyAreAParty(name: String, country: String) {
    #expect(assign(name, country).primary == .politicalParty, "\(assign(name, country).evidence)")
    #expect(assign(name, country).strength == .strong)
  }

  @Test(arguments: ["Democratic Union of Teachers", "Progressive Alliance of Nurses", "Liberal Women's Union"])
  func aCreedWithATradeOrACauseIsNone(name: String) {
    #expect(assign(name).primary != .politicalParty, "\(assign(name).evidence)")
  }

  @Test func whatIsOfAPlaceAndABodyIsAGuess() {
    #expect(assign("Front for Chile", "CL").primary == .politicalParty)
    #expect(assign("Front for Chile", "CL").strength == .weak)
    #expect(assign("Coalition for Chile", "CL").primary == .coalitionNetwork)
    #expect(assign("Alliance for Change", "").strength == .weak)
  }

  @Test func aSingleWordOfTheLexiconIsAGuessWhereNoKeywordSpeaks() {
    let assignment = assign("Zxqv kalastajat", "FI")
    #expect(assignment.primary == .peasantIndigenous)
    #expect(assignment.strength == .weak)
    #expect(assignment.evidence.first?.name == "concepts")
  }

  @Test func evidenceTellsWordsAndTerms() {
    let details = assign("Liberal Democratic Front").evidence.map(\.detail)
    #expect(
      details.contains("'democratic front' means creed + body, which speaks for the type 'Political party'")
        || details.contains(
          "'liberal democratic front' means creed + body, which speaks for the type 'Political party'"),
      "\(details)")
  }
}
