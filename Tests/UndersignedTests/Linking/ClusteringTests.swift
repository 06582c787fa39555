import Testing

@testable import Undersigned

@Suite struct ClusteringTests {
  typealias Fixture = LinkingFixture

  /// Names that are close to each other in many ways, so that ties and chains are everywhere.
  private static let mentions: [Mention] = {
    let stems = [
      "Zamzam Peasants Network", "Zamzam Peasant Network", "Zamzam Peasants Union", "Rede Zamzam", "Zamzan Net",
    ]
    var mentions: [Mention] = []
    for (index, stem) in stems.enumerated() {
      for country in ["", "AT", "BR"] {
        mentions.append(Fixture.mention(stem, country: country, signatures: 1 + index % 2))
        mentions.append(Fixture.mention(stem, acronym: "ZPN", country: country))
        mentions.append(Fixture.mention(stem + " Austria", country: country))
      }
    }
    for country in ["", "AT", "BR"] { mentions.append(Fixture.mention("", acronym: "ZPN", country: country)) }
    return mentions
  }()

  /// All that a table says, with mentions by their content.
  private func described(_ table: OrganizationTable) -> [String] {
    var lines: [String] = []
    for organization in table.organizations {
      let members = organization.members.map { member in
        let mention = table.decided.mentions[member.mention]
        return
          "\(mention.name.display) \(mention.location.countries) \(mention.signatures) \(member.score) \(member.evidence)"
      }
      lines.append(
        "\(organization.id) \(organization.name) \(organization.location.countries)"
          + " \(organization.parent ?? -1) \(members)")
    }
    return lines + table.proposals.map { "\($0.left) \($0.right) \($0.score) \($0.evidence)" }
  }

  @Test(arguments: 0..<20) func shufflingChangesNothing(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let expected = described(try Fixture.link(ClusteringTests.mentions))
    let shuffled = ClusteringTests.mentions.shuffled(using: &generator)
    #expect(described(try Fixture.link(shuffled)) == expected)
  }

  @Test func everyMentionBelongsToOneOrganization() throws {
    let table = try Fixture.link(ClusteringTests.mentions)
    let members = table.organizations.flatMap { $0.members.map(\.mention) }.sorted()
    #expect(members == Array(ClusteringTests.mentions.indices))
    #expect(Set(table.organizations.map(\.id)).count == table.organizations.count)
    #expect(table.proposals.allSatisfy { $0.left < $0.right })
    #expect(zip(table.proposals, table.proposals.dropFirst()).allSatisfy { $0.score >= $1.score })
  }
}
