import Tabular

/// What the page of a run in GitHub Actions tells of a letter: short, and in Markdown that names can do no harm in.
public struct JobSummary: Sendable {
  /// How many bytes the summaries of one step may have together: GitHub takes 1 MiB, and drops all of them if they are
  /// larger.
  public static let limit = 1_000_000

  /// How many rows a table has, and how many names a list.
  static let rows = 12

  /// One part of it; those that come first are kept longest.
  private struct Section {
    let title: String
    let text: String
  }

  private let sections: [Section]

  /// A summary of what a report says.
  ///
  /// - Parameters:
  ///   - change: What is different from the report before, if there was one.
  ///   - folder: Where the report is.
  public init(_ summary: Summary, letter: String, change: EarlierReport.Change?, folder: String) {
    sections =
      [JobSummary.headline(summary, letter: letter), JobSummary.change(change), JobSummary.findings(summary)]
      + [JobSummary.countries(summary), JobSummary.types(summary), JobSummary.proposals(summary)]
      + [Section(title: "", text: "The whole report: \(JobSummary.code("\(folder)/summary.md"))\n\n")]
  }

  /// A summary of what was checked.
  ///
  /// - Parameters:
  ///   - summary: What the report would say; nothing where it could not be made.
  ///   - results: What fails or is doubtful: how bad it is, the file, and what is wrong.
  public init(
    _ summary: Summary?, letter: String, results: [(level: String, file: String, message: String)]
  ) {
    var sections: [Section] = []
    if let summary {
      sections.append(JobSummary.headline(summary, letter: letter))
    } else {
      sections.append(Section(title: "", text: "## \(MarkdownText.inert(letter))\n\nCould not be counted.\n\n"))
    }
    if results.isEmpty {
      sections.append(Section(title: "", text: "All checks hold.\n\n"))
    } else {
      var table = MarkdownTable([.text("Check"), .text("File"), .text("What")])
      for result in results.prefix(JobSummary.rows) {
        table.append([
          MarkdownText.inert(result.level), JobSummary.code(result.file),
          MarkdownText.inert(result.message, limit: 400),
        ])
      }
      sections.append(Section(title: "Checks", text: table.text + JobSummary.rest(results.count, of: "results")))
    }
    self.sections = sections
  }

  /// The text, as far as it has room; what is left out for that is said.
  ///
  /// - Parameter bytes: The most bytes that it may have.
  /// - Returns: Empty where there is no room for the headline.
  public func text(within bytes: Int = limit) -> String {
    var text = ""
    var missing: [String] = []
    // The sentence on what is missing needs room as well.
    let room = bytes - 300
    for section in sections where !section.text.isEmpty {
      if text.utf8.count + section.text.utf8.count <= room {
        text += section.text
      } else if text.isEmpty {
        return ""
      } else if !section.title.isEmpty {
        missing.append(section.title)
      }
    }
    if !missing.isEmpty {
      text += "Left out, because GitHub shows no more than 1 MiB for a step: \(missing.joined(separator: ", ")).\n\n"
    }
    return text
  }

  // MARK: Sections

  private static func headline(_ summary: Summary, letter: String) -> Section {
    let sentences = SummarySentences(summary)
    let title = summary.title.isEmpty || summary.title == letter ? letter : "\(letter): \(summary.title)"
    let parts = ["**\(sentences.signers)** (\(sentences.bounds)).", sentences.unlocated, sentences.records]
    return Section(
      title: "",
      text: "## \(MarkdownText.inert(title))\n\n\(parts.filter { !$0.isEmpty }.joined(separator: " "))\n\n")
  }

  private static func change(_ change: EarlierReport.Change?) -> Section {
    guard let change else { return Section(title: "", text: "") }
    var text = "### Since the report before\n\n"
    if change.joined.isEmpty, change.left == 0, change.before == change.now {
      return Section(title: "", text: text + "No organization came or went.\n\n")
    }
    text += "\(NumberText.grouped(change.before)) organizations before, \(NumberText.grouped(change.now)) now; "
    text += "\(NumberText.grouped(change.joined.count)) listed that were not, "
    text += "\(NumberText.grouped(change.left)) not listed any more.\n\n"
    for name in change.joined.prefix(rows) { text += "- \(MarkdownText.inert(name))\n" }
    if change.joined.count > rows { text += "- and \(NumberText.grouped(change.joined.count - rows)) more\n" }
    return Section(title: "Since the report before", text: text + (change.joined.isEmpty ? "" : "\n"))
  }

  private static func findings(_ summary: Summary) -> Section {
    guard !summary.findingGroups.isEmpty else { return Section(title: "", text: "") }
    var table = MarkdownTable([.text("Finding"), .text("Severity"), .number("Times"), .text("Such as")])
    for group in summary.findingGroups.prefix(rows) {
      table.append([
        MarkdownText.inert(group.slug), MarkdownText.inert(group.severity.rawValue), NumberText.grouped(group.count),
        MarkdownText.inert(group.example),
      ])
    }
    return Section(
      title: "Findings", text: "### Findings\n\n" + table.text + rest(summary.findingGroups.count, of: "kinds"))
  }

  private static func countries(_ summary: Summary) -> Section {
    figures("By country", "Country", summary.countries.rows.map { ($0.name, $0.organizations) })
  }

  private static func types(_ summary: Summary) -> Section {
    figures("By type", "Type", summary.types.rows.map { ($0.name, $0.organizations) })
  }

  private static func figures(_ title: String, _ heading: String, _ rows: [(name: String, bounds: Bounds)]) -> Section {
    guard !rows.isEmpty else { return Section(title: "", text: "") }
    var table = MarkdownTable([.text(heading), .number("Organizations"), .number("At least"), .number("At most")])
    for row in rows.prefix(JobSummary.rows) {
      table.append(
        [MarkdownText.inert(row.name)]
          + [row.bounds.reported, row.bounds.atLeast, row.bounds.atMost].map(NumberText.grouped))
    }
    return Section(title: title, text: "### \(title)\n\n" + table.text + rest(rows.count, of: "rows"))
  }

  private static func proposals(_ summary: Summary) -> Section {
    guard !summary.proposals.isEmpty else { return Section(title: "", text: "") }
    var table = MarkdownTable([.text("One"), .text("Other"), .text("Effect"), .number("Score")])
    for line in summary.proposals.prefix(rows) {
      table.append([
        MarkdownText.inert(line.left.name), MarkdownText.inert(line.right.name), MarkdownText.inert(line.effect),
        NumberText.hundredths(line.score),
      ])
    }
    return Section(
      title: "To be decided",
      text: "### To be decided\n\n" + table.text + rest(summary.proposals.count, of: "proposals"))
  }

  private static func rest(_ count: Int, of what: String) -> String {
    count > rows ? "The first \(rows) of \(NumberText.grouped(count)) \(what).\n\n" : ""
  }

  /// A path as code: nothing in it acts, whatever it is called.
  private static func code(_ path: String) -> String {
    let line = VisibleText.cut(VisibleText.oneLine(path), 200)
    return line.contains("`") || line.contains("|") ? MarkdownText.inert(line) : "`\(line)`"
  }
}
