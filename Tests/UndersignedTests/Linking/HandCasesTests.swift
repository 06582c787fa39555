import Testing

@testable import Undersigned

/// Cases that an expert would try first, each the whole way from an export to organizations.
///
/// A line is a name, and after `|` the country that its signer stated.
@Suite struct HandCasesTests {
  private func groups(_ lines: String...) throws -> [[String]] { try NameLinking.groups(lines) }

  // MARK: Acronyms

  @Test func acronymsOfOneLetterApart() throws {
    #expect(
      try groups(
        "CNTC | Mexico", "Confederación Nacional de Trabajadores del Campo (CNTC) | Mexico", "CNTE | Mexico",
        "CNTE - Coordinadora Nacional de Trabajadores de la Educación | Mexico") == [
          ["CNTC | MX", "Confederación Nacional de Trabajadores del Campo (CNTC) | MX"],
          ["CNTE - Coordinadora Nacional de Trabajadores de la Educación | MX", "CNTE | MX"],
        ])
  }

  @Test func landlessAndRoofless() throws {
    #expect(
      try groups(
        "MST | Brazil", "MTST | Brazil", "Movimento dos Trabalhadores Rurais Sem Terra (MST) | Brazil",
        "Movimento dos Trabalhadores Sem-Teto (MTST) | Brazil", "MTST-Brazil") == [
          ["MST | BR", "Movimento dos Trabalhadores Rurais Sem Terra (MST) | BR"],
          ["MTST | BR", "MTST-Brazil | BR", "Movimento dos Trabalhadores Sem-Teto (MTST) | BR"],
        ])
  }

  @Test func landlessAndRooflessInFull() throws {
    #expect(
      try groups(
        "Movimento dos Trabalhadores Rurais Sem Terra | Brazil", "Movimento dos Trabalhadores Sem Teto | Brazil"
      ).count == 2)
  }

  @Test func oneAcronymInThreeCountries() throws {
    #expect(try groups("CUT | Brazil", "CUT | Chile", "CUT | Colombia") == [["CUT | BR"], ["CUT | CL"], ["CUT | CO"]])
  }

  @Test func oneAcronymInThreeCountriesWithItsDefinitions() throws {
    #expect(
      try groups(
        "CUT | Brazil", "CUT | Chile", "CUT | Colombia", "Central Única dos Trabalhadores (CUT) | Brazil",
        "Central Unitaria de Trabajadores (CUT) | Chile",
        "Central Unitaria de Trabajadores de Colombia (CUT) | Colombia"
      ) == [
        ["CUT | BR", "Central Única dos Trabalhadores (CUT) | BR"],
        ["CUT | CL", "Central Unitaria de Trabajadores (CUT) | CL"],
        ["CUT | CO", "Central Unitaria de Trabajadores de Colombia (CUT) | CO"],
      ])
  }

  @Test func oneAcronymWithTheCountryInTheName() throws {
    #expect(
      try groups("CUT Brasil", "CUT-Brasil | Brazil", "CUT Chile", "CUT Colombia") == [
        ["CUT Brasil | BR", "CUT-Brasil | BR"], ["CUT Chile | CL"], ["CUT Colombia | CO"],
      ])
  }

  @Test func anAcronymDefinedTwiceInOneCountry() throws {
    let table = try NameLinking.link([
      "Popular Alliance for Change (PAC) | Kenya", "Peasants Action Council (PAC) | Kenya", "PAC | Kenya",
    ])
    #expect(table.organizations.count == 3)
    #expect(table.proposals.count == 2)
  }

  @Test func aFactionInBrackets() throws {
    let table = try NameLinking.link(["CPI | India", "CPI(M) | India"])
    #expect(table.organizations.count == 2)
    #expect(NameLinking.parents(table).isEmpty)
  }

  // MARK: Numbers

  @Test func localTenAndLocalHundred() throws {
    #expect(
      try groups(
        "Teamsters Local 10 | US", "Teamsters Local 100 | US", "Teamsters Local #10 | US", "Teamsters, Local 10 | US")
        == [
          ["Teamsters Local #10 | US", "Teamsters Local 10 | US", "Teamsters, Local 10 | US"],
          ["Teamsters Local 100 | US"],
        ])
  }

  @Test func aNameOfNumbersAndItsNamesake() throws {
    #expect(
      try groups("11.11.11 | Belgium", "11.11.11 vzw | Belgium", "CNCD-11.11.11 | Belgium", "CNCD 11.11.11 | Belgium")
        == [["11.11.11 vzw | BE", "11.11.11 | BE"], ["CNCD 11.11.11 | BE", "CNCD-11.11.11 | BE"]])
  }

  @Test func romanNumeralsAtTheEnd() throws {
    let table = try NameLinking.link([
      "Zamzam I | Austria", "Zamzam V | Austria", "Zamzam II | Austria", "Zamzam | Austria",
    ])
    #expect(table.organizations.count == 4)
    #expect(NameLinking.parents(table) == ["Zamzam I": "Zamzam", "Zamzam II": "Zamzam", "Zamzam V": "Zamzam"])
  }

  @Test func ordinalsApart() throws {
    #expect(
      try groups("1st Street Church | US", "2nd Street Church | US", "21st Street Church | US").count == 3)
    #expect(try groups("First Street Church | US", "Second Street Church | US").count == 2)
  }

  // MARK: Countries

  @Test func guineas() throws {
    #expect(
      try groups(
        "Workers' Party of Guinea", "Workers' Party of Guinea-Bissau", "Workers Party of Guinea Bissau",
        "Workers' Party | Guinea", "Workers' Party | Guinea-Bissau"
      ).map { Set($0.map { $0.suffix(2) }) } == [["GW"], ["GN"]])
  }

  @Test func oneNameInBothGuineas() throws {
    let table = try NameLinking.link([
      "Ligue des droits de l'homme | Guinea", "Ligue des droits de l'homme | Guinée",
      "Ligue des droits de l'homme | Guinea-Bissau",
    ])
    #expect(table.organizations.map(\.location.country) == [CountryCode("GN"), CountryCode("GW")])
  }

  @Test func koreasAndCongos() throws {
    #expect(
      try groups("Confederation of Trade Unions | South Korea", "Confederation of Trade Unions | North Korea").count
        == 2)
    #expect(
      try groups("Women's Network | Congo", "Women's Network | Democratic Republic of the Congo") == [
        ["Women's Network"], ["Women's Network | CD"],
      ])
  }

  @Test func aBlankCountryAgainstTwo() throws {
    let table = try NameLinking.link([
      "Silvania to Brumbia Network", "Silvania to Brumbia Network | Germany", "Silvania to Brumbia Network | France",
    ])
    #expect(table.organizations.count == 3)
    #expect(table.proposals.count == 3)
  }

  @Test func aBlankCountryAgainstOne() throws {
    #expect(try groups("Silvania to Brumbia Network", "Silvania to Brumbia Network | Germany").count == 1)
  }

  // MARK: Sections and networks

  @Test func attacAndItsSection() throws {
    let table = try NameLinking.link(["ATTAC", "ATTAC Austria | Austria", "Attac Österreich | Austria"])
    #expect(
      NameLinking.groups(table) == [["ATTAC"], ["ATTAC Austria | AT", "Attac Österreich | AT"]])
    #expect(NameLinking.parents(table).values.sorted() == ["ATTAC"])
  }

  @Test func sectionsByState() throws {
    let table = try NameLinking.link(["CUT | Brazil", "CUT-MG | Brazil", "CUT MG | Brazil", "CUT-SP | Brazil"])
    #expect(
      NameLinking.groups(table) == [["CUT MG | BR", "CUT-MG | BR"], ["CUT | BR"], ["CUT-SP | BR"]])
    #expect(NameLinking.parents(table).values.sorted() == ["CUT", "CUT"])
  }

  @Test func aNationalGroupOfANetwork() throws {
    #expect(
      try groups(
        "Friends of the Earth International", "Friends of the Earth Europe", "Friends of the Earth Germany | Germany",
        "Friends of the Earth | UK"
      ).count == 4)
  }

  @Test func wingsOfAParty() throws {
    #expect(
      try groups(
        "Zamzam Party | India", "Women's Wing of Zamzam Party | India", "Zamzam Party Women's Wing | India",
        "Zamzam Party Youth | India"
      ) == [
        ["Women's Wing of Zamzam Party | IN", "Zamzam Party Women's Wing | IN"], ["Zamzam Party Youth | IN"],
        ["Zamzam Party | IN"],
      ])
  }

  @Test func departmentsAreNotTheUniversity() throws {
    #expect(
      try groups(
        "University of Zamzam | Kenya", "Department of History, University of Zamzam | Kenya",
        "Department of Physics, University of Zamzam | Kenya", "University of Zamzam Hospital | Kenya",
        "Faculty of Law, University of Zamzam | Kenya"
      ).count == 5)
  }

  // MARK: Chains

  @Test func aChainIsNotOneOrganization() throws {
    #expect(
      try groups(
        "Zamzam Peace Group | UK", "Zamzam Peace Groups | UK", "Zamzan Peace Groups | UK", "Zamzan Piece Groups | UK"
      ) == [
        ["Zamzam Peace Group | GB", "Zamzam Peace Groups | GB", "Zamzan Peace Groups | GB"],
        ["Zamzan Piece Groups | GB"],
      ])
    #expect(
      try groups(
        "Landless Farmers Alliance | Kenya", "Landless Farmers Alliance Coalition | Kenya",
        "Farmers Alliance Coalition | Kenya"
      ).allSatisfy { $0.count < 3 })
  }

  // MARK: Odd names

  @Test func namesOfOneWord() throws {
    #expect(
      try groups("Solidarity | UK", "SOLIDARITY | UK", "Solidarity | Poland", "Solidarités | France").map(\.count) == [
        2, 1, 1,
      ])
    #expect(try groups("Zamzamia | Kenya", "Zamzamie | Kenya").count == 2)
  }

  @Test func namesWithADotInside() throws {
    #expect(try groups("ver.di | Germany", "verdi | Germany", "VERDI | Germany", "Ver.di | Germany").count == 1)
  }

  @Test func namesThatAreOnlyALegalForm() throws {
    #expect(
      try groups(
        "GmbH | Germany", "e.V. | Germany", "AG | Germany", "GmbH & Co. KG | Germany", "Zamzam GmbH | Germany",
        "Quirin GmbH | Germany", "Zamzam e.V. | Germany", "Inc. | US", "Ltd | UK"
      ).map(\.count).sorted() == [1, 1, 1, 1, 1, 1, 1, 2])
  }

  @Test func arabic() throws {
    #expect(
      try groups("اتحاد العمال | Egypt", "إتحاد العمّال | Egypt", "اتحاد الفلاحين | Egypt").map(\.count).sorted()
        == [1, 2])
  }

  @Test func hindi() throws {
    #expect(
      try groups("मजदूर सभा | India", "मज़दूर सभा | India", "किसान सभा | India").map(\.count).sorted() == [1, 2])
  }

  @Test func chineseAndJapanese() throws {
    #expect(
      try groups("中华全国总工会 | China", "中华 全国总工会 | China", "中国妇女联合会 | China").map(\.count).sorted() == [1, 2])
    #expect(try groups("全国労働組合 | Japan", "全国農民組合 | Japan").count == 2)
  }

  @Test func tenThousandIdenticalNames() throws {
    let table = try NameLinking.link(Array(repeating: "Zamzam Network | Austria", count: 10_000))
    #expect(table.organizations.count == 1)
    #expect(table.decided.mentions.map(\.signatures) == [10_000])
  }

  @Test func aNameOfAHundredKilobytes() throws {
    let long = (0..<14_000).map { "wort\($0)" }.joined(separator: " ")
    #expect(long.utf8.count > 100_000)
    let glued = String(repeating: "zamzam", count: 17_000)
    let table = try NameLinking.link([long, long + " ende", glued, glued + "x", "Zamzam | Austria"])
    #expect(table.organizations.contains { $0.name == "Zamzam" })
    #expect((2...5).contains(table.organizations.count))
  }
}
