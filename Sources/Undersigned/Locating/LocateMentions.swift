import Tabular

/// Finds where each organization of a tally is at home.
///
/// In this order of trust: the answer for the country, in any language; the name (`MTST-Brazil`, `Workers' Party of
/// Belgium`); the website's domain; the city or region. What nothing tells stays unresolved, and what is ambiguous (the
/// two Congos, the Koreas) is never guessed.
public struct LocateMentions: Stage {
  /// What is made of organizations whose country nobody stated and nothing else tells.
  public var blankCountry: Policy.BlankCountry
  /// How many threads look for places in names.
  public var workers: Workers

  private let lookup = PlaceLookup.shared
  let countries = Countries()

  /// A stage with the tables that are part of the program.
  public init(blankCountry: Policy.BlankCountry = .scopeGuessed, workers: Workers = .automatic) {
    self.blankCountry = blankCountry
    self.workers = workers
  }

  /// Locates each row; an answer that could not be understood becomes a finding at its first row.
  public func run(_ input: consuming NamedTable) throws(PipelineError) -> LocatedTable {
    let named = input
    let answers = named.tally.answers
    let lookup = lookup
    let names = Array(
      workers.map(named.names.count, size: 256) { range in
        var reader = NamePlaceReader(lookup)
        return range.map { reader.places(of: named.names[$0]) }
      }.joined())
    // Every other distinct answer is understood once, and only if a row has it.
    var countryAnswers: [CountryAnswer?] = Array(repeating: nil, count: answers.countries.count)
    let areCodes = areCodes(answers.countries)
    var websites: [WebDomain??] = Array(repeating: nil, count: answers.websites.count)
    var places: [[Place]?] = Array(repeating: nil, count: answers.places.count)
    var locations: [Location] = []
    locations.reserveCapacity(named.tally.rows.count)
    var unresolved: [Int: Position] = [:]
    // Nearly all rows of one answer have the same location: its lists and words are kept once.
    var known: [Location?] = Array(repeating: nil, count: answers.countries.count)
    for row in named.tally.rows {
      let country = Int(row.answers.country)
      let answer =
        countryAnswers[country]
        ?? CountryAnswer(
          answers.countries.string(country), isCode: areCodes, lookup: lookup, countries: countries)
      countryAnswers[country] = answer
      let website = Int(row.answers.website)
      let domain =
        websites[website] ?? WebDomain(answers.websites.string(website), lookup: lookup, countries: countries)
      websites[website] = .some(domain)
      let place = Int(row.answers.place)
      let found = places[place] ?? self.places(in: answers.places.string(place), of: answer)
      // Codes of subdivisions are read inside the answered country, so only answers without one are kept.
      if place == 0 || answer.country == nil { places[place] = found }
      let organization = Int(row.answers.organization)
      var location = self.location(named.names[organization], names[organization], answer, domain, found)
      if let same = known[country], same == location { location = same } else { known[country] = location }
      locations.append(location)
      if location.scope == .unresolved || answer.meaning == .unknown, answer.isGiven {
        unresolved[country] = min(unresolved[country] ?? row.first, row.first)
      }
    }
    readBlanks(&locations, of: named.tally, names, countryAnswers)
    let findings = unresolved.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { country, position in
      finding(countryAnswers[country], answers.countries.string(country), at: position)
    }
    return LocatedTable(
      named: named, locations: locations,
      findings: named.tally.findings + named.tally.sourceFindings + findings)
  }

  /// Whether nearly all distinct answers are ISO codes of two capitals, as a program writes them.
  private func areCodes(_ answers: Column) -> Bool {
    let given = (0..<answers.count).filter { !answers[$0].isEmpty }
    let codes = given.count { CountryAnswer.code(answers.string($0)).map(countries.contains) ?? false }
    return codes >= 3 && codes * 10 >= given.count * 9
  }

  /// Where one organization is, by its name and the answers that stand with it.
  ///
  /// - Parameters:
  ///   - name: What its name says.
  ///   - countryAnswer: As typed; may be empty.
  ///   - placeAnswer: City and region as typed, `city; region` where there are both; may be empty.
  ///   - websiteAnswer: As typed; may be empty.
  public func location(
    of name: OrganizationName, countryAnswer: String = "", placeAnswer: String = "", websiteAnswer: String = ""
  ) -> Location {
    let answer = CountryAnswer(countryAnswer, lookup: lookup, countries: countries)
    var reader = NamePlaceReader(lookup)
    return location(
      name, reader.places(of: name), answer,
      WebDomain(websiteAnswer, lookup: lookup, countries: countries), places(in: placeAnswer, of: answer))
  }

  private func location(
    _ name: OrganizationName, _ places: NamePlaces, _ answer: CountryAnswer, _ website: WebDomain?, _ city: [Place]
  ) -> Location {
    var location = Location(answer: answer, name: places, website: website, places: city, countries: countries)
    // A short segment is a subdivision's code only inside its country: CUT-MG is of Minas Gerais, not of Madagascar.
    if location.scope == .national, let code = location.country {
      for segment in name.qualifiers where segment.utf8.count <= 3 {
        guard lookup.subdivision(code: segment, in: code) != nil else { continue }
        location.scope = .subnational
        location.evidence.append(Evidence("name-place", 0.6, "'\(segment)' is the code of a part of it"))
        break
      }
    }
    return location
  }

  /// The places that a city or region field names.
  private func places(in answer: String, of country: CountryAnswer) -> [Place] {
    answer.split { $0 == ";" || $0 == "," || $0 == "/" }.flatMap { part -> [Place] in
      let key = CompareForm.fold(String(part))
      if let code = country.country, let place = lookup.subdivision(code: key, in: code) { return [place] }
      let readings = lookup.readings(key).filter { $0.kind != .demonym && $0.kind != .code }
      // As an answer to `city or region` a name is that of a part of a country, if it can be.
      let parts = readings.filter { $0.kind == .subdivision || $0.kind == .city || $0.use == .name }
      return Array((parts.isEmpty ? readings : parts).prefix(1))
    }
  }

  private func finding(_ answer: CountryAnswer?, _ text: String, at position: Position) -> Finding {
    let shown = quoted(text)
    if case .ambiguous(let candidates) = answer?.meaning {
      return Finding(
        .warning, "unresolved-country", at: position, "\(shown) is one of \(countries.list(candidates))",
        remedy: "say which in decisions.csv with the action 'country'")
    }
    let hint = answer?.nearest.map { "write '\($0)' if that is meant, or " } ?? ""
    return Finding(
      .warning, "unresolved-country", at: position, "\(shown) is no place that is known",
      remedy: "\(hint)decide it in decisions.csv with the action 'country'")
  }
}

extension CountryAnswer.Meaning {
  /// The one country.
  var country: CountryCode? {
    switch self {
    case .country(let code), .subdivision(let code): code
    default: nil
    }
  }
}

extension CountryAnswer {
  /// The one country that was answered.
  var country: CountryCode? { meaning.country }

  /// Whether something was answered that should be a place.
  var isGiven: Bool { meaning != .nothing }
}

extension LocateMentions {
  /// The one country that an answer means, in any language; nothing where it means none or could mean several.
  public func country(_ answer: String) -> CountryCode? {
    CountryAnswer(answer, lookup: lookup, countries: countries).country
  }

  /// Whether an answer is the name or code of a country in any language; a slip of the pen is not looked for.
  ///
  /// - Complexity: a few binary searches.
  public static func isCountry(_ answer: String) -> Bool {
    // Asked of the first records of an export: too seldom to make an index for it.
    if case .country? = CountryAnswer.whole(CompareForm.fold(answer), .unindexed)?.0 { return true }
    return !CountryAnswer.flags(in: answer).isEmpty
  }
}
