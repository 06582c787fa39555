import Testing

@testable import Undersigned

@Suite struct SignatoryListTests {
  private func list(_ order: SignatoryList.Order, _ language: MessageLanguage = .english) throws -> SignatoryList {
    var letter = LetterBuilder()
    letter.add("Zulu Union", .at("BE"), .tradeUnion)
    letter.add("alpha union", .at("BR"), .tradeUnion)
    letter.add("Émile Society", .at("BE"), .faith, strength: .weak)
    letter.add("World Body", Location(scope: .international), .women)
    letter.add("Nobody Knows")
    letter.add("Secret Union", .at("BE"), .tradeUnion, consent: .refused)
    let names: [String: String] = ["BE": "Belgien", "BR": "Brasilien"]
    return SignatoryList(try letter.summary(), by: order, in: language) { names[$0.description] ?? $0.description }
  }

  @Test func internationalBodiesComeBeforeCountries() throws {
    let list = try list(.country, .german)
    #expect(
      list.groups.map(\.heading) == ["International und regional", "Belgien", "Brasilien", "Ohne Angabe des Landes"])
    #expect(list.groups[1].signers.map(\.name) == ["Émile Society", "Zulu Union"])
    #expect(list.unlisted == 1)
  }

  @Test func guessedTypesStandWithTheUnclassified() throws {
    let list = try list(.type)
    #expect(list.groups.map(\.heading) == ["Trade unions", "Women’s organizations", "Unclassified"])
    #expect(list.groups[2].signers.map(\.name) == ["Émile Society", "Nobody Knows"])
  }

  @Test func aPlainListHasNoHeadings() throws {
    let list = try list(.name)
    #expect(list.groups.map(\.heading) == [""])
    #expect(
      list.groups[0].signers.map(\.name) == [
        "alpha union", "Émile Society", "Nobody Knows", "World Body", "Zulu Union",
      ])
  }

  @Test func alphabetsHaveLettersOfTheirOwn() {
    func sorted(_ names: [String], _ language: MessageLanguage) -> [String] {
      names.sorted { AlphabetKey($0, language) < AlphabetKey($1, language) }
    }
    #expect(sorted(["Oso", "Ñandú", "Nube", "Nzambi"], .spanish) == ["Nube", "Nzambi", "Ñandú", "Oso"])
    #expect(sorted(["Oso", "Ñandú", "Nube"], .english) == ["Ñandú", "Nube", "Oso"])
    #expect(
      sorted(["Ilgaz", "İzmir", "Halk", "Çevre", "Cuma"], .turkish) == ["Cuma", "Çevre", "Halk", "Ilgaz", "İzmir"])
    #expect(
      sorted(["Åland", "Łódź", "Lima", "Čapek", "Zebra"], .german) == ["Åland", "Čapek", "Lima", "Łódź", "Zebra"])
  }
}
