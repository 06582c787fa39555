import Tabular
import Testing

@testable import Undersigned

@Suite struct EarlierReportTests {
  private func report(_ names: [String]) throws -> (summary: Summary, earlier: EarlierReport?) {
    var letter = LetterBuilder()
    for name in names { letter.add(.init(stringLiteral: name), .at("CL"), .tradeUnion) }
    let summary = try letter.summary()
    return (
      summary,
      EarlierReport(
        types: ReportTable.types.file(of: summary).bytes,
        organizations: ReportTable.organizations.file(of: summary).bytes)
    )
  }

  @Test func whoCameAndHowManyWentIsTold() throws {
    let earlier = try #require(try report(["A", "Central Obrera", "Union"]).earlier)
    #expect(earlier.organizations == 3)
    let now = try report(["Central Obrera", "Example Forum", "Union", "Zeta"]).summary
    #expect(earlier.change(to: now) == .init(before: 3, now: 4, joined: ["Example Forum", "Zeta"], left: 1))
    #expect(earlier.change(to: try report(["A", "Central Obrera", "Union"]).summary).joined == [])
  }

  @Test func nothingIsNoReport() throws {
    let organizations = Array("organization_id,organization\no-1,A\n".utf8)
    #expect(EarlierReport(types: [], organizations: []) == nil)
    #expect(EarlierReport(types: Array("type,count\n".utf8), organizations: organizations) == nil)
    #expect(
      EarlierReport(types: Array("type,organizations,at_least\nngo,x,1\n".utf8), organizations: organizations) == nil)
    #expect(
      EarlierReport(types: Array("type,organizations,at_least\nngo,2,1\n".utf8), organizations: organizations)?
        .organizations == 2)
  }
}
