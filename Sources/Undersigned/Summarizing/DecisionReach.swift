import Tabular

/// Which organizations a decision reaches by the names that it gives: a decision is about what was written, and the same
/// may have been written of several.
struct DecisionReach {
  /// What was written, in compare form, by numbers.
  private var numbers: [String: Int] = [:]
  /// By number, the organizations of which it was written, with their countries there.
  private var mentions: [[(organization: Int, countries: [CountryCode])]] = []
  /// By number, the organizations alone.
  private var organizations: [Set<Int>] = []

  /// An organization that a decision names.
  struct Side {
    /// Its place in the table.
    let organization: Int
    /// How reports tell it.
    let line: ProposalLine.Side
    /// The country that stands beside its name where it is named first; nothing where that would miss it.
    fileprivate let country: CountryCode?
    /// The organizations that its name reaches where it stands first.
    fileprivate let reachedFirst: Set<Int>
    /// Those that its name reaches as the value, which has no country beside it.
    fileprivate let reachedAnywhere: Set<Int>
  }

  /// The organizations that a decision reaches by its first name, and by its second.
  typealias Reach = (left: Set<Int>, right: Set<Int>)

  /// Knows every name of every organization.
  init(_ table: OrganizationTable) {
    for (index, organization) in table.organizations.enumerated() {
      for member in organization.members {
        let mention = table.decided.mentions[member.mention]
        let number = numbers[mention.name.compareForm] ?? mentions.count
        if number == mentions.count {
          numbers[mention.name.compareForm] = number
          mentions.append([])
          organizations.append([])
        }
        mentions[number].append((index, mention.location.countries))
        organizations[number].insert(index)
      }
    }
  }

  /// An organization as a decision names it.
  func side(_ organization: Int, _ line: ProposalLine.Side) -> Side {
    guard let number = numbers[CompareForm.fold(line.written)] else {
      return Side(organization: organization, line: line, country: nil, reachedFirst: [], reachedAnywhere: [])
    }
    let anywhere = organizations[number]
    if let country = line.country {
      let there = Set(mentions[number].filter { $0.countries.contains(country) }.map(\.organization))
      // An organization's country may be that of another of its mentions.
      if there.contains(organization) {
        return Side(
          organization: organization, line: line, country: country, reachedFirst: there, reachedAnywhere: anywhere)
      }
    }
    return Side(
      organization: organization, line: line, country: nil, reachedFirst: anywhere, reachedAnywhere: anywhere)
  }

  /// A decision on two organizations, worded with the first one's name first.
  ///
  /// - Returns: The wording, and the organizations that it reaches by its two names; none of the second where they are
  ///   all reached by the first, so that nothing but their being one can be said.
  private static func wording(_ one: Side, _ other: Side) -> (wording: ProposalLine.Wording, reach: Reach) {
    (
      ProposalLine.Wording(name: one.line.written, country: one.country, value: other.line.written),
      (one.reachedFirst, other.reachedAnywhere.subtracting(one.reachedFirst))
    )
  }

  /// The wording that reaches the fewest others; the first one's name first among equals.
  static func bestWording(_ one: Side, _ other: Side) -> (wording: ProposalLine.Wording, reach: Reach) {
    let plain = wording(one, other)
    let reversed = wording(other, one)
    func excess(_ reach: Reach, _ second: Side) -> Int {
      guard reach.right.contains(second.organization) else { return .max }
      // A second name that the first organization has as well would be cut off from it.
      let own = second.reachedAnywhere.intersection(reach.left)
      return reach.left.count + reach.right.count + own.count
    }
    return excess(reversed.reach, one) < excess(plain.reach, other) ? reversed : plain
  }

  /// A decision that one is a section of the other; nothing where names can't say so.
  static func sectionWording(_ section: Side, _ parent: Side) -> ProposalLine.Wording? {
    let (wording, reach) = wording(section, parent)
    return reach.right.contains(parent.organization) ? wording : nil
  }
}
