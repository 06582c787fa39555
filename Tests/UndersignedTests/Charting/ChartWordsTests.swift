import Testing

@testable import Undersigned

@Suite struct ChartWordsTests {
  private let words = ChartWords.english

  @Test func patternsAreFilledOnce() {
    #expect(words.fill("{a} and {b}", ["a": "{b}", "b": "two"]) == "{b} and two")
    #expect(words.fill("{unknown} {a", ["a": "one"]) == "{unknown} {a")
    #expect(words.fill("", [:]) == "")
  }

  @Test func boundsAreToldWhereTheyDiffer() {
    let exact = Bounds(reported: 1234, atLeast: 1234, atMost: 1234)
    let open = Bounds(reported: 88, atLeast: 86, atMost: 90)
    #expect(words.sentence("Chile", exact) == "Chile 1,234")
    #expect(words.sentence("Chile", open) == "Chile 88 (at least 86, at most 90)")
    #expect(words.range(exact) == "")
    #expect(words.range(open) == "(86–90)")
  }

  @Test func numbersAreThoseOfTheLanguage() {
    var german = ChartWords()
    german.number = { $0 < 1000 ? "\($0)" : "\($0 / 1000).\($0 % 1000)" }
    german.row = "{name}: {number}"
    #expect(german.sentence("Chile", Bounds(reported: 1234, atLeast: 1234, atMost: 1234)) == "Chile: 1.234")
  }
}
