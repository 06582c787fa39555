/// Every country and territory of ISO 3166-1, and Kosovo: names, regions, standing.
///
/// Looks up in the table `countries`; nothing is read before it is asked for.
package struct Countries: Sendable {
  /// What a country or territory is to the United Nations.
  package enum Standing: String, CaseIterable, Hashable, Sendable {
    /// A member state.
    case member
    /// A permanent observer state.
    case observer
    /// Neither.
    case none
  }

  private let table = ReferenceTable(embedded: "countries")
  private let names = ReferenceTable(embedded: "country-display-names")
  private let sets = ReferenceTable(embedded: "country-name-sets")
  private let regions = ReferenceTable(embedded: "regions")
  private let regionNames = ReferenceTable(embedded: "region-display-names")

  /// The table that is part of the program.
  package init() {}

  /// Every code, in order.
  ///
  /// - Complexity: O(*n*) of the table.
  package var all: [CountryCode] {
    var codes: [CountryCode] = []
    table.forEach { codes += CountryCode($0[0]).map { [$0] } ?? [] }
    return codes
  }

  /// Whether there is such a country or territory.
  package func contains(_ code: CountryCode) -> Bool { field(0, of: code) != nil }

  /// The short name that CLDR gives; in English where there is none in the language, the code for an unknown country.
  ///
  /// - Parameter language: An ISO 639-1 code, such as `es`.
  package func name(of code: CountryCode, language: String = "en") -> String {
    if language != "en", let column = names.header.firstIndex(of: language),
      let record = names.records(for: code.description).first, column < record.count, !record[column].isEmpty
    {
      return record[column]
    }
    return field(3, of: code) ?? code.description
  }

  /// The English short name in a set of names; CLDR's where the set has none: ISO 3166-1 doesn't list Kosovo, and M49
  /// neither Kosovo nor Taiwan.
  package func name(of code: CountryCode, in set: Policy.CountryNames) -> String {
    if set != .cldr, let column = sets.header.firstIndex(of: set.rawValue),
      let name = sets.field(column, of: code.description), !name.isEmpty
    {
      return name
    }
    return name(of: code)
  }

  /// The languages that names can be given in, English first.
  package var languages: [String] { ["en"] + names.header.dropFirst() }

  /// The M49 region (`002`, Africa); nothing for Kosovo and Antarctica, which have none.
  package func region(of code: CountryCode) -> String? { field(4, of: code) }

  /// The M49 sub-region (`202`, Sub-Saharan Africa).
  package func subregion(of code: CountryCode) -> String? { field(5, of: code) }

  /// The name of an M49 region; in English where there is none in the language, the code for an unknown one.
  ///
  /// - Parameter language: An ISO 639-1 code, such as `es`.
  package func name(ofRegion code: String, language: String = "en") -> String {
    if language != "en", let column = regionNames.header.firstIndex(of: language),
      let name = regionNames.field(column, of: code), !name.isEmpty
    {
      return name
    }
    return englishName(ofRegion: code)
  }

  private func englishName(ofRegion code: String) -> String {
    regions.records(for: code).first { $0.count == 5 && $0[1] == "code" }?[4] ?? code
  }

  /// The M49 region that a region is part of; nothing for the world.
  package func parent(ofRegion code: String) -> String? {
    regions.records(for: code).first { $0.count == 5 && $0[1] == "code" && !$0[3].isEmpty }?[3]
  }

  /// Its standing with the United Nations.
  package func standing(of code: CountryCode) -> Standing { field(7, of: code).flatMap(Standing.init) ?? .none }

  /// The state that a territory's ISO 3166-1 entry belongs to; nothing for states and contested territories.
  package func parent(of code: CountryCode) -> CountryCode? { field(8, of: code).flatMap { CountryCode($0) } }

  /// Whether a country counts as one by the rule.
  package func countsAsCountry(_ code: CountryCode, _ rule: Policy.CountryRule) -> Bool {
    switch rule {
    case .iso3166: contains(code)
    case .unitedNationsAndObservers: standing(of: code) != .none
    case .unitedNationsMembers: standing(of: code) == .member
    }
  }

  /// The smallest M49 region that holds all the countries: a sub-region, a region, or nothing for the world.
  func commonRegion(of codes: [CountryCode]) -> String? {
    for level in [subregion, region] {
      let regions = codes.map(level)
      if let first = regions.first, let region = first, regions.allSatisfy({ $0 == region }) { return region }
    }
    return nil
  }

  private func field(_ index: Int, of code: CountryCode) -> String? {
    table.field(index, of: code.description).flatMap { $0.isEmpty ? nil : $0 }
  }
}
