/// What reports say of a summary in whole sentences, in one language; a sentence without anything to say is empty.
///
/// They are the program's own words (`ReportWords`), without anything that others wrote.
struct SummarySentences {
  let summary: Summary
  let words: ReportWords

  init(_ summary: Summary, _ words: ReportWords = ReportWords()) {
    self.summary = summary
    self.words = words
  }

  // MARK: Headline

  /// Whether only people signed.
  var isOfPeopleOnly: Bool { summary.headline.organizations.reported == 0 && summary.peopleSigned > 0 }

  /// Who signed: `397 organizations from 88 countries`; the people where nobody else did.
  var signers: String {
    if isOfPeopleOnly { return people }
    let (organizations, countries) = (summary.headline.organizations.reported, summary.headline.countries.reported)
    return words(
      "headline", organizations,
      ["organizations": words.organizations(organizations), "countries": words.fromCountries(countries)])
  }

  private var people: String { words("people", summary.peopleSigned) }

  /// That only people signed; empty where an organization did.
  var peopleOnly: String { isOfPeopleOnly ? words("people-only", summary.peopleSigned, ["people": people]) : "" }

  /// How far open proposals can change the headline: `at least 394, at most 397`.
  var bounds: String {
    let (organizations, countries) = (summary.headline.organizations, summary.headline.countries)
    guard !(organizations.isExact && countries.isExact) else { return words("bounds.none") }
    let range = range(organizations)
    return countries.isExact
      ? range : words("bounds.countries", 0, ["range": range, "countries": self.range(countries)])
  }

  /// How far they can change the number of countries.
  var countryBounds: String {
    let countries = summary.headline.countries
    return countries.isExact ? words("bounds.fixed") : range(countries)
  }

  private func range(_ bounds: Bounds) -> String {
    words("bounds.range", 0, ["least": words.number(bounds.atLeast), "most": words.number(bounds.atMost)])
  }

  /// What *at least* of the organizations holds against.
  var atLeastMeans: String {
    let allowance = summary.headline.organizations.allowance
    return allowance == 0 ? words("at-least.means") : words("at-least.means-allowing", allowance)
  }

  /// What *at least* of the organizations leaves out, and why; empty for nothing.
  var leftOut: String {
    let organizations = summary.headline.organizations
    var parts: [String] = []
    if organizations.proposals > 0 {
      let count = summary.proposals.count + summary.unlistedProposals
      parts.append(
        words("left-out.proposals", count, ["organizations": words.number(organizations.proposals)]))
    }
    if organizations.allowance > 0 {
      parts.append(
        words("left-out.links", organizations.allowance, ["allowance": portion(summary.policy.invisibleLinks)]))
    }
    guard let first = parts.first else { return "" }
    let both = parts.count == 2 ? words("left-out.and", 0, ["first": first, "last": parts[1]]) : first
    return words("left-out", 0, ["parts": both])
  }

  /// Of how many organizations no country is known: without it a count of countries says too much.
  var unlocated: String {
    guard let unresolved = summary.countries.rows.first(where: { $0.key == .unresolved })?.organizations.reported
    else { return "" }
    return words("unlocated", unresolved)
  }

  /// What a country is.
  var countryRule: String {
    guard summary.headline.countries.reported > 0 else { return "" }
    return words("country-rule", 0, ["rule": words("choice.country.\(summary.policy.countryRule.rawValue)")])
  }

  /// When people signed.
  var days: String {
    guard let days = summary.days else { return "" }
    let name = days.lowerBound == days.upperBound ? "days.one" : "days"
    return words(name, 0, ["first": words.day(days.lowerBound), "last": words.day(days.upperBound)])
  }

  /// That nothing has been counted; empty where something has.
  var nothingCounted: String {
    summary.headline.organizations.reported == 0 && summary.peopleSigned == 0 ? words("no-organization") : ""
  }

  // MARK: Notes

  /// How many types are guesses.
  var weakTypes: String { summary.weakTypes > 0 ? words("weak-types", summary.weakTypes) : "" }

  /// How many are probably international.
  var guessedScopes: String { summary.guessedScopes > 0 ? words("guessed-scopes", summary.guessedScopes) : "" }

  /// How many are sections of others.
  var sections: String {
    let sections = summary.sections
    guard sections.sections > 0 else { return "" }
    let text = words(
      "sections", sections.sections,
      ["organizations": words.organizations(sections.organizations), "parents": words("parents", sections.parents)])
    guard summary.policy.sections == .collapsedToParents else { return text }
    let left = words.organizations(sections.organizationsWhenCollapsed)
    return text + " " + words("sections.collapsed", 0, ["organizations": left])
  }

  /// Every record that was read: `12 records read = 9 as organizations + 3 left out: unverified.`
  var records: String {
    let all = summary.reconciliation
    var parts = [
      part("records.organizations", all.organizations), part("records.affiliated", all.affiliatedIndividuals),
      part("records.people", all.individuals),
    ]
    for reason in DropReason.allCases {
      parts.append(
        part("records.left-out", all.dropped[reason] ?? 0, ["reason": words("dropped.\(reason.rawValue)")]))
    }
    parts.append(part("records.unaccounted", all.unaccounted))
    let sum = parts.compactMap { $0 }.joined(separator: " + ")
    return words("records.read", all.read) + (sum.isEmpty ? "." : " = \(sum).")
  }

  private func part(_ name: String, _ number: Int, _ parts: [String: String] = [:]) -> String? {
    if number < 0 { return "-\(words(name, -number, parts))" }
    return number > 0 ? words(name, number, parts) : nil
  }

  /// How many are counted but listed nowhere.
  var unlisted: String {
    guard summary.unlistedOrganizations > 0 else { return "" }
    let text = words("unlisted", summary.unlistedOrganizations)
    guard summary.unlistedProposals > 0 else { return text + "." }
    return words("unlisted.proposals", summary.unlistedProposals, ["unlisted": text])
  }

  /// How many records are left out because they are unverified.
  var unverified: String {
    let unverified = summary.reconciliation.dropped[.unverified] ?? 0
    return unverified > 0 ? words("unverified", unverified) : ""
  }

  /// How many proposals there are, and whether the first `shown` are all of them; empty for none.
  func proposals(_ shown: Int) -> String {
    let count = summary.proposals.count
    guard count > shown else { return count > 0 ? words("proposals", count) : "" }
    return words("proposals.first", count, ["shown": words.number(shown)])
  }

  /// How accepting a proposal changes the headline.
  func effect(_ line: ProposalLine) -> String {
    let organizations = words(line.organizationsEffect == 0 ? "effect.joined" : "effect.joins")
    return line.countriesEffect == 0 ? organizations : words("effect.countries", 0, ["effect": organizations])
  }

  // MARK: Policies

  /// What *at least* allows for, and how.
  var allowance: String {
    let links = summary.policy.invisibleLinks
    let allowance =
      switch links.portion {
      case .count(let count): words("links", count)
      case .share: words("allowance.share", 0, ["share": portion(links)])
      }
    return words("allowance", 0, ["allowance": allowance])
  }

  /// A choice of a rule.
  func choice(_ slug: String, of rule: PolicySensitivity.Rule) -> String {
    if rule == .invisibleLinks, slug != LinkAllowance.none.description {
      return words("choice.invisible-links", 0, ["allowance": LinkAllowance(slug).map(portion) ?? slug])
    }
    return words("choice.\(rule.rawValue).\(slug)")
  }

  private func portion(_ allowance: LinkAllowance) -> String { words.language.percent(allowance.description) }
}
