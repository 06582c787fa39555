import Tabular

/// One run of linking: distinct names, their links, and the clusters that come of them.
package struct LinkageRun {
  let settings: LinkOrganizations
  let mentions: [Mention]
  let rulings: Rulings
  let names: [DistinctName]
  let comparison: Comparison
  /// By mention, its distinct name.
  let nameOf: [Int]
  var clustering: Clustering
  /// All pairs from the propose threshold.
  var links: [Clustering.Link] = []
  /// Pairs of which one is a section of the other: the section first.
  var sections: [(section: Int, whole: Int, score: Double)] = []
  /// By distinct name, the line of the decision that joined it to others.
  var decisionLines: [Int: Int] = [:]
  var findings: [Finding] = []
  /// Rules that are about clusters rather than pairs, so that no evidence names them.
  static let clusterRules = ["ambiguous-country", "cluster-support"]
  /// How many pairs of distinct names share a key.
  package private(set) var candidateCount = 0
  /// How many of them could not be told apart at a glance.
  package private(set) var comparedCount = 0
  /// How many names the largest block has.
  package private(set) var largestBlock = 0
  /// How many distinct names there are.
  package var nameCount: Int { names.count }

  /// Groups mentions into distinct names, and reads them.
  package init(_ decided: DecidedTable, settings: LinkOrganizations) {
    self.settings = settings
    mentions = decided.mentions
    rulings = decided.rulings
    var vocabulary = LinkageVocabulary(
      places: settings.places, longestPlace: settings.longestPlace, leavingOut: settings.withoutDictionaries)
    var names = DistinctName.group(mentions, parts: LinkageRun.parts(rulings, mentions), into: &vocabulary)
    let unused = settings.withoutDictionaries
    let aliases = LinkageAliases(
      unused.contains(.ownAliases) ? [] : settings.aliases,
      usesBundled: settings.usesBundledAliases && !unused.contains(.bundledAliases))
    aliases.mark(&names, mentions)
    self.names = names
    let defining = unused.contains(.acronymDefinitions) ? [] : names
    comparison = Comparison(
      vocabulary: vocabulary, definitions: AcronymDefinitions(defining, vocabulary), aliases: aliases,
      leavingOut: settings.leavingOut)
    var nameOf = [Int](repeating: 0, count: mentions.count)
    for (index, name) in names.enumerated() {
      for mention in name.mentions { nameOf[mention] = index }
    }
    self.nameOf = nameOf
    clustering = Clustering(names)
  }

  /// Mentions that fold alike and are decided apart must not become one distinct name.
  private static func parts(_ rulings: Rulings, _ mentions: [Mention]) -> [Int: Int] {
    var parts: [Int: Int] = [:]
    for pair in rulings.apart.sorted(by: { $0.line < $1.line }) {
      let left = Set(pair.left.map { mentions[$0].name.compareForm })
      for mention in pair.right where left.contains(mentions[mention].name.compareForm) && !pair.left.contains(mention)
      {
        parts[mention] = pair.line
      }
    }
    return parts
  }

  /// Applies the decisions, compares what is worth it, and grows the clusters.
  mutating func link() throws(PipelineError) {
    try compareCandidates()
    grow()
  }

  /// Applies the decisions, and grows the clusters.
  package mutating func grow() {
    applyDecisions()
    if !settings.leavingOut.contains("ambiguous-country") { separateAmbiguous() }
    let support = settings.leavingOut.contains("cluster-support") ? 0 : 0.3
    let merging = links.filter { $0.score >= settings.mergeThreshold }
    let (names, comparison) = (names, comparison)
    clustering.join(along: merging, support: support) { comparison.compare(names[$0], names[$1]) }
    checkAliases()
  }

  private mutating func applyDecisions() {
    for pair in rulings.apart {
      for left in pair.left {
        for right in pair.right { clustering.keepApart(nameOf[left], nameOf[right]) }
      }
    }
    for pair in rulings.same.sorted(by: { $0.line < $1.line }) {
      let involved = Set((pair.left + pair.right).map { nameOf[$0] }).sorted()
      guard let first = involved.first else { continue }
      for name in involved {
        if clustering.joinByDecision(first, name) {
          decisionLines[name] = min(decisionLines[name] ?? pair.line, pair.line)
        } else {
          findings.append(contradiction(pair, first, name))
        }
      }
    }
  }

  private func contradiction(_ pair: Rulings.Pair, _ left: Int, _ right: Int) -> Finding {
    let leftMention = mentions[names[left].firstMention]
    let rightMention = mentions[names[right].firstMention]
    return Finding(
      .warning, "contradictory-decisions", at: leftMention.first,
      "line \(pair.line) of the decisions joins \(quoted(leftMention.name.display)) and "
        + "\(quoted(rightMention.name.display)), but others keep them apart",
      remedy: "take back one of the decisions; they stay apart until then")
  }

  /// Finds the names that are worth comparing, and compares them.
  ///
  /// - Throws: `unwritable` where the keys don't fit the memory, nor a temporary file.
  package mutating func compareCandidates() throws(PipelineError) {
    let (names, vocabulary, settings) = (names, comparison.vocabulary, settings)
    let blocking = Blocking()
    var keys = KeyList()
    var read = 0
    while read < names.count, keys.keys.count <= settings.keyLimit {
      let range = read..<min(read + Blocking.batch(settings), names.count)
      keys.append(blocking.keys(of: names, range, vocabulary, settings.workers))
      read = range.upperBound
    }
    let screen = PairScreen(names, comparison, floor: settings.proposeThreshold)
    if keys.keys.count <= settings.keyLimit {
      let blocks = CandidateBlocks(consume keys, names, limit: settings.blockLimit)
      largestBlock = blocks.largest
      compare(names.indices, screen) { BlockPartners(blocks, nameCount: names.count) }
      return
    }
    do {
      var pairs = try SpilledPairs(nameCount: names.count, settings)
      try pairs.find(
        consume keys, ofFirst: read, then: { blocking.keys(of: names, $0, vocabulary, settings.workers) }, names)
      largestBlock = pairs.largest
      for part in 0..<pairs.partCount {
        let (range, partners) = try pairs.part(part)
        compare(range, screen) { partners }
      }
    } catch {
      throw PipelineError(.unwritable("a temporary file: \(error.reason)"), at: Position(source: error.folder))
    }
  }

  /// Compares names with their partners.
  private mutating func compare<Partners: PartnerSource>(
    _ range: Range<Int>, _ screen: PairScreen, _ partners: @Sendable () -> Partners
  ) {
    let (names, comparison, settings) = (names, comparison, settings)
    // Each part marks what it has seen in an array of all names, so parts are few, but still many enough to share out.
    let parts = settings.workers.map(range.count, size: max(256, range.count / 64)) { part in
      var compared = Compared()
      var partners = partners()
      // An array would count references to all that a name holds, for each pair.
      names.withUnsafeBufferPointer { names in
        for left in part.lowerBound + range.lowerBound..<part.upperBound + range.lowerBound {
          let name = names[left]
          let candidates = Array(partners.partners(of: left))
          compared.candidateCount += candidates.count
          let worthwhile = screen.mayMatter(left, among: candidates)
          assert(
            Set(candidates).subtracting(worthwhile).allSatisfy {
              !compared.matters(comparison.compare(name, names[Int($0)]), settings)
            }, "the screen is too strict")
          for right in worthwhile {
            compared.comparedCount += 1
            let result = comparison.compare(name, names[Int(right)], floor: settings.proposeThreshold)
            assert(
              compared.matters(result, settings)
                == compared.matters(comparison.compare(name, names[Int(right)]), settings),
              "comparing ended too early")
            compared.add(result, left, Int(right), settings)
          }
        }
      }
      return compared
    }
    for part in parts {
      links += part.links
      sections += part.sections
      candidateCount += part.candidateCount
      comparedCount += part.comparedCount
    }
  }

  /// What comparing some of the candidate pairs gave, in their order.
  private struct Compared: Sendable {
    var candidateCount = 0
    var comparedCount = 0
    var links: [Clustering.Link] = []
    var sections: [(section: Int, whole: Int, score: Double)] = []

    /// Whether anything follows from a comparison.
    func matters(_ result: NameComparison, _ settings: LinkOrganizations) -> Bool {
      result.section != nil || result.score >= settings.proposeThreshold
    }

    mutating func add(_ result: NameComparison, _ left: Int, _ right: Int, _ settings: LinkOrganizations) {
      if let section = result.section, result.score < settings.mergeThreshold {
        sections.append(section == .left ? (left, right, result.score) : (right, left, result.score))
      }
      if result.score >= settings.proposeThreshold {
        links.append(Clustering.Link(left: left, right: right, score: result.score))
      }
    }
  }

  /// A name without country that goes as well with one country as with another merges with neither, unless what is in
  /// the two countries is one body anyway.
  private mutating func separateAmbiguous() {
    let merging = links.filter { $0.score >= settings.mergeThreshold }
    let linked = Set(merging.map { [$0.left, $0.right] })
    var best: [Int: [CountryCode: (score: Double, name: Int)]] = [:]
    for link in merging {
      guard let side = blankSide(link) else { continue }
      if link.score > best[side.blank]?[side.country]?.score ?? 0 {
        best[side.blank, default: [:]][side.country] = (link.score, side.other)
      }
    }
    for (index, link) in links.enumerated() where link.score >= settings.mergeThreshold {
      guard let side = blankSide(link), let ranked = best[side.blank], let own = ranked[side.country] else { continue }
      let isRivalled = ranked.contains { country, rival in
        country != side.country && own.score - rival.score < 0.05
          && !linked.contains([min(own.name, rival.name), max(own.name, rival.name)])
      }
      if isRivalled { links[index].score = min(link.score, Comparison.unproven) }
    }
  }

  private func blankSide(_ link: Clustering.Link) -> (blank: Int, other: Int, country: CountryCode)? {
    let (left, right) = (link.left, link.right)
    if names[left].countries.isEmpty, let country = names[right].country { return (left, right, country) }
    if names[right].countries.isEmpty, let country = names[left].country { return (right, left, country) }
    return nil
  }
}
