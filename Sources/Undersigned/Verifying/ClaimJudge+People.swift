extension ClaimJudge {
  /// Judges how many people signed.
  func individuals(_ claim: StatedClaim, isSubset: Bool) -> Judgement {
    let count = summary.peopleSigned
    guard let quantity = claim.quantity, count > 0 else {
      return Judgement(verdict: .cannotTell, reason: "the exports hold no people who sign for themselves")
    }
    let bounds = othersOf(Bounds(reported: count, atLeast: count, atMost: count), claim)
    let verdict = holds(quantity, of: bounds)
    if verdict == .isTrue || !isSubset && !claim.isPart {
      return Judgement(verdict: verdict, bounds: bounds, reason: words(bounds, "people"))
    }
    let isImpossible = quantity.counts.lowerBound > bounds.atMost
    return Judgement(
      verdict: isImpossible ? .isFalse : .cannotTell, bounds: bounds,
      reason: "\(words(bounds, "people")) altogether; the exports don't tell which people these are")
  }

  /// Judges how many signed, organizations and people together.
  func signatories(_ claim: StatedClaim) -> Judgement {
    guard let quantity = claim.quantity else { return Judgement(verdict: .cannotTell, reason: "no number is stated") }
    let organizations = othersOf(facts.organizations, claim)
    let people = summary.peopleSigned
    let bounds = Bounds(
      reported: organizations.reported + people, atLeast: organizations.atLeast + people,
      atMost: organizations.atMost + people)
    let noun =
      people > 0 ? "signatories: \(organizations.reported) organizations and \(people) people" : "organizations"
    var verdict = holds(quantity, of: bounds)
    var reason = words(bounds, noun)
    if claim.area != nil { return Judgement(verdict: .cannotTell, bounds: bounds, reason: "\(reason) altogether") }
    if verdict == .isFalse, people > 0 {
      if holds(quantity, of: organizations) == .isTrue {
        verdict = .trueOnlyIf
        reason += "; holds if only organizations are counted"
      } else if quantity.counts.contains(people) {
        verdict = .trueOnlyIf
        reason += "; holds if only people are counted"
      }
    }
    return Judgement(verdict: verdict, bounds: bounds, reason: reason)
  }

  /// Judges how many signers are sections of others.
  func sections(_ claim: StatedClaim) -> Judgement {
    let count = claim.isBesideOthers ? othersFacts?.sections ?? facts.sections : facts.sections
    let bounds = Bounds(reported: count, atLeast: count, atMost: count)
    guard let quantity = claim.quantity else { return Judgement(verdict: .cannotTell, reason: "no number is stated") }
    // The one that speaks may be a section itself.
    let isTrue = quantity.counts.contains(count) || othersFacts == nil && quantity.number == count - 1
    return Judgement(
      verdict: isTrue ? .isTrue : .isFalse, bounds: bounds, reason: words(bounds, "sections of other organizations"))
  }
}
