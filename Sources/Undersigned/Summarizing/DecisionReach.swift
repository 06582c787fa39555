import Tabular

/// Which organizations a decision reaches by the names that it gives: a decision is about what was written, and the
/// same may have been written of several.
///
/// A long list has as many proposals as names, so everything is numbers, and sets are made when they are asked for.
struct DecisionReach {
  /// What was written, in compare form, by numbers.
  private var numbers: [String: Int32] = [:]
  /// Of which organization something was written, and where: by number, then by organization.
  private var uses: [Use] = []
  /// By number, where its uses begin; their end comes last.
  private var starts: [Int32] = []
  private let mentions: [Mention]

  private struct Use {
    var number: Int32
    var organization: Int32
    var mention: Int32
  }

  /// An organization that a decision names.
  struct Side {
    /// Its place in the table.
    fileprivate let organization: Int32
    /// The number of its name; below 0 for one that nobody wrote.
    fileprivate let number: Int32
    /// The country that stands beside its name where it is named first; nothing where that would miss it.
    let country: CountryCode?
  }

  /// The two names that a decision gives.
  struct Names {
    fileprivate var first: Int32 = -1
    fileprivate var country: CountryCode?
    fileprivate var second: Int32 = -1
  }

  /// The organizations that a decision reaches by its first name, and by its second.
  typealias Reach = (left: Set<Int>, right: Set<Int>)

  /// Knows every name of every organization.
  init(_ table: OrganizationTable) {
    mentions = table.decided.mentions
    for (index, organization) in table.organizations.enumerated() {
      for member in organization.members {
        let number = Int32(numbers.count)
        let known = numbers[mentions[member.mention].name.compareForm, default: number]
        if known == number { numbers[mentions[member.mention].name.compareForm] = number }
        uses.append(Use(number: known, organization: Int32(index), mention: Int32(member.mention)))
      }
    }
    uses.sort { ($0.number, $0.organization, $0.mention) < ($1.number, $1.organization, $1.mention) }
    starts.reserveCapacity(numbers.count + 1)
    for (place, use) in uses.enumerated() where use.number == starts.count { starts.append(Int32(place)) }
    starts.append(Int32(uses.count))
  }

  /// An organization as a decision names it.
  ///
  /// - Parameters:
  ///   - written: A name that a signer wrote.
  ///   - country: Its country, where there is exactly one.
  func side(_ organization: Int, written: String, country: CountryCode?) -> Side {
    let number = numbers[CompareForm.fold(written)] ?? -1
    // An organization's country may be that of another of its mentions.
    let isThere = country.map { organizations(number, in: $0).contains(organization) } ?? false
    return Side(organization: Int32(organization), number: number, country: isThere ? country : nil)
  }

  /// The organizations of which something was written, in a country or anywhere.
  private func organizations(_ number: Int32, in country: CountryCode?) -> Set<Int> {
    guard number >= 0 else { return [] }
    var found: Set<Int> = []
    for use in uses[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])] {
      if let country, !mentions[Int(use.mention)].location.countries.contains(country) { continue }
      found.insert(Int(use.organization))
    }
    return found
  }

  /// The organizations that the names of a decision reach; none by the second where they are all reached by the first,
  /// so that nothing but their being one can be said.
  func reach(of names: Names) -> Reach {
    let first = organizations(names.first, in: names.country)
    return (first, organizations(names.second, in: nil).subtracting(first))
  }

  /// Whether a name is one organization's alone, as most are.
  private func isAlone(_ side: Side) -> Bool {
    guard side.number >= 0 else { return false }
    return uses[Int(starts[Int(side.number)])..<Int(starts[Int(side.number) + 1])]
      .allSatisfy { $0.organization == side.organization }
  }

  /// The names of a decision on two organizations, the first one's name first.
  private func names(_ one: Side, _ other: Side) -> Names {
    Names(first: one.number, country: one.country, second: other.number)
  }

  /// A decision on two organizations.
  struct Best {
    /// Whether it gives the second one's name first.
    var isReversed: Bool
    /// The names that it gives.
    var names: Names
    /// Whether it can say that they are two.
    var canBeApart: Bool
    /// The other organizations that it reaches.
    var others: Set<Int>
  }

  /// The decision that reaches the fewest others; with the first one's name first among equals.
  func best(_ one: Side, _ other: Side) -> Best {
    var best = Best(isReversed: false, names: names(one, other), canBeApart: true, others: [])
    if isAlone(one), isAlone(other) { return best }
    func excess(_ reach: Reach, _ second: Side) -> Int {
      guard reach.right.contains(Int(second.organization)) else { return .max }
      // A second name that the first organization has as well would be cut off from it.
      let own = organizations(second.number, in: nil).intersection(reach.left)
      return reach.left.count + reach.right.count + own.count
    }
    var reach = reach(of: best.names)
    let reversed = names(other, one)
    let reversedReach = self.reach(of: reversed)
    if excess(reversedReach, one) < excess(reach, other) {
      (best.isReversed, best.names, reach) = (true, reversed, reversedReach)
    }
    best.canBeApart = !reach.right.isEmpty
    best.others = reach.left.union(reach.right).subtracting([Int(one.organization), Int(other.organization)])
    return best
  }

  /// Whether names can say that one is a section of the other.
  func canTellSection(_ section: Side, of parent: Side) -> Bool {
    if isAlone(section), isAlone(parent) { return true }
    return reach(of: names(section, parent)).right.contains(Int(parent.organization))
  }
}
