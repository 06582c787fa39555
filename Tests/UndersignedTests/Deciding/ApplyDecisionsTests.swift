import Tabular
import Testing

@testable import Undersigned

@Suite struct ApplyDecisionsTests {
  /// A located table of mentions: name, country of its location, answer for the country, records.
  private func table(_ mentions: [(String, String, String, Int)]) -> LocatedTable {
    let names = mentions.map(\.0)
    let answers = Answers(
      organizations: Column([""] + names), countries: Column([""] + mentions.map(\.2)), types: Column([""]),
      places: Column([""]), websites: Column([""]))
    var rows: [Tally.Row] = []
    for (index, mention) in mentions.enumerated() {
      var combination = AnswerCombination()
      combination.organization = UInt32(index + 1)
      combination.country = UInt32(index + 1)
      rows.append(
        Tally.Row(
          answers: combination, records: mention.3, signatures: mention.3,
          first: Position(source: "letter.csv", line: index + 2), firstDay: nil, lastDay: nil))
    }
    let tally = Tally(
      sources: [], answers: answers, rows: rows, people: [], dropped: [:], days: [:], findings: [])
    let named = NamedTable(tally: tally, names: ([""] + names).map { OrganizationName(plain: $0) })
    let locations = mentions.map { mention in
      CountryCode(mention.1).map { Location(scope: .national, countries: [$0]) } ?? .unresolved
    }
    return LocatedTable(named: named, locations: locations, findings: [])
  }

  private func decide(
    _ action: Decision.Action, _ name: String, _ value: String = "", in country: String = "", line: Int = 2
  )
    -> Decision
  {
    Decision(
      action, name: name, country: CountryCode(country), value: value,
      at: Position(source: "decisions.csv", line: line))
  }

  private let letter: [(String, String, String, Int)] = [
    ("CUT", "CL", "Chile", 1), ("CUT", "BR", "BR", 2), ("Central Unitaria", "CL", "", 1), ("Myself", "", "", 3),
  ]

  @Test func withoutDecisionsEveryRowIsAMention() throws {
    let result = try ApplyDecisions().run(table(letter))
    #expect(result.mentions.map(\.name.display) == letter.map(\.0))
    #expect(result.mentions.map(\.row) == [0, 1, 2, 3])
    #expect(result.mentions[1].signatures == 2)
    #expect(result.dropped.isEmpty)
    #expect(result.findings.isEmpty)
  }

  @Test func takesOutMentionsAndCountsTheirRecords() throws {
    let stage = ApplyDecisions(decisions: [
      decide(.notAnOrganization, "MYSELF"), decide(.withdrawn, "cut", in: "BR", line: 3),
    ])
    let result = try stage.run(table(letter))
    #expect(result.dropped == [.notAnOrganization: 3, .withdrawn: 2])
    #expect(result.mentions.map(\.row) == [0, 2])
    #expect(result.findings.isEmpty)
  }

  @Test func movesAMentionToItsCountryWithEvidence() throws {
    let stage = ApplyDecisions(decisions: [decide(.country, "Myself", "AR"), decide(.country, "CUT", "PY", in: "BR")])
    let result = try stage.run(table(letter))
    #expect(result.mentions.map { $0.location.country?.description ?? "" } == ["CL", "PY", "CL", "AR"])
    #expect(result.mentions[3].location.evidence.first?.name == "decision")
  }

  @Test func aTypedCountryMatchesAsWell() throws {
    let stage = ApplyDecisions(
      decisions: [decide(.withdrawn, "Bund", in: "AT")],
      resolveCountry: { $0 == "Österreich" ? CountryCode("AT") : nil })
    let result = try stage.run(table([("Bund", "DE", "Österreich", 1)]))
    #expect(result.dropped == [.withdrawn: 1])
  }

  @Test func splitsAMentionIntoSiblings() throws {
    let stage = ApplyDecisions(
      decisions: [
        decide(.split, "Alfa and Beta", "Alfa; Beta"), decide(.country, "Beta", "AR", line: 3),
        decide(.withdrawn, "Alfa", line: 4),
      ], locate: { _, _ in Location(scope: .national, countries: [CountryCode("CL")!]) })
    let result = try stage.run(table([("Alfa and Beta", "", "", 1), ("Gamma", "", "", 1)]))
    #expect(result.mentions.map(\.name.display) == ["Beta", "Gamma"])
    #expect(result.mentions[0].location.country == CountryCode("AR"))
    #expect(result.mentions[0].row == 0)
    #expect(result.dropped.isEmpty)
    #expect(result.findings.isEmpty)
  }

  @Test func theRestGoesIntoRulings() throws {
    let stage = ApplyDecisions(decisions: [
      decide(.same, "CUT", "Central Unitaria", in: "CL", line: 2), decide(.apart, "CUT", "Myself", line: 3),
      decide(.partOf, "Myself", "Nobody's Union", line: 4), decide(.rename, "CUT", "CUT Chile", in: "CL", line: 5),
      decide(.type, "CUT", "ngo", line: 6), decide(.type, "CUT", "trade_union", in: "BR", line: 7),
    ])
    let result = try stage.run(table(letter))
    let rulings = result.rulings
    #expect(rulings.same.map(\.left) == [[0]])
    #expect(rulings.same.map(\.right) == [[2]])
    #expect(rulings.apart.map(\.left) == [[0, 1]])
    #expect(rulings.apart.map(\.line) == [3])
    #expect(rulings.partOf.map(\.right) == [[]])
    #expect(rulings.parents == [3: "Nobody's Union"])
    #expect(rulings.names == [0: "CUT Chile"])
    #expect(rulings.types == [0: .ngo, 1: .tradeUnion])
    #expect(result.findings.isEmpty)
  }

  @Test(arguments: [
    (
      Decision.Action.withdrawn, "Central Unitarai", "", "",
      """
      decisions.csv:2: warning: [unused-decision] 'withdrawn' is about 'Central Unitarai', which no counted signer wrote
        fix: write it as 'Central Unitaria' if that is meant, or remove the line
      """
    ),
    (
      .type, "CUT", "ngo", "AR",
      """
      decisions.csv:2: warning: [unused-decision] 'type' is about 'CUT' in AR, but no such mention is in that country
        fix: correct its country, leave it empty for any country, or remove the line
      """
    ),
    (
      .same, "CUT", "Quite another organization", "",
      """
      decisions.csv:2: warning: [unused-decision] 'same' is about 'Quite another organization', which no counted signer wrote
        fix: remove the line
      """
    ),
  ])
  func anUnusedDecisionIsReported(
    action: Decision.Action, name: String, value: String, country: String, text: String
  ) throws {
    let result = try ApplyDecisions(decisions: [decide(action, name, value, in: country)]).run(table(letter))
    #expect(result.findings.map(\.description) == [text])
  }

  @Test func rowOrderDoesNotChangeFindings() throws {
    let stage = ApplyDecisions(decisions: [
      decide(.withdrawn, "Centrl Unitaria"), decide(.rename, "CUTT", "X", line: 3),
    ])
    let forward = try stage.run(table(letter)).findings
    let backward = try stage.run(table(letter.reversed())).findings
    #expect(forward == backward)
    #expect(forward.count == 2)
  }

  @Test func aSectionIsKeptApartFromItsParent() throws {
    let stage = ApplyDecisions(decisions: [decide(.partOf, "Acme Union", "The Acme Union", line: 2)])
    let rulings = try stage.run(table([("Acme Union", "", "", 1), ("The Acme Union", "", "", 1)])).rulings
    #expect(rulings.partOf.map(\.left) == [[0]] && rulings.partOf.map(\.right) == [[1]])
    #expect(rulings.apart.map(\.left) == [[0]] && rulings.apart.map(\.right) == [[1]])
  }
}
