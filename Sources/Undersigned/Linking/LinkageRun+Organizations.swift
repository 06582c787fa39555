import Tabular

extension LinkageRun {
  /// The organizations of the clusters, with their ties and what is left to decide.
  package mutating func table(_ decided: DecidedTable) -> OrganizationTable {
    let drafts = drafts()
    func precedes(_ left: Int, _ right: Int) -> Bool? { drafts[left].precedes(drafts[right]) }
    var order = drafts.indices.sorted { precedes($0, $1) ?? (drafts[$0].root < drafts[$1].root) }
    var ids = [String](repeating: "", count: drafts.count)
    for (place, id) in zip(
      order, OrganizationIdentifier.all(order.map { (drafts[$0].compareForm, drafts[$0].country) }))
    { ids[place] = id }
    order.sort { precedes($0, $1) ?? (ids[$0] < ids[$1]) }
    var organizationOf = [Int](repeating: 0, count: names.count)
    for (index, place) in order.enumerated() {
      for name in clustering.names(of: drafts[place].root) { organizationOf[name] = index }
    }
    let run = self
    let sorted = order.map { (draft: drafts[$0], id: ids[$0]) }
    var organizations: [Organization] = []
    organizations.reserveCapacity(sorted.count)
    let parts = settings.workers.map(sorted.count, size: 1024) { run.organizations(sorted[$0]) }
    for part in parts { organizations += part }
    let ties = SectionTies(organizationOf: organizationOf, organizations: organizations)
      .settled(sections, rulings, mentions, nameOf: nameOf)
    for (section, whole) in ties.parents {
      organizations[section].parent = whole
      organizations[section].parentName = organizations[whole].name
    }
    for (section, name) in ties.parentNames where organizations[section].parent == nil {
      organizations[section].parentName = name
    }
    let proposals = proposals(organizationOf, organizations)
    return OrganizationTable(
      decided: decided, organizations: organizations, proposals: proposals, findings: decided.findings + findings,
      distinctNames: names.count, comparedPairs: candidateCount)
  }

  /// What decides an organization's place in the table.
  private struct Draft {
    var root: Int
    /// The mention that it is called by.
    var canonical: Int
    /// The mention whose location is its own.
    var located: Int
    var compareForm: String
    var country: CountryCode?
    /// The name that a decision gives it.
    var renamed: String?

    /// By name, then by country, none first; nothing for two of one name and country.
    func precedes(_ other: Draft) -> Bool? {
      if compareForm != other.compareForm { return ByteOrder.precedes(compareForm, other.compareForm) }
      if country == other.country { return nil }
      return (country?.description ?? "") < (other.country?.description ?? "")
    }
  }

  /// A draft for each cluster, in the order of their first names.
  private mutating func drafts() -> [Draft] {
    var drafts: [Draft] = []
    for root in names.indices where clustering.cluster(of: root) == root {
      let all = clustering.names(of: root).flatMap { names[$0].mentions }
      let canonical = CanonicalName.choose(among: all, mentions)
      let renamed = all.filter { rulings.names[$0] != nil }
        .min { CanonicalName.precedes(mentions[$0], mentions[$1]) }.flatMap { rulings.names[$0] }
      let vote = LocationVote(of: all, mentions)
      if vote.countries.count > 1 { findings.append(disagreement(vote)) }
      drafts.append(
        Draft(
          root: root, canonical: canonical, located: vote.member,
          compareForm: renamed.map(CompareForm.fold) ?? mentions[canonical].name.compareForm,
          country: mentions[vote.member].location.country, renamed: renamed))
    }
    return drafts
  }

  /// What is said to be in several countries.
  private func disagreement(_ vote: LocationVote) -> Finding {
    let mention = mentions[vote.member]
    let list = vote.countries.map(\.description).joined(separator: ", ")
    return Finding(
      .warning, "countries-disagree", at: mention.first,
      "\(quoted(mention.name.display)) is said to be in \(list); \(mention.location.countries[0]) is taken",
      remedy: "decide its country in decisions.csv")
  }

  /// The organizations of some clusters.
  private func organizations(_ drafts: ArraySlice<(draft: Draft, id: String)>) -> [Organization] {
    drafts.map { organization($0.draft, id: $0.id) }
  }

  /// The organization of a cluster.
  private func organization(_ draft: Draft, id: String) -> Organization {
    let clusterNames = clustering.names(of: draft.root)
    // A closure that knew the whole run would count references to all that it holds, for each pair that it orders.
    let mentions = mentions
    var reasons: [(evidence: [Evidence], score: Double)] = []
    var rest: [(mention: Int, reason: Int)] = []
    for name in clusterNames {
      let others = names[name].mentions.filter { $0 != draft.canonical }
      if others.isEmpty { continue }
      rest += others.map { ($0, reasons.count) }
      reasons.append(reason(for: name, in: clusterNames, canonical: nameOf[draft.canonical]))
    }
    rest.sort { CanonicalName.precedes(mentions[$0.mention], mentions[$1.mention]) }
    let packed = EvidenceList.packed(reasons.map(\.evidence))
    let members =
      [Organization.Member(mention: draft.canonical, score: 1, reasons: .none)]
      + rest.map {
        Organization.Member(mention: $0.mention, score: reasons[$0.reason].score, reasons: packed[$0.reason])
      }
    return Organization(
      id: id, name: draft.renamed ?? mentions[draft.canonical].name.display, members: members,
      location: mentions[draft.located].location, parent: nil, parentName: nil)
  }

  /// Why a name is in its cluster: its own link to the canonical name, or the surest link to another member.
  private func reason(for name: Int, in cluster: [Int], canonical: Int) -> (evidence: [Evidence], score: Double) {
    if name == canonical {
      return ([Evidence("same-compare-form", 1, "'\(names[name].compareForm)'")], 1)
    }
    let direct = compare(name, canonical)
    if direct.score >= settings.mergeThreshold { return (direct.evidence, direct.score) }
    var best: (other: Int, comparison: NameComparison)?
    for other in cluster.prefix(64) where other != name && other != canonical {
      let comparison = compare(name, other)
      if comparison.score > (best?.comparison.score ?? settings.mergeThreshold.nextDown) { best = (other, comparison) }
    }
    if let line = decisionLines[name] {
      return ([Evidence("decision", 1, "line \(line) of the decisions")], 1)
    }
    guard let best else { return (direct.evidence, direct.score) }
    let through = Evidence("through-variant", 0, quoted(mentions[names[best.other].firstMention].name.display))
    return (best.comparison.evidence + [through], best.comparison.score)
  }

  private func compare(_ left: Int, _ right: Int) -> NameComparison {
    comparison.compare(names[min(left, right)], names[max(left, right)], isRecording: true)
  }

  /// Links that did not become merges, between organizations, the most likely first.
  private mutating func proposals(_ organizationOf: [Int], _ organizations: [Organization]) -> [Proposal] {
    var pairs: [Pair] = []
    for link in links {
      let left = organizationOf[link.left]
      let right = organizationOf[link.right]
      if left == right || clustering.isKeptApart(link.left, link.right) { continue }
      if organizations[left].parent == right || organizations[right].parent == left { continue }
      pairs.append(
        Pair(
          left: Int32(min(left, right)), right: Int32(max(left, right)),
          names: (Int32(link.left), Int32(link.right)), score: link.score))
    }
    // The surest link of two organizations stands for them.
    pairs.sort { first, second in
      if (first.left, first.right) != (second.left, second.right) {
        return (first.left, first.right) < (second.left, second.right)
      }
      return first.score != second.score ? first.score > second.score : first.names < second.names
    }
    var count = 0
    for pair in pairs {
      if count > 0, (pairs[count - 1].left, pairs[count - 1].right) == (pair.left, pair.right) { continue }
      pairs[count] = pair
      count += 1
    }
    pairs.removeSubrange(count...)
    pairs.sort { first, second in
      first.score != second.score
        ? first.score > second.score : (first.left, first.right) < (second.left, second.right)
    }
    let (run, ranked) = (self, pairs)
    var proposals: [Proposal] = []
    proposals.reserveCapacity(ranked.count)
    // Reasons that are found together are packed together.
    for part in settings.workers.map(ranked.count, size: 512, { run.proposals(of: ranked[$0]) }) { proposals += part }
    return proposals
  }

  /// Two organizations that a link connects.
  private struct Pair {
    var left: Int32
    var right: Int32
    /// The names that link them.
    var names: (left: Int32, right: Int32)
    var score: Double
  }

  private func proposals(of pairs: ArraySlice<Pair>) -> [Proposal] {
    let reasons = pairs.map { compare(Int($0.names.left), Int($0.names.right)).evidence }
    return zip(pairs, EvidenceList.packed(reasons)).map { pair, reasons in
      Proposal(
        left: Int(pair.left), right: Int(pair.right), score: min(pair.score, settings.mergeThreshold), reasons: reasons)
    }
  }
}
