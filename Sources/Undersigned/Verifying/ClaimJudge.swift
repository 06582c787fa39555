/// Says of claims what a letter's signatures say of them.
struct ClaimJudge {
  let summary: Summary
  let facts: AnnouncementFacts
  /// The signer that speaks, where it is known.
  let speaker: OrganizationLine?
  /// The facts without it.
  let othersFacts: AnnouncementFacts?
  let names: NamedSigners

  /// A judgement before it is written out.
  struct Judgement {
    var verdict: VerifiedClaim.Verdict
    var bounds: Bounds?
    var reason: String
    /// A wording that is no count, such as a signer's own name.
    var suggestion: String?
  }

  /// Judges by a letter's summary.
  ///
  /// - Parameter speaker: The signer that speaks: where a text counts others, it is left out, with its country and type.
  init(_ summary: Summary, speaker: OrganizationLine? = nil) {
    self.summary = summary
    self.speaker = speaker
    othersFacts = speaker.map { AnnouncementFacts(summary, speaker: $0) }
    facts = AnnouncementFacts(summary)
    names = NamedSigners(summary)
  }

  /// A claim with what can be said of it.
  func verified(_ claim: StatedClaim) -> VerifiedClaim {
    let judgement = judge(claim)
    var kind = claim.subject.kind
    if claim.subject == .signatories, summary.peopleSigned == 0 { kind = ClaimSubject.organizations.kind }
    let wording =
      judgement.verdict == .isTrue
      ? nil : judgement.suggestion ?? SafeRewording(facts: facts).text(for: claim, judgement.bounds)
    return VerifiedClaim(
      line: claim.line, claim: claim.text, kind: kind, stated: claim.quantity?.number, verdict: judgement.verdict,
      bounds: judgement.bounds, reason: judgement.reason, suggestion: wording)
  }

  private func judge(_ claim: StatedClaim) -> Judgement {
    switch claim.subject {
    case .organizations: organizations(claim)
    case .type(let type): claim.quantity == nil ? presence(of: type) : count(of: type, claim)
    case .signatories: signatories(claim)
    case .individuals(let isSubset): individuals(claim, isSubset: isSubset)
    case .countries: countries(claim)
    case .continents, .everywhere: regions(claim)
    case .sections: sections(claim)
    case .named(let name): names.judge(name)
    case .namedCountry(let code): country(code)
    case .states, .mixture:
      Judgement(verdict: .cannotTell, reason: "the signatures don't tell these apart")
    }
  }

  // MARK: Bounds and quantities

  /// The bounds without the one that speaks.
  func othersOf(_ bounds: Bounds, _ claim: StatedClaim) -> Bounds {
    claim.isOther ? bounds.withoutOne() : bounds
  }

  /// Whether a quantity holds of a count: always, never, or for some of what it may be.
  func holds(_ quantity: ClaimQuantity, of bounds: Bounds) -> VerifiedClaim.Verdict {
    let counts = quantity.counts
    if quantity.relation == .exactly, quantity.number == bounds.reported { return .isTrue }
    if counts.contains(bounds.atLeast), counts.contains(bounds.atMost) { return .isTrue }
    return counts.overlaps(bounds.atLeast...bounds.atMost) ? .trueOnlyIf : .isFalse
  }

  /// The count in words: `397 (at least 393, at most 397)`.
  func words(_ bounds: Bounds, _ noun: String) -> String {
    let range = bounds.isExact ? "" : " (at least \(bounds.atLeast), at most \(bounds.atMost))"
    return "\(bounds.reported) \(noun)\(range)"
  }

  /// What has to become of the open proposals, and of links that no name shows, for a quantity to hold.
  private func condition(_ quantity: ClaimQuantity, _ bounds: Bounds) -> String {
    let counts = quantity.counts
    let fewest = max(bounds.reported - min(counts.upperBound, bounds.atMost), 0)
    let most = bounds.reported - max(counts.lowerBound, bounds.atLeast)
    let number = fewest == most ? "exactly \(most)" : fewest == 0 ? "at most \(most)" : "\(fewest) to \(most)"
    let open = summary.proposals.joiningCount + summary.unlistedProposals
    let first = summary.proposals.first.map { ", first '\($0.left.name)' and '\($0.right.name)'" } ?? ""
    let proposals = "\(open) open \(open == 1 ? "proposal" : "proposals") in proposals.csv"
    if bounds.allowance == 0 { return "holds if \(number) of the \(proposals) are accepted\(first)" }
    if counts.contains(bounds.atLeastWithoutAllowance), counts.contains(bounds.atMost) {
      let spare = bounds.atLeastWithoutAllowance - counts.lowerBound
      return
        "holds whatever becomes of open proposals if at most \(spare) \(spare == 1 ? "link shows" : "links show") in "
        + "no name (--invisible-links allows for \(bounds.allowance))"
    }
    let links = "\(bounds.allowance) \(bounds.allowance == 1 ? "link" : "links") that --invisible-links allows for"
    if open == 0 { return "holds if \(number) of the \(links) \(most == 1 ? "is" : "are") there" }
    return "holds if \(number) of these come true: the \(proposals)\(first), and \(links)"
  }

  // MARK: Organizations

  private func organizations(_ claim: StatedClaim) -> Judgement {
    guard let quantity = claim.quantity else { return Judgement(verdict: .cannotTell, reason: "no number is stated") }
    if let area = claim.area { return organizations(in: area, claim, quantity) }
    let bounds = othersOf(facts.organizations, claim)
    let noun = claim.isOther ? "other organizations" : "organizations"
    if claim.isPart { return part(quantity, bounds, noun) }
    let verdict = holds(quantity, of: bounds)
    if verdict == .isTrue { return wholeOfTypes(claim, bounds, noun) }
    if verdict == .trueOnlyIf {
      return Judgement(
        verdict: verdict, bounds: bounds, reason: "\(words(bounds, noun)); \(condition(quantity, bounds))")
    }
    if let reason = otherPolicy(quantity, less: claim.isOther ? 1 : 0, \.organizations) {
      return Judgement(verdict: .trueOnlyIf, bounds: bounds, reason: "\(words(bounds, noun)); \(reason)")
    }
    let people = summary.peopleSigned
    let sum = Bounds(
      reported: bounds.reported + people, atLeast: bounds.atLeast + people, atMost: bounds.atMost + people)
    if people > 0, quantity.relation == .exactly, holds(quantity, of: sum) == .isTrue {
      return Judgement(
        verdict: .trueOnlyIf, bounds: bounds,
        reason: "\(words(bounds, noun)); holds if \(people) people are counted as well")
    }
    return Judgement(verdict: .isFalse, bounds: bounds, reason: words(bounds, noun))
  }

  /// Some organizations of those counted before, of a sort that the signatures don't tell.
  private func part(_ quantity: ClaimQuantity, _ bounds: Bounds, _ noun: String) -> Judgement {
    let isImpossible = quantity.counts.lowerBound > bounds.atMost
    return Judgement(
      verdict: isImpossible ? .isFalse : .cannotTell, bounds: bounds,
      reason: isImpossible ? "only \(words(bounds, noun)) altogether" : "the signatures don't tell which these are")
  }

  /// A true number whose organizations are said to be of several types.
  private func wholeOfTypes(_ claim: StatedClaim, _ bounds: Bounds, _ noun: String) -> Judgement {
    let missing = claim.types.filter { row(of: $0).reported == 0 }
    if missing.isEmpty { return Judgement(verdict: .isTrue, bounds: bounds, reason: words(bounds, noun)) }
    let names = missing.map(\.rawValue).joined(separator: ", ")
    return Judgement(
      verdict: .cannotTell, bounds: bounds, reason: "\(words(bounds, noun)), but none is known to be \(names)")
  }

  /// A choice of a counting rule under which a quantity holds.
  func otherPolicy(
    _ quantity: ClaimQuantity, less: Int, _ figure: KeyPath<PolicySensitivity.Choice, Int?>
  ) -> String? {
    for rule in summary.sensitivity {
      let here = rule.choices.first(where: \.isChosen)?[keyPath: figure]
      // A choice that changes nothing explains nothing.
      for choice in rule.choices where !choice.isChosen && choice[keyPath: figure] != here {
        guard let option = ClaimJudge.option(rule.rule, choice.slug) else { continue }
        if let count = choice[keyPath: figure], quantity.counts.contains(max(count - less, 0)) {
          return "holds with \(option), which counts \(count)"
        }
      }
    }
    return nil
  }

  /// The option by which a choice of a counting rule is made; nothing for rules that decide no count.
  private static func option(_ rule: PolicySensitivity.Rule, _ choice: String) -> String? {
    switch rule {
    case .country: "--countries \(choice)"
    case .territory: "--territories \(choice)"
    case .sections: "--sections \(choice)"
    case .affiliatedPerson: "--affiliated-person \(choice)"
    case .unverified: choice == "counted" ? "--count-unverified" : "unverified signatures left out"
    case .countryNames, .proposals, .blankCountry, .invisibleLinks: nil
    }
  }

  // MARK: Types

  /// How many organizations are of a type; *at least* leaves out weak guesses.
  func row(of type: OrganizationType) -> Bounds {
    summary.types.rows.first { $0.key == type }?.organizations ?? Bounds(reported: 0, atLeast: 0, atMost: 0)
  }

  private func count(of type: OrganizationType, _ claim: StatedClaim) -> Judgement {
    guard let quantity = claim.quantity else { return presence(of: type) }
    let isSpeakersType = speaker == nil || speaker?.type == type
    let bounds = isSpeakersType ? othersOf(row(of: type), claim) : row(of: type)
    let noun = "\(type.rawValue) organizations"
    if claim.area != nil {
      return Judgement(
        verdict: .cannotTell, bounds: bounds, reason: "\(words(bounds, noun)) altogether; not told by place")
    }
    if claim.isPart || claim.isOther || claim.isBesideOthers, quantity.relation == .exactly {
      // Whoever speaks may be of another type, unless it is known.
      let isOther = claim.isOther || claim.isBesideOthers
      let bounds = isOther && speaker?.type == type ? row(of: type).withoutOne() : row(of: type)
      let verdict: VerifiedClaim.Verdict =
        quantity.number <= bounds.atLeastWithoutAllowance
        ? .isTrue : quantity.number <= bounds.reported ? .trueOnlyIf : .isFalse
      let reason = verdict == .trueOnlyIf ? typeCondition(quantity, bounds) : ""
      return Judgement(verdict: verdict, bounds: bounds, reason: words(bounds, noun) + reason)
    }
    var verdict = holds(quantity, of: bounds)
    if quantity.relation == .exactly, bounds.atLeast...bounds.atLeastWithoutAllowance ~= quantity.number {
      verdict = .isTrue
    }
    let reason = verdict == .trueOnlyIf ? typeCondition(quantity, bounds) : ""
    return Judgement(verdict: verdict, bounds: bounds, reason: words(bounds, noun) + reason)
  }

  /// What has to hold for a quantity of a type that holds for some of what it may be.
  private func typeCondition(_ quantity: ClaimQuantity, _ bounds: Bounds) -> String {
    let spare = bounds.atLeastWithoutAllowance - quantity.counts.lowerBound
    if spare >= 0, quantity.counts.contains(bounds.atMost) {
      return "; holds if at most \(spare) \(spare == 1 ? "link of them shows" : "links of them show") in no name "
        + "(--invisible-links allows for \(bounds.allowance))"
    }
    return "; holds if weak guesses of the type and open proposals bear out"
  }

  private func presence(of type: OrganizationType) -> Judgement {
    let bounds = row(of: type)
    let reason = words(bounds, "\(type.rawValue) organizations")
    if bounds.atLeast > 0 { return Judgement(verdict: .isTrue, bounds: bounds, reason: reason) }
    if bounds.reported > 0 {
      return Judgement(
        verdict: .trueOnlyIf, bounds: bounds, reason: reason + "; holds if a weak guess of the type bears out")
    }
    let unclassified = summary.types.rows.first { $0.key == nil }?.organizations.reported ?? 0
    return Judgement(
      verdict: unclassified > 0 || facts.organizations.reported == 0 ? .cannotTell : .isFalse, bounds: bounds,
      reason: unclassified > 0 ? "\(reason), but \(unclassified) are unclassified" : reason)
  }
}
