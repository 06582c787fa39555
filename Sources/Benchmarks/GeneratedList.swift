/// A CSV of made-up organizations, each written in several ways: the same bytes in every run.
///
/// Names are put together from common words of several languages, a made-up word, and often a place, so that strangers
/// share most of their words as in life; mentions differ in case, spelling, word order, acronym and legal form.
struct GeneratedList {
  private(set) var bytes: [UInt8] = []
  private var random = SplitMix64(state: 7)

  private static let kinds = [
    "Union", "Sindicato", "Syndicat", "Association", "Asociación", "Verein", "Federation", "Movimento", "Network",
    "Red", "Committee", "Comité", "Foundation", "Fundación", "Stiftung", "Collective", "Party", "Institute", "Centre",
    "Alliance", "Council", "Campaign",
  ]
  private static let causes = [
    "Workers", "de los Trabajadores", "des Travailleurs", "for Peace", "por la Paz", "Human Rights",
    "de Derechos Humanos", "Women", "de Mujeres", "des Femmes", "Students", "Climate Justice", "Socialist",
    "Solidarity",
    "Housing", "Peasants", "Education", "Health", "Democracy",
  ]
  private static let places = [
    "London", "Madrid", "Paris", "Berlin", "São Paulo", "Buenos Aires", "Chicago", "Córdoba", "Köln", "Lyon", "Porto",
    "Dublin", "Brazil", "France", "India", "Kenya",
  ]
  private static let countries = [
    "Brazil", "France", "Germany", "Spain", "United Kingdom", "Argentina", "India", "Kenya",
  ]
  private static let legalForms = ["e.V.", "Inc.", "Ltd", "A.C.", "ASBL", "S.A."]
  private static let syllables = [
    "ba", "ko", "ri", "tel", "man", "do", "li", "ser", "ver", "no", "qui", "tam", "al", "mer", "san", "to", "zen", "ur",
    "gra", "pol", "fen", "dra", "mi", "lu", "né", "ost", "win", "bre", "ton", "ash", "ya", "ka",
  ]

  /// - Parameter part: Other records of the same organizations; in part 0 each signs once before any signs again.
  init(records: Int, organizations: Int, part: Int = 0) {
    let made = (0..<organizations).map { _ in (name: name(), country: pick(GeneratedList.countries)) }
    bytes = Array("Organization,Country\n".utf8)
    if part > 0 { random = SplitMix64(state: UInt64(part) << 32) }
    for record in 0..<records {
      // Each signs once, then some more often than others.
      let index = part == 0 && record < made.count ? record : min(random.below(made.count), random.below(made.count))
      let organization = made[index]
      bytes += Array("\"\(mention(organization.name))\",".utf8)
      if random.below(10) < 7 { bytes += Array(organization.country.utf8) }
      bytes.append(0x0A)
    }
  }

  private mutating func pick(_ words: [String]) -> String { words[random.below(words.count)] }

  private mutating func name() -> String {
    var word = ""
    for _ in 0..<(2 + random.below(3)) { word += pick(GeneratedList.syllables) }
    var parts = [word.prefix(1).uppercased() + word.dropFirst(), pick(GeneratedList.kinds)]
    if random.below(5) > 0 { parts.append(pick(GeneratedList.causes)) }
    if random.below(4) == 0 { parts.append(pick(GeneratedList.places)) }
    return parts.joined(separator: " ")
  }

  private mutating func mention(_ name: String) -> String {
    var text = name
    switch random.below(20) {
    case 0: text = text.uppercased()
    case 1: text = text.lowercased()
    case 2: text += " (\(GeneratedList.acronym(of: name)))"
    case 3: text = "\(GeneratedList.acronym(of: name)) - \(text)"
    case 4: text += ", \(pick(GeneratedList.legalForms))"
    case 5: text = text.split(separator: " ").reversed().joined(separator: " ")
    case 6, 7:
      var letters = Array(text)
      let place = 1 + random.below(letters.count - 2)
      if random.below(2) == 0 { letters.remove(at: place) } else { letters.swapAt(place, place + 1) }
      text = String(letters)
    case 8: text += " - \(pick(GeneratedList.places))"
    default: break
    }
    return text
  }

  private static func acronym(of name: String) -> String {
    name.split(separator: " ").filter { $0.count > 3 }.map { $0.prefix(1).uppercased() }.joined()
  }
}

/// Random numbers that are the same on every run (Steele, Lea and Flood, 2014).
private struct SplitMix64 {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}
