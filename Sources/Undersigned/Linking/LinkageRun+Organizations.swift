import Tabular

extension LinkageRun {
  /// The organizations of the clusters, with their ties and what is left to decide.
  package mutating func table(_ decided: DecidedTable) -> OrganizationTable {
    let drafts = drafts()
    func precedes(_ left: Int, _ right: Int) -> Bool? { drafts[left].precedes(drafts[right]) }
    var order = drafts.indices.sorted { precedes($0, $1) ?? (drafts[$0].root < drafts[$1].root) }
    var ids = [String](repeating: "", count: drafts.count)
    let identifiers = OrganizationIdentifier.all(order.map { (drafts[$0].compareForm, drafts[$0].country) })
    for (place, id) in zip(order, identifiers) { ids[place] = id }
    order.sort { precedes($0, $1) ?? (ids[$0] < ids[$1]) }
    var organizationOf = [Int](repeating: 0, count: names.count)
    for (index, place) in order.enumerated() {
      for name in clustering.names(of: drafts[place].root) { organizationOf[name] = index }
    }
    var organizations = order.map { place in
      var organization = drafts[place].organization
      organization.id = ids[place]
      return organization
    }
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

  /// An organization before it has its place in the table.
  private struct Draft {
    var root: Int
    var compareForm: String
    var country: CountryCode?
    var organization: Organization
    /// What is odd about it.
    var finding: Finding?

    /// By name, then by country, none first; nothing for two of one name and country.
    func precedes(_ other: Draft) -> Bool? {
      if compareForm != other.compareForm { return ByteOrder.precedes(compareForm, other.compareForm) }
      if country == other.country { return nil }
      return (country?.description ?? "") < (other.country?.description ?? "")
    }
  }

  /// The organizations of the clusters, in the order of their first names.
  private mutating func drafts() -> [Draft] {
    let roots = names.indices.filter { clustering.cluster(of: $0) == $0 }
    let run = self
    let parts = settings.workers.map(roots.count, size: 1024) { part in part.map { run.draft(roots[$0]) } }
    let drafts = Array(parts.joined())
    findings += drafts.compactMap(\.finding)
    return drafts
  }

  private func draft(_ root: Int) -> Draft {
    let clusterNames = clustering.names(of: root)
    let all = clusterNames.flatMap { names[$0].mentions }
    let canonical = CanonicalName.choose(among: all, mentions)
    let renamed = all.filter { rulings.names[$0] != nil }
      .min { CanonicalName.precedes(mentions[$0], mentions[$1]) }.flatMap { rulings.names[$0] }
    let name = renamed ?? mentions[canonical].name.display
    let (location, finding) = location(of: all)
    let others = clusterNames.filter { names[$0].mentions.contains { $0 != canonical } }
    let reasons = others.map { reason(for: $0, in: clusterNames, canonical: nameOf[canonical]) }
    let packed = EvidenceList.packed(reasons.map(\.evidence))
    var memberOf: [Int: (reasons: EvidenceList, score: Double)] = [:]
    for (place, name) in others.enumerated() { memberOf[name] = (packed[place], reasons[place].score) }
    var members = [Organization.Member(mention: canonical, score: 1, reasons: .none)]
    for mention in all.filter({ $0 != canonical }).sorted(by: { CanonicalName.precedes(mentions[$0], mentions[$1]) }) {
      guard let reason = memberOf[nameOf[mention]] else { continue }
      members.append(Organization.Member(mention: mention, score: reason.score, reasons: reason.reasons))
    }
    return Draft(
      root: root, compareForm: renamed.map(CompareForm.fold) ?? mentions[canonical].name.compareForm,
      country: location.country,
      organization: Organization(
        id: "", name: name, members: members, location: location, parent: nil, parentName: nil),
      finding: finding)
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
    let through = Evidence("through-variant", 0, quoted(mentions[names[best.other].mentions[0]].name.display))
    return (best.comparison.evidence + [through], best.comparison.score)
  }

  private func compare(_ left: Int, _ right: Int) -> NameComparison {
    comparison.compare(names[min(left, right)], names[max(left, right)], isRecording: true)
  }

  /// Where a cluster is; disagreement is a finding.
  private func location(of members: [Int]) -> (Location, Finding?) {
    let vote = LocationVote(of: members, mentions)
    let mention = mentions[vote.member]
    guard vote.countries.count > 1 else { return (mention.location, nil) }
    let list = vote.countries.map(\.description).joined(separator: ", ")
    return (
      mention.location,
      Finding(
        .warning, "countries-disagree", at: mention.first,
        "\(quoted(mention.name.display)) is said to be in \(list); \(mention.location.countries[0]) is taken",
        remedy: "decide its country in decisions.csv")
    )
  }

  /// Links that did not become merges, between organizations, the most likely first.
  private mutating func proposals(_ organizationOf: [Int], _ organizations: [Organization]) -> [Proposal] {
    struct Pair {
      var left: Int
      var right: Int
      var link: Clustering.Link
    }
    var pairs: [Pair] = []
    for link in links {
      let left = organizationOf[link.left]
      let right = organizationOf[link.right]
      if left == right || clustering.isKeptApart(link.left, link.right) { continue }
      if organizations[left].parent == right || organizations[right].parent == left { continue }
      pairs.append(Pair(left: min(left, right), right: max(left, right), link: link))
    }
    // The surest link of two organizations stands for them.
    pairs.sort { first, second in
      if (first.left, first.right) != (second.left, second.right) {
        return (first.left, first.right) < (second.left, second.right)
      }
      return (second.link.score, first.link.left, first.link.right)
        < (first.link.score, second.link.left, second.link.right)
    }
    var ranked: [Pair] = []
    for pair in pairs where ranked.last.map({ ($0.left, $0.right) != (pair.left, pair.right) }) ?? true {
      ranked.append(pair)
    }
    ranked.sort { first, second in
      if first.link.score != second.link.score { return first.link.score > second.link.score }
      return (first.left, first.right) < (second.left, second.right)
    }
    let (run, settled) = (self, ranked)
    let parts = settings.workers.map(settled.count, size: 512) { part in
      let reasons = part.map { run.compare(settled[$0].link.left, settled[$0].link.right).evidence }
      return zip(settled[part], EvidenceList.packed(reasons)).map { pair, reasons in
        Proposal(
          left: pair.left, right: pair.right, score: min(pair.link.score, run.settings.mergeThreshold),
          reasons: reasons)
      }
    }
    return Array(parts.joined())
  }
}
