import Undersigned

/// An evaluation as text and as JSON.
enum EvaluationText {
  /// A table: the pipeline's line, the fingerprint's, then a line a kind of label.
  static func table(_ file: String, of evaluation: Evaluation) -> String {
    var lines = [
      "\(file): \(evaluation.linkage.rows) rows, \(evaluation.linkage.entities) organizations",
      row(["", "precision", "recall", "F1", "B3 F1", "clusters", "count error"]),
      row(["undersigned"] + figures(evaluation.linkage)),
      row(["fingerprint"] + figures(evaluation.fingerprint)),
      "proposals: \(evaluation.proposals), "
        + JSONText.decimal(
          100 * Double(evaluation.proposals) / Double(max(1, evaluation.linkage.entities)), decimals: 1)
        + " per 100 organizations",
    ]
    for (name, score) in labels(evaluation) {
      lines.append(
        "\(name): accuracy \(share(score.accuracy)) (\(score.correct) of \(score.labelled)), where answered "
          + "\(share(score.precision)), answered \(share(score.coverage))")
    }
    return lines.joined(separator: "\n")
  }

  /// The same figures for scripts.
  static func json(_ file: String, of evaluation: Evaluation) -> JSONText {
    var members: [(String, JSONText)] = [
      ("file", .string(file)), ("rows", .integer(evaluation.linkage.rows)),
      ("organizations", .integer(evaluation.linkage.entities)), ("proposals", .integer(evaluation.proposals)),
      ("linkage", linkage(evaluation.linkage)), ("fingerprint", linkage(evaluation.fingerprint)),
    ]
    for (name, score) in labels(evaluation) {
      members.append(
        (
          name.split(separator: " ").joined(separator: "_"),
          .object([
            ("accuracy", .number(score.accuracy, decimals: 4)), ("precision", .number(score.precision, decimals: 4)),
            ("coverage", .number(score.coverage, decimals: 4)), ("correct", .integer(score.correct)),
            ("labelled", .integer(score.labelled)),
          ])
        ))
    }
    return .object(members)
  }

  private static func labels(_ evaluation: Evaluation) -> [(String, LabelScore)] {
    [
      ("country", evaluation.country), ("scope", evaluation.scope), ("type", evaluation.type),
      ("strong type", evaluation.strongType),
    ].compactMap { name, score in score.map { (name, $0) } }
  }

  private static func linkage(_ score: LinkageScore) -> JSONText {
    .object([
      ("precision", .number(score.precision, decimals: 4)), ("recall", .number(score.recall, decimals: 4)),
      ("f1", .number(score.f1, decimals: 4)), ("b_cubed_f1", .number(score.bCubedF1, decimals: 4)),
      ("clusters", .integer(score.clusters)), ("count_error_percent", .number(score.countErrorPercent, decimals: 2)),
      ("true_positives", .integer(score.truePositives)), ("false_positives", .integer(score.falsePositives)),
      ("false_negatives", .integer(score.falseNegatives)),
    ])
  }

  private static func figures(_ score: LinkageScore) -> [String] {
    [
      share(score.precision), share(score.recall), share(score.f1), share(score.bCubedF1), String(score.clusters),
      "\(score.countErrorPercent < 0 ? "" : "+")\(JSONText.decimal(score.countErrorPercent, decimals: 2)) %",
    ]
  }

  private static func share(_ value: Double) -> String { JSONText.decimal(value, decimals: 4) }

  private static func row(_ cells: [String]) -> String {
    cells.enumerated().map { index, cell in
      let padding = String(repeating: " ", count: max(0, 11 - cell.count))
      return index == 0 ? cell + padding : padding + cell
    }.joined(separator: " ")
  }
}
