import Tabular
import Testing

@testable import Undersigned

@Suite struct CrossScriptSpellingTests {
  typealias Fixture = LinkingFixture

  private func similarity(_ left: String, _ right: String) -> Double {
    var vocabulary = LinkageVocabulary(places: { _ in nil })
    let (left, right) = (CompareForm.fold(left), CompareForm.fold(right))
    let words = (vocabulary.number(of: left), vocabulary.number(of: right))
    let forth = WordOverlap.similarity(words.0, words.1, vocabulary)
    #expect(forth == WordOverlap.similarity(words.1, words.0, vocabulary))
    return forth
  }

  @Test(arguments: [
    ("Гринпис", "Greenpeace"), ("Яблоко", "Yabloko"), ("Мемориал", "Memorial"), ("Союз", "Soyuz"), ("Σπίθα", "Spitha"),
    ("Батькивщина", "Batkivshchyna"), ("Дашнакцутюн", "Dashnaktsutyun"),
  ])
  func alphabetsMeetBySound(left: String, right: String) {
    #expect((0.7...0.85).contains(similarity(left, right)), "\(similarity(left, right))")
  }

  @Test(arguments: [
    ("グリーンピース", "Greenpeace"), ("그린피스", "Greenpeace"), ("غرينبيس", "Greenpeace"), ("גרינפיס", "Greenpeace"),
    ("الكتائب", "Kataeb"),
  ])
  func otherScriptsHintByConsonants(left: String, right: String) {
    #expect((0.5...0.65).contains(similarity(left, right)), "\(similarity(left, right))")
  }

  @Test(arguments: [
    ("Гринпис", "Grandpa"), ("Мир", "Mur"), ("حزب", "Hezbollah"), ("日本", "Japan"), ("노동", "Labor"), ("Да", "Da"),
    ("Труд", "Trade"),
  ])
  func othersDoNot(left: String, right: String) { #expect(similarity(left, right) == 0) }

  @Test func aNameMeetsItsRomanization() throws {
    let table = try Fixture.link([
      Fixture.mention("Союз рыбаков Тестогорска", country: "RU"),
      Fixture.mention("Soyuz rybakov Testogorska", country: "RU"),
    ])
    #expect(table.organizations.count == 1)
    let evidence = table.organizations[0].members.flatMap(\.evidence).map(\.detail).joined(separator: " ")
    #expect(evidence.contains("rybakov = рыбаков"))
  }

  @Test func oneWordAloneDoesNotMerge() throws {
    let table = try Fixture.link([
      Fixture.mention("Гринпис", country: "RU"), Fixture.mention("Greenpeace", country: "RU"),
      Fixture.mention("حماس", country: "PS"), Fixture.mention("Hamas", country: "PS"),
    ])
    #expect(table.organizations.count == 4)
    #expect(table.proposals.count >= 1)
  }

  @Test func acronymsMeetAcrossScripts() throws {
    let table = try Fixture.link([
      Fixture.mention("Коммунистическая партия Российской Федерации", acronym: "КПРФ", country: "RU"),
      Fixture.mention("", acronym: "KPRF", country: "RU"),
      Fixture.mention("Κομμουνιστικό Κόμμα Ελλάδας", acronym: "ΚΚΕ", country: "GR"),
      Fixture.mention("", acronym: "KKE", country: "GR"),
    ])
    #expect(table.organizations.count == 2)
  }
}
