import Tabular

/// The lists behind the counts: organizations, variants and proposals that may be listed.
struct Listing {
  private(set) var organizations: [OrganizationLine] = []
  private(set) var variants: [VariantLine] = []
  private(set) var proposals = ProposalList.none
  /// The rank of each of the table's proposals; 0 for one that is not listed.
  private(set) var ranks: [Int] = []
  private(set) var unlistedOrganizations = 0
  private(set) var unlistedProposals = 0
  /// Takes out names that stand in no list.
  let mask: NameMask

  private let reach: DecisionReach
  /// By organization, its place in the order of names.
  private let nameOrder: [Int32]
  private let withheldNames: Set<String>
  private let table: OrganizationTable
  private let isListed: [Bool]

  init(
    _ classified: ClassifiedTable, homes: [Home], counted: CountedOrganizations, facts: CountryFacts, policy: Policy,
    sources: SourceNames
  ) {
    let table = classified.organizations
    let mentions = table.decided.mentions
    self.table = table
    isListed = table.organizations.map { organization in
      organization.members.contains { mentions[$0.mention].consent != .refused }
    }
    unlistedOrganizations = isListed.count { !$0 }
    (withheldNames, mask) = Listing.withheldNames(table, isListed)

    let nameRanks = CollationKey.ranks(of: table.organizations.map(\.name))
    nameOrder = Listing.nameOrder(table.organizations, nameRanks)
    reach = DecisionReach(table) { Listing.written($0, table) }
    let homeNames = zip(table.organizations, homes).map { Home.name(of: $0.location, home: $1, facts: facts) }
    let order = table.organizations.indices.filter { isListed[$0] }.sorted { left, right in
      if nameRanks[left] != nameRanks[right] { return nameRanks[left] < nameRanks[right] }
      if homeNames[left] != homeNames[right] { return ByteOrder.precedes(homeNames[left], homeNames[right]) }
      return ByteOrder.precedes(table.organizations[left].id, table.organizations[right].id)
    }
    var lineOf = [Int32](repeating: -1, count: table.organizations.count)
    for index in order {
      let organization = table.organizations[index]
      lineOf[index] = Int32(organizations.count)
      variants += variantLines(organization, sources)
      let members = organization.members.lazy.map { mentions[$0.mention] }
      organizations.append(
        OrganizationLine(
          id: organization.id, name: organization.name, home: homes[index], homeName: homeNames[index],
          places: organization.location.countries, scope: organization.location.countedScope,
          type: classified.types[index].primary,
          typeStrength: classified.types[index].strength, partOf: parentName(organization),
          variants: Set(members.map(\.name.display)).count, signatures: members.reduce(0) { $0 + $1.signatures },
          firstDay: members.compactMap(\.firstDay).min()))
    }
    proposals = ProposalList(organizations: organizations, places: order, lineOf: lineOf, reach: reach, mask: mask)
    listProposals(
      counted,
      homes.map { home in home.country.flatMap { facts.countsAsCountry($0, policy.countryRule) ? $0 : nil } })
    unlistedProposals = table.proposals.count { !isListed[$0.left] || !isListed[$0.right] }
  }

  /// Names as written that stand in no list, and what takes them out of sentences.
  private static func withheldNames(_ table: OrganizationTable, _ isListed: [Bool]) -> (Set<String>, NameMask) {
    var withheld: Set<String> = []
    for mention in table.decided.mentions where mention.consent == .refused { withheld.insert(mention.name.display) }
    for (index, organization) in table.organizations.enumerated() where !isListed[index] {
      withheld.insert(organization.name)
    }
    if withheld.isEmpty { return ([], .none) }
    var listed = Set(table.decided.mentions.lazy.filter { $0.consent != .refused }.map(\.name.display))
    for (index, organization) in table.organizations.enumerated() where isListed[index] {
      listed.insert(organization.name)
    }
    withheld.subtract(listed)
    return (withheld, withheld.isEmpty ? .none : NameMask(withheld: withheld, listed: listed))
  }

  /// The organizations that a decision on one of the table's proposals reaches by its first name, and by its second.
  func reach(ofProposal proposal: Int) -> (left: [Int], right: [Int]) {
    let (left, right) = inOrder(table.proposals[proposal])
    return reach.isReversed(left, right) ? reach.reach(right, left) : reach.reach(left, right)
  }

  private func parentName(_ organization: Organization) -> String {
    if let parent = organization.parent {
      return isListed[parent] ? table.organizations[parent].name : ""
    }
    return organization.parentName.map { withheldNames.contains($0) ? "" : $0 } ?? ""
  }

  /// A line for each way of writing that somebody who may be listed used; the best reason where there are several. The
  /// organization's own name stands first, then the others by name.
  private func variantLines(_ organization: Organization, _ sources: SourceNames) -> [VariantLine] {
    var lines: [VariantLine] = []
    var placeOf: [String: Int] = [:]
    for member in organization.members {
      let mention = table.decided.mentions[member.mention]
      guard mention.consent != .refused else { continue }
      let line = VariantLine(
        organizationID: organization.id, organization: organization.name, variant: mention.name.display,
        score: member.score, source: sources(mention.first.source), reasons: member.reasons)
      if let place = placeOf[line.variant] {
        let source = lines[place].source
        if Listing.isBetter(line, than: lines[place]) { lines[place] = line }
        lines[place].source = ByteOrder.precedes(source, line.source) ? source : line.source
      } else {
        placeOf[line.variant] = lines.count
        lines.append(line)
      }
    }
    for place in lines.indices { lines[place].reasons = mask.apply(lines[place].reasons) }
    if lines.count <= 1 { return lines }
    return lines.map { (CollationKey($0.variant), $0) }.sorted { left, right in
      let leftIsCanonical = left.1.variant == left.1.organization
      if leftIsCanonical != (right.1.variant == right.1.organization) { return leftIsCanonical }
      return left.0 < right.0
    }.map(\.1)
  }

  private static func isBetter(_ left: VariantLine, than right: VariantLine) -> Bool {
    if left.score != right.score { return left.score > right.score }
    return !left.reasons.isIdentical(to: right.reasons)
      && ByteOrder.precedes(left.evidence.summary, right.evidence.summary)
  }
}

extension Listing {
  /// A proposal among others. There may be as many as organizations, so they are ranked by numbers.
  private struct Candidate {
    /// Its place in the table.
    var proposal: Int
    /// Its organizations, in the order of their names.
    var left: Int
    var right: Int
    var score: Double
    var organizationsEffect = -1
    var countriesEffect: Int
  }

  /// Lists proposals by what accepting them changes: fewer countries first, then the more likely.
  ///
  /// A proposal whose organizations those above it already join changes nothing more and goes to the end.
  ///
  /// - Parameter countries: By organization, the country that it counts for.
  private mutating func listProposals(_ figures: CountedOrganizations, _ countries: [CountryCode?]) {
    var organizationsOf: [CountryCode: Int] = [:]
    for index in figures.indices {
      if let country = countries[index] { organizationsOf[country, default: 0] += 1 }
    }
    let isLastOfCountry = figures.indices.map { index in
      countries[index].map { organizationsOf[$0] == 1 } ?? false
    }
    let candidates = table.proposals.enumerated().map { index, proposal in
      let pair = inOrder(proposal)
      let places = (figures.placeOf[pair.left], figures.placeOf[pair.right])
      let homes = (countries[figures.indices[places.0]], countries[figures.indices[places.1]])
      let losesOne = isLastOfCountry[places.0] || isLastOfCountry[places.1]
      let effect = homes.0 != nil && homes.1 != nil && homes.0 != homes.1 && losesOne ? -1 : 0
      return Candidate(
        proposal: index, left: pair.left, right: pair.right, score: proposal.score, countriesEffect: effect)
    }.sorted { left, right in
      if left.countriesEffect != right.countriesEffect { return left.countriesEffect < right.countriesEffect }
      if left.score != right.score { return left.score > right.score }
      if left.left != right.left { return nameOrder[left.left] < nameOrder[right.left] }
      return nameOrder[left.right] < nameOrder[right.right]
    }

    var sets = DisjointSets(count: figures.indices.count)
    var effective: [Candidate] = []
    var redundant: [Candidate] = []
    for var candidate in candidates {
      if sets.join(figures.placeOf[candidate.left], figures.placeOf[candidate.right]) {
        effective.append(candidate)
      } else {
        candidate.organizationsEffect = 0
        candidate.countriesEffect = 0
        redundant.append(candidate)
      }
    }
    proposals.reserveCapacity(candidates.count)
    ranks = Array(repeating: 0, count: table.proposals.count)
    for candidate in effective + redundant where isListed[candidate.left] && isListed[candidate.right] {
      proposals.append(
        table.proposals[candidate.proposal], left: candidate.left, right: candidate.right,
        organizationsEffect: candidate.organizationsEffect, countriesEffect: candidate.countriesEffect)
      ranks[candidate.proposal] = proposals.count
    }
  }

  /// A proposal's organizations in the order of their names.
  private func inOrder(_ proposal: Proposal) -> (left: Int, right: Int) {
    nameOrder[proposal.right] < nameOrder[proposal.left]
      ? (proposal.right, proposal.left) : (proposal.left, proposal.right)
  }

  /// For each organization its place in the order of names, then of ids.
  private static func nameOrder(_ organizations: [Organization], _ nameRanks: [Int32]) -> [Int32] {
    var order = [Int32](repeating: 0, count: organizations.count)
    let sorted = organizations.indices.sorted { left, right in
      if nameRanks[left] != nameRanks[right] { return nameRanks[left] < nameRanks[right] }
      return ByteOrder.precedes(organizations[left].id, organizations[right].id)
    }
    for (place, organization) in sorted.enumerated() { order[organization] = Int32(place) }
    return order
  }

  /// A name that a signer wrote, of one who may be listed where there is one.
  private static func written(_ organization: Int, _ table: OrganizationTable) -> String {
    let members = table.organizations[organization].members
    let member = members.first { table.decided.mentions[$0.mention].consent != .refused } ?? members.first
    return member.map { table.decided.mentions[$0.mention].name.display } ?? table.organizations[organization].name
  }
}
