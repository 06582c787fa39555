import Testing

@testable import Undersigned

@Suite struct LinkageErrorTests {
  private func errors(_ rows: [(String, String, String)], limit: Int = 10) throws -> [LinkageError] {
    let mentions = try LabelledMentionsTests.mentions(LabelledMentionsTests.set(rows))
    let table = try LinkOrganizations().run(mentions.decided)
    return LinkageError.worst(mentions, in: table, link: LinkOrganizations(), limit: limit)
  }

  @Test func falseMergesComeFirstThenMissedOnesByLikeness() throws {
    let errors = try errors([
      // One name of two entities, twice each: four pairs of rows.
      ("Zamzam Quorvex Network", "AT", "e1"), ("ZAMZAM QUORVEX NETWORK", "AT", "e1"),
      ("Zamzam Quorvex Network", "AT", "e2"), ("Zamzam Quorvex network", "AT", "e2"),
      // One entity under three names, of which two are alike.
      ("Blibber Federation of Ostania", "DE", "e3"), ("Blibber Ostanian Quumba Federation", "DE", "e3"),
      ("Something Else Entirely", "DE", "e3"),
    ])
    #expect(errors.map(\.kind) == [.falseMerge, .missedMerge, .missedMerge, .missedMerge])
    #expect(errors[0].rowPairs == 4)
    #expect(errors[0].left.countries == "AT")
    #expect(errors[0].score == 1)
    let missed = errors.dropFirst()
    #expect(missed.map(\.score) == missed.map(\.score).sorted(by: >))
    #expect(missed.first?.left.name == "Blibber Federation of Ostania")
    #expect(missed.first?.right.name == "Blibber Ostanian Quumba Federation")
    #expect(missed.first?.evidence.first?.name == "shared-words")
    #expect(missed.allSatisfy { $0.rowPairs == 1 })
  }

  @Test func theListEndsWhereItIsTold() throws {
    let rows = (0..<6).map { ("\(["Aaa", "Bbb", "Ccc", "Ddd", "Eee", "Fff"][$0])quorvex Society", "DE", "e") }
    #expect(try errors(rows, limit: 2).count == 2)
    #expect(try errors(rows, limit: 0).isEmpty)
    #expect(try errors([]).isEmpty)
  }

  @Test func blockingRecallCountsPairsOfNames() throws {
    let mentions = try LabelledMentionsTests.mentions(
      LabelledMentionsTests.set([
        ("Zamzam Quorvexian", "AT", "e1"), ("Zamzam Quorvexain", "AT", "e1"), ("Blibber Ostania", "AT", "e1"),
        ("ZAMZAM QUORVEXIAN", "AT", "e1"), ("Something Else", "AT", "e2"),
      ]))
    let score = BlockingScore(mentions, link: LinkOrganizations())
    #expect((score.truePairs, score.comparedTruePairs) == (3, 1))
    #expect(score.recall == 1.0 / 3)
    #expect(BlockingScore(mentions.keeping { _ in false }, link: LinkOrganizations()).recall == 1)
  }
}
