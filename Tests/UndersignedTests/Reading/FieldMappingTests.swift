import Tabular
import Testing

@testable import Undersigned

@Suite struct FieldMappingTests {
  static func map(_ export: FakeExport, given: [CanonicalField: String] = [:]) throws(PipelineError) -> ExportReading {
    let countries: Set<String> = ["Brasil", "Cuba", "Slovenija", "Hrvaška", "España"]
    return try FieldMapping(given: given) { countries.contains($0) || CountryCode($0) != nil }.map(export)
  }

  @Test(arguments: [
    ("Organization", CanonicalField.organization), ("Organisation *", .organization), ("Entidad", .organization),
    ("What is the name of your organization?", .organization),
    ("¿Cuál es el nombre de su organización?", .organization),
    ("Q3: Name der Organisation (erforderlich)", .organization), ("fields.Organization name", .organization),
    ("custom_fields.Organization", .organization), ("organization.name", .organization), ("단체명", .organization),
    ("団体名を入力してください", .organization), ("اسم المنظمة", .organization), ("Publisher", .organization),
    ("Organization Type", .organizationType), ("orgtype", .organizationType), ("Organisation type", .organizationType),
    ("What type of organization are you?", .organizationType), ("Art der Organisation", .organizationType),
    ("País", .country), ("fields.País", .country), ("In which country is your organization based?", .country),
    ("País de la organización (obligatorio)", .country), ("ţară", .country), ("Address (Country)", .country),
    ("Employer", .affiliation), ("Email Address", .email), ("E-Mail-Adresse", .email),
    ("May we list your organization publicly?", .displayConsent), ("Newsletter", .contactConsent),
    ("Are you signing on behalf of an organization?", .capacity), ("À titre personnel ?", .capacity),
    ("How many members does your organization have?", .members), ("Why does your organization sign?", .comment),
    ("Organization website", .website), ("Your role in the organization", .title), ("Horodateur", .timestamp),
    ("Removals", .withdrawn), ("Bestätigt", .confirmed), ("#org+name", .organization),
  ])
  func understandsHeaders(header: String, field: CanonicalField) throws {
    let reading = try FieldMappingTests.map(
      FakeExport(field == .organization ? [header, "Last name"] : [header, "Organization"]))
    #expect(reading.fields[0].field == field)
  }

  @Test func nationBuilderPartyIsNoType() throws {
    let reading = try FieldMappingTests.map(FakeExport(["nationbuilder_id", "first_name", "party", "employer"]))
    #expect(reading.platform == .nationBuilder)
    #expect(reading.fields[2].field == .ignore)
    #expect(reading.platformReason == "looks like NationBuilder because of 'nationbuilder_id', 'party', 'employer'")
  }

  @Test func answersTellCountryFromState() throws {
    let rows = [["ZSSS", "Ljubljana", "Slovenija"], ["SSSH", "Zagreb", "Hrvaška"]]
    let reading = try FieldMappingTests.map(FakeExport(["Organizacija", "Država", "Država"], rows))
    #expect(reading.fields.map(\.field) == [.organization, .region, .country])
  }

  @Test func nameIsTheOrganizationWhereNothingTellsOfPersons() throws {
    let labelled = FakeExport(
      ["row_id", "name", "country", "type", "entity_id"], [["1", "Attac", "FR", "ngo", "x:1"]])
    #expect(
      try FieldMappingTests.map(labelled).fields.map(\.field) == [
        .ignore, .organization, .country, .organizationType, .ignore,
      ])
    let beside = FakeExport(["Name", "Organisation"], [["Testa Testperson", "Attac"]])
    #expect(try FieldMappingTests.map(beside).fields.map(\.field) == [.personName, .organization])
    #expect(try FieldMappingTests.map(FakeExport(["value"], [["A100x"]])).fields.map(\.field) == [.organization])
  }

  @Test func peopleAreNeverOrganizationsByGuess() throws {
    let people = [["Testa Testperson"], ["Nemo Nobody"], ["Mustera von Musterfrau"]]
    for export in [
      FakeExport(["Name", "Email"], [["Testa Testperson", "testa@example.org"]]),
      FakeExport(["Name"], people), FakeExport(["Name", "Country"], people.map { $0 + ["FR"] }),
      FakeExport(["First name", "Last name", "Email"], [["Testa", "Testperson", "testa@example.org"]]),
      FakeExport(["Name", "Country", "Name", "Country"], people.map { $0 + ["FR"] + $0 + ["FR"] }),
    ] {
      let error = #expect(throws: PipelineError.self) { try FieldMappingTests.map(export) }
      let closest = export.headers.contains("Name") ? "Name" : nil
      #expect(error?.kind == .noOrganizationField(headers: export.headers, closest: closest))
    }
  }

  @Test func listsOfOrganizationsNeedNoOtherHeader() throws {
    for names in [["Acme Capital", "Superrr Labs"], ["Attac", "Oxfam"], ["Les Amis de la Terre", "11.11.11"]] {
      let reading = try FieldMappingTests.map(FakeExport(["Name"], names.map { [$0] }))
      #expect(reading.fields[0].field == .organization)
    }
  }

  @Test func contentTellsEqualHeadersApart() throws {
    let rows = [
      ["Testa Testperson", "Cuba", "Partido Comunista de Chile", "Brasil"], ["Nemo Nobody", "Cuba", "Attac", "España"],
      ["Mustera Musterfrau", "Cuba", "Global Network", "Cuba"],
    ]
    let forward = try FieldMappingTests.map(FakeExport(["Name", "Country", "Name", "Country"], rows))
    #expect(forward.fields.map(\.field) == [.personName, .ignore, .organization, .country])
    let turned = rows.map { [$0[2], $0[3], $0[0], $0[1]] }
    let backward = try FieldMappingTests.map(FakeExport(["Name", "Country", "Name", "Country"], turned))
    #expect(backward.fields.map(\.field) == [.organization, .country, .personName, .ignore])
  }

  @Test func peopleAloneSignOnlyWhereTheUserSaysSo() throws {
    let export = FakeExport(["Name", "Email"], [["Testa Testperson", "testa@example.org"]])
    let reading = try FieldMappingTests.map(export, given: [.organization: ""])
    #expect(reading.fields.map(\.field) == [.personName, .email])
    #expect(reading.findings.isEmpty)
    let without = FakeExport(["Last name", "Organization"], [["Nobody", "Attac"]])
    #expect(try FieldMappingTests.map(without, given: [.organization: ""]).fields.map(\.field) == [.lastName, nil])
  }

  @Test func anEmployerAloneIsTold() throws {
    let reading = try FieldMappingTests.map(FakeExport(["Last name", "Employer"], [["Nobody", "Attac"]]))
    #expect(
      reading.findings.map(\.description) == [
        """
        letter.csv:1:2: warning: [affiliation-only] 'Employer' says where people work or belong, not for whom they \
        sign: people are counted, and no organization
          fix: count its answers as organizations with --field organization='Employer'
        """
      ])
  }

  @Test func theNetworksCountryIsTold() throws {
    let export = FakeExport(["Organization", "Email Address", "CC", "OPTIN_TIME", "LEID", "EUID"])
    let reading = try FieldMappingTests.map(export)
    #expect(reading.platform == .mailchimp)
    #expect(reading.findings.map(\.slug) == ["country-from-network"])
  }

  @Test(arguments: [
    "Why we sign", "Why does your organisation sign?", "Reason for signing", "Your message", "Anything else",
    "Statement",
    "Comments (optional)", "¿Por qué firma su organización?", "Warum unterzeichnen Sie?", "Pourquoi signez-vous ?",
    "Dlaczego podpisujesz?", "Proč podepisujete?", "Почему вы подписываете?", "لماذا توقعون؟", "署名の理由", "서명 이유",
    "为什么签署", "आप हस्ताक्षर क्यों कर रहे हैं?", "Tại sao bạn ký?", "Neden imzalıyorsunuz?", "Γιατί υπογράφετε;",
  ])
  func commentsArePersonal(header: String) throws {
    let reading = try FieldMappingTests.map(FakeExport(["Organization", header]))
    #expect(reading.fields[1].field == .comment)
    #expect(reading.fields[1].field?.isPersonal == true)
    #expect(reading.fields[1].use == .unread)
  }

  @Test(arguments: [
    ("We have lost two of our own people to this war, and we sign", "long free text"),
    ("ask testa@example.org", "its answers hold e-mail addresses or telephone numbers"),
    ("Testa Testperson", "its answers look like persons' names"),
  ])
  func unknownFieldsOfPeopleArePersonal(answer: String, reason: String) throws {
    let rows = ["", " Test", " Muster"].map { ["Attac", answer + $0] }
    let reading = try FieldMappingTests.map(FakeExport(["Organization", "Zzz"], rows))
    #expect(reading.fields[1].field == .comment)
    #expect(reading.fields[1].reason == reason)
    let plain = try FieldMappingTests.map(
      FakeExport(["Organization", "Zzz"], [["Attac", "red"], ["Oxfam", "blue"]]))
    #expect(plain.fields[1].field == nil)
  }

  @Test func theUsersWordWins() throws {
    let export = FakeExport(["Organization", "Bloque"], [["Attac", "Oxfam"]])
    let reading = try FieldMappingTests.map(export, given: [.organization: "Bloque"])
    #expect(reading.fields.map(\.field) == [nil, .organization])
    #expect(reading.fields[1].reason == "named by the user")
  }

  @Test func errorsSayWhatToDo() {
    let strange = FakeExport(["Organizatoin", "Colour"], [["x", "y"]])
    let first = #expect(throws: PipelineError.self) { try FieldMappingTests.map(strange) }
    #expect(
      first?.description == """
        letter.csv:1:1: error: no field holds organizations; the headers are 'Organizatoin', 'Colour'; the closest is \
        'Organizatoin'
          fix: name it with --field organization='Organizatoin', or under 'fields' in a pipeline file; \
        if people alone sign, write --field organization=
        """)
    let second = #expect(throws: PipelineError.self) {
      try FieldMappingTests.map(FakeExport(["Organization"]), given: [.country: "Land"])
    }
    #expect(
      second?.description == """
        letter.csv:1:1: error: no header 'Land'; the headers are 'Organization'
          fix: use one of the headers, as written there
        """)
    let third = #expect(throws: PipelineError.self) {
      try FieldMappingTests.map(FakeExport(["identifiers", "action_date", "_links.osdi:person.href"]))
    }
    #expect(
      third?.description == """
        letter.csv:1:1: error: the signatures only point at their signers: they have a link, \
        '_links.osdi:person.href', and no name
          fix: export the people together with their signatures, one record a signature
        """)
  }

  @Test func ofEqualCountriesTheOneAfterTheOrganizationIsUsed() throws {
    let rows = [["Testa Testperson", "FR", "Attac", "ES"], ["Nemo Nobody", "ES", "Oxfam", "ES"]]
    let reading = try FieldMappingTests.map(FakeExport(["Your name", "Country", "Organization", "Country"], rows))
    #expect(reading.fields.map(\.field) == [.personName, .ignore, .organization, .country])
    #expect(reading.fields[3].reason == "it follows the organization")
    #expect(reading.fields[1].reason == "another 'Country' follows the organization")
    #expect(reading.findings.isEmpty)
  }

  @Test func countriesOfTwoBranchesAreJoined() throws {
    let export = FakeExport(
      ["Name", "Organization", "Country", "Organization", "Country"],
      [
        ["Testa Testperson", "Partido Comunista de Chile", "ES", "", ""], ["Nemo Nobody", "", "", "Oxfam", "FR"],
        ["Mustera Musterfrau", "", "", "Attac", "FR"],
      ])
    #expect(
      try FieldMappingTests.map(export).fields.map(\.field) == [
        .personName, .organization, .country, .organization, .country,
      ])
    let table = try ReadExports().read([export])
    #expect(table.records.map { table.answers.countries.string(Int($0.answers.country)) } == ["ES", "FR", "FR"])
  }

  @Test func aGuessBetweenEqualCountriesIsTold() throws {
    let rows = [["FR", "ES", "Attac"], ["ES", "FR", "Oxfam"]]
    let reading = try FieldMappingTests.map(FakeExport(["Country", "Country", "Organization"], rows))
    #expect(reading.fields.map(\.field) == [.country, .region, .organization])
    #expect(reading.fields[0].reason == "it is the first of 2 with as many countries")
    #expect(reading.findings.map(\.slug) == ["several-countries"])
  }

  @Test func commentsTwiceTellOfNoPlatform() throws {
    let headers = ["Organization", "Country", "Notes", "Organization", "Notes", "Country"]
    #expect(try FieldMappingTests.map(FakeExport(headers)).platform == nil)
    for header in ["Notes", "Comments", "Tags", "Start time"] {
      #expect(try FieldMappingTests.map(FakeExport(["Organization", header, header])).platform == nil)
    }
  }

  @Test(arguments: [
    "signatory/consent_publicly", "consent_public", "publish_consent", "Consent", "show_on_site", "Display us?",
    "¿Podemos mostrar el nombre de su organización?", "Doit-on afficher votre organisation ?",
    "Dürfen wir Ihre Organisation nennen?", "Posso exibir o nome?", "Mogen wij uw organisatie vermelden?",
    "Показывать название?", "団体名の掲載", "Show my organization's name", "Published?",
    "I consent to our name being shown",
  ])
  func consentToBeListedIsUnderstood(header: String) throws {
    let export = FakeExport(["Organization", header], [["Attac", "yes"], ["Oxfam", "no"]])
    #expect(try FieldMappingTests.map(export).fields.map(\.field) == [.organization, .displayConsent])
    #expect(try ReadExports().read([export]).records.map(\.answers.consent) == [.given, .refused])
  }

  @Test(arguments: ["Subscribe to our mailing list", "Newsletter", "Do you have a website?", "Member of a union?"])
  func otherYesOrNoQuestionsSayNothingOfListing(header: String) throws {
    let export = FakeExport(["Organization", header], [["Attac", "yes"], ["Oxfam", "no"]])
    #expect(try FieldMappingTests.map(export).fields[1].field != .displayConsent)
  }
}
