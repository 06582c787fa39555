/// The report for people: `summary.md`, in GitHub Flavored Markdown.
public struct MarkdownReport: ReportFormat {
  /// How many types get a column of their own in the table of countries and types; the rest is summed up.
  public var matrixColumns: Int
  /// How many proposals are shown; `proposals.csv` has all.
  public var shownProposals: Int

  /// - Parameters:
  ///   - matrixColumns: The number of types that get a column of their own.
  ///   - shownProposals: The number of proposals shown.
  public init(matrixColumns: Int = 8, shownProposals: Int = 10) {
    self.matrixColumns = max(1, matrixColumns)
    self.shownProposals = max(0, shownProposals)
  }

  /// One file, `summary.md`; a sensible one as well for a letter that nobody signed.
  public func files(for summary: Summary) -> [ReportFile] {
    let sections = [
      heading(summary), breakdowns(summary), matrix(summary), MarkdownBounds().text(summary),
      sectionsOfParents(summary), people(summary),
      MarkdownRules().text(summary), reconciliation(summary), dataQuality(summary),
      MarkdownDecisions(limit: shownProposals).text(summary), howToRead(summary),
    ]
    let text = sections.joined()
    return [ReportFile(path: "summary.md", text: text.hasSuffix("\n\n") ? String(text.dropLast()) : text)]
  }

  // MARK: Headline

  /// The title, and the one sentence that people quote.
  private func heading(_ summary: Summary) -> String {
    let title = summary.title.isEmpty ? "Signatures" : MarkdownText.inert(summary.title)
    let headline = summary.headline
    let organizations = NumberText.counted(headline.organizations.reported, "organization", "organizations")
    let countries = NumberText.counted(headline.countries.reported, "country", "countries")
    var text = "# \(title)\n\n"
    if headline.organizations.reported == 0, summary.peopleSigned > 0 {
      text += "**\(NumberText.counted(summary.peopleSigned, "person", "people"))** signed, and no organization.\n\n"
    } else {
      text += "**\(organizations) from \(countries)**" + boundsInWords(headline) + "." + unlocated(summary)
      text += headline.countries.reported > 0 ? " A country is \(summary.policy.countryRule.words).\n\n" : "\n\n"
      text += MarkdownBounds().sentence(summary)
    }
    if let days = summary.days {
      text +=
        days.lowerBound == days.upperBound
        ? "Signed on \(days.lowerBound).\n\n" : "Signed from \(days.lowerBound) to \(days.upperBound).\n\n"
    }
    if headline.organizations.reported == 0, summary.peopleSigned == 0 {
      text += "No organization has been counted; the section “Every record” says what became of the records.\n\n"
    }
    return text
  }

  /// Of how many organizations no country is known: without it a count of countries says too much.
  private func unlocated(_ summary: Summary) -> String {
    guard let unresolved = summary.countries.rows.first(where: { $0.key == .unresolved })?.organizations.reported
    else { return "" }
    return " Nothing tells the country of \(NumberText.counted(unresolved, "organization", "organizations"))."
  }

  private func boundsInWords(_ headline: Headline) -> String {
    let (organizations, countries) = (headline.organizations, headline.countries)
    guard !(organizations.isExact && countries.isExact) else { return " (no proposal is open)" }
    let range =
      "at least \(NumberText.grouped(organizations.atLeast)), "
      + "at most \(NumberText.grouped(organizations.atMost))"
    guard !countries.isExact else { return " (\(range))" }
    return " (\(range); countries: at least \(NumberText.grouped(countries.atLeast)), "
      + "at most \(NumberText.grouped(countries.atMost)))"
  }

  // MARK: Breakdowns

  private func breakdowns(_ summary: Summary) -> String {
    guard summary.headline.organizations.reported > 0 else { return "" }
    let total = summary.headline.organizations
    return breakdown("By country", "Country", summary.countries, total) { key in
      guard let code = key.country else { return "" }
      return summary.countryEntries[code]?.countsAsCountry == false ? " (not counted as a country)" : ""
    }
      + breakdown("By region", "Region", summary.regions, total, note: "Regions of the United Nations' standard M49.")
      + breakdown("By sub-region", "Sub-region", summary.subregions, total)
      + breakdown("By type", "Type", summary.types, total, note: weakTypes(summary))
      + breakdown("By scope", "Scope", summary.scopes, total, note: guessedScopes(summary))
  }

  private func guessedScopes(_ summary: Summary) -> String {
    let guessed = summary.guessedScopes
    guard guessed > 0 else { return "" }
    let organizations = NumberText.counted(guessed, "unresolved organization states", "unresolved organizations state")
    return "\(organizations) no country where most do: a sign of an international body, but no proof, "
      + "so that none is counted as one."
  }

  private func weakTypes(_ summary: Summary) -> String {
    let weak = summary.weakTypes
    guard weak > 0 else { return "" }
    return "\(NumberText.counted(weak, "type is a weak guess", "types are weak guesses")), left out of *at least*."
  }

  private func breakdown<Key>(
    _ title: String, _ heading: String, _ breakdown: Breakdown<Key>, _ total: Bounds, note: String = "",
    mark: (Key) -> String = { _ in "" }
  ) -> String {
    var table = MarkdownTable([
      .text(heading), .number("Organizations"), .number("At least"), .number("At most"), .number("Share"),
    ])
    for row in breakdown.rows {
      let bounds = row.organizations
      table.append([
        MarkdownText.inert(row.name) + mark(row.key), NumberText.grouped(bounds.reported),
        NumberText.grouped(bounds.atLeast), NumberText.grouped(bounds.atMost), "\(row.share)%",
      ])
    }
    // The total's own bounds: those of rows don't sum, since what leaves one row stands in another.
    let shares = Share(tenths: breakdown.rows.reduce(0) { $0 + $1.share.tenths })
    let whole = [total.reported, total.atLeast, total.atMost].map(NumberText.grouped)
    table.appendBold(["Total"] + whole + ["\(shares)%"])
    return "## \(title)\n\n" + (note.isEmpty ? "" : "\(note)\n\n") + table.text
  }

  private func matrix(_ summary: Summary) -> String {
    guard summary.headline.organizations.reported > 0 else { return "" }
    let rows = summary.types.rows
    // One type more than there is room for fits as well as a column that sums up two.
    let own = rows.count <= matrixColumns + 1 ? rows : Array(rows.prefix(matrixColumns))
    let hasRest = own.count < rows.count
    let columns = Dictionary(own.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { column, _ in column })
    var table = MarkdownTable(
      [.text("Country")] + own.map { .number($0.name) } + (hasRest ? [.number("Other types")] : []) + [.number("Total")]
    )
    var cells: [Home: [Int]] = [:]
    let width = own.count + (hasRest ? 1 : 0)
    for cell in summary.matrix {
      cells[cell.home, default: Array(repeating: 0, count: width)][columns[cell.type] ?? width - 1] +=
        cell.organizations
    }
    var totals = Array(repeating: 0, count: width)
    for row in summary.countries.rows {
      let counts = cells[row.key] ?? Array(repeating: 0, count: width)
      for index in counts.indices { totals[index] += counts[index] }
      let numbers = counts.map { $0 == 0 ? "" : NumberText.grouped($0) }
      table.append([MarkdownText.inert(row.name)] + numbers + [NumberText.grouped(counts.reduce(0, +))])
    }
    table.appendBold(["Total"] + (totals + [totals.reduce(0, +)]).map(NumberText.grouped))
    return "## By country and type\n\n" + table.text
  }

  // MARK: Sections and people

  private func sectionsOfParents(_ summary: Summary) -> String {
    let sections = summary.sections
    guard sections.sections > 0 else { return "" }
    let organizations = NumberText.counted(sections.organizations, "organization", "organizations")
    let verb = sections.sections == 1 ? "is a section" : "are sections"
    let parents = NumberText.counted(sections.parents, "parent", "parents")
    var text = "\(organizations), of which \(NumberText.grouped(sections.sections)) \(verb) of \(parents)."
    if summary.policy.sections == .collapsedToParents {
      let left = NumberText.counted(sections.organizationsWhenCollapsed, "organization", "organizations")
      text += " All figures count each section with its parent: \(left). The lists hold every one that signed."
    }
    return "## Sections\n\n\(text)\n\n"
  }

  private func people(_ summary: Summary) -> String {
    var table = MarkdownTable([.text("Who signed"), .number("Records"), .number("Signatures")])
    for count in summary.capacities {
      table.append([count.capacity.words, NumberText.grouped(count.records), NumberText.grouped(count.signatures)])
    }
    table.appendBold([
      "Total", NumberText.grouped(summary.capacities.reduce(0) { $0 + $1.records }),
      NumberText.grouped(summary.capacities.reduce(0) { $0 + $1.signatures }),
    ])
    return "## Signatures\n\nPeople are counted, not listed, and no organization's count contains them.\n\n"
      + table.text + peopleByCountry(summary.people)
  }

  private func peopleByCountry(_ people: PeopleByCountry) -> String {
    if people.otherCountries == 0, people.rows.allSatisfy(\.country.isEmpty) { return "" }
    var table = MarkdownTable([.text("People by country"), .number("Signatures")])
    for row in people.rows {
      table.append([
        row.country.isEmpty ? "No country known" : MarkdownText.inert(row.country), NumberText.grouped(row.signatures),
      ])
    }
    if people.otherCountries > 0 {
      let others = NumberText.counted(people.otherCountries, "other country", "other countries")
      table.append(["\(others), too few people to be told apart", NumberText.grouped(people.otherSignatures)])
    }
    let total = people.rows.reduce(people.otherSignatures) { $0 + $1.signatures }
    table.appendBold(["Total", NumberText.grouped(total)])
    return table.text
  }

  // MARK: Where the figures come from

  private func reconciliation(_ summary: Summary) -> String {
    let all = summary.reconciliation
    var parts: [(String, Int)] = [
      ("as organizations", all.organizations), ("as people with an affiliation", all.affiliatedIndividuals),
      ("as people", all.individuals),
    ]
    for reason in DropReason.allCases {
      if let count = all.dropped[reason] { parts.append(("left out: \(reason.words)", count)) }
    }
    if all.unaccounted != 0 { parts.append(("**unaccounted for**", all.unaccounted)) }
    let sum = parts.filter { $0.1 != 0 }.map { "\(NumberText.grouped($0.1)) \($0.0)" }.joined(separator: " + ")
    var text = "## Every record\n\n\(NumberText.counted(all.read, "record", "records")) read"
    text += sum.isEmpty ? ".\n\n" : " = \(sum).\n\n"
    var table = MarkdownTable([.text("Input"), .number("Records")])
    for input in summary.inputs { table.append([MarkdownText.inert(input.name), NumberText.grouped(input.records)]) }
    table.appendBold(["Total", NumberText.grouped(all.read)])
    text += table.text
    if summary.unlistedOrganizations > 0 {
      let organizations = NumberText.counted(summary.unlistedOrganizations, "organization is", "organizations are")
      text += "\(organizations) counted but listed nowhere, because nobody who signed for it agreed to being listed"
      let proposals = NumberText.counted(summary.unlistedProposals, "proposal", "proposals")
      text +=
        summary.unlistedProposals > 0
        ? "; nor \(summary.unlistedProposals == 1 ? "is" : "are") \(proposals) "
          + "about them.\n\n" : ".\n\n"
    }
    return text
  }

  private func dataQuality(_ summary: Summary) -> String {
    guard !summary.findingGroups.isEmpty else { return "## Data quality\n\nNothing was found wrong.\n\n" }
    var table = MarkdownTable([
      .text("Severity"), .text("Finding"), .number("Times"), .text("For example"), .text("What to do"),
    ])
    for group in summary.findingGroups {
      table.append([
        group.severity.rawValue, MarkdownText.inert(group.slug), NumberText.grouped(group.count),
        MarkdownText.inert(group.example), MarkdownText.inert(group.remedy),
      ])
    }
    return "## Data quality\n\nEach finding is a line of `findings.csv`.\n\n" + table.text
  }

  private func howToRead(_ summary: Summary) -> String {
    """
    ## How to read this

    - *Organizations* is the count with all merges and decisions applied. *At least* and *at most* hold whatever is \
    decided about the open proposals; they are not an estimate of other errors.
    - *At least* also allows for names of one organization that nothing in them shows to be one: \
    \(MarkdownBounds.allowance(summary)) (policy `invisible-links`). Each row bears its part, rounded up, but never its \
    last organization; countries bear none.
    - *At least* of a type leaves out organizations whose type is a weak guess.
    - Bounds of rows don't sum to those of the total: what leaves one row stands in another.
    - International and regional bodies, organizations of several countries and unresolved ones stand apart, and are \
    never counted as countries.
    - “Over N organizations” is true when N is below *at least*.
    - `organizations.csv` lists the organizations, `variants.csv` every way in which each was written and why it is the \
    same one.

    """
  }
}
