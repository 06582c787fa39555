import Testing

@testable import Undersigned

@Suite struct AnnouncementTests {
  /// A letter of four: a union and a party in Brazil, another union in Belgium, and a guess.
  private func letter() -> LetterBuilder {
    var letter = LetterBuilder()
    letter.add("Central de Exemplo", .at("BR"), .tradeUnion)
    letter.add("Partido Exemplar", .at("BR"), .politicalParty)
    letter.add("Voorbeeldbond", .at("BE"), .tradeUnion, strength: .confirmed)
    letter.add("Guessed Women", .at("US"), .women, strength: .weak)
    return letter
  }

  private func facts(_ organizations: Int, countries: Int = 2) -> AnnouncementFacts {
    var letter = LetterBuilder()
    letter.add("Somebody", .at("BE"))
    // A summary of one, with other numbers put in.
    var facts = (try? letter.summary()).map { AnnouncementFacts($0) }!
    facts.organizations = Bounds(reported: organizations, atLeast: organizations, atMost: organizations)
    facts.countries = Bounds(reported: countries, atLeast: countries, atMost: countries)
    return facts
  }

  @Test func guessesAreNoneOfTheTypesThatAreBoastedOf() throws {
    let facts = AnnouncementFacts(try letter().summary())
    #expect(facts.types.map(\.type) == [.tradeUnion, .politicalParty])
    #expect(
      Announcement(facts, in: .english).statement(.exact)
        == "4 organizations from 3 countries have signed, including 2 trade unions and 1 political party.")
  }

  @Test func overIsSaidOnlyOfWhatNoOutcomeFallsTo() throws {
    var letter = LetterBuilder()
    for number in 0..<26 { letter.add("Body \(number)", .at("BE")) }
    let sure = Announcement(AnnouncementFacts(try letter.summary()), in: .english)
    #expect(sure.statement(.over) == "Over 25 organizations from 1 country have signed.")
    letter.propose(0, 1)
    let unsure = Announcement(AnnouncementFacts(try letter.summary()), in: .english)
    #expect(unsure.statement(.over) == "Over 20 organizations from 1 country have signed.")
    #expect(unsure.statement(.nearly) == nil)
  }

  @Test func nobodyIsSaidPlainly() throws {
    let facts = AnnouncementFacts(try LetterBuilder().summary())
    #expect(Announcement(facts, in: .french).statement(.exact) == "Aucune organisation n’a encore signé.")
    #expect(Announcement(facts, in: .french).statement(.over) == "Aucune organisation n’a encore signé.")
    #expect(Announcement(facts, in: .french).call(.exact) == nil)
  }

  @Test func theSpeakerCountsItselfOut() throws {
    let summary = try letter().summary()
    let speaker = try #require(summary.organizations.first { $0.name == "Voorbeeldbond" })
    let facts = AnnouncementFacts(summary, speaker: speaker)
    #expect(facts.organizations.reported == 3)
    // It was the only one from Belgium.
    #expect(facts.countries.reported == 2)
    #expect(
      Announcement(facts, in: .english, names: ["Central de Exemplo"]).call(.exact)
        == "Join 3 other organizations from 2 countries, including Central de Exemplo.")
  }

  @Test func aNameThatEndsWithAStopGetsNoSecondOne() throws {
    let announcement = Announcement(facts(2), in: .english, names: ["Example Inc."])
    #expect(announcement.call(.exact) == "Join 2 organizations from 2 countries, including Example Inc.")
  }

  @Test(arguments: [
    (MessageLanguage.english, 1, "1 organization from 1 country has signed."),
    (.spanish, 2, "2 organizaciones de 2 países han firmado."),
    (.portuguese, 21, "21 organizações de 21 países assinaram."),
    (.french, 1, "1 organisation de 1 pays a signé."),
    (.german, 11, "11 Organisationen aus 11 Ländern haben unterzeichnet."),
    (.italian, 5, "5 organizzazioni di 5 paesi hanno firmato."),
    (.catalan, 11, "11 organitzacions d’11 països han signat."),
    (.dutch, 101, "101 organisaties uit 101 landen hebben ondertekend."),
    (.turkish, 5, "5 ülkeden 5 kuruluş imzaladı."),
    (.russian, 1, "Письмо подписала 1 организация из 1 страны."),
    (.russian, 2, "Письмо подписали 2 организации из 2 стран."),
    (.russian, 5, "Письмо подписали 5 организаций из 5 стран."),
    (.russian, 11, "Письмо подписали 11 организаций из 11 стран."),
    (.russian, 21, "Письмо подписала 21 организация из 21 страны."),
    (.russian, 101, "Письмо подписала 101 организация из 101 страны."),
    (.russian, 1_000, "Письмо подписали 1\u{A0}000 организаций из 1\u{A0}000 стран."),
    (.arabic, 1, "وقّعت على الرسالة منظمة واحدة من بلد واحد."),
    (.arabic, 2, "وقّعت على الرسالة منظمتان من بلدين."),
    (.arabic, 5, "وقّعت على الرسالة 5 منظمات من 5 بلدان."),
    (.arabic, 11, "وقّعت على الرسالة 11 منظمة من 11 بلدًا."),
    (.arabic, 101, "وقّعت على الرسالة 101 منظمة من 101 بلد."),
    (.greek, 21, "21 οργανώσεις από 21 χώρες υπέγραψαν."),
  ])
  func numbersAgree(language: MessageLanguage, number: Int, sentence: String) {
    #expect(Announcement(facts(number, countries: number), in: language).statement(.exact) == sentence)
  }

  @Test(arguments: [
    (MessageLanguage.german, "Schließen Sie sich mehr als 250 Organisationen aus 41 Ländern an, darunter A und B."),
    (.russian, "Присоединяйтесь к более чем 250 организациям из 41 страны. Среди них: A и B."),
    (.turkish, "41 ülkeden 250’den fazla kuruluşa siz de katılın: aralarında A ve B da var."),
    (.arabic, "انضموا إلى أكثر من 250 منظمة من 41 بلدًا، من بينها A وB."),
    (.spanish, "Súmate a más de 250 organizaciones de 41 países, entre ellas A y B."),
    (.catalan, "Uneix-te a més de 250 organitzacions de 41 països, entre elles A i B."),
  ])
  func callsTakeTheirCases(language: MessageLanguage, sentence: String) {
    let announcement = Announcement(facts(262, countries: 41), in: language, names: ["A", "B"])
    #expect(announcement.call(.over) == sentence)
  }

  @Test func overIsNotSaidBelowTheNumberOfCountries() {
    #expect(Announcement(facts(16, countries: 16), in: .english).statement(.over) == nil)
    #expect(Announcement(facts(16, countries: 15), in: .english).statement(.over) != nil)
  }
}
