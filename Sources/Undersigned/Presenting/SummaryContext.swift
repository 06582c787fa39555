import Tabular

/// A summary as plain values for templates, in one language; `SummaryKeys` says what each name means.
///
/// It holds what the other reports hold and nothing else: no person, no organization that may not be listed.
struct SummaryContext {
  /// How much of a list is told.
  struct Limits: Sendable {
    var organizations: Int
    var proposals: Int

    /// All of it.
    static let none = Limits(organizations: .max, proposals: .max)
    /// More would make a page that browsers, and people, can't handle; the CSV files have all, and the page says so.
    static let page = Limits(organizations: 10_000, proposals: 500)
  }

  let summary: Summary
  /// The report's words.
  let words: ReportWords
  /// How many organizations and proposals are listed at most.
  let limits: Limits
  let sentences: SummarySentences
  let names: ReportNames

  init(_ summary: Summary, _ words: ReportWords = ReportWords(), limits: Limits = .none) {
    self.summary = summary
    self.words = words
    self.limits = limits
    sentences = SummarySentences(summary, words)
    names = ReportNames(summary, words)
  }

  /// The contexts of some of the names.
  func context(of names: Set<String>) -> TemplateContext {
    let hasOrganizations = summary.headline.organizations.reported > 0
    return TemplateContext(
      of: names,
      [
        ("title", { .text(summary.title.isEmpty ? words("words.signatures") : summary.title) }),
        ("headline", { .group(headline) }),
        ("notes", { .list(notes) }),
        ("breakdowns", { .list(hasOrganizations ? [countries, regions, subregions, types, scopes] : []) }),
        ("countries", { .group(countries) }),
        ("regions", { .group(regions) }),
        ("subregions", { .group(subregions) }),
        ("types", { .group(types) }),
        ("scopes", { .group(scopes) }),
        ("matrix", { .group(matrix(ofTypes: .max)) }),
        ("short_matrix", { .group(matrix(ofTypes: SummaryContext.shortMatrixTypes)) }),
        ("left_out", { .list(leftOut) }),
        ("has_left_out", { .flag(!leftOut.isEmpty) }),
        ("organizations", { .list(organizations) }),
        ("has_days", { .flag(summary.organizations.contains { $0.firstDay != nil }) }),
        ("filters", { .group(filters) }),
        ("unshown_organizations", { .number(max(0, summary.organizations.count - limits.organizations)) }),
        ("unlisted", { .wording(sentences.unlisted) }),
        ("proposals", { .list(proposals(limits.proposals)) }),
        ("top_proposals", { .list(proposals(SummaryContext.topProposals)) }),
        ("top_proposals_note", { .wording(sentences.proposals(SummaryContext.topProposals)) }),
        ("top_decisions", { .lines("csv", decisionLines(SummaryContext.topProposals)) }),
        ("open_proposals", { .number(summary.proposals.count) }),
        ("unlisted_proposals", { .number(summary.unlistedProposals) }),
        ("unshown_proposals", { .number(max(0, summary.proposals.count - limits.proposals)) }),
        ("decisions", { .number(summary.decisions) }),
        ("sections", { .wording(sentences.sections) }),
        ("signatures", { .group(signatures) }),
        ("rules", { .list(rules) }),
        ("allowance", { .wording(sentences.allowance) }),
        ("unverified", { .wording(sentences.unverified) }),
        ("records", { .group(records) }),
        ("findings", { .list(findings) }),
        ("findings_found", { .number(summary.findings.count) }),
      ])
  }

  /// How many types get a column of their own in the short table of countries and types.
  static let shortMatrixTypes = 8
  /// How many proposals a short list has.
  static let topProposals = 10

  /// The place of each name in the order in which the language lists names.
  func order(of names: [String]) -> [String: Int] {
    let sorted = Set(names).map { (AlphabetKey($0, words.language), $0) }.sorted { $0.0 < $1.0 }
    return Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.1, $0) })
  }

  // MARK: Headline

  private var headline: TemplateContext {
    [
      "text": .wording(sentences.signers), "bounds": .wording(sentences.bounds),
      "is_people_only": .flag(sentences.isOfPeopleOnly), "people_only": .wording(sentences.peopleOnly),
      "is_open": .flag(!summary.headline.organizations.isExact || !summary.headline.countries.isExact),
      "organizations": .group(bounds(summary.headline.organizations)),
      "countries": .group(bounds(summary.headline.countries)),
      "at_least_means": .wording(sentences.atLeastMeans), "countries_mean": .wording(sentences.countryBounds),
      "left_out": .wording(sentences.leftOut), "unlocated": .wording(sentences.unlocated),
      "country_rule": .wording(sentences.countryRule), "days": .wording(sentences.days),
      "nothing_counted": .wording(sentences.nothingCounted),
    ]
  }

  private var notes: [TemplateContext] {
    [sentences.leftOut, sentences.unlocated, sentences.countryRule, sentences.days, sentences.nothingCounted]
      .filter { !$0.isEmpty }.map { ["text": .wording($0)] }
  }

  private func bounds(_ bounds: Bounds) -> TemplateContext {
    [
      "reported": .number(bounds.reported), "at_least": .number(bounds.atLeast), "at_most": .number(bounds.atMost),
      "allowance": .number(bounds.allowance), "is_exact": .flag(bounds.isExact),
    ]
  }
}
