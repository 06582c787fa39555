import Tabular

@testable import Undersigned

/// Names as people write them, taken the whole way from an export to organizations.
enum NameLinking {
  /// A mention of a name with the country that its signer states; empty for none.
  static func mention(_ name: String, in country: String = "") -> Mention {
    let understood = OrganizationName(name)
    return Mention(name: understood, location: LocateMentions().location(of: understood, countryAnswer: country))
  }

  /// The organizations of an export with a line for each name, `name` or `name | stated country`.
  static func link(_ lines: [String], aliases: [OrganizationAlias] = []) throws -> OrganizationTable {
    var text = "Organization,Country\n"
    for line in lines {
      let parts = line.split(separator: "|", maxSplits: 1).map(\.withoutOuterSpace)
      let name = parts[0].split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      text += "\"\(name)\",\(parts.count > 1 ? parts[1] : "")\n"
    }
    var standard = StandardPipeline(title: "A letter")
    standard.aliases = aliases
    let document = try TabularDocument(name: "letter.csv", bytes: Array(text.utf8))
    return try NormalizeNames().then(standard.locate).then(standard.decide).then(standard.link)
      .run(try standard.tally.run([document]))
  }

  /// The organizations as the ways in which each was written, with their country where one is known; in the order of
  /// their bytes.
  static func groups(_ lines: [String]) throws -> [[String]] {
    groups(try link(lines))
  }

  static func groups(_ table: OrganizationTable) -> [[String]] {
    table.organizations.map { organization in
      organization.members.map { member in
        let mention = table.decided.mentions[member.mention]
        let countries = mention.location.countries.map(\.description).joined(separator: " ")
        return countries.isEmpty ? mention.name.display : "\(mention.name.display) | \(countries)"
      }.sorted(by: ByteOrder.precedes)
    }.sorted { $0.lexicographicallyPrecedes($1, by: ByteOrder.precedes) }
  }

  /// By name, the parent of each organization that is a section.
  static func parents(_ table: OrganizationTable) -> [String: String] {
    Dictionary(
      table.organizations.compactMap { organization in organization.parentName.map { (organization.name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}
