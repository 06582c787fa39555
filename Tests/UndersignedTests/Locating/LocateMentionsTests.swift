import Tabular
import Testing

@testable import Undersigned

@Suite struct LocateMentionsTests {
  private let stage = LocateMentions()

  private func located(_ name: String, country: String = "", place: String = "", website: String = "") -> Location {
    stage.location(
      of: OrganizationName(name), countryAnswer: country, placeAnswer: place, websiteAnswer: website)
  }

  @Test(arguments: [
    ("MTST-Brazil", "BR"), ("Workers' Party of Belgium", "BE"), ("Communist Party of Chile", "CL"),
    ("ATTAC Austria", "AT"),
    ("Democratic Socialists of America (DSA)", "US"),
    ("Friends of the Earth (England, Wales & Northern Ireland)", "GB"),
    ("ATTAC Österreich", "AT"), ("Central Única dos Trabalhadores do Brasil", "BR"), ("Indian Workers Front", "IN"),
    ("Cuba Solidarity Campaign (UK)", "GB"), ("Sindicato de Trabajadores de México", "MX"),
    ("Amigos da Terra Brasil", "BR"),
    ("Trade Union Congress of Papua New Guinea", "PG"), ("Guinea-Bissau Writers", "GW"), ("Writers of Guinea", "GN"),
    ("Nigeria Labour Congress", "NG"), ("Syndicat du Niger", "NE"), ("Writers of South Sudan", "SS"),
    ("Jubilee Northern Ireland", "GB"), ("New Mexico Farmers", "US"), ("British Columbia Nurses", "CA"),
    ("American Samoa Teachers", "AS"), ("Dominican Republic Nurses", "DO"), ("New Jersey Nurses", "US"),
    ("Niger Delta Women", "NG"), ("Transparency International Malaysia", "MY"), ("한국 노동자", "KR"),
    ("Union d'Haïti", "HT"),
  ])
  func countryFromTheName(name: String, code: String) {
    #expect(located(name).countries.map(\.description) == [code], "\(name)")
  }

  @Test(arguments: [
    "Cuba Solidarity Campaign", "Friends of Cuba", "Hands Off Venezuela", "Free Palestine",
    "Palestine Solidarity Campaign",
    "Solidaridad con Chile", "Amigos de Cuba", "Georgia Peace Coalition", "Writers of Congo", "Korea Writers Union",
    "Jordan Smith Foundation", "Roman Catholic Sisters", "Red Latina de Mujeres",
  ])
  func noCountryFromTheName(name: String) {
    #expect(located(name).countries.isEmpty, "\(name)")
  }

  @Test(arguments: [
    ("Red Latinoamericana de Mujeres", "419"), ("Pan-African Writers", "002"), ("European Trade Union", "150"),
    ("Asian Peasants Network", "142"), ("European Union Trade Center", "150"),
    ("Syndicats d'Afrique Francophone", "011"),
  ])
  func regionFromTheName(name: String, region: String) {
    let location = located(name)
    #expect(location.scope == .regional && location.region == region, "\(name)")
  }

  @Test func theWorldFromTheName() {
    #expect(located("Education International").scope == .international)
    #expect(located("Education International", country: "Belgium").country?.description == "BE")
  }

  @Test func georgiaNeedsACue() {
    #expect(located("Nurses of Georgia").scope == .unresolved)
    #expect(located("Nurses", country: "Georgia").country?.description == "GE")
    #expect(located("Nurses", country: "Georgia, USA").country?.description == "US")
    #expect(located("Nurses of Georgia", country: "United States").country?.description == "US")
    #expect(located("Nurses of Georgia", website: "https://example.us/").country?.description == "US")
    #expect(located("Nurses", place: "Atlanta; Georgia").country?.description == "US")
  }

  @Test func aSubdivisionCodeCountsInItsCountryOnly() {
    #expect(located("CUT-MG", country: "Brasil").scope == .subnational)
    #expect(located("CUT-MG").country?.description != "MG")
  }

  @Test func trustGoesFromCountryToNameToDomainToCity() {
    let all = located("Writers of Chile", country: "Peru", place: "Paris", website: "example.de")
    #expect(all.country?.description == "PE")
    #expect(all.evidence.map(\.name) == ["country-field"])
    #expect(located("Writers of Chile", place: "Paris", website: "example.de").country?.description == "CL")
    #expect(located("Writers", place: "Paris", website: "www.example.de/x").country?.description == "DE")
    #expect(located("Writers", place: "Paris", website: "example.io").country?.description == "FR")
    #expect(located("Writers", website: "example.org").scope == .unresolved)
  }

  @Test func scopeOfAnsweredCountries() {
    #expect(located("Writers", country: "Spain").scope == .national)
    #expect(located("Writers of Catalonia", country: "Spain").scope == .subnational)
    #expect(located("Writers", country: "Scotland").scope == .subnational)
    #expect(located("Writers", country: "Brazil / Argentina").region == "419")
    #expect(located("Writers", country: "Brazil / Kenya").scope == .international)
    #expect(located("Writers", country: "Global").scope == .international)
  }

  @Test func ambiguousAnswersAreSettledByTheRestOrStayOpen() {
    #expect(located("Writers", country: "Congo").scope == .unresolved)
    #expect(located("Writers", country: "Congo", place: "Kinshasa").country?.description == "CD")
    #expect(located("Writers", country: "Korea", website: "example.kr").country?.description == "KR")
  }

  private func table(_ rows: [(name: String, country: String)]) -> NamedTable {
    let names = [""] + rows.map(\.name)
    let countries = [""] + Set(rows.map(\.country)).subtracting([""]).sorted()
    let empty = Column([""])
    let answers = Answers(
      organizations: Column(names), countries: Column(countries), types: empty, places: empty, websites: empty)
    let tallied = rows.enumerated().map { index, row in
      var combination = AnswerCombination()
      combination.organization = UInt32(index + 1)
      combination.country = UInt32(countries.firstIndex(of: row.country)!)
      return Tally.Row(
        answers: combination, records: 1, signatures: 1, first: Position(source: "a.csv", line: index + 2))
    }
    let tally = Tally(
      sources: [], answers: answers, rows: tallied, people: [], dropped: [:], days: [:], findings: [])
    return NamedTable(tally: tally, names: names.map { OrganizationName($0) })
  }

  @Test func unknownAnswersAreReportedOnceWithARemedy() throws {
    let located = try stage.run(table([("A", "Peru"), ("B", "Austraia"), ("C", "Congo"), ("D", "Austraia")]))
    #expect(located.locations.map(\.scope) == [.national, .unresolved, .unresolved, .unresolved])
    #expect(
      located.findings.map(\.description) == [
        """
        a.csv:3: warning: [unresolved-country] 'Austraia' is no place that is known
          fix: write 'austria' or 'australia' if that is meant, or decide it in decisions.csv with the action 'country'
        """,
        """
        a.csv:4: warning: [unresolved-country] 'Congo' is one of DR Congo, Republic of the Congo
          fix: say which in decisions.csv with the action 'country'
        """,
      ])
  }

  @Test func blankIsWhatThePolicySays() throws {
    let table = table([("Alpha", "Peru"), ("Beta", "Chile"), ("Gamma", "")])
    #expect(try LocateMentions().run(table).locations[2].scope == .unresolved)
    let blank = try LocateMentions(blankCountry: .international).run(table).locations[2]
    #expect(blank.scope == .international)
    #expect(blank.evidence.map(\.name) == ["blank-country"])
  }

  private func rows(stated: Int, blank: [String]) -> [(name: String, country: String)] {
    (0..<stated).map { ("Stated \($0)", "Peru") } + blank.map { ($0, "") }
  }

  @Test func whoAloneStatesNoCountryIsGuessedToBeInternational() throws {
    let blanks = ["Alpha", "Writers of Congo", "Chile and Peru Writers", "Red Latinoamericana", "Chile Kenya Writers"]
    let locations = try stage.run(table(rows(stated: 15, blank: blanks))).locations
    let guesses = locations.dropFirst(15)
    #expect(guesses.map(\.scope) == [.international, .unresolved, .regional, .regional, .international])
    #expect(guesses.map(\.isGuess) == [true, false, true, false, true])
    #expect(guesses.allSatisfy { $0.countries.isEmpty })
    #expect(locations.prefix(15).allSatisfy { !$0.isGuess && $0.country?.description == "PE" })
    #expect(locations[15].countedScope == .unresolved)
    #expect(
      locations[15].evidence == [
        Evidence("blank-country", 0.3, "a guess: 75 % of all rows state a country, and this one none")
      ])
  }

  @Test func whereManyStateNoCountryNothingIsGuessed() throws {
    let many = try stage.run(table(rows(stated: 6, blank: ["A", "B", "C", "D"]))).locations
    #expect(many.dropFirst(6).allSatisfy { $0 == .unresolved })
    let few = try stage.run(table(rows(stated: 8, blank: ["A"]))).locations
    #expect(few[8] == .unresolved)
    let strict = LocateMentions(blankCountry: .unresolved)
    #expect(try strict.run(table(rows(stated: 20, blank: ["A"]))).locations[20] == .unresolved)
  }
}
