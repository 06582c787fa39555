import Tabular
import Testing

@testable import Undersigned

@Suite struct SummarizeTests {
  @Test func onlyCountriesCountAsCountries() throws {
    var letter = LetterBuilder()
    letter.add("Partido Comunista de Chile", .at("CL"), .politicalParty)
    letter.add("Greenpeace International", Location(scope: .international), .environment)
    letter.add("European Trade Union Confederation", Location(scope: .regional, region: "150"), .tradeUnion)
    letter.add("Two Countries Forum", .at("BE", "BR"))
    letter.add("Nobody Knows Where")
    let summary = try letter.summary()
    #expect(summary.headline.organizations == Bounds(reported: 5, atLeast: 5, atMost: 5))
    #expect(summary.headline.countries == Bounds(reported: 1, atLeast: 1, atMost: 1))
    #expect(
      summary.countries.rows.map(\.name) == [
        "Chile", "International", "Regional: Europe", "Several countries", "Unresolved",
      ])
    #expect(
      summary.regions.rows.map(\.name)
        == ["Americas", "International", "Regional", "Several countries", "Unresolved"])
    #expect(summary.organizations.map(\.homeName).contains("Several: Belgium, Brazil"))
  }

  @Test func aGuessAtTheScopeMovesNoFigure() throws {
    var letter = LetterBuilder()
    letter.add("Partido Comunista de Chile", .at("CL"), .politicalParty)
    letter.add("Writers for Peace", Location(scope: .international, isGuess: true))
    let summary = try letter.summary()
    #expect(summary.guessedScopes == 1)
    #expect(summary.scopes.rows.map(\.key) == [.national, .unresolved])
    #expect(summary.countries.rows.map(\.name) == ["Chile", "Unresolved"])
    #expect(summary.organizations.map(\.scope) == [.national, .unresolved])
    #expect(summary.headline.countries == Bounds(reported: 1, atLeast: 1, atMost: 1))
  }

  @Test func everyBreakdownSumsToTheTotal() throws {
    var random = SplitMix64(seed: 7)
    var letter = LetterBuilder()
    for index in 0..<60 {
      let location: Location = [
        .at("BE"), .at("BR"), .at("XK"), .at("US"), .unresolved, .at("BE", "CL"), Location(scope: .international),
        Location(scope: .regional, region: "419"),
      ].randomElement(using: &random)!
      letter.add("Organization \(index)", location, OrganizationType.allCases.randomElement(using: &random))
    }
    let summary = try letter.summary()
    #expect(summary.countries.total == 60)
    #expect(summary.regions.total == 60)
    #expect(summary.subregions.total == 60)
    #expect(summary.types.total == 60)
    #expect(summary.scopes.total == 60)
    #expect(summary.matrix.reduce(0) { $0 + $1.organizations } == 60)
    #expect(summary.countries.rows.reduce(0) { $0 + $1.share.tenths } == 1000)
    #expect(summary.regions.rows.contains { $0.name == "Not in M49" })
  }

  @Test func rulesAboutCountriesChangeTheHeadline() throws {
    var letter = LetterBuilder()
    letter.add("Testa Kosovo", .at("XK"))
    letter.add("Testa Belgium", .at("BE"))
    let summary = try letter.summary()
    let rule = try #require(summary.sensitivity.first { $0.rule == .country })
    #expect(rule.choices.map(\.countries) == [2, 1, 1])
    #expect(rule.choices.map(\.isChosen) == [true, false, false])
    var policy = Policy()
    policy.countryRule = .unitedNationsMembers
    #expect(try letter.summary(policy).headline.countries.reported == 1)
    #expect(try letter.summary(policy).countries.rows.count == 2)
  }

  @Test func territoriesCanCountWithTheirState() throws {
    var letter = LetterBuilder()
    letter.add("Testa Guam", .at("GU"))
    var facts = LetterBuilder.facts
    facts.parent = { $0.description == "GU" ? CountryCode("US") : nil }
    facts.countsAsCountry = { code, _ in code.description != "GU" }
    var policy = Policy()
    #expect(try Summarize(policy: policy, countries: facts).run(letter.table).headline.countries.reported == 0)
    policy.territoryRule = .parent
    let summary = try Summarize(policy: policy, countries: facts).run(letter.table)
    #expect(summary.headline.countries.reported == 1)
    #expect(summary.countries.rows.map(\.name) == ["United States"])
  }

  @Test func territoriesCanCountWithNoCountry() throws {
    var letter = LetterBuilder()
    letter.add("Testa Kosovo", .at("XK"))
    letter.add("Testa Belgium", .at("BE"))
    var policy = Policy()
    policy.countryRule = .unitedNationsMembers
    policy.territoryRule = .notCounted
    let summary = try letter.summary(policy)
    #expect(summary.countries.rows.map(\.name) == ["Belgium", "Territories that are no country by the rule"])
    #expect(summary.headline.countries.reported == 1 && summary.headline.organizations.reported == 2)
    #expect(summary.organizations.map(\.homeName) == ["Belgium", "Kosovo"])
    policy.countryRule = .iso3166
    #expect(try letter.summary(policy).countries.rows.map(\.name) == ["Belgium", "Kosovo"])
  }

  @Test func everySettingIsARuleOfTheReport() throws {
    let rules = try LetterBuilder().summary().sensitivity
    #expect(rules.map(\.rule) == PolicySensitivity.Rule.allCases)
    #expect(rules.allSatisfy { rule in rule.choices.count { $0.isChosen } == 1 })
  }

  @Test func sectionsCollapseToTheirParents() throws {
    var letter = LetterBuilder()
    let parent = letter.add("Democratic Socialists of America", .at("US"))
    letter.add("DSA Chicago", .at("US"), partOf: "Democratic Socialists of America", parent: parent)
    letter.add("Attac Wien", .at("AT"), partOf: "Attac")
    letter.add("Attac Graz", .at("AT"), partOf: "ATTAC")
    let summary = try letter.summary()
    #expect(summary.sections.sections == 3)
    #expect(summary.sections.parents == 2)
    #expect(summary.sections.organizationsWhenCollapsed == 2)
    #expect(summary.organizations.first { $0.name == "DSA Chicago" }?.partOf == "Democratic Socialists of America")
  }

  @Test func sectionsOfEachOtherLeaveOne() throws {
    var letter = LetterBuilder()
    letter.add("Testa One", parent: 1)
    letter.add("Testa Two", parent: 0)
    #expect(try letter.summary().sections.organizationsWhenCollapsed == 1)
  }

  @Test func everyRecordIsAccountedFor() throws {
    var letter = LetterBuilder()
    letter.add([.init(name: "Testa Union", signatures: 3), .init(name: "TESTA UNION")])
    letter.people = [
      .init(capacity: .individual, country: 0, records: 4, signatures: 4),
      .init(capacity: .individualWithAffiliation, country: 0, records: 2, signatures: 2),
    ]
    letter.dropped = [.repeated: 5, .empty: 1]
    letter.decidedDropped = [.withdrawn: 2, .repeated: 1]
    let reconciliation = try letter.summary().reconciliation
    #expect(reconciliation.read == 17)
    #expect(reconciliation.organizations == 2)
    #expect(reconciliation.individuals == 4)
    #expect(reconciliation.affiliatedIndividuals == 2)
    #expect(reconciliation.dropped == [.repeated: 6, .empty: 1, .withdrawn: 2])
    #expect(reconciliation.unaccounted == 0)
    #expect(try letter.summary().capacities.map(\.signatures) == [4, 2, 4])
    letter.missingRecords = 1
    #expect(try letter.summary().reconciliation.unaccounted == 1)
  }

  @Test func whoDidNotAgreeIsCountedButNowhereListed() throws {
    var letter = LetterBuilder()
    let secret = letter.add("Secret Society", .at("BE"), .ngo, consent: .refused)
    let open = letter.add(
      [
        .init(name: "Open Society of Testa"), .init(name: "Open Testa Society", consent: .refused),
        .init(name: "The Open", evidence: [Evidence("same", 1, "like 'open testa society' or 'The Open'")]),
      ], .at("BE"))
    letter.add("Section of the Secret", .at("BE"), partOf: "Secret Society", parent: secret)
    letter.propose(secret, open)
    letter.findings = [
      Finding(.warning, "unclassified", at: Position(source: "letter.csv", line: 9), "'Secret Society' has no type")
    ]
    let summary = try letter.summary()
    #expect(summary.headline.organizations == Bounds(reported: 3, atLeast: 2, atMost: 3))
    #expect(summary.unlistedOrganizations == 1)
    #expect(summary.unlistedProposals == 1)
    #expect(summary.organizations.map(\.name) == ["Open Society of Testa", "Section of the Secret"])
    #expect(summary.organizations[1].partOf == "")
    #expect(summary.variants.map(\.variant) == ["Open Society of Testa", "The Open", "Section of the Secret"])
    #expect(
      summary.variants[1].evidence.map(\.detail) == ["like (a name that may not be listed) or 'The Open'"])
    #expect(summary.proposals.isEmpty)
    #expect(summary.findings.map(\.message) == ["(a name that may not be listed) has no type"])
    for file in CSVReport().files(for: summary) + BuiltInReport(.summary).files(for: summary) {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("Secret Society"), "\(file.path)")
      #expect(!text.contains("Open Testa Society"), "\(file.path)")
    }
  }

  @Test func proposalsAreRankedByWhatTheyChange() throws {
    var letter = LetterBuilder()
    let a = letter.add("A Testa", .at("BE"))
    let b = letter.add("B Testa", .at("BE"))
    let c = letter.add("C Testa", .at("BE"))
    let d = letter.add("D Testa", .at("CL"))
    letter.propose(a, b, score: 0.9)
    letter.propose(b, c, score: 0.8)
    letter.propose(a, c, score: 0.7)
    letter.propose(c, d, score: 0.6)
    let proposals = try letter.summary().proposals
    #expect(proposals.map(\.rank) == [1, 2, 3, 4])
    #expect(proposals.map(\.left.name) == ["C Testa", "A Testa", "B Testa", "A Testa"])
    #expect(proposals.map(\.organizationsEffect) == [-1, -1, -1, 0])
    #expect(proposals.map(\.countriesEffect) == [-1, 0, 0, 0])
    #expect(proposals[0].effect == "organizations -1, countries up to -1")
  }

  @Test func linesBelongToPlacesNotToAnswers() throws {
    var letter = LetterBuilder()
    letter.sourceNames = ["/home/x/one/letter.csv", "/home/x/two/letter.csv"]
    let position = Position(source: "/home/x/two/letter.csv", line: 7, column: 3)
    letter.findings = [
      Finding(.note, "unresolved-country", at: position, "'Brasilia' is no country"),
      Finding(.warning, "ragged-record", at: position, "4 fields for 5 headers", remedy: "look"),
      Finding(.warning, "ragged-record", at: position, "4 fields for 5 headers", remedy: "look"),
    ]
    let summary = try letter.summary()
    #expect(summary.findings.map(\.slug) == ["ragged-record", "unresolved-country"])
    #expect(summary.findings.map(\.line) == [7, 0])
    #expect(summary.findings.map(\.column) == [3, 0])
    #expect(summary.findings.map(\.source) == ["two/letter.csv", "two/letter.csv"])
    #expect(summary.findingGroups.map(\.count) == [1, 1])
  }

  @Test func nothingIsZeroEverywhere() throws {
    let summary = try LetterBuilder().summary()
    #expect(summary.headline.organizations == Bounds(reported: 0, atLeast: 0, atMost: 0))
    #expect(summary.countries.rows.isEmpty)
    #expect(summary.days == nil)
    #expect(summary.reconciliation.unaccounted == 0)
  }
}
