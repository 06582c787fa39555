import Testing

@testable import Undersigned

/// The table of the words that claims are made of.
@Suite struct ClaimWordsTests {
  @Test func keysAreSortedAndInCompareForm() {
    var last = ""
    ReferenceTable(embedded: "claim-words").forEach { record in
      #expect(record.count == 3, "\(record)")
      let key = record[0]
      #expect(!ByteOrder.precedes(key, last), "\(key) stands behind \(last)")
      last = key
      let phrase = key.dropFirst(3).replacing("*", with: "")
      #expect(phrase == "&" || CompareForm.foldWords(String(phrase)) == phrase, "\(key)")
      #expect(MessageLanguage(rawValue: String(key.prefix(2))) != nil)
    }
  }

  @Test func rolesAndValuesAreKnown() {
    ReferenceTable(embedded: "claim-words").forEach { record in
      let role = ClaimWord.Role(rawValue: record[1])
      switch role {
      case nil: Issue.record("\(record[0]) is no \(record[1])")
      case .type, .modifier: #expect(OrganizationType(rawValue: record[2]) != nil, "\(record)")
      case .number, .around, .many: #expect(Int(record[2]) != nil, "\(record)")
      default: #expect(record[2].isEmpty, "\(record)")
      }
    }
  }

  @Test(arguments: MessageLanguage.allCases)
  func everyTypeHasANounInEveryLanguage(language: MessageLanguage) throws {
    let lexicon = ClaimLexicon(language)
    let messages = MessageCatalogue(language)
    for type in OrganizationType.allCases where type != .other {
      let text = try #require(messages.text("type.\(type.rawValue)", 250))
      let tokens = ProseTokens(ProseText(text)).tokens
      let found = ClaimLexeme.read(tokens, lexicon).contains { $0.type(.type) == type }
      #expect(found, "\(text)")
    }
  }

  @Test(arguments: [
    (MessageLanguage.english, "two hundred and fifty", 250), (.english, "forty-two", 42),
    (.english, "3 thousand", 3_000),
    (.spanish, "treinta y dos", 32), (.portuguese, "duzentas e cinquenta", 250), (.french, "quatre-vingt-dix-sept", 97),
    (.french, "deux cent trente", 230), (.german, "zweihundertfünfzig", 250), (.german, "einundzwanzig", 21),
    (.italian, "duecentocinquanta", 250), (.dutch, "drieëntwintig", 23), (.turkish, "iki yüz elli", 250),
    (.russian, "двести пятьдесят", 250), (.arabic, "مئتان وخمسون", 250), (.greek, "διακόσιες πενήντα", 250),
    (.catalan, "trenta-dues", 32), (.english, "1,234", 1_234), (.french, "1 234", 1_234), (.german, "1.234", 1_234),
    (.arabic, "٢٥٠", 250), (.french, "12\u{202F}345", 12_345),
  ])
  func numbersAreRead(language: MessageLanguage, text: String, number: Int) {
    let lexemes = ClaimLexeme.read(ProseTokens(ProseText(text)).tokens, ClaimLexicon(language))
    let reading = QuantityReader(lexemes: lexemes, language: language).read(at: 0)
    #expect(reading?.quantity == ClaimQuantity(number: number, relation: .exactly))
    #expect(reading?.lexemes == 0..<lexemes.count)
  }
}
