import Testing

@testable import Undersigned

@Suite struct AliasFileTests {
  private func parse(_ text: String) throws(PipelineError) -> [OrganizationAlias] {
    try AliasFile.parse(Array(text.utf8), name: "aliases.csv") { ["chile": CountryCode("CL")!][$0.lowercased()] }
  }

  private func problem(_ text: String) -> String {
    do {
      _ = try parse(text)
      return "no error"
    } catch {
      return "\(error)".split(separator: "\n").first.map(String.init) ?? ""
    }
  }

  @Test func readsPairsWithCountryAndSource() throws {
    let aliases = try parse(
      """
      # what the coalition knows
      name,alias,country,source
      Central Unitaria de Trabajadores,CUT,Chile,their website

      # renamed in 2020
      "Zamzam, Old",Zamzam New,AT,
      """)
    #expect(aliases.map(\.name) == ["Central Unitaria de Trabajadores", "Zamzam, Old"])
    #expect(aliases.map(\.alias) == ["CUT", "Zamzam New"])
    #expect(aliases.map(\.country) == [CountryCode("CL"), CountryCode("AT")])
    #expect(aliases.map(\.source) == ["their website", ""])
    #expect(aliases.map(\.position.line) == [3, 6])
  }

  @Test(arguments: ["", "\n# nothing yet\n", "name,alias,country,source\n", "\u{FEFF}name,alias\n"])
  func noLinesAreNoAliases(text: String) throws {
    #expect(try parse(text).isEmpty)
  }

  @Test func fieldsMayStandInAnyOrderAndBeLeftOut() throws {
    let aliases = try parse("Alias;Name\nB;A\nD;C\n")
    #expect(aliases.map(\.name) == ["A", "C"])
    #expect(aliases.map(\.alias) == ["B", "D"])
  }

  @Test(arguments: [
    ("name,alias,country\nA,,AT\n", "aliases.csv:2:3: error: an alias without a name in 'alias'"),
    ("name,alias,country\n,B,AT\n", "aliases.csv:2:1: error: an alias without a 'name'"),
    (
      "name,alias,country\nA,B,AT\n\n\"A, C\",B,Chil\n",
      "aliases.csv:4:10: error: the country 'Chil' is none that is known; did you mean 'Chile'?"
    ),
    ("name,country\nA,AT\n", "aliases.csv:1: error: no field called 'alias' in the header"),
    (
      "name,alias,contry\nA,B,AT\n",
      "aliases.csv:1: error: no field of aliases is called 'contry'; did you mean 'country'?"
    ),
  ])
  func errorsSayWhereAndWhat(text: String, expected: String) {
    #expect(problem(text) == expected)
  }

  @Test func anErrorSaysWhatALineIs() {
    let error = PipelineError(.malformedAlias("x"), at: .init(source: "aliases.csv", line: 2))
    #expect(error.remedy == "each line is name,alias,country,source: two names of one organization")
  }
}
