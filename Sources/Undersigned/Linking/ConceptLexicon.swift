/// What the common words of organizations' names mean, in many languages: `trabajadores` and `workers` are one concept.
///
/// A form may have several concepts (French `terre` is land and earth); they are numbers here, so that pairs of words
/// compare as integers.
struct ConceptLexicon {
  /// What a word adds to a name, apart from its meaning.
  struct Role: OptionSet {
    let rawValue: UInt8
    /// An article, preposition or conjunction.
    static let stop = Role(rawValue: 1)
    /// A word that nearly any organization may add (`association`, `group`).
    static let light = Role(rawValue: 2)
    /// The sort of body (`party`, `network`): two names of different ones are rarely of one organization.
    static let kind = Role(rawValue: 4)
    /// How far it reaches (`international`, `national`).
    static let reach = Role(rawValue: 8)
    /// A wing or section of a larger body (`youth`, `section`).
    static let wing = Role(rawValue: 16)
    /// A body inside a larger one, mostly with its name (`hospital`, `faculty`).
    static let unit = Role(rawValue: 32)
    /// The sort of body that people leave off and put on at will (`party`).
    static let loose = Role(rawValue: 64)
    /// An institution that is named after something, and is not that (`university`, `bank`).
    static let house = Role(rawValue: 128)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The role of that name in the table of roles.
    init?(word: String) {
      switch word {
      case "stop": self = .stop
      case "light": self = .light
      case "kind": self = .kind
      case "reach": self = .reach
      case "wing": self = .wing
      case "unit": self = .unit
      case "loose": self = .loose
      case "house": self = .house
      default: return nil
      }
    }
  }

  /// Whether everything but articles, prepositions and conjunctions is unknown.
  var knowsStopWordsOnly = false
  private let table = ReferenceTable(embedded: "concepts")
  private let roleTable = ReferenceTable(embedded: "concept-roles")
  private var numbers: [String: Int16] = [:]
  private var known: [String: (concepts: [Int16], startsPhrase: Bool)] = [:]
  private(set) var roles: [Role] = []
  private(set) var names: [String] = []

  /// The concepts of a compare form of one or several words, rising; and whether a longer form begins with it.
  mutating func entry(_ form: String) -> (concepts: [Int16], startsPhrase: Bool) {
    if let entry = known[form] { return entry }
    var entry: (concepts: [Int16], startsPhrase: Bool) = ([], false)
    if let record = table.records(for: form).first, record.count >= 3, !knowsStopWordsOnly || record[1] == "stop" {
      entry.concepts = record[1].tokens.map { number(String($0)) }.sorted()
      entry.startsPhrase = record[2] == "yes"
    }
    known[form] = entry
    return entry
  }

  /// Forgets which forms were asked for, when no more will be.
  mutating func close() { known = [:] }

  /// The two words of the lexicon that a word is a compound of (`arbeiterkammer`: `arbeiter`, `kammer`), with the
  /// longest second one; none for most words.
  func parts(of word: String) -> [String] {
    let letters = Array(word.utf8)
    guard letters.count >= 8, letters.count <= 40, letters.allSatisfy({ $0 > 0x20 }) else { return [] }
    for cut in 4...(letters.count - 4) {
      guard let second = String(validating: letters[cut...], as: UTF8.self), isPart(second) else { continue }
      for linking in ConceptLexicon.linkingElements where letters[..<cut].reversed().starts(with: linking.reversed()) {
        guard cut - linking.count >= 3,
          let first = String(validating: letters[..<(cut - linking.count)], as: UTF8.self), isPart(first)
        else { continue }
        return [first, second]
      }
    }
    return []
  }

  /// What stands between the parts of a compound in German, Dutch and the Nordic languages; nothing first.
  private static let linkingElements = ["", "s", "e", "n", "en", "es", "er"].map { Array($0.utf8) }

  /// Whether a form means something; what is asked here is not kept, as most pieces of words mean nothing.
  private func isPart(_ form: String) -> Bool {
    guard let record = table.records(for: form).first, record.count >= 2 else { return false }
    return record[1] != "stop"
  }

  private mutating func number(_ concept: String) -> Int16 {
    if let number = numbers[concept] { return number }
    let number = Int16(roles.count)
    numbers[concept] = number
    names.append(concept)
    roles.append(role(of: concept))
    return number
  }

  /// The roles of a concept; none for one that the table doesn't name.
  private func role(of concept: String) -> Role {
    guard let words = roleTable.field(1, of: concept) else { return [] }
    return words.tokens.reduce(into: []) { $0.formUnion(Role(word: String($1)) ?? []) }
  }
}
