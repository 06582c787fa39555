import Tabular

@testable import Undersigned

/// Mentions and tables built by hand, so that linking is tested without reading, parsing or locating.
enum LinkingFixture {
  /// A mention of one written-out name, with its acronym and qualifiers; without a name it is a bare acronym.
  static func mention(
    _ name: String, acronym: String? = nil, alias: String? = nil, qualifiers: [String] = [], legalForm: String? = nil,
    country: String = "", signatures: Int = 1
  ) -> Mention {
    var forms: [OrganizationName.Form] = []
    for text in [name, alias ?? ""] where !text.isEmpty {
      var words = CompareForm.fold(text).split(separator: " ").map(String.init)
      let compareForm = words.joined(separator: " ")
      if let legalForm, words.last == legalForm { words.removeLast() }
      forms.append(.init(display: text, compareForm: compareForm, coreForm: words.joined(separator: " ")))
    }
    let acronyms = acronym.map {
      [OrganizationName.Acronym(compareForm: CompareForm.fold($0), display: $0, isVerified: false)]
    }
    let parts = [name, alias.map { "/ \($0)" }, acronym.map { name.isEmpty ? $0 : "(\($0))" }].compactMap { $0 }
    let display = (parts + qualifiers.map { "- \($0)" }).joined(separator: " ")
    let written = display.split(separator: " ").joined(separator: " ")
    let location = CountryCode(country).map {
      Location(scope: .national, countries: [$0], evidence: [Evidence("country-field")])
    }
    return Mention(
      name: OrganizationName(
        display: written, compareForm: CompareForm.fold(written), names: forms, acronyms: acronyms ?? [],
        qualifiers: qualifiers, legalForm: legalForm),
      location: location ?? .unresolved, typeAnswer: "", consent: .unknown, signatures: signatures,
      first: Position(source: "letter.csv", line: 2), firstDay: nil, row: 0)
  }

  static func table(_ mentions: [Mention], rulings: Rulings = Rulings()) -> DecidedTable {
    let answers = Answers(
      organizations: Column(), countries: Column(), types: Column(), places: Column(), websites: Column())
    let tally = Tally(
      sources: [], answers: answers, rows: [], people: [], dropped: [:], days: [:], findings: [])
    return DecidedTable(tally: tally, mentions: mentions, rulings: rulings, dropped: [:], findings: [])
  }

  /// A few places, as the reader of places would know them.
  static let places: @Sendable (String) -> LinkagePlace? = { form in
    switch form {
    case "austria", "brazil", "germany", "france":
      let codes = ["austria": "AT", "brazil": "BR", "germany": "DE", "france": "FR"]
      return LinkagePlace(level: .country, country: CountryCode(codes[form]!), key: codes[form]!)
    case "mg", "sp": return LinkagePlace(level: .subdivision, country: CountryCode("BR"), key: form)
    case "africa": return LinkagePlace(level: .region, key: "002")
    default: return nil
    }
  }

  static func link(_ mentions: [Mention], rulings: Rulings = Rulings()) throws -> OrganizationTable {
    try LinkOrganizations(places: places).run(table(mentions, rulings: rulings))
  }

  /// The organizations as display forms with countries, in the table's order.
  static func groups(_ table: OrganizationTable) -> [[String]] {
    table.organizations.map { organization in
      organization.members.map { member in
        let mention = table.decided.mentions[member.mention]
        let countries = mention.location.countries.map(\.description).joined()
        return countries.isEmpty ? mention.name.display : "\(mention.name.display) \(countries)"
      }
    }
  }
}
