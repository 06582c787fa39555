import Testing

@testable import Undersigned

@Suite struct PersonNamesTests {
  static let names = PersonNames(words: AnswerWords()) { ["France", "Cuba"].contains($0) }

  @Test(arguments: [
    "Testa Testperson", "Dr. Testa van der Test", "T. Testperson", "TESTA TESTPERSON", "Testperson, Testa",
    "Testa TESTPERSON", "testa testperson", "Mustera Muster-Frau", "Testa O'Testy", "Теста Тестова", "王小明", "홍길동",
  ])
  func mayBePersons(text: String) {
    #expect(PersonNamesTests.names.mayHold(text))
  }

  @Test(arguments: [
    "Attac", "Attac France", "Oxfam Cuba", "SOS Racisme", "Workers' Party", "Partido Comunista de Chile", "11.11.11",
    "Les Amis de la Terre", "Example Ltd", "Friends of Testland", "Tests & Testers", "A100x", "", "Verein Test",
  ])
  func areNoPersons(text: String) {
    #expect(!PersonNamesTests.names.mayHold(text))
  }
}
