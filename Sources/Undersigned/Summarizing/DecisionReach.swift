import Tabular

/// Which organizations a decision reaches by the names that it gives: a decision is about what was written, and the
/// same may have been written of several.
///
/// A long list has more proposals than names, so everything is numbers, and a decision is looked at when it is asked for.
struct DecisionReach: Sendable {
  /// An organization that a decision may name.
  private struct Side {
    /// A name that a signer wrote.
    var written = ""
    /// The country that stands beside the name where it is named first; nothing where that would miss it.
    var country: CountryCode?
    /// What the name and that country reach, rising; in `organizations`.
    var first: Range<Int> = 0..<0
    /// What the name alone reaches, likewise.
    var second: Range<Int> = 0..<0
  }

  /// By organization.
  private var sides: [Side]
  /// Organizations of which something was written, run after run.
  private var organizations: [Int32] = []

  /// No organizations.
  static let none = DecisionReach(sides: [])

  private init(sides: [Side]) { self.sides = sides }

  /// Knows every name of every organization, and how decisions name those that proposals are about.
  ///
  /// - Parameter written: A name that a signer wrote of an organization.
  init(_ table: OrganizationTable, written: (Int) -> String) {
    self.init(sides: Array(repeating: Side(), count: table.organizations.count))
    let mentions = table.decided.mentions
    var numbers: [String: Int] = [:]
    var uses = Uses()
    for (index, organization) in table.organizations.enumerated() {
      for member in organization.members {
        let number = numbers.count
        let known = numbers[mentions[member.mention].name.compareForm, default: number]
        if known == number { numbers[mentions[member.mention].name.compareForm] = number }
        uses.add(known, of: index, mention: member.mention)
      }
    }
    uses.group()

    var reachedBy = [Range<Int>?](repeating: nil, count: numbers.count)
    for organization in table.proposals.lazy.flatMap({ [$0.left, $0.right] }) where sides[organization].written.isEmpty
    {
      var side = Side(written: written(organization))
      if let number = numbers[CompareForm.fold(side.written)] {
        side.second = reachedBy[number] ?? reach(of: uses[number]) { _ in true }
        reachedBy[number] = side.second
        side.first = side.second
        if let country = table.organizations[organization].location.country {
          let there = reach(of: uses[number]) { mentions[$0].location.countries.contains(country) }
          // An organization's country may be that of another of its mentions.
          if organizations[there].contains(Int32(organization)) {
            side.country = country
            side.first = there
          }
        }
      }
      sides[organization] = side
    }
  }

  /// Adds a run of the organizations of some uses.
  private mutating func reach(of uses: ArraySlice<Uses.Use>, where isThere: (Int) -> Bool) -> Range<Int> {
    let start = organizations.count
    for use in uses where isThere(Int(use.mention)) {
      if organizations.count == start || organizations[organizations.count - 1] != use.organization {
        organizations.append(use.organization)
      }
    }
    return start..<organizations.count
  }

  /// The names by which a decision finds two organizations, one of them first.
  func wording(_ first: Int, _ second: Int) -> DecisionWording {
    DecisionWording(name: sides[first].written, country: sides[first].country, value: sides[second].written)
  }

  /// The organizations that a decision reaches by its first name, and by its second; none by the second where the first
  /// reaches them all, so that nothing but their being one can be said.
  func reach(_ first: Int, _ second: Int) -> (left: [Int], right: [Int]) {
    let left = organizations[sides[first].first].map(Int.init)
    return (left, organizations[sides[second].second].map(Int.init).filter { !left.contains($0) })
  }

  /// Whether the decision that reaches fewest others gives the second organization's name first; among equals the first
  /// one's name stands first.
  func isReversed(_ one: Int, _ other: Int) -> Bool { excess(other, one) < excess(one, other) }

  /// How many organizations a decision is about. One that has both names counts twice, for the second would be cut off
  /// from it.
  private func excess(_ first: Int, _ second: Int) -> Int {
    canTell(first, from: second) ? sides[first].first.count + sides[second].second.count : .max
  }

  /// Whether a decision with the first organization's name first is about the second as another one.
  func canTell(_ first: Int, from second: Int) -> Bool {
    organizations[sides[second].second].contains(Int32(second))
      && !organizations[sides[first].first].contains(Int32(second))
  }
}

extension DecisionReach {
  /// Of which organization something was written, and where.
  private struct Uses {
    struct Use {
      var organization: Int32
      var mention: Int32
    }

    private var numbers: [Int32] = []
    private var all: [Use] = []
    /// By number, where its uses begin; their end comes last.
    private var starts: [Int] = []

    mutating func add(_ number: Int, of organization: Int, mention: Int) {
      numbers.append(Int32(number))
      all.append(Use(organization: Int32(organization), mention: Int32(mention)))
    }

    /// Brings the uses of each number together, in the order in which they came.
    mutating func group() {
      starts = Array(repeating: 0, count: (numbers.max().map(Int.init) ?? -1) + 2)
      for number in numbers { starts[Int(number) + 1] += 1 }
      for number in starts.indices.dropFirst() { starts[number] += starts[number - 1] }
      var next = starts
      var grouped = all
      for (number, use) in zip(numbers, all) {
        grouped[next[Int(number)]] = use
        next[Int(number)] += 1
      }
      all = grouped
    }

    /// The uses of a number, by organization.
    subscript(number: Int) -> ArraySlice<Use> { all[starts[number]..<starts[number + 1]] }
  }
}
