import Tabular
import Testing

@testable import Undersigned

@Suite struct DecisionFileTests {
  private func parse(
    _ lines: [[String]], fields: [String] = DecisionFile.header
  ) throws(PipelineError) -> [Decision] {
    let records = lines.enumerated().map { (line: $0 + 2, cells: $1) }
    return try DecisionFile.parse(fields: fields, records: records, name: "decisions.csv") { text in
      ["chile": CountryCode("CL")!, "CL": CountryCode("CL")!, "AR": CountryCode("AR")!][text]
    }
  }

  private func problem(_ lines: [[String]], fields: [String] = DecisionFile.header) -> String {
    do {
      _ = try parse(lines, fields: fields)
      return "no error"
    } catch {
      return "\(error)".split(separator: "\n").first.map(String.init) ?? ""
    }
  }

  @Test func damageIsToldAtItsLineBehindComments() {
    let text = "# ours\n\naction,name,value\n# more\nsame,A,B\nsame,\"C,D\n"
    let error = #expect(throws: PipelineError.self) {
      try DecisionFile.parse(Array(text.utf8), name: "decisions.csv")
    }
    #expect(error?.position == Position(source: "decisions.csv", line: 6, column: 6))
  }

  @Test func readsEveryAction() throws {
    let decisions = try parse([
      ["same", "CUT", "chile", "Central Unitaria", "Testa Testperson", "2026-01-02", "asked them"],
      ["apart", "A", "", "B", "", "", ""],
      ["part-of", "A section", "", "A", "", "", ""],
      ["rename", "ACME", "", "Acme", "", "", ""],
      ["country", "ACME", "", "chile", "", "", ""],
      ["Type", "ACME", "", "Trade union", "", "", ""],
      ["not an organization", "self", "", "", "", "", ""],
      ["withdrawn", "Gone", "", "", "", "", ""],
      ["split", "X and Y", "", "X; Y", "", "", ""],
      ["", "", "", "", "", "", ""],
      ["# a comment", "", "", "", "", "", ""],
    ])
    #expect(
      decisions.map(\.action) == [
        .same, .apart, .partOf, .rename, .country, .type, .notAnOrganization, .withdrawn, .split,
      ])
    #expect(decisions[0].country == CountryCode("CL"))
    #expect(decisions[0].why == "asked them")
    #expect(decisions[4].value == "CL")
    #expect(decisions[5].value == "trade_union")
    #expect(decisions[8].parts == ["X", "Y"])
    #expect(decisions[8].line == 10)
  }

  @Test func fieldsMayStandInAnyOrderAndBeLeftOut() throws {
    let decisions = try parse([["B", "same", "A"]], fields: ["value", "Action", "name"])
    #expect(decisions.map(\.name) == ["A"])
    #expect(decisions.map(\.value) == ["B"])
  }

  @Test(arguments: [
    (["sme", "A", "", "B"], "no action is called 'sme'; did you mean 'same'?"),
    (["merge", "", "", ""], "no action is called 'merge'"),
    (["", "A", "", "B"], "no action; it is one of same, apart"),
    (["same", "", "", "B"], "'same' without a name"),
    (["same", "A", "", ""], "'same' without a value"),
    (["apart", "A", "", "a"], "'apart' of a name and itself: 'A'"),
    (["type", "A", "", "trade_unoin"], "no type is called 'trade_unoin'; did you mean 'trade_union'?"),
    (["type", "A", "", "Sindicato"], "no type is called 'Sindicato'; did you mean 'trade_union'?"),
    (["split", "A", "", "B"], "'split' needs at least two names"),
    (["same", "A", "Atlantis", "B"], "the country 'Atlantis' is none that is known"),
  ])
  func saysWhatIsWrongWithALine(cells: [String], words: String) {
    let text = problem([["same", "C", "", "D"], cells])
    #expect(text.hasPrefix("decisions.csv:3: error: \(words)"), "\(text)")
  }

  @Test func saysWhatIsWrongWithTheHeader() {
    #expect(
      problem([], fields: ["action", "nmae"])
        == "decisions.csv:1: error: no field of decisions is called 'nmae'; did you mean 'name'?")
    #expect(problem([], fields: ["action"]) == "decisions.csv:1: error: no field called 'name' in the header")
  }

  @Test(arguments: [
    ([["same", "A", "", "B"], ["apart", "b", "", "A"]], "'b' and 'A' are one organization and are two"),
    (
      [["same", "A", "", "B"], ["same", "B", "", "C"], ["apart", "A", "", "C"]],
      "'A' and 'C' are one organization and are two"
    ),
    ([["apart", "A", "", "B"], ["same", "A", "", "B"]], "'A' and 'B' are one organization and are two"),
    ([["country", "A", "", "CL"], ["country", "A", "", "AR"]], "'A' is in AR and CL"),
    ([["type", "A", "", "ngo"], ["type", "A", "", "media"]], "'A' is of type 'media' and 'ngo'"),
    (
      [["type", "A", "", "ngo"], ["same", "A", "", "B"], ["type", "B", "", "media"]],
      "'A' is of type 'media' and 'ngo'"
    ),
    ([["rename", "A", "", "X"], ["rename", "A", "", "Y"]], "'A' is to be shown as 'Y' and 'X'"),
    ([["withdrawn", "A", "", ""], ["same", "B", "", "A"]], "'A' is withdrawn and is the same as 'B'"),
    ([["withdrawn", "A", "", ""], ["not-an-organization", "A", "", ""]], "'A' is withdrawn and is no organization"),
    ([["part-of", "A", "", "B"], ["part-of", "A", "", "C"]], "'A' is a section of 'C' and of 'B'"),
    ([["part-of", "A", "", "B"], ["part-of", "B", "", "A"]], "'B' and 'A' are sections of each other"),
    (
      [["part-of", "A", "", "B"], ["same", "A", "", "B"]],
      "'A' and 'B' are one organization and one is a section of the other"
    ),
  ])
  func contradictionsNameBothLines(lines: [[String]], words: String) {
    let later = lines.count + 1
    let text = problem(lines)
    #expect(text.hasPrefix("decisions.csv:\(later): error: "), "\(text)")
    #expect(text.contains("; it contradicts line "), "\(text)")
    // Either side may be named first: both orders say the same.
    let sides = Set(words.split(separator: " ").map(String.init))
    #expect(sides.isSubset(of: Set(text.split { " ;".contains($0) }.map(String.init))), "\(text)")
  }

  @Test func oneCountryGoesBeforeAnyAndIsNoContradiction() throws {
    #expect(try parse([["type", "A", "", "ngo"], ["type", "A", "CL", "media"]]).count == 2)
    #expect(try parse([["same", "A", "CL", "B"], ["apart", "A", "AR", "B"]]).count == 2)
    #expect(try parse([["same", "A", "", "B"], ["same", "A", "", "B"]]).count == 2)
  }

  // MARK: Bytes

  private func read(_ text: String) throws -> [Decision] {
    try DecisionFile.parse(Array(text.utf8), name: "decisions.csv")
  }

  @Test func linesArePhysicalWithCommentsAndQuotedBreaks() throws {
    let decisions = try read(
      """
      action,name,country,value,by,on,why
      # who: the team
      same,"A, Inc",,"B ""x""\",Testa Testperson,2026-01-01,ok

      split,X,,Y; Z,,,"two
      # lines"
      type,Q,,ngo
      """)
    #expect(decisions.map(\.line) == [3, 5, 7])
    #expect(decisions.map(\.name) == ["A, Inc", "X", "Q"])
    #expect(decisions[0].value == "B \"x\"")
    #expect(decisions[1].parts == ["Y", "Z"])
    #expect(decisions[1].why == "two\n# lines")
  }

  @Test(arguments: ["", "\n\n", "# nothing yet\n", "action,name,country,value,by,on,why\n"])
  func aFileWithoutDecisionsIsFine(text: String) throws {
    #expect(try read(text).isEmpty)
  }

  @Test func contradictionsNamePhysicalLines() {
    let error = #expect(throws: PipelineError.self) {
      try read("action,name,country,value\nsame,A,,B\n# why\napart,A,,B\n")
    }
    #expect(
      error.map { "\($0)" }?.hasPrefix(
        "decisions.csv:4: error: 'A' and 'B' are one organization and are two; it contradicts line 2") == true)
  }
}
