import Tabular
import Testing

@testable import Undersigned

@Suite struct LeavingOutTests {
  private func organizations(_ mentions: [Mention], _ change: (inout LinkOrganizations) -> Void) throws -> Int {
    var link = LinkOrganizations(places: LinkingFixture.places)
    change(&link)
    return try link.run(LinkingFixture.table(mentions)).organizations.count
  }

  @Test func aRuleLeftOutDecidesNothing() throws {
    let mentions = [
      LinkingFixture.mention("Zamzam Quorvex Ltd 10"), LinkingFixture.mention("Zamzam Quorvex Ltd 100"),
    ]
    let names = try LinkOrganizations(places: LinkingFixture.places).run(LinkingFixture.table(mentions))
    #expect(names.organizations.count == 2)
    let inspection = LinkageInspection(
      LinkingFixture.table(mentions), settings: LinkOrganizations(places: LinkingFixture.places))
    let comparison = inspection.compare(0, 1)
    #expect(comparison.isVetoed)
    #expect(comparison.evidence.contains { $0.name == "other-number" })
    var without = LinkOrganizations(places: LinkingFixture.places)
    without.leavingOut = ["other-number"]
    let free = LinkageInspection(LinkingFixture.table(mentions), settings: without).compare(0, 1)
    #expect(!free.isVetoed)
    #expect(!free.evidence.contains { $0.name == "other-number" })
    #expect(free.score > comparison.score)
  }

  @Test func aDictionaryLeftOutIsUnknown() throws {
    let acronym = [
      LinkingFixture.mention("Zamzam Quorvex Telling Network", acronym: "ZQTN", country: "AT"),
      LinkingFixture.mention("", acronym: "ZQTN", country: "AT"),
    ]
    #expect(try organizations(acronym) { _ in } == 1)
    #expect(try organizations(acronym) { $0.withoutDictionaries = .acronymDefinitions } == 2)
    let slip = [
      LinkingFixture.mention("Zamzam Quorvexian", country: "AT"),
      LinkingFixture.mention("Zamzam Quorvexain", country: "AT"),
    ]
    #expect(try organizations(slip) { _ in } == 1)
    #expect(try organizations(slip) { $0.withoutDictionaries = .spelling } == 2)
  }

  @Test func aTableOfAliasesAndOtherScriptsCanBeLeftOut() throws {
    let renamed = [
      LinkingFixture.mention("Zamzam Quorvexian", country: "AT"), LinkingFixture.mention("Blibber Fizz", country: "AT"),
    ]
    let alias = OrganizationAlias(
      name: "Zamzam Quorvexian", alias: "Blibber Fizz", at: Position(source: "aliases.csv", line: 2))
    #expect(try organizations(renamed) { $0.aliases = [alias] } == 1)
    #expect(
      try organizations(renamed) {
        $0.aliases = [alias]
        $0.withoutDictionaries = .ownAliases
      } == 2)
    let scripts = [
      LinkingFixture.mention("Zamzam Kvorveksia Blibber", country: "AT"),
      LinkingFixture.mention("Замзам Кворвексиа Блиббер", country: "AT"),
    ]
    #expect(try organizations(scripts) { _ in } == 1)
    #expect(try organizations(scripts) { $0.withoutDictionaries = .scripts } == 2)
  }

  @Test func rulesAboutClustersCanBeLeftOut() throws {
    let name = "Silvania to Brumbia Network"
    let mentions = [
      LinkingFixture.mention(name), LinkingFixture.mention(name, country: "DE"),
      LinkingFixture.mention(name, country: "FR"),
    ]
    #expect(try organizations(mentions) { _ in } == 3)
    #expect(try organizations(mentions) { $0.leavingOut = ["ambiguous-country"] } == 2)
  }

  @Test func theTableSaysWhatWasCompared() throws {
    let table = try LinkingFixture.link([
      LinkingFixture.mention("Zamzam Quorvexian"), LinkingFixture.mention("zamzam quorvexian"),
      LinkingFixture.mention("Zamzam Quorvexain"), LinkingFixture.mention("Something Else"),
    ])
    #expect(table.distinctNames == 3)
    #expect(table.comparedPairs == 1)
  }
}
