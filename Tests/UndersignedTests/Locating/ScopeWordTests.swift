import Testing

@testable import Undersigned

@Suite struct ScopeWordTests {
  private func scope(_ name: String, _ country: String) -> Location.Scope {
    LocateMentions().location(of: OrganizationName(name), countryAnswer: country).scope
  }

  @Test(arguments: [
    ("Colectivo Oaxaqueño de Mujeres", "Mexico"), ("Coordinadora Catalana de Solidaritat", "Spain"),
    ("Federación Andaluza de Vecinos", "España"), ("Bayerischer Flüchtlingsrat", "Germany"),
    ("Muenchner Friedensbündnis", "Deutschland"), ("Collectif Breton pour la Paix", "France"),
    ("Associação Mineira de Professores", "Brasil"), ("Coordinamento Siciliano", "Italy"),
    ("Московский союз писателей", "Россия"), ("Київська спілка", "Україна"), ("Śląski Ruch Obywatelski", "Polska"),
    ("Jihočeské matky", "Česko"), ("Amsterdamse Huurders", "Netherlands"), ("大阪市民の会", "日本"),
    ("Writers of Aotearoa, Otago", "New Zealand"), ("Writers of Northern Kenya", "Kenya"),
  ])
  func namedAfterAPart(name: String, country: String) {
    #expect(scope(name, country) == .subnational, "\(name)")
  }

  @Test(arguments: [
    ("Fiddlers Shire Land Trust", "Australia"), ("Landesfrauenrat", "Germany"),
    ("Associació Comarcal de Pagesos", "Spain"), ("Nurses Local 1021", "United States"),
    ("Garment Workers, Lodge 12", "USA"), ("Sindicato de Trabajadores de la Universidad Simón Bolívar", "Venezuela"),
    ("Asociación de Empleados de la Universidad Nacional", "Peru"),
    ("Sindicato de Trabajadores de la Empresa Alfa", "Colombia"), ("Barangay Health Workers of Bato", "Philippines"),
    ("Областная организация", "Россия"), ("Kantonaler Gewerkschaftsbund", "Schweiz"),
    ("Gram Panchayat Sangh", "India"), ("Ortsgruppe der Naturfreunde", "Österreich"),
    ("Hillside Chapter of the Council of Canadians", "Canada"), ("Cantonal Assembly of Women", "Ecuador"),
  ])
  func saysThatItIsOfAPart(name: String, country: String) {
    #expect(scope(name, country) == .subnational, "\(name)")
  }

  @Test(arguments: [
    ("The Oakland Institute", "United States"), ("Lagos Process", "Nigeria"), ("South African Municipal Workers", "ZA"),
    ("Transparency, Kenya Chapter", "Kenya"), ("Capítulo Perú de la Red", "Peru"), ("Green City Alliance", "Germany"),
    ("Institute for Local Self-Reliance", "United States"), ("Bundesfrauenrat", "Germany"),
    ("Sindicato Nacional de Trabajadores Municipales", "Chile"), ("Right to the City Alliance", "United States"),
    ("South Africa Writers", "South Africa"), ("North Korea Writers", "KP"), ("Kreislaufwirtschaft jetzt", "Germany"),
    ("Programa Estado de Derecho", "Argentina"), ("Article 19", "United Kingdom"),
  ])
  func isOfTheWholeCountry(name: String, country: String) {
    #expect(scope(name, country) == .national, "\(name)")
  }

  @Test func whatAnInstituteIsCalledAfterStillTellsItsCountry() {
    let location = LocateMentions().location(of: OrganizationName("Nairobi Institute"))
    #expect(location.scope == .national && location.country?.description == "KE")
  }
}
