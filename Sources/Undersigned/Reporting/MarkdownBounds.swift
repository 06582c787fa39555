/// The part of the report that tells what each *at least* leaves out, and why.
struct MarkdownBounds {
  /// The sentence under the headline; empty where nothing is left out.
  func sentence(_ summary: Summary) -> String {
    let leftOut = SummarySentences(summary).leftOut
    return leftOut.isEmpty ? "" : "*At least* leaves out \(leftOut).\n\n"
  }

  /// The policy in words.
  static func allowance(_ summary: Summary) -> String {
    switch summary.policy.invisibleLinks.portion {
    case .count(let count): NumberText.counted(count, "link", "links")
    case .share: "\(summary.policy.invisibleLinks) of the organizations, to the nearest whole one"
    }
  }

  /// A line for each figure whose *at least* is below the count; empty where none is.
  func text(_ summary: Summary) -> String {
    var table = MarkdownTable([
      .text("Figure"), .number("Counted"), .number("Open proposals"), .number("Weak guesses"),
      .number("Links that no name shows"), .number("At least"),
    ])
    var isEmpty = true
    func add(_ name: String, _ bounds: Bounds) {
      guard bounds.reported > bounds.atLeast else { return }
      isEmpty = false
      let parts = [bounds.proposals, bounds.weakGuesses, bounds.allowance].map {
        $0 == 0 ? "" : NumberText.grouped(-$0)
      }
      table.append(
        [MarkdownText.inert(name), NumberText.grouped(bounds.reported)] + parts + [NumberText.grouped(bounds.atLeast)])
    }
    add("Organizations", summary.headline.organizations)
    add("Countries", summary.headline.countries)
    for row in summary.countries.rows { add("Country: \(row.name)", row.organizations) }
    for row in summary.regions.rows { add("Region: \(row.name)", row.organizations) }
    for row in summary.types.rows { add("Type: \(row.name)", row.organizations) }
    guard !isEmpty else { return "" }
    return "## What *at least* leaves out\n\n" + table.text
  }
}
