/// The report for people: `summary.md`, in GitHub Flavored Markdown.
public struct MarkdownReport: ReportFormat {
  /// How many types get a column of their own in the table of countries and types; the rest is summed up.
  public var matrixColumns: Int
  /// How many proposals are shown; `proposals.csv` has all.
  public var shownProposals: Int

  /// The section that shows the charts; empty for none.
  public var charts: @Sendable (Summary) -> String

  /// - Parameters:
  ///   - matrixColumns: The number of types that get a column of their own.
  ///   - shownProposals: The number of proposals shown.
  ///   - charts: What makes the section of charts.
  public init(
    matrixColumns: Int = 8, shownProposals: Int = 10, charts: @escaping @Sendable (Summary) -> String = { _ in "" }
  ) {
    self.matrixColumns = max(1, matrixColumns)
    self.shownProposals = max(0, shownProposals)
    self.charts = charts
  }

  /// One file, `summary.md`; a sensible one as well for a letter that nobody signed.
  public func files(for summary: Summary) -> [ReportFile] {
    let sections = [
      heading(summary), breakdowns(summary), charts(summary), matrix(summary), MarkdownBounds().text(summary),
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
    let sentences = SummarySentences(summary)
    var text = "# \(title)\n\n"
    if sentences.isOfPeopleOnly {
      text += "**\(sentences.signers)** signed, and no organization.\n\n"
    } else {
      let rest = [sentences.unlocated, sentences.countryRule].filter { !$0.isEmpty }.map { " " + $0 }.joined()
      text += "**\(sentences.signers)** (\(sentences.bounds)).\(rest)\n\n"
      text += MarkdownBounds().sentence(summary)
    }
    if !sentences.days.isEmpty { text += "\(sentences.days)\n\n" }
    if summary.headline.organizations.reported == 0, summary.peopleSigned == 0 {
      text += "No organization has been counted; the section “Every record” says what became of the records.\n\n"
    }
    return text
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
      + breakdown("By scope", "Scope", summary.scopes, total, note: SummarySentences(summary).guessedScopes)
  }

  private func weakTypes(_ summary: Summary) -> String {
    let weak = SummarySentences(summary).weakTypes
    return weak.isEmpty ? "" : "\(weak), left out of *at least*."
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
    let text = SummarySentences(summary).sections
    return text.isEmpty ? "" : "## Sections\n\n\(text)\n\n"
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
    let sentences = SummarySentences(summary)
    var text = "## Every record\n\n\(sentences.records)\n\n"
    var table = MarkdownTable([.text("Input"), .number("Records")])
    for input in summary.inputs { table.append([MarkdownText.inert(input.name), NumberText.grouped(input.records)]) }
    table.appendBold(["Total", NumberText.grouped(all.read)])
    text += table.text
    if !sentences.unlisted.isEmpty { text += "\(sentences.unlisted)\n\n" }
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
