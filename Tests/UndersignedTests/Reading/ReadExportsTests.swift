import Tabular
import Testing

@testable import Undersigned

@Suite struct ReadExportsTests {
  static func fates(_ headers: [String], _ rows: [[String]], policy: Policy = Policy()) throws -> [Fate] {
    try ReadExports(policy: policy).read([FakeExport(headers, rows)]).records.map(\.fate)
  }

  @Test(arguments: [
    ("Attac", Fate.counted(.organization)), ("n/a", .dropped(.notAnOrganization)), ("-", .dropped(.notAnOrganization)),
    ("à titre personnel", .dropped(.notAnOrganization)), ("Total: 247", .dropped(.totals)), ("test", .dropped(.test)),
    ("~~Attac~~", .dropped(.withdrawn)), ("", .dropped(.empty)), ("testa@example.org", .dropped(.notAnOrganization)),
    ("11.11.11", .counted(.organization)),
    ("Universität X (nur zur Identifikation)", .counted(.individualWithAffiliation)),
  ])
  func judgesOrganizations(answer: String, fate: Fate) throws {
    #expect(try ReadExportsTests.fates(["Organization", "Country"], [[answer, "FR"]]) == [fate])
  }

  @Test func masksPersonalDataAndSaysWhere() throws {
    let rows = [["Attac &amp; friends, call +32 555 0101 22", "BE"], ["Attac (testa@example.org)", "BE"]]
    let table = try ReadExports().read([FakeExport(["Organization", "Country"], rows)])
    #expect(table.answers.organizations.string(1) == "Attac & friends, call [phone]")
    #expect(table.answers.organizations.string(2) == "Attac ([e-mail])")
    #expect(
      table.findings.map(\.description) == [
        """
        letter.csv:2: warning: [personal-data-in-organization] 2 answers name an e-mail address or a telephone number \
        where an organization was asked for
          fix: write the organization's name there instead
        """
      ])
  }

  @Test(arguments: [
    ("Confirmed", "unbestätigt", Fate.dropped(.unverified)), ("Confirmed", "...", .counted(.organization)),
    ("Removals", "by mail", .dropped(.withdrawn)), ("response_status", "partial", .dropped(.incomplete)),
    ("_validation_status", "validation_status_on_hold", .dropped(.unverified)),
    ("Signing as", "in a personal capacity", .counted(.individualWithAffiliation)),
    ("Firma como", "En nombre de la organización", .counted(.organization)), ("is_test", "true", .dropped(.test)),
  ])
  func readsStates(header: String, answer: String, fate: Fate) throws {
    #expect(
      try ReadExportsTests.fates(["Organization", "Last name", header], [["Attac", "Nobody", answer]]) == [fate])
  }

  @Test(arguments: [
    ["created_date", "action_date"], ["action_date", "created_date"],
    ["osdi:signatures.created_date", "osdi:signatures.action_date"],
  ])
  func theDayOfTheActionIsTheDayOfSigning(headers: [String]) throws {
    let isFirst = headers[0].hasSuffix("action_date")
    let rows = [("2026-04-12", "2026-04-10"), ("2026-04-13", "")].map { created, action in
      ["Attac", isFirst ? action : created, isFirst ? created : action]
    }
    let table = try ReadExports().read([FakeExport(["Organization"] + headers, rows)])
    #expect(table.records.map { $0.day?.description } == ["2026-04-10", "2026-04-13"])
  }

  @Test func anEmployerDoesNotSign() throws {
    let rows = [["Nobody", "Example University"], ["Nobody", ""]]
    #expect(
      try ReadExportsTests.fates(["Last name", "Employer"], rows) == [
        .counted(.individualWithAffiliation), .counted(.individual),
      ])
  }

  @Test func thePolicySaysWhoSigns() throws {
    var policy = Policy()
    policy.affiliatedPerson = .personSigns
    let rows = [["Nobody", "Attac"], ["", "Attac"]]
    #expect(
      try ReadExportsTests.fates(["Last name", "Organization"], rows, policy: policy) == [
        .counted(.individualWithAffiliation), .counted(.organization),
      ])
  }

  @Test func repeatsAreFoundInAnyOrder() throws {
    let headers = ["Organization", "Country", "Email", "Date signed"]
    let rows = [
      ["Attac", "", "testa@example.org", "2026-04-11"], ["ATTAC", "FR", "Testa@example.org", "2026-04-12"],
      ["Oxfam", "FR", "testa@example.org", "2026-04-12"], ["Attac", "FR", "nemo@example.org", "2026-04-12"],
    ]
    for order in [rows, rows.reversed()] {
      let table = try ReadExports().read([FakeExport(headers, order)])
      let kept = table.records.filter { $0.fate == .counted(.organization) }
        .map { table.answers.organizations.string(Int($0.answers.organization)) }
      #expect(kept.sorted() == ["ATTAC", "Attac", "Oxfam"])
      #expect(table.records.count { $0.fate == .dropped(.repeated) } == 1)
      #expect(table.findings.map(\.slug) == ["person-signed-for-several"])
    }
  }

  @Test func ofEqualRecordsTheFirstPlaceIsKeptInAnyOrderOfExports() throws {
    let headers = ["Organization", "Country", "Email"]
    let exports = ["b.csv", "a.csv", "c.csv"].map { name in
      FakeExport(headers, [["Attac", "FR", "testa@example.org"], ["Attac", "FR", "testa@example.org"]], name: name)
    }
    for order in [exports, exports.reversed()] {
      let table = try ReadExports().read(order)
      let kept = table.records.filter { $0.fate == .counted(.organization) }
      #expect(kept.map { table.sources[Int($0.source)].name } == ["a.csv"])
      #expect(kept.map(\.line) == [table.records.map(\.line).min()])
    }
  }

  @Test func findingsOfOpeningAndOfReadingAreToldOnce() throws {
    var text = Array("Organization,Country\nAttac,AT\nS".utf8)
    text += [0xFC]
    text += Array("dwind,AT\nGüter,AT\nOxfam,AT,x\n".utf8)
    let document = try TabularDocument(name: "letter.csv", bytes: text)
    #expect(!document.findings.isEmpty)
    let slugs = try ReadExports().run([document]).findings.map(\.slug)
    #expect(slugs.count { $0 == "ragged-record" } == 1)
    for finding in document.findings {
      #expect(try ReadExports().run([document]).findings.count { $0 == finding } == 1)
    }
  }

  @Test func anUnclosedQuoteIsToldAndLeftOut() throws {
    let text = "Organization,Country\nAttac Austria,Austria\n\"Global 2000,Austria\nSüdwind,Austria\n"
    let document = try TabularDocument(name: "letter.csv", bytes: Array(text.utf8))
    let table = try ReadExports().run([document])
    let names = table.records.map { table.answers.organizations.string(Int($0.answers.organization)) }
    #expect(names == ["Attac Austria", "Global 2000", "Südwind"])
    #expect(table.findings.count { $0.slug.contains("quote") && $0.position.line == 3 } == 1)
  }

  @Test(arguments: [
    ("\"Global 2000", "Global 2000"), ("Global 2000\"", "Global 2000"), ("\"Unión\" Obrera", "\"Unión\" Obrera"),
    ("Sindicato \"Unión\"", "Sindicato \"Unión\""), ("15\" Union", "15\" Union"),
  ])
  func takesOffStrayQuotes(typed: String, name: String) {
    #expect(OrganizationAnswerReader(words: AnswerWords()).read(typed).text == name)
  }

  @Test func namesCutAtOneLengthAreTold() throws {
    let cut = ["A", "B", "C"].map { [String(repeating: $0, count: 64)] }
    #expect(try ReadExports().read([FakeExport(["Organization"], cut)]).findings.map(\.slug) == ["cut-names"])
    let whole = cut + [[String(repeating: "D", count: 70)]]
    #expect(try ReadExports().read([FakeExport(["Organization"], whole)]).findings.isEmpty)
  }

  @Test func aHeaderAloneIsTold() throws {
    let table = try ReadExports().read([FakeExport(["Organization", "Country"])])
    #expect(
      table.findings.map(\.description) == [
        "letter.csv: warning: [no-records] a header and no records\n  fix: check that the export was not filtered"
      ])
  }
}
