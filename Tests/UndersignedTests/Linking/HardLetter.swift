@testable import Undersigned

/// A letter made from a seed, with what makes linkers depend on the order of records: chains, ties, acronyms of several
/// names, blank countries, sections, spellings that fold alike, and repeated signatures.
struct HardLetter {
  static let header = "Organization,Country,Type,Date"
  /// One record a line.
  private(set) var records: [String] = []

  init(seed: UInt64, organizations: Int) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<organizations {
      let name = HardLetter.name(&random)
      let country = HardLetter.pick(HardLetter.countries, &random)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let written = HardLetter.vary(name, &random)
        let stated =
          Int.random(in: 0..<5, using: &random) == 0 ? HardLetter.pick(HardLetter.countries, &random) : country
        let type = HardLetter.pick(["", "", "NGO", "Trade union", "Party"], &random)
        let day = Int.random(in: 1...28, using: &random)
        let record = "\"\(written)\",\(stated),\(type),2026-03-\(day < 10 ? "0" : "")\(day)"
        records += Array(repeating: record, count: Int.random(in: 0..<6, using: &random) == 0 ? 2 : 1)
      }
    }
    records += HardLetter.handWritten.map { "\"\($0.0)\",\($0.1),,2026-03-01" }
  }

  /// A text of some of the records.
  static func text(_ records: some Sequence<String>) -> String {
    ([header] + records).joined(separator: "\n") + "\n"
  }

  private static let countries = ["", "", "Austria", "Brazil", "Chile", "Germany", "Kenya", "AT", "Brasil"]
  private static let stems = ["Zamzam", "Zamzan", "Quirin", "Quirina", "Lumbala", "Tiriri", "Ostara", "Ostaro"]
  private static let kinds = [
    "Workers Union", "Peace Network", "Solidarity Front", "Farmers Movement", "Peoples Party", "Forum", "Alliance",
    "Women's Network", "Movimento dos Trabalhadores", "Friedensverein",
  ]
  private static let tails = [
    "", "", "", " Austria", " Brazil", " Youth", " Local 1", " Local 10", " II", " V", " - MG", " International",
    " Kenya", " GmbH", " e.V.",
  ]

  private static func name(_ random: inout SplitMix64) -> String {
    pick(stems, &random) + " " + pick(kinds, &random) + pick(tails, &random)
  }

  private static func vary(_ name: String, _ random: inout SplitMix64) -> String {
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return name.uppercased()
    case 1: return "The \(name)"
    case 2:
      let initials = name.split(separator: " ").compactMap { $0.first.map { String($0).uppercased() } }.joined()
      return initials.utf8.count > 2 ? "\(name) (\(initials))" : name
    case 3:
      var letters = Array(name)
      letters.swapAt(2, 3)
      return String(letters)
    case 4: return name.split(separator: " ").reversed().joined(separator: " ")
    case 5: return name.split(separator: " ").prefix(3).compactMap { $0.first.map(String.init) }.joined().uppercased()
    case 6: return "\(name) / \(pick(stems, &random)) \(pick(kinds, &random))"
    default: return name
    }
  }

  private static func pick<Element>(_ choices: [Element], _ random: inout SplitMix64) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  private static let handWritten = [
    ("CUT", "Brazil"), ("CUT", "Chile"), ("CUT", "Colombia"), ("CUT", ""), ("CUT-MG", "Brazil"), ("CUT-SP", "Brazil"),
    ("Central Única dos Trabalhadores (CUT)", "Brazil"), ("Central Unitaria de Trabajadores (CUT)", "Chile"),
    ("ATTAC", ""), ("ATTAC Austria", "Austria"), ("Attac Österreich", "Austria"), ("attac  austria", "AT"),
    ("11.11.11", "Belgium"), ("CNCD-11.11.11", "Belgium"), ("Friends of the Earth", ""),
    ("Amigos de la Tierra", "Chile"), ("Les Amis de la Terre", "France"), ("Friends of the Earth France", ""),
    ("Ärzte ohne Grenzen", "Germany"), ("Médecins Sans Frontières", "Germany"), ("MSF", "Germany"),
    ("Zamzam Peace Group", "UK"), ("Zamzam Peace Groups", "UK"), ("Zamzan Peace Groups", "UK"),
    ("Zamzan Piece Groups", "UK"), ("اتحاد العمال", "Egypt"), ("إتحاد العمّال", "Egypt"), ("किसान सभा", "India"),
    ("全国労働組合", "Japan"), ("GmbH", "Germany"), ("ver.di", "Germany"), ("verdi", "Germany"),
  ]
}
