import Testing

@testable import Undersigned

@Suite struct HoldoutPartTests {
  private static let set = LabelledMentionsTests.set(
    [
      ("Zamzam Quorvex", "AT", "e1"), ("Zamzam Quorvex", "at", "e1"), ("Blibber Ostania", "DE", "e2"),
      ("Blibber Ostania Verein", "DE", "e2"), ("Quumba", "", "e3"), ("Something Else", "FR", "e4"),
      ("Something Else", "FR", "e5"),
    ])

  @Test func countriesAreCountedByRows() throws {
    let mentions = try LabelledMentionsTests.mentions(HoldoutPartTests.set)
    #expect(mentions.countries(ofAtLeast: 2) == ["at", "de", "fr"])
    #expect(mentions.countries(ofAtLeast: 1) == ["at", "de", "fr"])
    #expect(mentions.countries(ofAtLeast: 3).isEmpty)
  }

  @Test func aCountryAndTheRestMakeTheWhole() throws {
    let mentions = try LabelledMentionsTests.mentions(HoldoutPartTests.set)
    #expect(mentions.part(.country("fr")).set.rows.map(\.id) == ["5", "6"])
    #expect(mentions.part(.allBut("fr")).set.rows.map(\.id) == ["0", "1", "2", "3", "4"])
    let france = try mentions.score(.country("fr"), link: LinkOrganizations())
    #expect((france.rows, france.falsePositives, france.precision) == (2, 1, 0))
    let rest = try mentions.score(.allBut("fr"), link: LinkOrganizations())
    #expect((rest.rows, rest.entities, rest.falsePositives) == (5, 3, 0))
  }

  @Test func aHalfHoldsWholeEntitiesAndIsTheSameInAnyOrder() throws {
    let rows = (0..<40).map { ("Quorvex \($0)", "", "e\($0 / 2)") }
    let mentions = try LabelledMentionsTests.mentions(LabelledMentionsTests.set(rows))
    let turned = try LabelledMentionsTests.mentions(LabelledMentionsTests.set(rows.reversed()))
    var halves: Set<[String]> = []
    for draw in 0..<20 {
      let names = mentions.part(.half(draw)).set.rows.map(\.name).sorted()
      #expect(names.count == 20)
      #expect(Set(mentions.part(.half(draw)).entities).count == 10)
      #expect(names == turned.part(.half(draw)).set.rows.map(\.name).sorted())
      halves.insert(names)
    }
    #expect(halves.count == 20)
  }

  @Test func drawsDontKeepNeighboursApart() throws {
    let rows = (0..<6).map { ("Quorvex \($0)", "", "e\($0)") }
    let mentions = try LabelledMentionsTests.mentions(LabelledMentionsTests.set(rows))
    var together: [[String]: Int] = [:]
    for draw in 0..<1000 {
      let drawn = Set(mentions.part(.half(draw)).entities).sorted()
      for (index, left) in drawn.enumerated() {
        for right in drawn[(index + 1)...] { together[[left, right], default: 0] += 1 }
      }
    }
    // Three of six: a pair is drawn together with probability 3/15.
    #expect(together.count == 15)
    #expect(together.values.allSatisfy { (150...250).contains($0) })
  }

  @Test func aSpreadIsOrdered() {
    let scores = [
      LinkageScore(truth: [0, 0], clusters: [0, 0]), LinkageScore(truth: [0, 0], clusters: [0, 1]),
      LinkageScore(truth: [0, 0, 1], clusters: [0, 0, 0]), LinkageScore(truth: [0, 0], clusters: [4, 4]),
    ]
    let range = ScoreSpread(scores).range(of: \.recall)
    #expect((range.minimum, range.median, range.maximum, range.mean) == (0, 1, 1, 0.75))
    #expect(ScoreSpread(Array(scores.prefix(2))).range(of: \.recall).median == 0.5)
    let pooled = ScoreSpread(scores).pooled
    #expect((pooled.rows, pooled.entities, pooled.clusters) == (9, 5, 5))
    #expect((pooled.truePositives, pooled.falsePositives, pooled.falseNegatives) == (3, 2, 1))
    #expect(pooled.bCubedRecall == 8.0 / 9)
  }
}
