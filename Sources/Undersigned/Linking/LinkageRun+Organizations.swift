import Tabular

extension LinkageRun {
  /// The organizations of the clusters, with their ties and what is left to decide.
  package mutating func table(_ decided: DecidedTable) -> OrganizationTable {
    var drafts: [Draft] = []
    for root in names.indices where clustering.cluster(of: root) == root { drafts.append(draft(root)) }
    drafts.sort { $0.precedes($1) ?? ($0.root < $1.root) }
    let ids = OrganizationIdentifier.all(drafts.map { ($0.compareForm, $0.country) })
    for index in drafts.indices { drafts[index].organization.id = ids[index] }
    drafts.sort { $0.precedes($1) ?? ($0.organization.id < $1.organization.id) }
    var organizationOf = [Int](repeating: 0, count: names.count)
    for (index, draft) in drafts.enumerated() {
      for name in clustering.names(of: draft.root) { organizationOf[name] = index }
    }
    var organizations = drafts.map(\.organization)
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

    /// By name, then by country, none first; nothing for two of one name and country.
    func precedes(_ other: Draft) -> Bool? {
      if compareForm != other.compareForm { return ByteOrder.precedes(compareForm, other.compareForm) }
      if country == other.country { return nil }
      return (country?.description ?? "") < (other.country?.description ?? "")
    }
  }

  private mutating func draft(_ root: Int) -> Draft {
    let clusterNames = clustering.names(of: root)
    let all = clusterNames.flatMap { names[$0].mentions }
    let canonical = CanonicalName.choose(among: all, mentions)
    let renamed = all.filter { rulings.names[$0] != nil }
      .min { CanonicalName.precedes(mentions[$0], mentions[$1]) }.flatMap { rulings.names[$0] }
    let name = renamed ?? mentions[canonical].name.display
    let location = location(of: all)
    var members = [Organization.Member(mention: canonical, evidence: [], score: 1)]
    var known: [Int: (evidence: [Evidence], score: Double)] = [:]
    let rest = all.filter { $0 != canonical }.sorted { CanonicalName.precedes(mentions[$0], mentions[$1]) }
    for mention in rest {
      let name = nameOf[mention]
      let reason = known[name] ?? reason(for: name, in: clusterNames, canonical: nameOf[canonical])
      known[name] = reason
      members.append(Organization.Member(mention: mention, evidence: reason.evidence, score: reason.score))
    }
    return Draft(
      root: root, compareForm: renamed.map(CompareForm.fold) ?? mentions[canonical].name.compareForm,
      country: location.country,
      organization: Organization(
        id: "", name: name, members: members, location: location, parent: nil, parentName: nil))
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

  /// Where a cluster is; disagreement is a finding.
  private mutating func location(of members: [Int]) -> Location {
    let vote = LocationVote(of: members, mentions)
    if vote.countries.count > 1 {
      let mention = mentions[vote.member]
      let list = vote.countries.map(\.description).joined(separator: ", ")
      findings.append(
        Finding(
          .warning, "countries-disagree", at: mention.first,
          "\(quoted(mention.name.display)) is said to be in \(list); \(mention.location.countries[0]) is taken",
          remedy: "decide its country in decisions.csv"))
    }
    return mentions[vote.member].location
  }

  /// Links that did not become merges, between organizations, the most likely first.
  private mutating func proposals(_ organizationOf: [Int], _ organizations: [Organization]) -> [Proposal] {
    struct Pair: Hashable {
      var left: Int
      var right: Int
    }
    var best: [Pair: Clustering.Link] = [:]
    for link in links {
      let left = organizationOf[link.left]
      let right = organizationOf[link.right]
      if left == right || clustering.isKeptApart(link.left, link.right) { continue }
      if organizations[left].parent == right || organizations[right].parent == left { continue }
      let pair = Pair(left: min(left, right), right: max(left, right))
      if let known = best[pair], (link.score, known.left, known.right) <= (known.score, link.left, link.right) {
        continue
      }
      best[pair] = link
    }
    let ranked = best.sorted { first, second in
      if first.value.score != second.value.score { return first.value.score > second.value.score }
      return (first.key.left, first.key.right) < (second.key.left, second.key.right)
    }
    return ranked.map { pair, link in
      Proposal(
        left: pair.left, right: pair.right, score: min(link.score, settings.mergeThreshold),
        evidence: compare(link.left, link.right).evidence)
    }
  }
}
