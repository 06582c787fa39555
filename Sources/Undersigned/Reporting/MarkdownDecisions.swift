import Tabular

/// The section of the report with what a person should decide, and lines that are ready for the decisions file.
struct MarkdownDecisions {
  /// How many proposals are shown.
  let limit: Int

  func text(_ summary: Summary) -> String {
    let proposals = summary.proposals.prefix(limit)
    guard !proposals.isEmpty else {
      guard summary.unlistedProposals == 0 else { return "" }
      return "## What needs a decision\n\nNothing: no proposal is open.\n\n"
    }
    var text = "## What needs a decision\n\n"
    text +=
      proposals.count < summary.proposals.count
      ? "The \(proposals.count) most effective of \(NumberText.grouped(summary.proposals.count)) proposals; "
        + "`proposals.csv` has all.\n\n"
      : "\(NumberText.counted(proposals.count, "proposal", "proposals")), the most effective first.\n\n"
    for line in proposals {
      text += "\(line.rank). **\(MarkdownText.inert(line.left.name))** (\(MarkdownText.inert(line.left.homeName))) and "
      text += "**\(MarkdownText.inert(line.right.name))** (\(MarkdownText.inert(line.right.homeName))): "
      text += "score \(NumberText.hundredths(line.score)); \(line.effect)\n"
      // Below ten and from ten on, a list inside an item begins where the item's text does.
      let indent = String(repeating: " ", count: "\(line.rank). ".count)
      for evidence in line.evidence { text += "\(indent)- \(MarkdownText.inert(evidence.description))\n" }
    }
    text += "\nPaste what holds into `decisions.csv`, with `apart` for `same` where they are two:\n\n```csv\n"
    text += record(DecisionFile.header)
    for line in proposals {
      text += record([
        "same", line.wording.name, line.wording.country?.description ?? "", line.wording.value, "", "", "",
      ])
    }
    return text + "```\n\n"
  }

  /// A line for the decisions file. Its names are keys, so none gets an apostrophe before it.
  private func record(_ cells: [String]) -> String {
    var csv = DelimitedWriter()
    csv.write(cells)
    return MarkdownText.code(String(decoding: csv.bytes, as: UTF8.self)) + "\n"
  }
}
