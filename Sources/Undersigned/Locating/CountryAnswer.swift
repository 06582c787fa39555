/// What somebody answered for the country, understood.
struct CountryAnswer: Hashable, Sendable {
  /// What an answer comes to.
  enum Meaning: Hashable, Sendable {
    /// Nothing was answered, or that there is nothing to say.
    case nothing
    /// One country.
    case country(CountryCode)
    /// A part of one country.
    case subdivision(CountryCode)
    /// Several countries.
    case several([CountryCode])
    /// A region of the world, by its M49 code where it has one.
    case region(String?)
    /// The world.
    case world
    /// One of these, and nothing says which.
    case ambiguous([CountryCode])
    /// No place that is known.
    case unknown
  }

  /// What it comes to.
  var meaning: Meaning
  /// Why: `country-field`, `country-code`, `flag` or `misspelt`.
  var evidence: Evidence
  /// The nearest known name, for an answer that is none.
  var nearest: String?

  /// Understands an answer.
  ///
  /// - Parameters:
  ///   - answer: As typed.
  ///   - isCode: Whether it stands among ISO codes, where `NO` is Norway and not a refusal.
  /// - Complexity: a few binary searches; some hundred for an answer that is no known name, to find a misspelling.
  init(_ answer: String, isCode: Bool = false, lookup: PlaceLookup, countries: Countries) {
    let key = CompareForm.fold(answer)
    self.init(meaning: .nothing, evidence: Evidence("country-field", 0))
    if key.isEmpty { return }
    let shown = quoted(answer)
    let flags = CountryAnswer.flags(in: answer).filter(countries.contains)
    if !flags.isEmpty {
      set(CountryAnswer.combined(flags), "flag", 0.95, "\(shown) shows \(countries.list(flags))")
      return
    }
    let isNothing = lookup.scopeWords(key).contains(.nothing)
    // Two capitals are a code before they are a name in some language, but `NO` and `NA` only among codes.
    if isCode || !isNothing, let code = CountryAnswer.code(answer), countries.contains(code) {
      set(.country(code), "country-code", 1, "\(shown) is \(countries.name(of: code))")
      return
    }
    if isNothing || !key.unicodeScalars.contains(where: \.properties.isAlphabetic) {
      evidence.detail = "\(shown) names no place"
      return
    }
    for candidate in [key, CountryAnswer.withoutTitle(key)] {
      if let (meaning, kind) = CountryAnswer.whole(candidate, lookup) {
        let languages = lookup.languages(candidate).map { " in \($0)" }.first ?? ""
        set(meaning, kind, 1, "\(shown) is \(describe(meaning, countries))\(languages == " in en" ? "" : languages)")
        return
      }
    }
    if let meaning = CountryAnswer.parts(answer, lookup) ?? CountryAnswer.phrases(key, lookup) {
      set(meaning, "country-field", 0.9, "\(shown) speaks of \(describe(meaning, countries))")
      return
    }
    if CountryAnswer.countsCountries(key) {
      set(.world, "country-field", 0.9, "\(shown) counts several countries")
      return
    }
    let near = CountryAnswer.misspellings(of: key, lookup)
    if near.count == 1, let (name, meaning) = near.first {
      nearest = name
      set(meaning, "misspelt", 0.8, "\(shown) is one letter from '\(name)'")
    } else {
      nearest = near.isEmpty ? nil : near.map(\.name).joined(separator: "' or '")
      set(.unknown, "country-field", 0, "\(shown) is no place that is known")
    }
  }

  private init(meaning: Meaning, evidence: Evidence) {
    self.meaning = meaning
    self.evidence = evidence
  }

  private mutating func set(_ meaning: Meaning, _ name: String, _ weight: Double, _ detail: String) {
    self.meaning = meaning
    evidence = Evidence(name, weight, detail)
  }

  private func describe(_ meaning: Meaning, _ countries: Countries) -> String {
    switch meaning {
    case .country(let code): countries.name(of: code)
    case .subdivision(let code): "a part of \(countries.name(of: code))"
    case .several(let codes): countries.list(codes)
    case .ambiguous(let codes): "one of \(countries.list(codes))"
    case .region(let code): code.map({ countries.name(ofRegion: $0) }) ?? "a region of several countries"
    case .world: "the world"
    case .nothing, .unknown: "nothing known"
    }
  }

  /// The code that an answer is, as the standard writes it: two capitals.
  static func code(_ answer: String) -> CountryCode? {
    answer.utf8.count == 2 && answer.utf8.allSatisfy { (0x41...0x5A).contains($0) } ? CountryCode(answer) : nil
  }

  /// The countries whose flags an answer shows, in its order.
  static func flags(in text: String) -> [CountryCode] {
    let letters = text.unicodeScalars.map {
      (0x1F1E6...0x1F1FF).contains($0.value) ? UInt8($0.value - 0x1F1E6 + 65) : 0
    }
    var found: [CountryCode] = []
    var index = 0
    while index + 1 < letters.count {
      if letters[index] > 0, letters[index + 1] > 0 {
        if let code = CountryCode(String(decoding: letters[index...index + 1], as: UTF8.self)), !found.contains(code) {
          found.append(code)
        }
        index += 2
      } else {
        index += 1
      }
    }
    return found
  }

  /// What a whole phrase is, if it is in the tables.
  static func whole(_ key: String, _ lookup: PlaceLookup) -> (Meaning, String)? {
    let readings = lookup.readings(key).filter { $0.use != .name }
    guard let first = readings.first(where: { $0.kind != .demonym }) ?? readings.first else { return nil }
    switch first.kind {
    case .country, .demonym, .code:
      let name = first.kind == .code ? "country-code" : "country-field"
      return (first.country.map(Meaning.country) ?? .ambiguous(first.countries), name)
    case .subdivision, .city:
      return (first.country.map(Meaning.subdivision) ?? .ambiguous(first.countries), "country-field")
    case .region: return (.region(first.region), "country-field")
    case .world: return (.world, "country-field")
    }
  }

  /// Without `the`, `Republic of` and the like.
  private static func withoutTitle(_ key: String) -> String {
    let titles: Set<Substring> = [
      "the", "republic", "federal", "kingdom", "state", "of", "commonwealth", "republica", "republique", "republik",
      "repubblica", "del", "de", "la", "el", "los", "les", "le", "l", "du", "da", "do", "federation", "islamic", "arab",
      "democratic", "socialist", "peoples", "union", "in", "en", "country", "pais", "pays", "d", "federale",
      "federativa",
    ]
    let words = key.tokens
    let rest = words.drop(while: titles.contains)
    return rest.joined(separator: " ")
  }

  /// Several places side by side: `Brazil / Argentina`, `Germany, Berlin`, `México (CDMX)`.
  private static func parts(_ answer: String, _ lookup: PlaceLookup) -> Meaning? {
    let separators: Set<Character> = [
      "/", ",", ";", "&", "+", "|", "(", ")", "[", "]", "-", "–", "—", "\\", "、", "，", "·", ":",
    ]
    var parts = answer.split(whereSeparator: separators.contains).map { CompareForm.fold(String($0)) }.filter {
      !$0.isEmpty
    }
    for word in ["and", "y", "e", "et", "und", "en", "i", "or", "ve", "и", "و"] {
      parts = parts.flatMap { part in
        lookup.readings(part).isEmpty
          ? part.tokens.split(separator: Substring(word)).map { $0.joined(separator: " ") } : [part]
      }
    }
    guard parts.count > 1 else { return nil }
    return combine(parts.map(lookup.readings))
  }

  /// A sentence with places in it: `Working in 14 Arab Countries`.
  private static func phrases(_ key: String, _ lookup: PlaceLookup) -> Meaning? {
    var reader = NamePlaceReader(lookup)
    let places = reader.places(in: key)
    let found = (places.homes + places.causes).map(\.place)
    return found.isEmpty ? nil : combine(found.map { [$0] })
  }

  /// What several places come to: parts of a country that is named as well are its address.
  private static func combine(_ parts: [[Place]]) -> Meaning? {
    let known = parts.filter { !$0.isEmpty }
    guard !known.isEmpty else { return nil }
    let isCountry = { (place: Place) in
      [.country, .code, .demonym].contains(place.kind) && place.subdivision == nil && place.use != .name
    }
    var certain: [CountryCode] = []
    // A part that may lie inside a country that another part names (Georgia, USA) is no country of its own.
    for (index, part) in known.enumerated() {
      guard let place = part.first(where: isCountry), let code = place.country else { continue }
      let others = known.enumerated().filter { $0.offset != index }
        .flatMap { $0.element.filter(isCountry).compactMap(\.country) }
      let isInside = part.contains { !isCountry($0) && $0.countries.contains(where: others.contains) }
      if !isInside, !certain.contains(code) { certain.append(code) }
    }
    if certain.count == 1 { return .country(certain[0]) }
    if certain.count > 1 { return .several(certain.sorted()) }
    let lower = known.compactMap { $0.first { !isCountry($0) && $0.use != .name && $0.country != nil }?.country }
    if let first = lower.first {
      let distinct = Set(lower).sorted()
      if distinct.count > 1 { return .several(distinct) }
      // Who names the world and a city has its seat there and does not work for the city.
      let reaches = known.joined().contains { $0.kind == .world || $0.kind == .region }
      return reaches ? .country(first) : .subdivision(first)
    }
    if let place = known.joined().first(where: { $0.kind == .region }) { return .region(place.region) }
    if known.joined().contains(where: { $0.kind == .world }) { return .world }
    return known.joined().first(where: \.isAmbiguous).map { .ambiguous($0.countries) }
  }

  static func combined(_ codes: [CountryCode]) -> Meaning {
    codes.count == 1 ? .country(codes[0]) : .several(codes.sorted())
  }

  /// Whether an answer says no more than how many countries there are: `works in 35 countries`, `12 países`.
  private static func countsCountries(_ key: String) -> Bool {
    let words = key.tokens
    return words.contains(where: several.contains)
      && words.contains { Int($0).map { (2...200).contains($0) } ?? false }
  }

  /// Countries, in the plural, in widespread languages.
  private static let several: Set<Substring> = [
    "countries", "nations", "paises", "naciones", "pays", "paesi", "nazioni", "lander", "landern", "staaten", "landen",
    "land", "lande", "maata", "maassa", "krajow", "krajach", "kraje", "zemi", "zemich", "krajin", "krajinach", "orszag",
    "orszagban", "tari", "zemalja", "drzav", "strani", "стран", "странах", "страны", "краін", "країн", "країнах",
    "краіни",
    "држава", "земаља", "държави", "χωρες", "χωρων", "ulke", "ulkede", "دول", "دوله", "بلد", "بلدا", "کشور", "מדינות",
    "देशों", "देश", "দেশ", "ประเทศ", "nuoc", "negara", "bansa", "nchi", "riigi", "riiki", "salys", "valstis",
  ]

  /// Names of countries, of regions and of the world at one typing error (a letter too many, too few, another, or two
  /// swapped) from an answer of five letters and more, one a meaning, in the order of codes and names; in the scripts of
  /// which the letters are listed.
  private static func misspellings(of key: String, _ lookup: PlaceLookup) -> [(name: String, meaning: Meaning)] {
    let letters = Array(key.unicodeScalars)
    let alphabets = [0x61...0x7A, 0x3B1...0x3C9, 0x430...0x45F].map { $0.compactMap(Unicode.Scalar.init) + [" "] }
    guard letters.count >= 5, letters.count <= 40,
      let alphabet = alphabets.first(where: { alphabet in letters.allSatisfy(alphabet.contains) })
    else { return [] }
    var tried: Set<String> = []
    var found: [Meaning: String] = [:]
    func attempt(_ edited: [Unicode.Scalar]) {
      guard edited.count >= 4 else { return }
      var name = ""
      name.unicodeScalars.append(contentsOf: edited)
      guard lookup.longestPhrase(from: name.prefix { $0 != " " }) > 0, tried.insert(name).inserted else { return }
      for place in lookup.readings(name) where place.use != .name {
        let meaning: Meaning
        switch place.kind {
        case .country:
          guard let code = place.country else { continue }
          meaning = .country(code)
        // A word of four letters is a slip of too many others.
        case .region where edited.count > 5 && place.region != nil: meaning = .region(place.region)
        case .world where edited.count > 5: meaning = .world
        default: continue
        }
        if found[meaning].map({ name < $0 }) ?? true { found[meaning] = name }
      }
    }
    for index in 0...letters.count {
      for letter in alphabet { attempt(Array(letters[..<index]) + [letter] + Array(letters[index...])) }
      guard index < letters.count else { continue }
      attempt(Array(letters[..<index]) + Array(letters[(index + 1)...]))
      for letter in alphabet { attempt(Array(letters[..<index]) + [letter] + Array(letters[(index + 1)...])) }
      guard index + 1 < letters.count else { continue }
      attempt(Array(letters[..<index]) + [letters[index + 1], letters[index]] + Array(letters[(index + 2)...]))
    }
    // A country is meant before a region of nearly the same name.
    let named = found.filter { if case .country = $0.key { true } else { false } }
    return (named.isEmpty ? found : named).map { ($0.value, $0.key) }
      .sorted { ($0.meaning.country?.description ?? "", $0.name) < ($1.meaning.country?.description ?? "", $1.name) }
  }
}

extension Countries {
  /// Names of countries for people, with commas.
  func list(_ codes: [CountryCode]) -> String { codes.map { name(of: $0) }.joined(separator: ", ") }
}
