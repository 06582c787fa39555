import Testing

@testable import Undersigned

@Suite struct CountryNameFileTests {
  private func names(_ text: String) throws -> [CountryCode: String] {
    try CountryNameFile.parse(Array(text.utf8), name: "country-names.csv", isCountry: Countries().contains)
  }

  @Test func readsNamesByTheirCodes() throws {
    let names = try names("# ours\ncode,name\nCV,Cabo Verde\nmm,Burma\n")
    #expect(names == [CountryCode("CV")!: "Cabo Verde", CountryCode("MM")!: "Burma"])
    #expect(try self.names("").isEmpty)
    let facts = CountryFacts.standard(.iso, own: names)
    #expect(facts.name(CountryCode("MM")!) == "Burma")
    #expect(facts.name(CountryCode("PS")!) == "Palestine, State of")
  }

  @Test(arguments: [
    ("code,name\nCV,Cabo Verde\nQQ,Nowhere\n", "country-names.csv:3: error: 'QQ' is no code of a country"),
    ("code,name\nCV,Cabo Verde\nCV,Cape Verde\n", "country-names.csv:3: error: a second name for CV"),
    ("code,name\nCV,\n", "country-names.csv:2: error: no name for CV"),
    ("land,name\nCV,Cabo Verde\n", "country-names.csv:1: error: no fields 'code' and 'name' in the header"),
  ])
  func saysWhatIsWrong(text: String, message: String) {
    #expect {
      try names(text)
    } throws: { error in
      "\(error)" == message + "\n  fix: write a line such as 'CV,Cabo Verde' under the header 'code,name'"
    }
  }
}
