import Testing

@testable import Undersigned

@Suite struct ChartWordsTests {
  private let words = ChartWords()

  @Test func whatIsFilledInIsNotLookedAtAgain() {
    #expect(words(.ofLetter, ["title": "{letter}", "letter": "{title} {n}"]) == "{letter}: {title} {n}")
  }

  @Test func boundsAreToldWhereTheyDiffer() {
    let exact = Bounds(reported: 1234, atLeast: 1234, atMost: 1234)
    let open = Bounds(reported: 88, atLeast: 86, atMost: 90)
    #expect(words.sentence("Chile", exact) == "Chile 1,234")
    #expect(words.sentence("Chile", open) == "Chile 88 (at least 86, at most 90)")
    #expect(words.range(exact) == "")
    #expect(words.range(open) == "(86–90)")
    #expect(ChartWords(.spanish).sentence("Chile", open) == "Chile 88 (como mínimo 86, como máximo 90)")
  }

  @Test func numbersAreThoseOfTheLanguage() {
    #expect(ChartWords(.german).sentence("Chile", 1234) == "Chile 1.234")
    #expect(ChartWords(.spanish).sentence("Chile", 1234) == "Chile 1234")
  }

  @Test func rowsAreJoinedAsTheLanguageDoes() {
    #expect(words.joined(["a", "b", "c"]) == "a; b; c")
    #expect(words.joined([], by: .cellSeparator) == "")
    #expect(ChartWords(.french).joined(["a", "b"]) == "a\u{A0}; b")
    #expect(ChartWords(.arabic).joined(["a", "b"], by: .cellSeparator) == "a، b")
  }

  /// Behind Arabic letters a browser would put the year last.
  @Test func daysKeepTheirOrderFromRightToLeft() {
    let day = Day(number: 20_500)
    #expect(ChartWords(.arabic).day(day) == "\u{200E}\(day)")
    #expect(words.day(day) == "\(day)")
  }

  @Test func compoundsComeApartWhereTheirPartsMeet() {
    #expect(ChartWords(.german).parts(ofCompound: "Frauenorganisation") == ["Frauen-", "organisation"])
    #expect(ChartWords(.dutch).parts(ofCompound: "Milieuorganisatie") == ["Milieu-", "organisatie"])
    #expect(ChartWords(.german).parts(ofCompound: "Genossenschaft") == ["Genossenschaft"])
    #expect(ChartWords(.german).parts(ofCompound: "Organisation") == ["Organisation"])
    #expect(words.parts(ofCompound: "organisation") == ["organisation"])
  }

  @Test(arguments: MessageLanguage.allCases) func everyWordingIsThere(language: MessageLanguage) {
    let words = ChartWords(language)
    for name in ChartWords.Name.allCases {
      #expect(!words.report.forms("chart.\(name.rawValue)").isEmpty, "\(language.rawValue) \(name)")
    }
  }
}
