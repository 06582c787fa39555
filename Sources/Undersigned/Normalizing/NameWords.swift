/// Words that play a part in names of organizations without naming one: `name-words.tsv`.
enum NameWords {
  /// What a word or phrase can be.
  struct Roles: OptionSet {
    let rawValue: UInt8

    /// A preposition or the like.
    static let stop = Roles(rawValue: 1)
    /// `the`, `la`, `die`; only at the beginning of a name.
    static let article = Roles(rawValue: 2)
    /// `and`, `y`, `und`.
    static let and = Roles(rawValue: 4)
    /// What marks a part of an organization: `local`, `chapter`, `Ortsgruppe`.
    static let section = Roles(rawValue: 8)
    /// What stands before another name of the same organization: `formerly`, `aka`.
    static let alias = Roles(rawValue: 16)
    /// A region of the world, or an abbreviated country.
    static let place = Roles(rawValue: 32)
  }

  private static let roles: [String: Roles] = {
    let named: [String: Roles] = [
      "stop": .stop, "article": .article, "and": .and, "section": .section, "alias": .alias, "place": .place,
    ]
    var roles: [String: Roles] = [:]
    ReferenceTable(embedded: "name-words").forEach { record in
      roles[record[0], default: []].formUnion(named[record[1]] ?? [])
    }
    return roles
  }()

  /// The first words of what stands before another name.
  private static let aliasBeginnings = Set(
    roles.filter { $0.value.contains(.alias) }.compactMap { $0.key.tokens.first.map(String.init) })

  /// Whether a word in compare form can begin `aka`, `formerly known as` and the like.
  static func beginsAlias(_ word: String) -> Bool { aliasBeginnings.contains(word) }

  /// The parts that a word or phrase in compare form can play; none for most.
  static func roles(of word: some StringProtocol) -> Roles {
    // No word of the table is as long.
    word.utf8.count > 40 ? [] : roles[String(word)] ?? []
  }

  /// Whether a word in compare form carries no meaning of its own: a preposition, an article, an `and`.
  static func isStop(_ word: some StringProtocol) -> Bool {
    !roles(of: word).isDisjoint(with: [.stop, .article, .and])
  }

  /// Whether a text in compare form is a country, a region or a well-known city, as far as the tables tell.
  ///
  /// - Parameter isWide: Whether cities and parts of countries count as well; many acronyms are spelled like one.
  static func isPlace(_ compareForm: String, isWide: Bool = true) -> Bool {
    guard compareForm.utf8.count <= 60 else { return false }
    if roles(of: compareForm).contains(.place) { return true }
    // Codes of two and three letters are acronyms of organizations as well.
    guard compareForm.utf8.count > 3 else { return false }
    return placeTables.prefix(isWide ? 2 : 1).contains { !$0.records(for: compareForm).isEmpty }
  }

  private static let placeTables = ["country-names", "places"].map { ReferenceTable(embedded: $0) }
}
