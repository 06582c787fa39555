import Tabular
import Undersigned

/// Proposals as lines that are ready for a decisions file, each with its reasons in a comment above it.
enum ProposalLines {
  static func csv(_ proposals: ProposalList) -> [UInt8] {
    var csv = DelimitedWriter()
    csv.write(DecisionFile.header)
    var bytes = csv.bytes
    for line in proposals {
      let reasons = line.evidence.map(\.description).joined(separator: "; ")
      let comment =
        "# \(line.rank). \(line.left.homeName) / \(line.right.homeName), score "
        + "\(JSONText.decimal(line.score, decimals: 2)), \(line.effect)\(reasons.isEmpty ? "" : ": \(reasons)")"
      // A line end in a name would end the comment.
      bytes += Array(Terminal.inert(comment.split(whereSeparator: \.isNewline).joined(separator: " ")).utf8) + [0x0A]
      var record = DelimitedWriter()
      let wording = proposals.wordings(of: line).decision
      record.write([
        Decision.Action.same.rawValue, wording.name, wording.country?.description ?? "", wording.value, "", "", "",
      ])
      bytes += record.bytes
    }
    return bytes
  }
}
