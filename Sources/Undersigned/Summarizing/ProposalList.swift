/// The proposals of a report, the most effective first. A long letter has more of them than organizations, so they are
/// kept as numbers, and each line is made when it is asked for.
public struct ProposalList: RandomAccessCollection, Sendable {
  /// What is true of a proposal.
  struct Traits: OptionSet {
    let rawValue: UInt8

    /// Accepting it leaves an organization less: those above it don't join the two already.
    static let joins = Traits(rawValue: 1)
    /// Accepting it may leave a country less.
    static let mayLoseCountry = Traits(rawValue: 2)
    /// A decision names the right one first.
    static let isReversed = Traits(rawValue: 4)
    /// A decision can say that they are two.
    static let canBeApart = Traits(rawValue: 8)
    /// A decision can say that the left is a section of the right.
    static let leftInRight = Traits(rawValue: 16)
    /// A decision can say that the right is a section of the left.
    static let rightInLeft = Traits(rawValue: 32)
  }

  private struct Entry {
    /// The lines of the two organizations.
    var left: Int32
    var right: Int32
    var score: Double
    var reasons: EvidenceList
    var traits: Traits
  }

  /// How decisions name an organization.
  private struct Naming {
    var written = ""
    /// The country beside the name, where it tells it from others.
    var country: CountryCode?
  }

  private var entries: [Entry] = []
  /// The organizations that are listed.
  private let organizations: [OrganizationLine]
  /// Likewise.
  private var namings: [Naming]
  /// By place, the lines of other organizations that a decision is about; few have any.
  private var alsoReached: [Int: [Int32]] = [:]
  private let mask: NameMask

  /// No proposals.
  static let none = ProposalList(organizations: [], mask: .none)

  /// No proposals yet.
  ///
  /// - Parameters:
  ///   - organizations: The lines of the organizations that proposals are about.
  ///   - mask: Takes names out of reasons that stand in no list.
  init(organizations: [OrganizationLine], mask: NameMask) {
    self.organizations = organizations
    self.mask = mask
    namings = Array(repeating: Naming(), count: organizations.count)
  }

  /// Sets how decisions name an organization.
  ///
  /// - Parameters:
  ///   - line: The place of its line.
  ///   - written: A name that a signer wrote.
  ///   - country: The country beside it, where that tells it from others.
  mutating func name(_ line: Int, written: String, told country: CountryCode?) {
    namings[line] = Naming(written: written, country: country)
  }

  mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

  /// Adds a proposal at the end.
  ///
  /// - Parameters:
  ///   - left: The line of the organization that stands first by name.
  ///   - right: The line of the other.
  ///   - also: The lines of other organizations that a decision is about.
  mutating func append(_ proposal: Proposal, left: Int32, right: Int32, _ traits: Traits, also: [Int32]) {
    if !also.isEmpty { alsoReached[entries.count] = also }
    entries.append(
      Entry(left: left, right: right, score: proposal.score, reasons: proposal.reasons, traits: traits))
  }

  /// 0, as in an array.
  public var startIndex: Int { 0 }

  /// How many there are.
  public var endIndex: Int { entries.count }

  /// How many of them leave an organization less each when all are accepted.
  ///
  /// - Complexity: O(*n*).
  public var joiningCount: Int { entries.count { $0.traits.contains(.joins) } }

  /// The line of a proposal; its rank is one more than its place.
  ///
  /// - Complexity: O(bytes of its names and reasons).
  public subscript(place: Int) -> ProposalLine {
    let entry = entries[place]
    let (left, right) = (Int(entry.left), Int(entry.right))
    let has = entry.traits.contains
    return ProposalLine(
      rank: place + 1, left: side(left), right: side(right), score: entry.score,
      evidence: mask.apply(entry.reasons.evidence), organizationsEffect: has(.joins) ? -1 : 0,
      countriesEffect: has(.mayLoseCountry) ? -1 : 0,
      wording: has(.isReversed) ? wording(right, left) : wording(left, right), canBeApart: has(.canBeApart),
      leftInRight: has(.leftInRight) ? wording(left, right) : nil,
      rightInLeft: has(.rightInLeft) ? wording(right, left) : nil,
      alsoReached: (alsoReached[place] ?? []).map { other in
        "\(organizations[Int(other)].name) (\(organizations[Int(other)].homeName))"
      })
  }

  private func side(_ index: Int) -> ProposalLine.Side {
    let line = organizations[index]
    return ProposalLine.Side(
      id: line.id, name: line.name, written: namings[index].written,
      country: line.places.count == 1 ? line.places[0] : nil, home: line.home, homeName: line.homeName,
      places: line.places)
  }

  /// A decision that names one organization first.
  private func wording(_ first: Int, _ second: Int) -> ProposalLine.Wording {
    ProposalLine.Wording(
      name: namings[first].written, country: namings[first].country, value: namings[second].written)
  }
}
