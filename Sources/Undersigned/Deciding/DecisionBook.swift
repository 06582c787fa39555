import Tabular

/// The decisions by the names that they are about, and which of them found a mention.
struct DecisionBook {
  private let decisions: [Decision]
  private let resolveCountry: DecisionFile.CountryResolver
  /// By compare form of `name`, decisions in the order of the file.
  private var byName: [String: [Int]] = [:]
  private var isUsed: [Bool]
  /// Countries of answers resolved so far.
  private var resolved: [String: CountryCode?] = [:]

  init(_ decisions: [Decision], resolveCountry: @escaping DecisionFile.CountryResolver) {
    self.decisions = decisions
    self.resolveCountry = resolveCountry
    isUsed = Array(repeating: false, count: decisions.count)
    for (index, decision) in decisions.enumerated() {
      byName[CompareForm.fold(decision.name), default: []].append(index)
    }
  }

  /// Whether some decision is keyed by this name.
  func isAbout(_ name: OrganizationName) -> Bool {
    !byName.isEmpty && (byName[name.compareForm] != nil || byName[CompareForm.fold(name.display)] != nil)
  }

  /// The country of an answer as typed.
  mutating func country(_ answer: String) -> CountryCode? {
    if decisions.isEmpty || answer.isEmpty { return nil }
    if let known = resolved[answer] { return known }
    let country = resolveCountry(answer)
    resolved[answer] = .some(country)
    return country
  }

  /// The countries that a decision on `mention` may name: where it is, and what was typed.
  func countries(of mention: Mention, typed: CountryCode?) -> [CountryCode] {
    mention.location.countries + (typed.map { [$0] } ?? [])
  }

  /// The decision of one of these kinds on a mention: one for its country before one for any, then the first one.
  ///
  /// Others that say so too are marked as used with it.
  mutating func first(_ actions: [Decision.Action], _ name: OrganizationName, _ countries: [CountryCode]) -> Decision? {
    let found = matching(actions, name, countries)
    for index in found { isUsed[index] = true }
    return (found.first { decisions[$0].country != nil } ?? found.first).map { decisions[$0] }
  }

  private func matching(
    _ actions: [Decision.Action], _ name: OrganizationName, _ countries: [CountryCode]
  ) -> [Int] {
    var candidates = byName[name.compareForm] ?? []
    if candidates.isEmpty, !byName.isEmpty, let exact = byName[CompareForm.fold(name.display)] { candidates = exact }
    return candidates.filter { index in
      let decision = decisions[index]
      return actions.contains(decision.action) && decision.country.map(countries.contains) ?? true
    }
  }

  // MARK: Rulings

  /// What is left for linking and classifying.
  mutating func rulings(_ mentions: [Mention], typed: [CountryCode?]) -> Rulings {
    var rulings = Rulings()
    if decisions.isEmpty { return rulings }
    var byForm: [String: [Int]] = [:]
    for (index, mention) in mentions.enumerated() { byForm[mention.name.compareForm, default: []].append(index) }
    func named(_ name: String, in country: CountryCode?) -> [Int] {
      let all = byForm[CompareForm.fold(name)] ?? []
      guard let country else { return all }
      return all.filter { mentions[$0].location.countries.contains(country) || typed[$0] == country }
    }
    // The general ones first, so that the ones for a single country replace them.
    let order = decisions.indices.sorted { left, right in
      let (one, other) = (decisions[left].country != nil, decisions[right].country != nil)
      return one == other ? left < right : !one
    }
    for index in order {
      let decision = decisions[index]
      let left = named(decision.name, in: decision.country)
      if left.isEmpty { continue }
      // The other name may be of another country: that is often the very thing to be decided.
      var right = decision.action.isAboutTwo ? named(decision.value, in: nil) : []
      if decision.action != .same, CompareForm.fold(decision.value) == CompareForm.fold(decision.name) {
        right = right.filter { !left.contains($0) }
      }
      switch decision.action {
      case .same, .apart:
        if right.isEmpty { continue }
        isUsed[index] = true
        let pair = Rulings.Pair(left: left, right: right, line: decision.line)
        if decision.action == .same { rulings.same.append(pair) } else { rulings.apart.append(pair) }
      case .partOf:
        isUsed[index] = true
        let pair = Rulings.Pair(left: left, right: right, line: decision.line)
        rulings.partOf.append(pair)
        // A section is an organization of its own, however alike the names are.
        if right.isEmpty {
          for mention in left { rulings.parents[mention] = decision.value }
        } else {
          rulings.apart.append(pair)
        }
      case .rename:
        isUsed[index] = true
        for mention in left { rulings.names[mention] = decision.value }
      case .type:
        isUsed[index] = true
        for mention in left { rulings.types[mention] = decision.type }
      case .country, .notAnOrganization, .withdrawn, .split: break
      }
    }
    rulings.same.sort { $0.line < $1.line }
    rulings.apart.sort { $0.line < $1.line }
    rulings.partOf.sort { $0.line < $1.line }
    return rulings
  }

  // MARK: Unused decisions

  /// A finding for each decision that no mention asked for, in the order of the file.
  func unused(written names: [OrganizationName], rows: [Tally.Row]) -> [Finding] {
    let left = decisions.indices.filter { !isUsed[$0] && !decisions[$0].isTentative }
    if left.isEmpty { return [] }
    var displays: [String: String] = [:]
    for row in rows {
      let name = names[Int(row.answers.organization)]
      displays[name.compareForm] = displays[name.compareForm].map { min($0, name.display) } ?? name.display
    }
    // Parts of a split mention are written in the decision itself.
    for decision in decisions where decision.action == .split {
      for part in decision.parts { displays[CompareForm.fold(part)] = displays[CompareForm.fold(part)] ?? part }
    }
    return left.map { finding(decisions[$0], displays) }
  }

  private func finding(_ decision: Decision, _ displays: [String: String]) -> Finding {
    func make(_ message: String, _ remedy: String) -> Finding {
      Finding(.warning, "unused-decision", at: decision.position, message, remedy: remedy)
    }
    let what = "'\(decision.action.rawValue)'"
    let isNameWritten = displays[CompareForm.fold(decision.name)] != nil
    if isNameWritten, let country = decision.country {
      return make(
        "\(what) is about \(quoted(decision.name)) in \(country), but no such mention is in that country",
        "correct its country, leave it empty for any country, or remove the line")
    }
    let isPair = decision.action == .same || decision.action == .apart
    if isNameWritten, !isPair {
      return make(
        "\(what) is about \(quoted(decision.name)), but another decision takes out or splits every such mention",
        "remove one of them")
    }
    let missing = isNameWritten && isPair ? decision.value : decision.name
    if displays[CompareForm.fold(missing)] != nil {
      return make("\(what) is about \(quoted(missing)), but no such mention counts", "remove the line")
    }
    let nearest = Spelling.nearest(to: CompareForm.fold(missing), among: displays.keys, differingInOneOf: 2)
      .flatMap { displays[$0] }
    return make(
      "\(what) is about \(quoted(missing)), which no counted signer wrote",
      nearest.map { "write it as \(quoted($0)) if that is meant, or remove the line" } ?? "remove the line")
  }
}
