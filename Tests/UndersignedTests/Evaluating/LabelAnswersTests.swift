import Testing

@testable import Undersigned

@Suite struct LabelAnswersTests {
  private func evaluation(_ rows: [[String]]) throws -> Evaluation {
    let set = try LabelledSet(
      header: ["row_id", "name", "country", "entity_id", "country_iso2", "scope", "type", "type_alt"], records: rows,
      source: "labelled.csv")
    let pipeline = StandardPipeline(title: "")
    return try Evaluation(
      LabelledMentions(set, name: "labelled.csv", understand: pipeline.understand), link: pipeline.link,
      classify: pipeline.types, count: pipeline.count, samples: 2)
  }

  private func score(_ label: Label, _ evaluation: Evaluation) throws -> LabelScore {
    try #require(evaluation.labels.first { $0.label == label }?.score)
  }

  @Test func aStatedCountryAndAnInventedOneAreToldApart() throws {
    let evaluation = try evaluation([
      ["1", "Example Workers Union", "Kenya", "a", "KE", "national", "trade_union", ""],
      ["2", "Example Union of Ghana", "", "b", "", "international", "trade_union", ""],
      ["3", "Xylo Qux", "", "c", "FR", "national", "ngo", ""],
    ])
    #expect(try score(.statedCountry, evaluation).labelled == 1)
    #expect(try score(.statedCountry, evaluation).correct == 1)
    #expect(try score(.country, evaluation).labelled == 2)
    let none = try score(.noCountry, evaluation)
    #expect((none.labelled, none.correct) == (1, 0))
  }

  @Test func whatNothingSpeaksForMayBeAnNGO() throws {
    let evaluation = try evaluation([
      ["1", "Xylo Qux", "Kenya", "a", "KE", "national", "ngo", ""],
      ["2", "Vyrmo Zell", "Kenya", "b", "KE", "national", "women", ""],
    ])
    #expect(try score(.type, evaluation).answered == 0)
    #expect(try score(.typeOrNGO, evaluation).correct == 1)
    #expect(try score(.typeOrNGO, evaluation).answered == 2)
  }

  @Test func errorsCarryTheirEvidenceAndAreCountedByName() throws {
    let evaluation = try evaluation([
      ["1", "Example Workers Union", "Kenya", "a", "KE", "national", "faith", ""],
      ["2", "Example Workers Union", "Kenya", "a", "KE", "national", "faith", ""],
    ])
    let error = try #require(evaluation.labelErrors.first)
    #expect(evaluation.labelErrors.count == 1)
    #expect((error.label, error.expected, error.answer, error.rows) == (.type, "faith", "trade_union", 2))
    #expect(!error.evidence.isEmpty)
  }
}
