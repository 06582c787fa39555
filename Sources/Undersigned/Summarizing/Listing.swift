import Tabular

/// The lists behind the counts: organizations, variants and proposals that may be listed.
struct Listing {
  private(set) var organizations: [OrganizationLine] = []
  private(set) var variants: [VariantLine] = []
  private(set) var proposals: [ProposalLine] = []
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
    var listed = Set(mentions.filter { $0.consent != .refused }.map(\.name.display))
    for (index, organization) in table.organizations.enumerated() where isListed[index] {
      listed.insert(organization.name)
    }
    withheldNames = Set(mentions.map(\.name.display)).union(table.organizations.map(\.name)).subtracting(listed)
    mask = NameMask(withheld: withheldNames, listed: listed)

    let homeNames = zip(table.organizations, homes).map { Home.name(of: $0.location, home: $1, facts: facts) }
    for (index, organization) in table.organizations.enumerated() where isListed[index] {
      let own = variantLines(organization, sources)
      variants += own
      let members = organization.members.map { mentions[$0.mention] }
      organizations.append(
        OrganizationLine(
          id: organization.id, name: organization.name, home: homes[index], homeName: homeNames[index],
          places: organization.location.countries, scope: organization.location.countedScope,
          type: classified.types[index].primary,
          typeStrength: classified.types[index].strength, partOf: parentName(organization),
          variants: Set(members.map(\.name.display)).count, signatures: members.reduce(0) { $0 + $1.signatures },
          firstDay: members.compactMap(\.firstDay).min()))
    }
    sortLists()
    (proposals, ranks, names) = proposalLines(counted, homes, homeNames, facts, policy)
    unlistedProposals = table.proposals.count { !isListed[$0.left] || !isListed[$0.right] }
  }

  /// The organizations that a decision on one of the table's proposals reaches by its first name, and by its second.
  func reach(ofProposal proposal: Int) -> DecisionReach.Reach { reach.reach(of: names[proposal]) }

  private func parentName(_ organization: Organization) -> String {
    if let parent = organization.parent {
      return isListed[parent] ? table.organizations[parent].name : ""
    }
    return organization.parentName.map { withheldNames.contains($0) ? "" : $0 } ?? ""
  }

  /// A line for each way of writing that somebody who may be listed used; the best reason where there are several.
  private func variantLines(_ organization: Organization, _ sources: SourceNames) -> [VariantLine] {
    var best: [String: VariantLine] = [:]
    for member in organization.members {
      let mention = table.decided.mentions[member.mention]
      guard mention.consent != .refused else { continue }
      var line = VariantLine(
        organizationID: organization.id, organization: organization.name, variant: mention.name.display,
        evidence: mask.apply(member.evidence), score: member.score, source: sources(mention.first.source))
      if let other = best[line.variant] {
        let source = ByteOrder.precedes(other.source, line.source) ? other.source : line.source
        if Listing.isBetter(other, than: line) { line = other }
        line.source = source
      }
      best[line.variant] = line
    }
    return Array(best.values)
  }

  private static func isBetter(_ left: VariantLine, than right: VariantLine) -> Bool {
    if left.score != right.score { return left.score > right.score }
    return ByteOrder.precedes(left.evidence.description, right.evidence.description)
  }

  private mutating func sortLists() {
    organizations = organizations.map { (CollationKey($0.name), $0) }.sorted { left, right in
      if left.0 != right.0 { return left.0 < right.0 }
      if left.1.homeName != right.1.homeName { return ByteOrder.precedes(left.1.homeName, right.1.homeName) }
      return ByteOrder.precedes(left.1.id, right.1.id)
    }.map(\.1)
    let places = Dictionary(organizations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { min($0, $1) })
    variants = variants.map { (places[$0.organizationID] ?? 0, $0, CollationKey($0.variant)) }.sorted { left, right in
      if left.0 != right.0 { return left.0 < right.0 }
      let leftIsCanonical = left.1.variant == left.1.organization
      if leftIsCanonical != (right.1.variant == right.1.organization) { return leftIsCanonical }
      return left.2 < right.2
    }.map(\.1)
  }
}

extension Listing {
  /// Proposals by what accepting them changes: fewer countries first, then the more likely.
  ///
  /// A proposal whose organizations those above it already join changes nothing more and goes to the end.
  private func proposalLines(
    _ figures: CountedOrganizations, _ homes: [Home], _ homeNames: [String], _ facts: CountryFacts, _ policy: Policy
  ) -> (lines: [ProposalLine], ranks: [Int], names: [DecisionReach.Names]) {
    var organizationsOf: [CountryCode: Int] = [:]
    let counted = figures.indices.map { index in
      homes[index].country.flatMap { facts.countsAsCountry($0, policy.countryRule) ? $0 : nil }
    }
    for case .some(let country) in counted { organizationsOf[country, default: 0] += 1 }
    let keys = table.organizations.map { CollationKey($0.name) }

    // Most organizations of a long list stand in several proposals.
    var sides: [Int: DecisionReach.Side] = [:]
    for organization in table.proposals.flatMap({ [$0.left, $0.right] }) where sides[organization] == nil {
      sides[organization] = reach.side(organization, side(organization, homes, homeNames))
    }
    // There may be as many proposals as organizations: they are ranked by numbers, and each line is made once.
    let candidates = table.proposals.enumerated().map { index, proposal in
      var pair = (proposal.left, proposal.right)
      if precedes(pair.1, pair.0, keys) { pair = (pair.1, pair.0) }
      let countries = (counted[figures.placeOf[pair.0]], counted[figures.placeOf[pair.1]])
      let losesOne = [countries.0, countries.1].contains { $0.map { organizationsOf[$0] == 1 } ?? false }
      let effect = countries.0 != nil && countries.1 != nil && countries.0 != countries.1 && losesOne ? -1 : 0
      return Candidate(proposal: index, left: pair.0, right: pair.1, countriesEffect: effect)
    }.sorted { left, right in
      if left.countriesEffect != right.countriesEffect { return left.countriesEffect < right.countriesEffect }
      let scores = (table.proposals[left.proposal].score, table.proposals[right.proposal].score)
      if scores.0 != scores.1 { return scores.0 > scores.1 }
      if left.left != right.left { return precedes(left.left, right.left, keys) }
      return precedes(left.right, right.right, keys)
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
    var lines: [ProposalLine] = []
    lines.reserveCapacity(candidates.count)
    var ranks = [Int](repeating: 0, count: table.proposals.count)
    var names = [DecisionReach.Names](repeating: DecisionReach.Names(), count: table.proposals.count)
    for candidate in effective + redundant {
      guard let left = sides[candidate.left], let right = sides[candidate.right] else {
        preconditionFailure("both organizations of every proposal have their side")
      }
      let best = reach.bestWording(left, right)
      names[candidate.proposal] = best.names
      guard isListed[candidate.left], isListed[candidate.right] else { continue }
      ranks[candidate.proposal] = lines.count + 1
      lines.append(line(candidate, rank: lines.count + 1, left, right, best, homeNames))
    }
    return (lines, ranks, names)
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

  private func line(
    _ candidate: Candidate, rank: Int, _ left: DecisionReach.Side, _ right: DecisionReach.Side,
    _ best: DecisionReach.Best, _ homeNames: [String]
  ) -> ProposalLine {
    let proposal = table.proposals[candidate.proposal]
    let others = best.others.sorted().filter { isListed[$0] }
    return ProposalLine(
      rank: rank, left: left.line, right: right.line, score: proposal.score, evidence: mask.apply(proposal.evidence),
      organizationsEffect: candidate.organizationsEffect, countriesEffect: candidate.countriesEffect,
      wording: best.wording, canBeApart: best.canBeApart,
      leftInRight: reach.sectionWording(left, right), rightInLeft: reach.sectionWording(right, left),
      alsoReached: others.map { "\(table.organizations[$0].name) (\(homeNames[$0]))" })
  }

  private func precedes(_ left: Int, _ right: Int, _ keys: [CollationKey]) -> Bool {
    if keys[left] != keys[right] { return keys[left] < keys[right] }
    return ByteOrder.precedes(table.organizations[left].id, table.organizations[right].id)
  }

  private func side(_ index: Int, _ homes: [Home], _ homeNames: [String]) -> ProposalLine.Side {
    let organization = table.organizations[index]
    let mentions = organization.members.map { table.decided.mentions[$0.mention] }
    let written = mentions.first { $0.consent != .refused } ?? mentions.first
    return ProposalLine.Side(
      id: organization.id, name: organization.name, written: written?.name.display ?? organization.name,
      country: organization.location.country, home: homes[index], homeName: homeNames[index],
      places: organization.location.countries)
  }
}
