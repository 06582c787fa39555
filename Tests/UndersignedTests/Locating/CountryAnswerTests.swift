import Foundation
import Testing

@testable import Undersigned

@Suite struct CountryAnswerTests {
  private let lookup = PlaceLookup.shared
  private let countries = Countries()

  private func meaning(_ answer: String) -> CountryAnswer.Meaning {
    CountryAnswer(answer, lookup: lookup, countries: countries).meaning
  }

  @Test(arguments: [
    ("Brazil", "BR"), ("Brasil", "BR"), ("brésil", "BR"), ("BRA", "BR"), ("br", "BR"), ("🇧🇷", "BR"), ("Brazil 🇧🇷", "BR"),
    ("UK", "GB"), ("U.K.", "GB"), ("EL", "GR"), ("Great Britain", "GB"), ("USA", "US"), ("U.S.A.", "US"),
    ("EE.UU.", "US"),
    ("Zaire", "CD"), ("Burma", "MM"), ("Swaziland", "SZ"), ("Macedonia", "MK"), ("Cape Verde", "CV"), ("Turkey", "TR"),
    ("Türkiye", "TR"), ("Czechia", "CZ"), ("Czech Republic", "CZ"), ("Ivory Coast", "CI"), ("Côte d’Ivoire", "CI"),
    ("Cote d'Ivoire", "CI"), ("Guinea", "GN"), ("Guinea-Bissau", "GW"), ("Equatorial Guinea", "GQ"),
    ("Papua New Guinea", "PG"), ("Niger", "NE"), ("Nigeria", "NG"), ("Dominica", "DM"), ("Dominican Republic", "DO"),
    ("República Dominicana", "DO"), ("DR Congo", "CD"), ("Congo (Brazzaville)", "CG"), ("Congo, Dem. Rep.", "CD"),
    ("South Korea", "KR"), ("Republic of Korea", "KR"), ("DPRK", "KP"), ("Georgia", "GE"), ("Georgia, USA", "US"),
    ("Atlanta, Georgia, United States", "US"), ("Western Sahara", "EH"), ("Sahara Occidental", "EH"), ("Kosovo", "XK"),
    ("Palestine", "PS"), ("Palestina", "PS"), ("Filistin", "PS"), ("فلسطين", "PS"), ("Παλαιστίνη", "PS"),
    ("巴勒斯坦", "PS"),
    ("Палестина", "PS"), ("Palästina", "PS"), ("パレスチナ", "PS"), ("팔레스타인", "PS"), ("Occupied Palestine", "PS"),
    ("Germany, Berlin", "DE"), ("Rio de Janeiro, Brasil", "BR"), ("México (CDMX)", "MX"), ("The Netherlands", "NL"),
    ("Republic of South Africa", "ZA"), ("Österreich", "AT"), ("Ελλάδα", "GR"), ("Deutschland", "DE"), ("भारत", "IN"),
    ("대한민국", "KR"), ("Northern Ireland, UK", "GB"), ("Taiwan, Province of China", "TW"), ("Hong Kong SAR China", "HK"),
    ("Bolivia (Plurinational State of)", "BO"), ("Timor Leste", "TL"), ("Trinidad & Tobago", "TT"), ("Jordan", "JO"),
    ("S. Sudan", "SS"), ("N. Korea", "KP"), ("Worldwide / USA", "US"), ("Africa (Kenya)", "KE"),
    ("Global (HQ: Geneva)", "CH"), ("Tbilisi, Georgia", "GE"), ("საქართველო", "GE"), ("Puerto Rico", "PR"),
    ("Greenland", "GL"), ("Hong Kong", "HK"), ("Samoa", "WS"), ("American Samoa", "AS"), ("Sudan", "SD"),
    ("U.S. Virgin Islands", "VI"), ("Micronesia", "FM"), ("New Mexico, USA", "US"), ("Ireland", "IE"),
    ("Congo-Kinshasa", "CD"), ("Guinea Ecuatorial", "GQ"), ("Kosova", "XK"), ("Corea del Norte", "KP"),
    ("Chad", "TD"), ("Jersey", "JE"), ("Colombian", "CO"), ("Based in Brazil", "BR"),
  ])
  func oneCountry(answer: String, code: String) {
    #expect(meaning(answer) == .country(CountryCode(code)!), "\(answer)")
  }

  @Test(arguments: [
    ("Colomba", "CO"), ("Gemany", "DE"), ("Swizerland", "CH"), ("Argentian", "AR"), ("Phillippines", "PH"),
    ("Ecudaor", "EC"), ("Герамния", "DE"), ("Росия", "RU"), ("Ελάδα", "GR"), ("Brazill", "BR"),
  ])
  func oneTypingErrorIsForgiven(answer: String, code: String) {
    let read = CountryAnswer(answer, lookup: lookup, countries: countries)
    #expect(read.meaning == .country(CountryCode(code)!), "\(answer)")
    #expect(read.evidence.name == "misspelt")
  }

  @Test(arguments: [
    ("Euorpe", CountryAnswer.Meaning.region("150")), ("Latin Amerca", .region("419")), ("Worldwid", .world),
    ("Internacionl", .world),
  ])
  func oneTypingErrorIsForgivenInRegions(answer: String, expected: CountryAnswer.Meaning) {
    let read = CountryAnswer(answer, lookup: lookup, countries: countries)
    #expect(read.meaning == expected, "\(answer)")
    #expect(read.evidence.name == "misspelt")
  }

  @Test(arguments: [("NO", "NO"), ("NA", "NA"), ("BI", "BI"), ("SO", "SO")])
  func codesAmongCodes(answer: String, code: String) {
    let read = CountryAnswer(answer, isCode: true, lookup: lookup, countries: countries)
    #expect(read.meaning == .country(CountryCode(code)!))
  }

  @Test func everyCodeIsItsCountry() {
    for code in countries.all where !["NA", "NO"].contains(code.description) {
      #expect(meaning(code.description) == .country(code), "\(code)")
    }
    #expect(meaning("NO") == .nothing && meaning("N/A") == .nothing)
  }

  @Test func aTypingErrorBetweenTwoCountriesIsNone() {
    let read = CountryAnswer("Austraia", lookup: lookup, countries: countries)
    #expect(read.meaning == .unknown)
    #expect(read.nearest == "austria' or 'australia")
  }

  @Test(arguments: [
    ("Congo", ["CD", "CG"]), ("Korea", ["KP", "KR"]), ("Corée", ["KP", "KR"]), ("Virgin Islands", ["VG", "VI"]),
    ("Kurdistan", ["IQ", "IR", "SY", "TR"]),
  ])
  func ambiguous(answer: String, codes: [String]) {
    #expect(meaning(answer) == .ambiguous(codes.map { CountryCode($0)! }))
  }

  @Test(arguments: [
    ("Brazil / Argentina", ["AR", "BR"]), ("UK & Ireland", ["GB", "IE"]), ("Belgium and France", ["BE", "FR"]),
    ("España y Portugal", ["ES", "PT"]), ("🇨🇺🇻🇪", ["CU", "VE"]), ("Kenya; Uganda; Tanzania", ["KE", "TZ", "UG"]),
  ])
  func several(answer: String, codes: [String]) {
    #expect(meaning(answer) == .several(codes.map { CountryCode($0)! }))
  }

  @Test(arguments: [
    ("Scotland", "GB"), ("England", "GB"), ("Catalonia", "ES"), ("Catalunya", "ES"), ("California", "US"),
    ("Québec", "CA"),
    ("Basque Country", "ES"), ("New Mexico", "US"), ("Wales", "GB"), ("Northern Ireland", "GB"),
    ("British Columbia", "CA"),
  ])
  func subdivisions(answer: String, code: String) {
    #expect(meaning(answer) == .subdivision(CountryCode(code)!), "\(answer)")
  }

  @Test(arguments: [
    ("Global", CountryAnswer.Meaning.world), ("International", .world), ("Worldwide", .world), ("Mundial", .world),
    ("Latin America", .region("419")), ("América Latina", .region("419")), ("Europe", .region("150")),
    ("EU", .region("150")),
    ("European Union", .region("150")), ("Africa", .region("002")), ("Asia-Pacific", .region("142")),
    ("europaweit", .region("150")), ("Orta Doğu", .region("145")),
    ("東南アジア", .region("035")), ("Afrique de l'Ouest", .region("011")), ("Λατινική Αμερική", .region("419")),
    ("presente en 12 países de América Latina", .region("419")), ("présent dans 15 pays africains", .region("002")),
    ("dans le monde entier", .world), ("全世界", .world), ("по всему миру", .world), ("παγκοσμίως", .world),
    ("works in 35 countries", .world), ("12 países", .world), ("in 10 Ländern tätig", .world), ("27 стран", .world),
    ("Regional", .region(nil)), ("Working in 14 Arab Countries", .region(nil)), ("MENA", .region(nil)),
    ("N/A", .nothing),
    ("-", .nothing), ("", .nothing), ("none", .nothing), ("Xanadia", .unknown),
  ])
  func others(answer: String, expected: CountryAnswer.Meaning) {
    #expect(meaning(answer) == expected, "\(answer)")
  }

  @Test func everyNameOfEveryLanguageIsFound() {
    var names: Set<[String]> = []
    for identifier in Locale.availableIdentifiers {
      let locale = Locale(identifier: identifier)
      for code in countries.all {
        guard let name = locale.localizedString(forRegionCode: code.description), name.count > 1 else { continue }
        names.insert([code.description, name])
      }
    }
    var missed: [String] = []
    for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let code = CountryCode(name[0])!
      switch meaning(name[1]) {
      case .country(code), .subdivision(code): break
      case .ambiguous(let codes) where codes.contains(code): break
      default: missed.append(name.joined(separator: " "))
      }
    }
    // Without their marks these are the codes of Angola and Nigeria, which are answered more often.
    missed.removeAll { ["AT Áo", "RU Nga"].contains($0) }
    #expect(missed.isEmpty, "\(missed.count): \(missed.prefix(40))")
  }
}
