import Undersigned

/// How figures hold on parts of sets.
enum HoldoutText {
  /// The parts of one kind of one set.
  struct Judged {
    /// The set and the kind of parts.
    var name: String
    /// What the parts are called in figures.
    var group: String
    var spread: ScoreSpread
    /// The name of each part, in the order of the scores.
    var parts: [String]

    /// The part of the lowest F1; of equals, the first.
    var worst: String {
      let scores = spread.scores.map(\.f1)
      return zip(scores, parts).min { $0.0 < $1.0 }?.1 ?? ""
    }
  }

  /// A line for each kind of parts.
  static func text(_ judged: [Judged]) -> String {
    if judged.isEmpty { return "No country has enough rows to be judged by itself." }
    var rows = [
      [
        "on parts", "parts", "precision min", "median", "pooled", "recall min", "median", "pooled", "F1 min", "median",
        "max", "pooled", "count error", "lowest F1",
      ]
    ]
    for part in judged {
      let precision = part.spread.range(of: \.precision)
      let recall = part.spread.range(of: \.recall)
      let f1 = part.spread.range(of: \.f1)
      let pooled = part.spread.pooled
      rows.append(
        [part.name, String(part.spread.scores.count)]
          + [
            precision.minimum, precision.median, pooled.precision, recall.minimum, recall.median, pooled.recall,
            f1.minimum, f1.median, f1.maximum, pooled.f1,
          ].map { FigureText.share($0) } + [FigureText.percent(pooled.countErrorPercent), part.worst])
    }
    return TextTable.text(rows)
  }

  /// The figures for scripts.
  static func figures(of judged: Judged) -> [Figure] {
    let figures: [(String, (LinkageScore) -> Double)] = [
      ("precision", \.precision), ("recall", \.recall), ("f1", \.f1), ("b_cubed_f1", \.bCubedF1),
      ("count_error_percent", \.countErrorPercent),
    ]
    return [Figure(judged.group, "parts", judged.spread.scores.count)]
      + figures.flatMap { name, figure in
        let range = judged.spread.range(of: figure)
        return [
          Figure(judged.group, "\(name)_minimum", range.minimum), Figure(judged.group, "\(name)_median", range.median),
          Figure(judged.group, "\(name)_maximum", range.maximum), Figure(judged.group, "\(name)_mean", range.mean),
          Figure(judged.group, "\(name)_pooled", figure(judged.spread.pooled)),
        ]
      }
  }
}
