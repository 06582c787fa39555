import Tabular
import Testing

@testable import Undersigned

@Suite struct LinkageRunTests {
  typealias Fixture = LinkingFixture

  private let mentions = [
    Fixture.mention("Zamzam Network", country: "AT"), Fixture.mention("Zamzam Network", country: "DE"),
    Fixture.mention("Zamzam Networks", country: "AT"), Fixture.mention("Kaffeekranz", country: "AT"),
  ]

  @Test func withoutDecisionsOnlyTheEvidenceCounts() throws {
    let table = try Fixture.link(mentions)
    #expect(
      Fixture.groups(table) == [
        ["Kaffeekranz AT"], ["Zamzam Network DE"], ["Zamzam Networks AT", "Zamzam Network AT"],
      ])
  }

  @Test func sameWinsOverEvidence() throws {
    var rulings = Rulings()
    rulings.same = [Rulings.Pair(left: [0], right: [1], line: 2), Rulings.Pair(left: [3], right: [0], line: 3)]
    let table = try Fixture.link(mentions, rulings: rulings)
    #expect(table.organizations.count == 1)
    #expect(table.findings.map(\.slug) == ["countries-disagree"])
    let evidence = table.organizations[0].members.flatMap(\.evidence).map(\.name)
    #expect(evidence.contains("decision"))
  }

  @Test func apartHoldsForWholeClusters() throws {
    var rulings = Rulings()
    rulings.apart = [Rulings.Pair(left: [0], right: [2], line: 2)]
    let table = try Fixture.link(mentions, rulings: rulings)
    #expect(table.organizations.count == 4)
    #expect(table.proposals.allSatisfy { $0.score < 0.74 })
  }

  @Test func apartSplitsNamesThatFoldAlike() throws {
    let alike = [Fixture.mention("Zamzam-Network", country: "AT"), Fixture.mention("ZAMZAM network", country: "AT")]
    #expect(try Fixture.link(alike).organizations.count == 1)
    var rulings = Rulings()
    rulings.apart = [Rulings.Pair(left: [0], right: [1], line: 2)]
    let table = try Fixture.link(alike, rulings: rulings)
    #expect(table.organizations.count == 2)
    #expect(Set(table.organizations.map(\.id)).count == 2)
  }

  @Test func contradictionsAreFindings() throws {
    var rulings = Rulings()
    rulings.apart = [Rulings.Pair(left: [0], right: [3], line: 2)]
    rulings.same = [
      Rulings.Pair(left: [0], right: [2], line: 3), Rulings.Pair(left: [2], right: [3], line: 4),
    ]
    let table = try Fixture.link(mentions, rulings: rulings)
    #expect(table.findings.map(\.slug) == ["contradictory-decisions"])
    #expect(table.findings[0].message.contains("line 4"))
  }

  @Test func partOfAndRename() throws {
    var rulings = Rulings()
    rulings.partOf = [Rulings.Pair(left: [3], right: [1], line: 2)]
    rulings.parents = [0: "Zamzam World"]
    rulings.names = [1: "Zamzam Deutschland"]
    let table = try Fixture.link(mentions, rulings: rulings)
    #expect(table.organizations.map(\.name) == ["Kaffeekranz", "Zamzam Deutschland", "Zamzam Networks"])
    #expect(table.organizations[0].parent == 1)
    #expect(table.organizations[0].parentName == "Zamzam Deutschland")
    #expect(table.organizations[2].parentName == "Zamzam World")
    #expect(table.organizations[2].parent == nil)
  }
}
