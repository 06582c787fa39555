/// The proposals of a report, the most effective first. A long letter has more of them than organizations, so they are
/// kept as numbers, and each line is made when it is asked for.
public struct ProposalList: RandomAccessCollection, Sendable {
  private struct Entry {
    /// The lines of the two organizations.
    var left: Int32
    var right: Int32
    var score: Double
    var reasons: EvidenceList
    var organizationsEffect: Int8
    var countriesEffect: Int8
  }

  private var entries: [Entry] = []
  /// The organizations that are listed.
  private let organizations: [OrganizationLine]
  /// By line, the place of its organization in the table.
  private let places: [Int]
  /// By place in the table, the line of an organization; below 0 for one that is not listed.
  private let lineOf: [Int32]
  /// By place in the table.
  private let reach: DecisionReach
  private let mask: NameMask

  /// No proposals.
  static let none = ProposalList(organizations: [], places: [], lineOf: [], reach: .none, mask: .none)

  /// No proposals yet.
  ///
  /// - Parameters:
  ///   - organizations: The lines of the organizations that may be listed.
  ///   - places: The place of each of them in the table.
  ///   - lineOf: By place in the table, the line of an organization; below 0 for one that is not listed.
  ///   - reach: What decisions reach, by place in the table.
  ///   - mask: Takes names out of reasons that stand in no list.
  init(organizations: [OrganizationLine], places: [Int], lineOf: [Int32], reach: DecisionReach, mask: NameMask) {
    self.organizations = organizations
    self.places = places
    self.lineOf = lineOf
    self.reach = reach
    self.mask = mask
  }

  mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

  /// Adds a proposal at the end.
  ///
  /// - Parameters:
  ///   - left: The place in the table of the organization that stands first by name.
  ///   - right: The place of the other.
  ///   - organizationsEffect: How accepting it changes the number of organizations.
  ///   - countriesEffect: How far accepting it can lower the number of countries.
  mutating func append(
    _ proposal: Proposal, left: Int, right: Int, organizationsEffect: Int, countriesEffect: Int
  ) {
    entries.append(
      Entry(
        left: lineOf[left], right: lineOf[right], score: proposal.score, reasons: proposal.reasons,
        organizationsEffect: Int8(organizationsEffect), countriesEffect: Int8(countriesEffect)))
  }

  /// 0, as in an array.
  public var startIndex: Int { 0 }

  /// How many there are.
  public var endIndex: Int { entries.count }

  /// How many of them leave an organization less each when all are accepted.
  ///
  /// - Complexity: O(*n*).
  public var joiningCount: Int { entries.count { $0.organizationsEffect != 0 } }

  /// The line of a proposal; its rank is one more than its place.
  ///
  /// - Complexity: O(bytes of its reasons).
  public subscript(place: Int) -> ProposalLine {
    let entry = entries[place]
    return ProposalLine(
      rank: place + 1, left: organizations[Int(entry.left)], right: organizations[Int(entry.right)],
      score: entry.score, evidence: mask.apply(entry.reasons.evidence),
      organizationsEffect: Int(entry.organizationsEffect), countriesEffect: Int(entry.countriesEffect))
  }

  /// How decisions on a proposal name its organizations.
  ///
  /// - Complexity: O(*n*) in the organizations that go by its names.
  public func wordings(of line: ProposalLine) -> ProposalWordings {
    let entry = entries[line.rank - 1]
    let (left, right) = (places[Int(entry.left)], places[Int(entry.right)])
    let (first, second) = reach.isReversed(left, right) ? (right, left) : (left, right)
    let reached = reach.reach(first, second)
    let others = Set(reached.left + reached.right).subtracting([left, right]).sorted().filter { lineOf[$0] >= 0 }
    return ProposalWordings(
      decision: reach.wording(first, second), canBeApart: !reached.right.isEmpty,
      leftInRight: reach.canTell(left, from: right) ? reach.wording(left, right) : nil,
      rightInLeft: reach.canTell(right, from: left) ? reach.wording(right, left) : nil,
      alsoReached: others.map { other in
        let line = organizations[Int(lineOf[other])]
        return "\(line.name) (\(line.homeName))"
      })
  }
}
