import Testing

@testable import Undersigned

@Suite struct MessageCatalogueTests {
  private static let counted =
    ["organizations", "organizations.over", "organizations.nearly", "others", "others.over", "others.nearly"]
    + ["countries", "sections", "networks", "people"] + OrganizationType.allCases.map { "type.\($0.rawValue)" }

  @Test(arguments: MessageLanguage.allCases)
  func everyLanguageSaysEveryNumberOfEverything(language: MessageLanguage) throws {
    let messages = MessageCatalogue(language)
    for name in MessageCatalogueTests.counted {
      for number in [1, 2, 5, 11, 21, 101, 1_000] {
        let text = try #require(messages.text(name, number), "\(language.rawValue) \(name)")
        #expect(!text.contains("{"), "\(language.rawValue) \(name) \(number): \(text)")
        // Arabic has words for one and two of something.
        let isWord = language == .arabic && number <= 2
        #expect(isWord || text.contains(language.text(of: number)), "\(language.rawValue) \(name) \(number): \(text)")
      }
    }
    for name in ["statement.none", "including", "statement", "call", "list.and", "list.and-many", "list.comma"] {
      #expect(messages.text(name) != nil)
    }
  }

  @Test func numbersTakeTheirSmallWords() {
    let catalan = MessageCatalogue(.catalan)
    #expect(catalan.text("countries", 1) == "d’1 país")
    #expect(catalan.text("countries", 11) == "d’11 països")
    #expect(catalan.text("countries", 41) == "de 41 països")
    #expect(catalan.text("countries", 1_000) == "de 1.000 països")
    let turkish = MessageCatalogue(.turkish)
    let endings = [10, 25, 40, 60, 70, 250, 300, 1_000, 2_500].map { turkish.text("organizations.over", $0) ?? "" }
    #expect(
      endings.map { $0.prefix { $0 != " " } } == [
        "10’dan", "25’ten", "40’tan", "60’tan", "70’ten", "250’den", "300’den", "1.000’den", "2.500’den",
      ])
  }

  @Test func listsAreJoinedAsTheLanguageDoes() {
    #expect(MessageCatalogue(.english).list(["A", "B", "C"]) == "A, B, and C")
    #expect(MessageCatalogue(.english).list(["A", "B"]) == "A and B")
    #expect(MessageCatalogue(.spanish).list(["A", "B", "C"]) == "A, B y C")
    #expect(MessageCatalogue(.arabic).list(["A", "B", "C"]) == "A وB وC")
    #expect(MessageCatalogue(.german).list(["A"]) == "A")
    #expect(MessageCatalogue(.german).list([]).isEmpty)
  }

  @Test func bracesInANameAreNoPlaces() {
    #expect(MessageCatalogue(.english).list(["{n}", "{last}"]) == "{n} and {last}")
  }
}
