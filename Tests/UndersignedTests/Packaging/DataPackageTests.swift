import Tabular
import Testing

@testable import Undersigned

@Suite struct DataPackageTests {
  @Test(arguments: [
    ("saving-lives-2020", "saving-lives-2020"), ("a.b_c", "a.b_c"), ("Mein Brief", "mein-brief"),
    ("Écoles & lycées", "ecoles-lycees"), ("", "letter"), ("...", "letter"), ("../../etc", "etc"),
    ("\"}\n", "letter"), ("письмо", "letter"),
  ])
  func namesAreThoseOfPackages(letter: String, name: String) {
    let found = DataPackage(letter: letter, sources: []).name
    #expect(found.utf8.allSatisfy { $0 < 0x80 } && !found.isEmpty)
    if name != "letter" || letter.utf8.allSatisfy({ $0 < 0x80 }) { #expect(found == name) }
  }

  @Test func everyResourceIsDescribed() throws {
    var letter = LetterBuilder()
    letter.add("Central Obrera", .at("CL"), .tradeUnion)
    let summary = try letter.summary()
    let hashes = Dictionary(uniqueKeysWithValues: CSVReport().files(for: summary).map { ($0.path, $0.hash) })
    let sources = [
      InputFile(.input, name: "in/a.csv", ContentHash([])), InputFile(.input, name: "-", ContentHash([0x61])),
      InputFile(.decisions, name: "~x\u{202E}.csv", ContentHash([])),
    ]
    let file = DataPackage(letter: "letter", sources: sources).file(for: summary, describing: hashes)
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(file.path == "datapackage.json" && text.hasSuffix("}\n"))
    for table in ReportTable.all {
      #expect(text.contains("\"path\": \"\(table.path)\""))
      for field in table.fields { #expect(text.contains("\"name\": \"\(field.name)\"")) }
    }
    #expect(text.contains("\"title\": \"standard input\"") && !text.contains("\"path\": \"-\""))
    #expect(text.contains("\"title\": \"~x.csv\"") && !text.contains("\"path\": \"~x.csv\""))
    #expect(!text.contains("\"created\""))
  }

  /// Breakdowns lack the countries and types of sections that are counted with their parents.
  @Test func referencesHoldByPolicy() throws {
    var letter = LetterBuilder()
    letter.add("Central Obrera", .at("CL"), .tradeUnion)
    var summary = try letter.summary()
    func held() -> [String] {
      ReportTable.all.flatMap { table in
        table.references.filter { $0.holds(for: summary) }.map { "\(table.name).\($0.field)" }
      }
    }
    let always = ["countries-by-type.country_code", "countries-by-type.type", "variants.organization_id"]
    #expect(Set(held()) == Set(always + ["organizations.country_code", "organizations.type"]))
    summary.policy.sections = .collapsedToParents
    #expect(held() == always)
  }
}
