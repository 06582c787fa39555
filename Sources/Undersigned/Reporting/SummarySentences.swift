/// What reports say of a summary in whole sentences, as plain text; a sentence without anything to say is empty.
struct SummarySentences {
  let summary: Summary

  init(_ summary: Summary) { self.summary = summary }

  /// Whether only people signed.
  var isOfPeopleOnly: Bool { summary.headline.organizations.reported == 0 && summary.peopleSigned > 0 }

  /// Who signed: `397 organizations from 88 countries`; the people where nobody else did.
  var signers: String {
    if isOfPeopleOnly { return NumberText.counted(summary.peopleSigned, "person", "people") }
    return NumberText.counted(summary.headline.organizations.reported, "organization", "organizations") + " from "
      + NumberText.counted(summary.headline.countries.reported, "country", "countries")
  }

  /// How far open proposals can change that: `at least 394, at most 397`.
  var bounds: String {
    let (organizations, countries) = (summary.headline.organizations, summary.headline.countries)
    guard !(organizations.isExact && countries.isExact) else { return "no proposal is open" }
    let range = SummarySentences.range(organizations)
    return countries.isExact ? range : "\(range); countries: \(SummarySentences.range(countries))"
  }

  private static func range(_ bounds: Bounds) -> String {
    "at least \(NumberText.grouped(bounds.atLeast)), at most \(NumberText.grouped(bounds.atMost))"
  }

  /// What *at least* of the organizations leaves out: `3 that 4 open proposals can still join to others`; empty for
  /// nothing.
  var leftOut: String {
    let organizations = summary.headline.organizations
    var parts: [String] = []
    if organizations.proposals > 0 {
      let count = summary.proposals.count + summary.unlistedProposals
      let proposals = NumberText.counted(count, "open proposal", "open proposals")
      parts.append("\(NumberText.grouped(organizations.proposals)) that \(proposals) can still join to others")
    }
    if organizations.allowance > 0 {
      let links = NumberText.counted(organizations.allowance, "link", "links")
      parts.append("\(links) that may show in no name (\(summary.policy.invisibleLinks) allowed for)")
    }
    return parts.joined(separator: ", and ")
  }

  /// Of how many organizations no country is known: without it a count of countries says too much.
  var unlocated: String {
    guard let unresolved = summary.countries.rows.first(where: { $0.key == .unresolved })?.organizations.reported
    else { return "" }
    return "Nothing tells the country of \(NumberText.counted(unresolved, "organization", "organizations"))."
  }

  /// What a country is.
  var countryRule: String {
    summary.headline.countries.reported > 0 ? "A country is \(summary.policy.countryRule.words)." : ""
  }

  /// When people signed.
  var days: String {
    guard let days = summary.days else { return "" }
    return days.lowerBound == days.upperBound
      ? "Signed on \(days.lowerBound)." : "Signed from \(days.lowerBound) to \(days.upperBound)."
  }

  /// How many types are guesses.
  var weakTypes: String {
    guard summary.weakTypes > 0 else { return "" }
    return NumberText.counted(summary.weakTypes, "type is a weak guess", "types are weak guesses")
  }

  /// How many are probably international.
  var guessedScopes: String {
    guard summary.guessedScopes > 0 else { return "" }
    let organizations = NumberText.counted(
      summary.guessedScopes, "unresolved organization states", "unresolved organizations state")
    return "\(organizations) no country where most do: a sign of an international body, but no proof, "
      + "so that none is counted as one."
  }

  /// How many are sections of others.
  var sections: String {
    let sections = summary.sections
    guard sections.sections > 0 else { return "" }
    let organizations = NumberText.counted(sections.organizations, "organization", "organizations")
    let verb = sections.sections == 1 ? "is a section" : "are sections"
    let parents = NumberText.counted(sections.parents, "parent", "parents")
    let text = "\(organizations), of which \(NumberText.grouped(sections.sections)) \(verb) of \(parents)."
    guard summary.policy.sections == .collapsedToParents else { return text }
    let left = NumberText.counted(sections.organizationsWhenCollapsed, "organization", "organizations")
    return text + " All figures count each section with its parent: \(left). The lists hold every one that signed."
  }

  /// Every record that was read: `12 records read = 9 as organizations + 3 left out: unverified.`
  var records: String {
    let all = summary.reconciliation
    var parts: [(String, Int)] = [
      ("as organizations", all.organizations), ("as people with an affiliation", all.affiliatedIndividuals),
      ("as people", all.individuals),
    ]
    for reason in DropReason.allCases {
      if let count = all.dropped[reason] { parts.append(("left out: \(reason.words)", count)) }
    }
    if all.unaccounted != 0 { parts.append(("unaccounted for", all.unaccounted)) }
    let sum = parts.filter { $0.1 != 0 }.map { "\(NumberText.grouped($0.1)) \($0.0)" }.joined(separator: " + ")
    return "\(NumberText.counted(all.read, "record", "records")) read" + (sum.isEmpty ? "." : " = \(sum).")
  }

  /// How many are counted but listed nowhere.
  var unlisted: String {
    guard summary.unlistedOrganizations > 0 else { return "" }
    let organizations = NumberText.counted(summary.unlistedOrganizations, "organization is", "organizations are")
    let text = "\(organizations) counted but listed nowhere, because nobody who signed for it agreed to being listed"
    guard summary.unlistedProposals > 0 else { return text + "." }
    let proposals = NumberText.counted(summary.unlistedProposals, "proposal", "proposals")
    return text + "; nor \(summary.unlistedProposals == 1 ? "is" : "are") \(proposals) about them."
  }
}
