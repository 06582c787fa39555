import Tabular
import Testing

@testable import Undersigned

@Suite struct OpenRefineHistoryTests {
  private func operation(
    _ edits: [(from: [String], to: String)], column: String = "Org", facets: String = "", expression: String = "value"
  ) -> String {
    let list = edits.map { edit in
      let from = edit.from.map { JSONText.string($0).description }.joined(separator: ",")
      return "{\"from\": [\(from)], \"fromBlank\": false, \"fromError\": false, \"to\": \(JSONText.string(edit.to))}"
    }
    return "{\"op\": \"core/mass-edit\", \"engineConfig\": {\"facets\": [\(facets)], \"mode\": \"row-based\"}, "
      + "\"columnName\": \"\(column)\", \"expression\": \"\(expression)\", \"edits\": [\n\(list.joined(separator: ",\n"))\n]}"
  }

  private func parse(
    _ operations: [String], columns: [String] = ["Org"]
  ) throws -> (decisions: [String], findings: [String]) {
    let text = "[\n" + operations.joined(separator: ",\n") + "\n]"
    let history = try OpenRefineHistory.parse(Array(text.utf8), name: "h.json", columns: columns)
    return (
      history.decisions.map {
        "\($0.line) \($0.action.rawValue) \($0.name) / \($0.value)\($0.isTentative ? " ?" : "")"
      }, history.findings.map { "\($0.position.line) \($0.severity.rawValue) \($0.message)" }
    )
  }

  @Test func namesThatBecomeOneAreTheSame() throws {
    let history = try parse([operation([(["A", "B", "C"], "B"), (["D"], "E"), (["F"], "F"), (["g", "G"], "G")])])
    #expect(
      history.decisions == [
        "3 same A / B", "3 same A / C", "3 rename A / B ?", "4 same D / E ?", "4 rename D / E", "6 rename g / G",
      ])
    #expect(history.findings.isEmpty)
  }

  /// What one edit makes, the next may change; what was not made may have stood in a cell.
  @Test func editsFollowEachOther() throws {
    let history = try parse([
      operation([(["A"], "B")]), operation([(["B", "C"], "D"), (["A"], "never")]), operation([(["D"], "E")]),
    ])
    #expect(history.decisions.filter { !$0.hasSuffix("?") } == ["10 same A / C"])
    #expect(Set(history.decisions.map { $0.drop { $0 != " " } }).isSuperset(of: [" same A / B ?", " same A / E ?"]))
    #expect(history.decisions.last == "10 rename A / E ?")
  }

  @Test func renamedColumnsAreFollowed() throws {
    let rename = "{\"op\": \"core/column-rename\", \"oldColumnName\": \"Org\", \"newColumnName\": \"X\"}"
    let history = try parse([rename, operation([(["A"], "B")], column: "X"), operation([(["P"], "Q")], column: "Org")])
    #expect(history.decisions.count == 4)
    let other = try parse([
      rename, operation([(["A"], "B")], column: "X"), operation([(["P"], "Q")], column: "Country"),
    ])
    #expect(other.decisions == ["4 same A / B ?", "4 rename A / B"])
    #expect(other.findings == ["7 note left out: an edit of the column 'Country'"])
  }

  @Test func nothingIsLeftOutInSilence() throws {
    let history = try parse([
      "{\"op\": \"core/text-transform\", \"columnName\": \"Org\", \"description\": \"Text transform\"}",
      "{\"op\": \"core/text-transform\", \"columnName\": \"City\"}",
      "{\"op\": \"core/row-removal\"}", operation([(["A"], "B")], facets: "{\"type\": \"list\"}"),
      operation([(["A"], "B")], expression: "value.trim()"), operation([([], "B"), ([""], "B"), (["A"], "")]),
      operation([(["A", "B"], "B")]),
    ])
    #expect(history.decisions.count == 2)
    #expect(
      history.findings == [
        "2 warning left out: 'core/text-transform', for it is no mass edit: 'Text transform'",
        "3 note left out: 'core/text-transform', for it is no mass edit",
        "4 warning left out: 'core/row-removal', for it is no mass edit",
        "5 warning left out: 'core/mass-edit', for it changed the rows of a facet alone",
        "8 warning left out: 'core/mass-edit', for it looks at 'value.trim()' and not at the value",
        "12 warning left out: an edit of blank cells (2 times)", "14 warning left out: an edit that empties cells",
      ])
  }

  @Test func theColumnOfTheOrganizationsIsFound() throws {
    let (names, places) = (operation([(["A"], "B")]), operation([(["P"], "Q")], column: "Land"))
    #expect(try parse([names, places], columns: [" ORG "]).decisions.count == 2)
    #expect(try parse([places], columns: ["Org"]).decisions.count == 2)
    #expect(
      try parse([names, operation([(["C"], "B")], column: "Orga")], columns: ["Orga", "Org"]).decisions.count == 3)
    let error = #expect(throws: PipelineError.self) { _ = try parse([names, places], columns: ["Organisation"]) }
    #expect(
      error?.description.hasPrefix(
        "h.json:1: error: the history edits the columns 'Land', 'Org', and none is called as the exports call") == true)
  }

  @Test func theWholeHistoryOfAProjectIsReadAsWell() throws {
    let text = "{\"entries\": [{\"description\": \"x\", \"operation\": \(operation([(["A", "B"], "B")]))}]}"
    let history = try OpenRefineHistory.parse(Array(text.utf8), name: "h.json", columns: [])
    #expect(history.decisions.map(\.by) == ["OpenRefine", "OpenRefine"])
    #expect(
      OpenRefineHistory.isHistory(Array("\u{FEFF} \n[".utf8)) && !OpenRefineHistory.isHistory(Array("action,".utf8)))
    #expect(!OpenRefineHistory.isHistory([]))
  }

  @Test(arguments: [
    ("{\"a\": 1}", "h.json:1: error: no history of OpenRefine"),
    ("[{\"a\": 1}]", "h.json:1: error: an operation without"),
    ("[{\"op\": \"core/mass-edit\"}]", "h.json:1: error: 'core/mass-edit' without"),
    ("[\n{\"op\": \"core/column-rename\"}]", "h.json:2: error: 'core/column-rename' without"),
    ("[", "h.json:1: error: the JSON ends"),
  ])
  func whatIsNoHistoryIsTold(text: String, problem: String) {
    let error = #expect(throws: PipelineError.self) {
      _ = try OpenRefineHistory.parse(Array(text.utf8), name: "h.json", columns: [])
    }
    #expect(error?.description.hasPrefix(problem) == true)
  }

  @Test func filesOfDecisionsMustHoldTogether() throws {
    let table = DecisionFile.Source(name: "d.csv", bytes: Array("action,name,country,value\napart,A,,B\n".utf8))
    let history = DecisionFile.Source(name: "h.json", bytes: Array("[\(operation([(["A", "B"], "B")]))]".utf8))
    func columns() throws(PipelineError) -> [String] { ["Org"] }
    #expect(try DecisionFile.parse([table], columns: columns).decisions.count == 1)
    let error = #expect(throws: PipelineError.self) {
      _ = try DecisionFile.parse([table, history], columns: columns)
    }
    #expect(
      error?.problem.contains("are one organization and are two, the other in 'd.csv'; it contradicts line 2") == true)
  }
}
