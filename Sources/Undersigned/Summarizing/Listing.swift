import Tabular

/// The lists behind the counts: organizations, variants and proposals that may be listed.
struct Listing {
  private(set) var organizations: [OrganizationLine] = []
  private(set) var variants: [VariantLine] = []
  private(set) var proposals = ProposalList.none
  /// The rank of each of the table's proposals; 0 for one that is not listed.
  private(set) var ranks: [Int] = []
  /// The names that a decision on each of the table's proposals gives.
  private var names: [DecisionReach.Names] = []
  private(set) var unlistedOrganizations = 0
  private(set) var unlistedProposals = 0
  /// Takes out names that stand in no list.
  let mask: NameMask

  private let reach: DecisionReach
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
    reach = DecisionReach(table)
    isListed = table.organizations.map { organization in
      organization.members.contains { mentions[$0.mention].consent != .refused }
    }
    unlistedOrganizations = isListed.count { !$0 }
    withheldNames = Listing.withheldNames(table, isListed)
    mask =
      withheldNames.isEmpty ? .none : NameMask(withheld: withheldNames, listed: Listing.listedNames(table, isListed))

    let ranks = CollationKey.ranks(of: table.organizations.map(\.name))
    let homeNames = zip(table.organizations, homes).map { Home.name(of: $0.location, home: $1, facts: facts) }
    let order = table.organizations.indices.filter { isListed[$0] }.sorted { left, right in
      if ranks[left] != ranks[right] { return ranks[left] < ranks[right] }
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
    (proposals, self.ranks, names) = proposalLines(counted, homes, lineOf, nameRanks: ranks, facts, policy)
    unlistedProposals = table.proposals.count { !isListed[$0.left] || !isListed[$0.right] }
  }

  /// Names as written that stand in no list.
  private static func withheldNames(_ table: OrganizationTable, _ isListed: [Bool]) -> Set<String> {
    var withheld: Set<String> = []
    for mention in table.decided.mentions where mention.consent == .refused { withheld.insert(mention.name.display) }
    for (index, organization) in table.organizations.enumerated() where !isListed[index] {
      withheld.insert(organization.name)
    }
    return withheld.isEmpty ? [] : withheld.subtracting(listedNames(table, isListed))
  }

  /// Names as written that may be listed.
  private static func listedNames(_ table: OrganizationTable, _ isListed: [Bool]) -> Set<String> {
    var listed = Set(table.decided.mentions.lazy.filter { $0.consent != .refused }.map(\.name.display))
    for (index, organization) in table.organizations.enumerated() where isListed[index] {
      listed.insert(organization.name)
    }
    return listed
  }

  /// The organizations that a decision on one of the table's proposals reaches by its first name, and by its second.
  func reach(ofProposal proposal: Int) -> DecisionReach.Reach { reach.reach(of: names[proposal]) }

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
      var line = VariantLine(
        organizationID: organization.id, organization: organization.name, variant: mention.name.display,
        score: member.score, source: sources(mention.first.source), reasons: mask.apply(member.reasons))
      guard let place = placeOf[line.variant] else {
        placeOf[line.variant] = lines.count
        lines.append(line)
        continue
      }
      let other = lines[place]
      let source = ByteOrder.precedes(other.source, line.source) ? other.source : line.source
      if Listing.isBetter(other, than: line) { line = other }
      line.source = source
      lines[place] = line
    }
    if lines.count <= 1 { return lines }
    return lines.map { (CollationKey($0.variant), $0) }.sorted { left, right in
      let leftIsCanonical = left.1.variant == left.1.organization
      if leftIsCanonical != (right.1.variant == right.1.organization) { return leftIsCanonical }
      return left.0 < right.0
    }.map(\.1)
  }

  private static func isBetter(_ left: VariantLine, than right: VariantLine) -> Bool {
    if left.score != right.score { return left.score > right.score }
    return ByteOrder.precedes(left.evidence.description, right.evidence.description)
  }
}

extension Listing {
  /// Proposals by what accepting them changes: fewer countries first, then the more likely.
  ///
  /// A proposal whose organizations those above it already join changes nothing more and goes to the end.
  private func proposalLines(
    _ figures: CountedOrganizations, _ homes: [Home], _ lineOf: [Int32], nameRanks: [Int32], _ facts: CountryFacts,
    _ policy: Policy
  ) -> (list: ProposalList, ranks: [Int], names: [DecisionReach.Names]) {
    var organizationsOf: [CountryCode: Int] = [:]
    let counted = figures.indices.map { index in
      homes[index].country.flatMap { facts.countsAsCountry($0, policy.countryRule) ? $0 : nil }
    }
    for case .some(let country) in counted { organizationsOf[country, default: 0] += 1 }

    // Most organizations of a long list stand in several proposals.
    var sides = [DecisionReach.Side?](repeating: nil, count: table.organizations.count)
    var list = ProposalList(organizations: organizations, mask: mask)
    for proposal in table.proposals {
      for organization in [proposal.left, proposal.right] where sides[organization] == nil {
        let written = written(organization)
        let side = reach.side(
          organization, written: written, country: table.organizations[organization].location.country)
        sides[organization] = side
        if isListed[organization] { list.name(Int(lineOf[organization]), written: written, told: side.country) }
      }
    }
    // There may be as many proposals as organizations: they are ranked by numbers, and each line is made once.
    let candidates = table.proposals.enumerated().map { index, proposal in
      var pair = (proposal.left, proposal.right)
      if precedes(pair.1, pair.0, nameRanks) { pair = (pair.1, pair.0) }
      let countries = (counted[figures.placeOf[pair.0]], counted[figures.placeOf[pair.1]])
      let losesOne = [countries.0, countries.1].contains { $0.map { organizationsOf[$0] == 1 } ?? false }
      let effect = countries.0 != nil && countries.1 != nil && countries.0 != countries.1 && losesOne ? -1 : 0
      return Candidate(proposal: index, left: pair.0, right: pair.1, countriesEffect: effect)
    }.sorted { left, right in
      if left.countriesEffect != right.countriesEffect { return left.countriesEffect < right.countriesEffect }
      let scores = (table.proposals[left.proposal].score, table.proposals[right.proposal].score)
      if scores.0 != scores.1 { return scores.0 > scores.1 }
      if left.left != right.left { return precedes(left.left, right.left, nameRanks) }
      return precedes(left.right, right.right, nameRanks)
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
    list.reserveCapacity(candidates.count)
    var ranks = [Int](repeating: 0, count: table.proposals.count)
    var names = [DecisionReach.Names](repeating: DecisionReach.Names(), count: table.proposals.count)
    for candidate in effective + redundant {
      guard let left = sides[candidate.left], let right = sides[candidate.right] else {
        preconditionFailure("both organizations of every proposal have their side")
      }
      let best = reach.best(left, right)
      names[candidate.proposal] = best.names
      guard isListed[candidate.left], isListed[candidate.right] else { continue }
      var traits: ProposalList.Traits = []
      if candidate.organizationsEffect != 0 { traits.insert(.joins) }
      if candidate.countriesEffect != 0 { traits.insert(.mayLoseCountry) }
      if best.isReversed { traits.insert(.isReversed) }
      if best.canBeApart { traits.insert(.canBeApart) }
      if reach.canTellSection(left, of: right) { traits.insert(.leftInRight) }
      if reach.canTellSection(right, of: left) { traits.insert(.rightInLeft) }
      list.append(
        table.proposals[candidate.proposal], left: lineOf[candidate.left], right: lineOf[candidate.right], traits,
        also: best.others.sorted().filter { isListed[$0] }.map { lineOf[$0] })
      ranks[candidate.proposal] = list.count
    }
    return (list, ranks, names)
  }

  /// A proposal among others.
  private struct Candidate {
    /// Its place in the table.
    var proposal: Int
    /// Its organizations, in the order of their names.
    var left: Int
    var right: Int
    var organizationsEffect = -1
    var countriesEffect: Int
  }

  private func precedes(_ left: Int, _ right: Int, _ nameRanks: [Int32]) -> Bool {
    if nameRanks[left] != nameRanks[right] { return nameRanks[left] < nameRanks[right] }
    return ByteOrder.precedes(table.organizations[left].id, table.organizations[right].id)
  }

  /// A name that a signer wrote of an organization, of one who may be listed where there is one.
  private func written(_ organization: Int) -> String {
    let members = table.organizations[organization].members
    let member = members.first { table.decided.mentions[$0.mention].consent != .refused } ?? members.first
    return member.map { table.decided.mentions[$0.mention].name.display } ?? table.organizations[organization].name
  }
}
