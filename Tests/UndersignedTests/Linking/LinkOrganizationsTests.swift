import Tabular
import Testing

@testable import Undersigned

@Suite struct LinkOrganizationsTests {
  typealias Fixture = LinkingFixture

  @Test func noMentionsGiveNoOrganizations() throws {
    let table = try Fixture.link([])
    #expect(table.organizations.isEmpty)
    #expect(table.proposals.isEmpty)
  }

  @Test func aliasesAcronymsAndLegalFormsMeetTheirName() throws {
    let table = try Fixture.link([
      Fixture.mention("Silvania to Brumbia Network", acronym: "S2B", country: "DE"),
      Fixture.mention("Silvania to Brumbia Network", country: "DE"),
      Fixture.mention("network silvania brumbia", country: "DE"),
      Fixture.mention("Gumba Ethics", country: "AU"),
      Fixture.mention("GumbaEthics", country: "AU"),
      Fixture.mention("Zamzam Handel ev", legalForm: "ev", country: "AT"),
      Fixture.mention("Zamzam Handel", country: "AT"),
      Fixture.mention("Congress of South African Trade Unions", acronym: "COSATU", country: "ZA"),
      Fixture.mention("", acronym: "COSATU", country: "ZA"),
      Fixture.mention("Wurzelwerk Netz", alias: "Rootwork Net", country: "AT"),
      Fixture.mention("Rootwork Net", country: "AT"),
    ])
    #expect(table.organizations.count == 5)
    #expect(table.organizations.map(\.members.count) == [2, 2, 3, 2, 2])
  }

  @Test(arguments: [
    ("Confederación Nacional de Trabajadores de la Tierra", "CNTC", "CNTE"),
    ("Movimento dos Trabalhadores", "MST", "MSTL"),
  ])
  func otherAcronymsStayApart(name: String, left: String, right: String) throws {
    let table = try Fixture.link([
      Fixture.mention(name, acronym: left, country: "BR"), Fixture.mention(name, acronym: right, country: "BR"),
    ])
    #expect(table.organizations.count == 2)
  }

  @Test func otherNumbersStayApart() throws {
    let table = try Fixture.link([
      Fixture.mention("Zamzam Workers Union Local 10", country: "US"),
      Fixture.mention("Zamzam Workers Union Local 100", country: "US"),
    ])
    #expect(table.organizations.count == 2)
    #expect(table.proposals.isEmpty)
  }

  @Test func oneNameInSeveralCountriesIsSeveralOrganizations() throws {
    let countries = ["BR", "CL", "CO"]
    let table = try Fixture.link(countries.map { Fixture.mention("", acronym: "CUT", country: $0) })
    #expect(table.organizations.map { $0.location.country?.description } == countries)
  }

  @Test func blankCountryJoinsWhereItCanOnlyBeOne() throws {
    let name = "Silvania to Brumbia Network"
    let one = try Fixture.link([Fixture.mention(name), Fixture.mention(name, country: "DE")])
    #expect(one.organizations.count == 1)
    #expect(one.organizations[0].location.country == CountryCode("DE"))
    let two = try Fixture.link([
      Fixture.mention(name), Fixture.mention(name, country: "DE"), Fixture.mention(name, country: "FR"),
    ])
    #expect(two.organizations.count == 3)
    #expect(two.proposals.count == 3)
    let common = try Fixture.link([
      Fixture.mention("Socialist Party"), Fixture.mention("Socialist Party", country: "FR"),
    ])
    #expect(common.organizations.count == 2)
    #expect(common.proposals.count == 1)
  }

  /// A long name with an acronym that nobody else has: a misprint of the country, or two offices of one body.
  @Test func oneLongNameAndItsAcronymAreOneBodyInTwoCountries() throws {
    let mentions = [
      Fixture.mention("Zamzam Quorvexian Fishers Front", acronym: "ZQFF", country: "AT", signatures: 2),
      Fixture.mention("Zamzam Quorvexian Fishers Front", acronym: "ZQFF", country: "DE"),
    ]
    let table = try Fixture.link(mentions)
    #expect(table.organizations.map(\.members.count) == [2])
    #expect(table.organizations[0].location.country == CountryCode("AT"))
    #expect(table.findings.map(\.slug) == ["countries-disagree"])
    // Where the country is not said it can only be the same.
    let blank = Fixture.mention("Zamzam Quorvexian Fishers Front", acronym: "ZQFF")
    #expect(try Fixture.link(mentions + [blank]).organizations.map(\.members.count) == [3])
  }

  @Test(arguments: [
    ("International Quorvexian Fishers Front", "IQFF"), ("Zamzam Quorvexian Fishers Youth", "ZQFY"),
    ("Quorvexian Fishers", "QF"), ("Zamzam Quorvexian Fishers Front", ""),
  ])
  func oneNameInTwoCountriesIsOtherwiseTwoBodies(name: String, acronym: String) throws {
    let table = try Fixture.link(
      ["AT", "DE"].map { Fixture.mention(name, acronym: acronym.isEmpty ? nil : acronym, country: $0) })
    #expect(table.organizations.count == 2)
    #expect(table.findings.isEmpty)
    #expect(table.proposals.count == 1)
  }

  @Test func chaptersStayApartAndAreTied() throws {
    let table = try Fixture.link([
      Fixture.mention("ATTAC Network"), Fixture.mention("ATTAC Network Austria", country: "AT"),
      Fixture.mention("ATTAC Network Africa"), Fixture.mention("Zamzam Landworkers Front", country: "BR"),
      Fixture.mention("Zamzam Landworkers Front", qualifiers: ["mg"], country: "BR"),
      Fixture.mention("Zamzam Landworkers Front", qualifiers: ["sp"], country: "BR"),
    ])
    let parents = table.organizations.map { organization in
      organization.parent.map { table.organizations[$0].name } ?? ""
    }
    #expect(
      table.organizations.map(\.name) == [
        "ATTAC Network", "ATTAC Network Africa", "ATTAC Network Austria", "Zamzam Landworkers Front",
        "Zamzam Landworkers Front - mg", "Zamzam Landworkers Front - sp",
      ])
    #expect(
      parents == ["", "ATTAC Network", "ATTAC Network", "", "Zamzam Landworkers Front", "Zamzam Landworkers Front"])
    #expect(table.organizations[1].parentName == "ATTAC Network")
  }

  @Test func aPlaceThatIsTheOwnCountrySaysNothing() throws {
    let table = try Fixture.link([
      Fixture.mention("Zamzam Network Austria", country: "AT"), Fixture.mention("Zamzam Network", country: "AT"),
    ])
    #expect(table.organizations.count == 1)
  }

  @Test func placesAmongNamesAndAcronymsAreQualifiers() throws {
    var shouted = Fixture.mention("", acronym: "ZAFONT", country: "AT")
    shouted.name.display = "ZAFONT AUSTRIA"
    shouted.name.compareForm = "zafont austria"
    shouted.name.acronyms.append(.init(compareForm: "austria", display: "AUSTRIA", isVerified: false))
    let table = try Fixture.link([
      shouted, Fixture.mention("", acronym: "ZAFONT", country: "AT"),
      Fixture.mention("Zamzam Handel", alias: "Austria", country: "AT"), Fixture.mention("Zamzam Handel"),
      Fixture.mention("Austria", country: "DE"),
    ])
    #expect(
      Fixture.groups(table) == [
        ["Austria DE"], ["ZAFONT AUSTRIA AT", "ZAFONT AT"], ["Zamzam Handel"], ["Zamzam Handel / Austria AT"],
      ])
  }

  @Test func spellingsOfAMeaningAreOneWordAndTranslationsAreNot() throws {
    let table = try Fixture.link([
      Fixture.mention("Centre for Human Rights and Environment"),
      Fixture.mention("Center for Human Rights and Environment"),
      Fixture.mention("International Cooperation"), Fixture.mention("Cooperación Internacional"),
    ])
    #expect(table.organizations.map(\.members.count) == [2, 1, 1])
  }

  @Test(arguments: [
    ("Zamzam Retail II", "Zamzam Retail III"), ("Zamzam Block B", "Zamzam Block C"),
    ("Zamzam University", "Zamzam University Hospital"), ("Zamzam Workers Union", "Zamzam Workers Union Youth"),
  ])
  func unitsWingsAndNumeralsStayApart(left: String, right: String) throws {
    let table = try Fixture.link([Fixture.mention(left, country: "AT"), Fixture.mention(right, country: "AT")])
    #expect(table.organizations.count == 2)
  }

  @Test func oneWordNamesMustBeTheSame() throws {
    let table = try Fixture.link([
      Fixture.mention("Zamzamia", country: "AT"), Fixture.mention("Zamzamie", country: "AT"),
      Fixture.mention("Zamzamia", country: "DE"),
    ])
    #expect(table.organizations.count == 3)
  }

  @Test func internationalAndNationalStayApart() throws {
    let table = try Fixture.link([
      Fixture.mention("International Zamzam Teachers Federation"),
      Fixture.mention("National Zamzam Teachers Federation"),
    ])
    #expect(table.organizations.count == 2)
    #expect(table.proposals.isEmpty)
  }

  @Test(arguments: ["اتحاد العمال", "किसान सभा", "全国労働組合"]) func everyScriptLinks(name: String) throws {
    let table = try Fixture.link([
      Fixture.mention(name, country: "IN"), Fixture.mention(name, country: "IN"), Fixture.mention(name + " xyz"),
    ])
    #expect(table.organizations.count == 2)
  }

  @Test func tenThousandIdenticalNamesAreOneOrganization() throws {
    let table = try Fixture.link(Array(repeating: Fixture.mention("Testa Network", country: "AT"), count: 10_000))
    #expect(table.organizations.count == 1)
    #expect(table.organizations[0].members.count == 10_000)
  }

  @Test func aNameOfManyWordsIsNoTrouble() throws {
    let long = (0..<20_000).map { "wort\($0)" }.joined(separator: " ")
    let table = try Fixture.link([Fixture.mention(long), Fixture.mention(long + " ende"), Fixture.mention("AG")])
    #expect(table.organizations.count >= 2)
  }

  @Test func theWaterfallAddsUp() {
    let left = Fixture.mention("Congress of South African Trade Unions", acronym: "COSATU", country: "ZA")
    let right = Fixture.mention("Congres of South African Trade Union", country: "ZA")
    let comparison = LinkOrganizations(places: Fixture.places).comparison(of: left, with: right)
    #expect(comparison.score > 0.74)
    #expect(abs(comparison.evidence.reduce(0) { $0 + $1.weight } - comparison.score) < 1e-9)
    #expect(comparison.evidence.contains { $0.name == "shared-words" })
    let swapped = LinkOrganizations(places: Fixture.places).comparison(of: right, with: left)
    #expect(swapped.score == comparison.score)
  }
}
