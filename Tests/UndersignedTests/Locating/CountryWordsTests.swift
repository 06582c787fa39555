import Testing

@testable import Undersigned

/// Cases of names of countries and adjectives, as names of organizations hold them in the countries' own languages.
@Suite struct CountryWordsTests {
  private let lookup = PlaceLookup.shared

  private func place(_ text: String) -> Place? { lookup.place(CompareForm.fold(text)) }

  @Test(arguments: [
    ("Sveriges", "SE"), ("svenska", "SE"), ("Norges", "NO"), ("danske", "DK"), ("Suomen", "FI"), ("íslenskra", "IS"),
    ("Føroya", "FO"), ("Eesti", "EE"), ("Latvijas", "LV"), ("latviešu", "LV"), ("Lietuvos", "LT"), ("lietuvių", "LT"),
    ("Polski", "PL"), ("polskich", "PL"), ("České republiky", "CZ"), ("českých", "CZ"), ("Čech a Moravy", "CZ"),
    ("slovenských", "SK"), ("Republike Slovenije", "SI"), ("slovenskih", "SI"), ("Republike Hrvatske", "HR"),
    ("hrvatskih", "HR"), ("Srbije", "RS"), ("Србије", "RS"), ("Црне Горе", "ME"), ("Bosne i Hercegovine", "BA"),
    ("Македонија", "MK"), ("Makedonije", "MK"), ("българските", "BG"), ("României", "RO"), ("românească", "RO"),
    ("Republicii Moldova", "MD"), ("magyarországi", "HU"), ("Österreichs", "AT"), ("Deutschlands", "DE"),
    ("lëtzebuergesch", "LU"), ("hÉireann", "IE"), ("Shqipërisë", "AL"), ("shqiptare", "AL"), ("Kosovës", "XK"),
    ("Ελλάδας", "GR"), ("Ελληνική", "GR"), ("ellinikon", "GR"), ("Κύπρου", "CY"), ("Türk", "TR"), ("Türkiye'nin", "TR"),
    ("України", "UA"), ("Українських", "UA"), ("Ukrayiny", "UA"), ("России", "RU"), ("российское", "RU"),
    ("Rossii", "RU"), ("rossiyskaya", "RU"), ("Беларусі", "BY"), ("беларускае", "BY"), ("Белоруссии", "BY"),
    ("საქართველოს", "GE"), ("Sakartvelos", "GE"), ("Gruzii", "GE"), ("Հայաստանի", "AM"), ("Hayastani", "AM"),
    ("Azərbaycanın", "AZ"), ("Қазақстанның", "KZ"), ("Кыргызстана", "KG"), ("Oʻzbekistonning", "UZ"),
    ("Монголын", "MN"), ("הישראלית", "IL"), ("בישראל", "IL"), ("المصرية", "EG"), ("الأردنية", "JO"), ("لتونس", "TN"),
    ("المغربي", "MA"), ("ایرانیان", "IR"), ("भारतीय", "IN"), ("Bhāratīya", "IN"), ("বাংলাদেশের", "BD"),
    ("இலங்கையின்", "LK"), ("Pilipino", "PH"), ("የኢትዮጵያ", "ET"), ("Soomaaliyeed", "SO"), ("Suid-Afrikaanse", "ZA"),
    ("Estados Unidos Mexicanos", "MX"), ("německých", "DE"), ("francuskie", "FR"),
    ("итальянской", "IT"), ("österrikiska", "AT"), ("polacche", "PL"), ("tunisiano", "TN"), ("irlandesi", "IE"),
  ])
  func aFormOfItsOwnLanguageIsTheCountry(form: String, code: String) {
    #expect(place(form)?.country?.description == code, "\(form)")
  }

  /// Forms that two countries' languages share say which only together with something else.
  @Test(arguments: [
    ("slovenska", ["SI", "SK"]), ("slovenské", ["SI", "SK"]), ("srpske", ["BA", "RS"]), ("српска", ["BA", "RS"]),
    ("корейская", ["KP", "KR"]), ("kongolesiska", ["CD", "CG"]),
  ])
  func aSharedFormIsAmbiguous(form: String, codes: [String]) {
    #expect(place(form)?.countries.map(\.description) == codes, "\(form)")
  }

  /// What is an ordinary word, a surname or a given name in another language.
  @Test(arguments: [
    "islands", "Íslands", "ruska", "roman", "romana", "română", "cech", "cechy", "serba", "horvat", "niemiec", "wloch",
    "rusu", "indie", "polo", "hind", "lanka", "perus", "frances'", "viti", "butane", "ganesa", "danesi", "makedonia",
    "Μακεδονίας", "kartuli", "대한", "中華", "кубы", "pinay", "perski", "serbski", "القطرية", "الصحراوية", "الكندي",
  ])
  func anOrdinaryWordIsNoCountry(word: String) {
    #expect(place(word).map { [.country, .demonym].contains($0.kind) } != true, "\(word)")
  }

  @Test(arguments: [
    ("Sveriges Socialdemokratiska Arbetareparti", "SE"), ("Sozialdemokratische Partei Österreichs", "AT"),
    ("Lietuvos valstiečių ir žaliųjų sąjunga", "LT"), ("Komunistická strana Čech a Moravy", "CZ"),
    ("Конфедерація вільних профспілок України", "UA"), ("Социал-демократическая партия России", "RU"),
    ("Partia Socialiste e Shqipërisë", "AL"), ("Савез студената Србије", "RS"), ("Κομμουνιστικό Κόμμα Ελλάδας", "GR"),
    ("Romániai Magyar Demokrata Szövetség", "RO"), ("Kıbrıs Türk Öğretmenler Sendikası", "CY"),
    ("Confederación de Trabajadores de los Estados Unidos Mexicanos", "MX"), ("نقابة المعلمين الأردنيين", "JO"),
  ])
  func aNameInItsOwnLanguageIsLocated(name: String, code: String) {
    let location = LocateMentions().location(
      of: OrganizationName(name), countryAnswer: "", placeAnswer: "", websiteAnswer: "")
    #expect(location.countries.map(\.description) == [code], "\(name)")
  }
}
