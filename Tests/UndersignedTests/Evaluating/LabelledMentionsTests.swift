import Testing

@testable import Undersigned

@Suite struct LabelledMentionsTests {
  /// Five rows: an organization in two spellings and once more, one that is named twice, a blank.
  static let set = set([
    ("Zamzam Quorvex Network", "AT", "e1"), ("ZAMZAM QUORVEX NETWORK", "AT", "e1"), ("Blibber Federation", "DE", "e2"),
    ("", "DE", "e3"), ("Zamzam Quorvex Network", "AT", "e1"), ("Quorvex Collective", "", "e1"),
  ])

  /// Rows of name, country and entity, numbered from 0.
  static func set(_ rows: [(name: String, country: String, entity: String)]) -> LabelledSet {
    LabelledSet(
      rows: rows.enumerated().map { index, row in
        LabelledSet.Row(
          id: String(index), name: row.name, country: row.country, entity: row.entity,
          labelledCountry: row.country == "at" ? "AT" : row.country, labelledScope: "", labelledType: "",
          alternativeType: "", typeAnswer: "")
      })
  }

  static func mentions(_ set: LabelledSet = set) throws -> LabelledMentions {
    try LabelledMentions(set, name: "labelled.csv", understand: StandardPipeline(title: "").understand)
  }

  @Test func eachRowKnowsItsOrganization() throws {
    let mentions = try LabelledMentionsTests.mentions()
    let table = try LinkOrganizations().run(mentions.decided)
    let found = mentions.organizations(in: table)
    #expect(found[0] != nil)
    #expect(found[0] == found[1])
    #expect(found[0] == found[4])
    #expect(found[2] != found[0])
    #expect(found[3] == nil)
    let score = mentions.score(table)
    #expect((score.rows, score.entities, score.clusters) == (6, 3, 4))
    #expect((score.truePositives, score.falsePositives, score.falseNegatives) == (3, 0, 3))
  }

  @Test func aPartIsLinkedAlone() throws {
    let part = try LabelledMentionsTests.mentions().keeping { $0.country == "AT" }
    #expect(part.set.rows.map(\.id) == ["0", "1", "4"])
    #expect(part.decided.mentions.count == 2)
    let table = try LinkOrganizations().run(part.decided)
    #expect(part.organizations(in: table) == [0, 0, 0])
    let nobody = try LabelledMentionsTests.mentions().keeping { _ in false }
    #expect(nobody.score(try LinkOrganizations().run(nobody.decided)).rows == 0)
  }

  @Test func evaluatesAllAtOnce() throws {
    let pipeline = StandardPipeline(title: "")
    let evaluation = try Evaluation(
      LabelledMentionsTests.mentions(), link: pipeline.link, classify: ClassifyTypes(), count: pipeline.count)
    #expect(evaluation.linkage.clusters == 4)
    #expect(evaluation.bounds.truth == 3)
    #expect(evaluation.bounds.bounds.reported == 3)
    #expect(evaluation.distinctNames == 3)
    #expect(evaluation.labels.map(\.label) == [.country, .statedCountry])
    #expect(evaluation.labels[0].score.labelled == 5)
    #expect(evaluation.fingerprint.truePositives == 3)
  }
}
