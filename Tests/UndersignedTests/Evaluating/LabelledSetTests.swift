import Testing

@testable import Undersigned

@Suite struct LabelledSetTests {
  @Test func readsWhatThereIs() throws {
    let set = try LabelledSet(
      header: ["row_id", "name", "country", "type", "entity_id"],
      records: [["1", "Testa Network", "AT", "ngo", "e1"], ["2", "TN"], ["3", "Testa Network", "", "", "e1"]],
      source: "labelled.csv")
    #expect(set.rows.count == 3)
    #expect(set.rows[0].typeAnswer == "ngo")
    #expect(set.rows[1].entity.isEmpty)
    #expect(set.entities == [0, 1, 0])
  }

  @Test func saysWhichFieldIsMissing() {
    #expect(
      throws: PipelineError(
        .noSuchHeader("entity_id", headers: ["row_id", "name"]), at: .init(source: "labelled.csv", line: 1))
    ) {
      try LabelledSet(header: ["row_id", "name"], records: [], source: "labelled.csv")
    }
  }

  @Test func scoresLabelsWhereTheyExist() throws {
    let set = try LabelledSet(
      header: ["row_id", "name", "entity_id", "country_iso2", "type", "type_alt"],
      records: [
        ["1", "A", "e1", "AT", "ngo", "faith"], ["2", "B", "e2", "", "union", ""], ["3", "C", "e3", "DE", "", ""],
        ["4", "D", "e4", "FR", "ngo", ""],
      ], source: "labelled.csv")
    func score(_ label: Label, _ answers: [String]) -> LabelScore {
      LabelScore(labels: set.rightValues(label), answers: answers)
    }
    let countries = score(.country, ["AT", "BE", "FR", ""])
    #expect((countries.labelled, countries.answered, countries.correct) == (3, 2, 1))
    let types = score(.type, ["faith", "trade_union", "ngo", "faith"])
    #expect((types.labelled, types.answered, types.correct) == (3, 3, 2))
    #expect(score(.scope, ["", "", "", ""]).accuracy == 1)
    #expect(set.rows[0].typeAnswer.isEmpty)
  }
}
