import Tabular

/// Which organizations a decision reaches by the names that it gives: a decision is about what was written, and the same
/// may have been written of several.
struct DecisionReach {
  private var mentions: [String: [(organization: Int, countries: [CountryCode])]] = [:]

  /// Knows every name of every organization.
  init(_ table: OrganizationTable) {
    for (index, organization) in table.organizations.enumerated() {
      for member in organization.members {
        let mention = table.decided.mentions[member.mention]
        mentions[mention.name.compareForm, default: []].append((index, mention.location.countries))
      }
    }
  }

  /// The organizations that have a name, in one country or anywhere.
  func organizations(_ name: String, in country: CountryCode?) -> Set<Int> {
    let all = mentions[CompareForm.fold(name)] ?? []
    guard let country else { return Set(all.map(\.organization)) }
    return Set(all.filter { $0.countries.contains(country) }.map(\.organization))
  }

  /// A decision on two organizations, worded with the first one's name first.
  ///
  /// - Returns: The wording, and the organizations that it reaches by its two names; none of the second where they are
  ///   all reached by the first, so that nothing but their being one can be said.
  func wording(_ one: Side, _ other: Side) -> (wording: ProposalLine.Wording, reach: Reach) {
    // An organization's country may be that of another of its mentions.
    let isThere = organizations(one.side.written, in: one.side.country).contains(one.organization)
    let country = isThere ? one.side.country : nil
    let left = organizations(one.side.written, in: country)
    let right = organizations(other.side.written, in: nil).subtracting(left)
    return (
      ProposalLine.Wording(name: one.side.written, country: country, value: other.side.written), (left, right)
    )
  }

  /// The wording that reaches the fewest others; the first one's name first among equals.
  func bestWording(_ one: Side, _ other: Side) -> (wording: ProposalLine.Wording, reach: Reach) {
    let plain = wording(one, other)
    let reversed = wording(other, one)
    func excess(_ reach: Reach, _ second: Side) -> Int {
      guard reach.right.contains(second.organization) else { return .max }
      // A second name that the first organization has as well would be cut off from it.
      let own = organizations(second.side.written, in: nil).intersection(reach.left)
      return reach.left.union(reach.right).count + own.count
    }
    return excess(reversed.reach, one) < excess(plain.reach, other) ? reversed : plain
  }

  /// A decision that one is a section of the other; nothing where names can't say so.
  func sectionWording(_ section: Side, _ parent: Side) -> ProposalLine.Wording? {
    let (wording, reach) = wording(section, parent)
    return reach.right.contains(parent.organization) ? wording : nil
  }

  /// An organization and how reports tell it.
  typealias Side = (organization: Int, side: ProposalLine.Side)

  /// The organizations that a decision reaches by its first name, and by its second.
  typealias Reach = (left: Set<Int>, right: Set<Int>)
}
