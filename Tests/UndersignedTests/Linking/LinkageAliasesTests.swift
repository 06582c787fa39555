import Tabular
import Testing

@testable import Undersigned

/// Tables of aliases, over the whole way from names to organizations.
@Suite struct LinkageAliasesTests {
  private func alias(_ name: String, _ alias: String, _ country: String = "", line: Int = 2) -> OrganizationAlias {
    OrganizationAlias(
      name: name, alias: alias, country: CountryCode(country), at: Position(source: "aliases.csv", line: line))
  }

  private func link(
    _ names: [(String, String)], _ aliases: [OrganizationAlias], bundled: Bool = false, rulings: Rulings = Rulings()
  ) throws -> OrganizationTable {
    var stage = LinkOrganizations()
    stage.aliases = aliases
    stage.usesBundledAliases = bundled
    return try stage.run(LinkingFixture.table(names.map { NameLinking.mention($0.0, in: $0.1) }, rulings: rulings))
  }

  @Test func aRowJoinsWhatNamesDoNotShow() throws {
    let names = [("Zamzam Kontor", "AT"), ("Quirin & Söhne GmbH", "AT"), ("Quirin und Söhne", "AT")]
    #expect(try link(names, []).organizations.count == 2)
    let table = try link(names, [alias("Quirin und Söhne", "Zamzam-Kontor")])
    #expect(table.organizations.count == 1)
    let steps = table.organizations[0].members.flatMap(\.evidence)
    #expect(steps.contains { $0.name == "alias-table" && $0.weight == 0.95 && $0.detail.contains("line 2") })
    #expect(table.findings.isEmpty)
  }

  @Test func linesWithANameInCommonAreOneGroup() throws {
    let names = [("Alphaverein", "AT"), ("Betabund", "AT"), ("Gammakreis", "AT")]
    let table = try link(names, [alias("Alphaverein", "Betabund"), alias("Alphaverein", "Gammakreis", line: 3)])
    #expect(table.organizations.map(\.members.count) == [3])
  }

  @Test func aRowWithACountryIsAboutThatCountry() throws {
    let row = alias("Central Unitaria", "CUT", "CL")
    let there = try link([("Central Unitaria", "CL"), ("CUT", "CL"), ("CUT", "CO")], [row])
    #expect(there.organizations.count == 2)
    let nowhere = try link([("Central Unitaria", "CO"), ("CUT", "CO")], [row])
    #expect(nowhere.organizations.count == 2)
    #expect(nowhere.organizations[0].members.count == 1)
    let blank = try link([("Central Unitaria", "CL"), ("CUT", "")], [row])
    #expect(blank.organizations.count == 1)
  }

  @Test func otherCountriesOnlyPropose() throws {
    let table = try link([("Zamzam Kontor", "AT"), ("Quirin Sohn", "DE")], [alias("Zamzam Kontor", "Quirin Sohn")])
    #expect(table.organizations.count == 2)
    #expect(table.proposals.count == 1)
    #expect(table.findings.map(\.slug) == ["outweighed-alias"])
    #expect(table.findings[0].message.contains("other-country"))
  }

  @Test func otherNumbersStayApart() throws {
    let table = try link(
      [("Zamzam Local 10", "AT"), ("Quirin Lodge 12", "AT")], [alias("Zamzam Local 10", "Quirin Lodge 12")])
    #expect(table.organizations.count == 2)
    #expect(table.findings.map(\.slug) == ["outweighed-alias"])
  }

  @Test func sectionsOfANameAreNotTheName() throws {
    let table = try link(
      [("Zamzam Kontor", "AT"), ("Quirin Sohn - Berlin", "DE"), ("Quirin Sohn", "AT")],
      [alias("Zamzam Kontor", "Quirin Sohn")])
    #expect(table.organizations.map(\.members.count).sorted() == [1, 2])
  }

  @Test func aDecisionWins() throws {
    var rulings = Rulings()
    rulings.apart = [Rulings.Pair(left: [0], right: [1], line: 7)]
    let table = try link(
      [("Zamzam Kontor", "AT"), ("Quirin Sohn", "AT")], [alias("Zamzam Kontor", "Quirin Sohn")], rulings: rulings)
    #expect(table.organizations.count == 2)
    #expect(
      table.findings.map(\.message) == ["'Zamzam Kontor' and 'Quirin Sohn' stay apart: a decision keeps them apart"])
  }

  @Test func anAliasOfTwoNamesCountsForNeither() throws {
    let names = [("Zamzam Kontor", "AT"), ("Quirin Sohn", "AT"), ("XYZZ", "AT")]
    let two = [alias("Zamzam Kontor", "XYZZ"), alias("Quirin Sohn", "XYZZ", line: 3)]
    let table = try link(names, two)
    #expect(table.organizations.count == 3)
    #expect(table.findings.map(\.slug).contains("ambiguous-alias"))
    let connected = try link(names, two + [alias("Zamzam Kontor", "Quirin Sohn", line: 4)])
    #expect(connected.organizations.count == 1)
    let byCountry = [alias("Zamzam Kontor", "XYZZ", "AT"), alias("Quirin Sohn", "XYZZ", "DE", line: 3)]
    #expect(try link(names, byCountry).organizations.count == 2)
  }

  @Test func unusedRowsAreTold() throws {
    let table = try link(
      [("Zamzam Kontor", "AT"), ("Quirin Sohn", "AT")],
      [alias("Zamzam Kontor", "Quirin Sohm"), alias("Aaa", "Bbb", line: 3), alias("Ccc", "Ddd", line: 4)])
    #expect(table.findings.map(\.slug) == ["half-used-alias", "unused-aliases"])
    #expect(table.findings[0].remedy == "write it as 'Quirin Sohn' if that is meant")
    #expect(
      table.findings[1].message
        == "2 of 3 aliases are about names that no counted signer wrote: lines 3, 4")
  }

  @Test func namesOfInternationalBodiesAreKnownInSeveralLanguages() throws {
    let names = [
      ("Ärzte ohne Grenzen e.V.", "DE"), ("Médecins Sans Frontières", "DE"), ("Doctors Without Borders", ""),
    ]
    #expect(try link(names, [], bundled: true).organizations.count == 1)
    #expect(try link(names, []).organizations.count > 1)
    let table = try link([("Ärzte ohne Grenzen", "DE"), ("Médecins Sans Frontières", "FR")], [], bundled: true)
    #expect(table.organizations.count == 2)
  }

  @Test func explainingShowsTheStep() {
    var stage = LinkOrganizations()
    stage.aliases = [alias("Zamzam Kontor", "Quirin Sohn")]
    let comparison = stage.comparison(
      of: NameLinking.mention("Zamzam Kontor", in: "AT"), with: NameLinking.mention("Quirin Sohn", in: "AT"))
    #expect(comparison.score == 0.95)
    #expect(comparison.evidence.map(\.description) == ["alias-table +0.95 (line 2 of the aliases)"])
  }

  @Test func everyBundledNameFindsItsBody() {
    let aliases = LinkageAliases([], usesBundled: true)
    var groups: [String: Set<UInt64>] = [:]
    ReferenceTable(embedded: "organization-aliases").forEach { record in
      groups[record[1], default: []].formUnion(aliases.numbers(of: [record[0]]))
    }
    #expect(groups.count > 150)
    #expect(groups.values.allSatisfy { $0.count == 1 })
    #expect(Set(groups.values.compactMap(\.first)).count == groups.count)
  }
}
