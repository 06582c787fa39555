/// The signers that may be listed, under headings, in an order that people use.
public struct SignatoryList: Sendable {
  /// How the list is ordered.
  public enum Order: String, CaseIterable, Hashable, Sendable {
    /// International and regional bodies first, then country by country, by name within each.
    case country
    /// Type by type in the order of the report, by name within each; guesses stand with the unclassified.
    case type
    /// By name, without headings.
    case name
  }

  /// Some signers under one heading.
  public struct Group: Hashable, Sendable {
    /// The heading; empty for a list without any.
    public var heading: String
    /// The signers, by name.
    public var signers: [OrganizationLine]
  }

  /// The groups; none is empty.
  public let groups: [Group]
  /// How many signers may not be listed.
  public let unlisted: Int

  /// Lists the signers of a letter.
  ///
  /// - Parameters:
  ///   - language: Of the headings and countries, and of the alphabet.
  ///   - countryName: A country's name in that language.
  /// - Complexity: O(*n* log *n*) in organizations.
  public init(
    _ summary: Summary, by order: Order, in language: MessageLanguage, countryName: (CountryCode) -> String
  ) {
    let messages = MessageCatalogue(language)
    func heading(_ name: String) -> String {
      language.beginningWithCapital(messages.text("heading.\(name)") ?? name)
    }
    /// What comes first has the lower rank; countries follow each other by name.
    func place(_ line: OrganizationLine) -> (rank: Int, heading: String) {
      switch order {
      case .name: return (0, "")
      case .country:
        switch line.home {
        case .international, .regional, .several: return (0, heading("international"))
        case .country(let code): return (1, countryName(code))
        case .territory: return (1, line.homeName)
        case .unresolved: return (2, heading("unresolved"))
        }
      case .type:
        guard let type = line.type, line.typeStrength != .weak else {
          return (OrganizationType.allCases.count, heading("unclassified"))
        }
        return (OrganizationType.allCases.firstIndex(of: type)!, heading(type.rawValue))
      }
    }
    let placed = summary.organizations.map { line in
      let place = place(line)
      return (
        line: line, rank: place.rank, heading: place.heading,
        order: AlphabetKey(place.heading, language), name: AlphabetKey(line.name, language)
      )
    }.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.order != right.order { return left.order < right.order }
      if left.name != right.name { return left.name < right.name }
      return ByteOrder.precedes(left.line.id, right.line.id)
    }
    var groups: [Group] = []
    for entry in placed {
      if groups.last?.heading != entry.heading { groups.append(Group(heading: entry.heading, signers: [])) }
      groups[groups.count - 1].signers.append(entry.line)
    }
    self.groups = groups
    unlisted = summary.unlistedOrganizations
  }
}

/// Sorts names as the alphabet of a language does, the same way on every machine.
///
/// Marks and case don't separate names, but for the letters that a language counts as its own: `ñ` in Spanish; `ç`,
/// `ğ`, `ı`, `ö`, `ş`, `ü` in Turkish. An article in front counts as a word of the name.
struct AlphabetKey: Hashable, Comparable, Sendable {
  private let letters: [UInt8]
  private let plain: CollationKey

  init(_ name: String, _ language: MessageLanguage) {
    plain = CollationKey(name)
    let own = AlphabetKey.ownLetters(language)
    guard !own.isEmpty, name.contains(where: { own[$0] != nil }) else {
      letters = Array(CompareForm.fold(name).utf8)
      return
    }
    // A letter of its own follows all words with the letter before it, so that it is written as that with a last
    // letter.
    var key: [UInt8] = []
    var run = ""
    for character in name {
      guard let before = own[character] else {
        run.append(character)
        continue
      }
      key += AlphabetKey.folded(run) + Array(before.utf8) + [0xFF]
      run = ""
    }
    letters = key + AlphabetKey.folded(run)
  }

  /// The compare form of a piece, with the space at its beginning that a word has.
  private static func folded(_ piece: String) -> [UInt8] {
    let lead: [UInt8] = piece.first?.isWhitespace == true ? [0x20] : []
    let end: [UInt8] = piece.count > 1 && piece.last?.isWhitespace == true ? [0x20] : []
    return lead + Array(CompareForm.fold(piece).utf8) + end
  }

  /// The letters that a language counts as its own, with the letter that stands before each.
  private static func ownLetters(_ language: MessageLanguage) -> [Character: String] {
    switch language {
    case .spanish: ["ñ": "n", "Ñ": "n"]
    case .turkish:
      [
        "ç": "c", "Ç": "c", "ğ": "g", "Ğ": "g", "ı": "h", "I": "h", "ö": "o", "Ö": "o", "ş": "s", "Ş": "s", "ü": "u",
        "Ü": "u",
      ]
    default: [:]
    }
  }

  static func < (left: AlphabetKey, right: AlphabetKey) -> Bool {
    if left.letters != right.letters { return left.letters.lexicographicallyPrecedes(right.letters) }
    return left.plain < right.plain
  }
}
