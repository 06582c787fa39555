/// People's signatures by country, with small groups summed up, so that nobody can be picked out.
public struct PeopleByCountry: Hashable, Sendable {
  /// People of one country, or of none that is known.
  public struct Row: Hashable, Sendable {
    /// The country's name; empty where none is known.
    public var country: String
    /// Its code; nothing where none is known.
    public var code: CountryCode?
    /// How many signatures.
    public var signatures: Int
  }

  /// A group of fewer signatures is not told apart.
  public static let least = 5

  /// The countries with people enough, the largest first, then by name.
  public var rows: [Row]
  /// How many other countries there are.
  public var otherCountries: Int
  /// How many signatures these have together: never fewer than `least`, unless there are none.
  public var otherSignatures: Int

  /// Sums up people by country.
  ///
  /// Countries with few people become one group. One country alone, or a group that is still too small, would give away
  /// what it hides, so the smallest of the others join it.
  init(_ tally: Tally, _ facts: CountryFacts, _ policy: Policy) {
    var signatures: [String: Int] = [:]
    var codes: [String: CountryCode] = [:]
    for people in tally.people {
      let country = facts.meant(tally.answers.countries.string(Int(people.country)))
      let counted = country.map { facts.counted($0, policy) }
      let name = counted.map { facts.name($0) } ?? ""
      signatures[name, default: 0] += people.signatures
      // Two countries may share a name that the letter gave them.
      codes[name] = [codes[name], counted].compactMap { $0 }.min { $0.description < $1.description }
    }
    rows = signatures.map { Row(country: $0, code: codes[$0], signatures: $1) }.sorted { left, right in
      left.signatures == right.signatures
        ? CollationKey(left.country) < CollationKey(right.country) : left.signatures > right.signatures
    }
    (otherCountries, otherSignatures) = (0, 0)
    while let last = rows.last,
      last.signatures < PeopleByCountry.least || otherCountries == 1
        || (1..<PeopleByCountry.least).contains(otherSignatures)
    {
      otherCountries += 1
      otherSignatures += last.signatures
      rows.removeLast()
    }
    // A handful of people altogether is told by its total alone.
    if rows.isEmpty, otherCountries <= 1 || otherSignatures < PeopleByCountry.least {
      (otherCountries, otherSignatures) = (0, 0)
    }
  }
}
