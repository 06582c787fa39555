import Tabular
import Testing

@testable import Undersigned

@Suite struct DecisionFileAddingTests {
  private let same = Decision(
    .same, name: "A, B", value: "C", by: "Testa Testperson", on: "2026-11-22", why: "they say so",
    at: Position(source: "here"))

  private func adding(_ decisions: [Decision], to text: String) throws -> String {
    String(decoding: try DecisionFile.adding(decisions, to: Array(text.utf8), name: "decisions.csv"), as: UTF8.self)
  }

  @Test func aNewFileGetsTheHeader() throws {
    #expect(
      try adding([same], to: "")
        == "action,name,country,value,by,on,why\nsame,\"A, B\",,C,Testa Testperson,2026-11-22,they say so\n")
  }

  @Test func whatStandsThereStays() throws {
    let text = "# our decisions\naction;name;value\napart;X;Y"
    #expect(try adding([same], to: text) == text + "\nsame;A, B;C\n")
  }

  @Test func aHeaderAloneIsKept() throws {
    #expect(try adding([same], to: "action,value,name\n") == "action,value,name\nsame,C,\"A, B\"\n")
  }

  @Test func aContradictionIsNotAdded() throws {
    #expect {
      try adding([same], to: "action,name,value\napart,\"A, B\",C\n")
    } throws: { error in
      guard case .contradictoryDecisions = (error as? PipelineError)?.kind else { return false }
      return true
    }
  }
}
