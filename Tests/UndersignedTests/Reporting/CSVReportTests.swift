import Tabular
import Testing

@testable import Undersigned

@Suite struct CSVReportTests {
  private func files(_ summary: Summary) -> [String: String] {
    let files = CSVReport().files(for: summary)
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test func headersStandEvenOverNothing() throws {
    let files = files(try LetterBuilder().summary())
    #expect(
      files == [
        "countries.csv": "country_code,country,region,organizations,at_least,at_most,share\n",
        "types.csv": "type,organizations,at_least,at_most,share\n",
        "countries-by-type.csv": "country_code,country,type,organizations,at_least,at_most\n",
        "organizations.csv":
          "organization_id,organization,country_code,country,scope,type,type_strength,part_of,variants,signatures,"
          + "first_signed\n",
        "variants.csv": "organization_id,organization,variant,evidence,score,source\n",
        "proposals.csv": "rank,name_a,country_a,name_b,country_b,score,evidence,effect\n",
        "findings.csv": "severity,slug,source,line,column,message\n",
      ])
  }

  @Test func theFilesOfASmallLetter() throws {
    var letter = LetterBuilder()
    letter.add(
      [
        .init(name: "Central Obrera", signatures: 3, day: Day(number: 20_781)),
        .init(
          name: "COB, Chile", source: "in/b.csv", day: Day(number: 20_779), score: 0.991,
          evidence: [Evidence("acronym", 3, "'cut'"), Evidence("same-country", 0.5)]),
      ], .at("CL"), .tradeUnion)
    let other = letter.add("Central Unica dos Trabalhadores", .at("BR"), .tradeUnion, strength: .weak)
    letter.add("World Peace Council", Location(scope: .international))
    letter.propose(0, other, score: 0.5, Evidence("shared-words", 1.25))
    letter.findings = [
      Finding(.note, "stray-quote", at: Position(source: "letter.csv", line: 4, column: 9), "a \"quote\"")
    ]
    let files = files(try letter.summary())
    #expect(
      files["countries.csv"] == """
        country_code,country,region,organizations,at_least,at_most,share
        BR,Brazil,Americas,1,0,1,33.4
        CL,Chile,Americas,1,0,1,33.3
        ,International,,1,1,1,33.3

        """)
    #expect(
      files["types.csv"] == """
        type,organizations,at_least,at_most,share
        trade_union,2,1,2,66.7
        unclassified,1,1,1,33.3

        """)
    #expect(
      files["countries-by-type.csv"] == """
        country_code,country,type,organizations,at_least,at_most
        BR,Brazil,trade_union,1,0,1
        CL,Chile,trade_union,1,0,1
        ,International,unclassified,1,1,1

        """)
    #expect(
      files["organizations.csv"]?.split(separator: "\n").dropFirst().joined(separator: "\n") == """
        org-Central Obrera-CL,Central Obrera,CL,Chile,national,trade_union,strong,,2,4,2026-11-22
        org-Central Unica dos Trabalhadores-BR,Central Unica dos Trabalhadores,BR,Brazil,national,trade_union,weak,,1,1,
        org-World Peace Council-,World Peace Council,,International,international,unclassified,,,1,1,
        """)
    #expect(
      files["variants.csv"]?.split(separator: "\n").dropFirst().prefix(2).joined(separator: "\n") == """
        org-Central Obrera-CL,Central Obrera,Central Obrera,,1.00,letter.csv
        org-Central Obrera-CL,Central Obrera,"COB, Chile",acronym +3.00 ('cut'); same-country +0.50,0.99,b.csv
        """)
    let proposal = files["proposals.csv"]?.split(separator: "\n").last.map(String.init)
    #expect(
      proposal
        == "1,Central Obrera,CL,Central Unica dos Trabalhadores,BR,0.50,shared-words +1.25,"
        + "\"organizations -1, countries up to -1\"")
    #expect(files["findings.csv"]?.split(separator: "\n").last == "note,stray-quote,letter.csv,4,9,\"a \"\"quote\"\"\"")
  }

  @Test(arguments: [
    ("=cmd|'/c calc'!A0", "'=cmd|'/c calc'!A0"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\t=1", "'=1"),
    ("\u{FF1D}1", "'\u{FF1D}1"), ("\u{202E}=1", "'=1"), ("a=1", "a=1"), ("two\nlines", "two lines"),
    ("a,b", "\"a,b\""), ("\"q\"", "\"\"\"q\"\"\""), ("", ""),
  ])
  func noCellIsAFormula(value: String, cell: String) throws {
    var letter = LetterBuilder()
    letter.findings = [Finding(.note, "stray-quote", at: Position(source: "letter.csv", line: 4), value)]
    let lines = files(try letter.summary())["findings.csv"]?.split(separator: "\n")
    #expect(lines?.dropFirst() == ["note,stray-quote,letter.csv,4,,\(cell)"])
  }
}
