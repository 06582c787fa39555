import Undersigned

/// Evaluations as tables for a terminal, a line for each set.
enum EvaluationText {
  /// One set with what was found.
  typealias Judged = (name: String, evaluation: Evaluation)

  /// Linking, then what a person who reviews makes of it, then bounds, then other labels where there are any.
  static func tables(_ judged: [Judged]) -> String {
    let parts = [linkage(judged), bCubed(judged), review(judged), bounds(judged), labels(judged)]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// One set linked without a table of aliases and with it.
  typealias Gain = (name: String, without: LinkageScore, with: LinkageScore)

  /// What a table of aliases brings.
  static func aliases(_ gains: [Gain]) -> String {
    var rows = [["what the aliases bring", "precision", "recall", "F1", "count error without", "with"]]
    for gain in gains {
      rows.append([
        gain.name, FigureText.signed(gain.with.precision - gain.without.precision, decimals: 4),
        FigureText.signed(gain.with.recall - gain.without.recall, decimals: 4),
        FigureText.signed(gain.with.f1 - gain.without.f1, decimals: 4),
        FigureText.percent(gain.without.countErrorPercent), FigureText.percent(gain.with.countErrorPercent),
      ])
    }
    return TextTable.text(rows)
  }

  private static func linkage(_ judged: [Judged]) -> String {
    var rows = [
      ["linking", "rows", "organizations", "precision (95 %)", "recall (95 %)", "F1 (95 %)", "count error (95 %)"]
    ]
    for (name, evaluation) in judged {
      let score = evaluation.linkage
      let intervals = evaluation.intervals
      rows.append([
        name, String(score.rows), String(score.entities), FigureText.share(score.precision, intervals.precision),
        FigureText.share(score.recall, intervals.recall), FigureText.share(score.f1, intervals.f1),
        FigureText.percent(score.countErrorPercent, intervals.countErrorPercent),
      ])
    }
    return TextTable.text(rows)
  }

  private static func bCubed(_ judged: [Judged]) -> String {
    var rows = [
      [
        "by row (B-cubed)", "precision (95 %)", "recall (95 %)", "F1 (95 %)", "fingerprint: precision", "recall", "F1",
        "count error",
      ]
    ]
    for (name, evaluation) in judged {
      let score = evaluation.linkage
      let intervals = evaluation.intervals
      let floor = evaluation.fingerprint
      rows.append([
        name, FigureText.share(score.bCubedPrecision, intervals.bCubedPrecision),
        FigureText.share(score.bCubedRecall, intervals.bCubedRecall),
        FigureText.share(score.bCubedF1, intervals.bCubedF1), FigureText.share(floor.precision),
        FigureText.share(floor.recall), FigureText.share(floor.f1), FigureText.percent(floor.countErrorPercent),
      ])
    }
    return TextTable.text(rows)
  }

  private static func review(_ judged: [Judged]) -> String {
    var rows = [
      [
        "after review", "proposals", "per 100", "true", "average precision", "precision", "recall", "F1",
        "count error (95 %)",
      ]
    ]
    for (name, evaluation) in judged {
      let review = evaluation.review
      rows.append([
        name, String(review.proposals), JSONText.decimal(review.proposalsPer100, decimals: 1),
        String(review.trueProposals), review.averagePrecision.map { FigureText.share($0) } ?? "-",
        FigureText.share(review.linkage.precision), FigureText.share(review.linkage.recall),
        FigureText.share(review.linkage.f1),
        FigureText.percent(review.linkage.countErrorPercent, review.intervals.countErrorPercent),
      ])
    }
    return TextTable.text(rows)
  }

  private static func bounds(_ judged: [Judged]) -> String {
    var rows = [
      [
        "bounds", "at least", "truth", "reported", "at most", "truth inside", "width", "at least without allowance",
        "truth inside", "width", "names", "pairs per name",
      ]
    ]
    for (name, evaluation) in judged {
      let bounds = evaluation.bounds
      let plain = bounds.withoutAllowance
      rows.append([
        name, "\(bounds.bounds.atLeast) (\(FigureText.signed(bounds.atLeastPercent, decimals: 1)) %)",
        String(bounds.truth), String(bounds.bounds.reported),
        "\(bounds.bounds.atMost) (\(FigureText.signed(bounds.atMostPercent, decimals: 1)) %)",
        bounds.isInside ? "yes" : "no", "\(JSONText.decimal(bounds.widthPercent, decimals: 1)) %",
        "\(plain.bounds.atLeast) (\(FigureText.signed(plain.atLeastPercent, decimals: 1)) %)",
        plain.isInside ? "yes" : "no", "\(JSONText.decimal(plain.widthPercent, decimals: 1)) %",
        String(evaluation.distinctNames), JSONText.decimal(evaluation.pairsPerName, decimals: 1),
      ])
    }
    return TextTable.text(rows)
  }

  private static func labels(_ judged: [Judged]) -> String {
    var rows = [["labels", "accuracy", "right", "labelled", "right where answered", "answered", "macro-F1"]]
    for (name, evaluation) in judged {
      for (label, score) in evaluation.labels {
        rows.append([
          "\(name): \(label.rawValue)", FigureText.share(score.accuracy), String(score.correct), String(score.labelled),
          FigureText.share(score.precision), FigureText.share(score.coverage),
          label.hasClasses ? FigureText.share(score.macroF1) : "",
        ])
      }
    }
    return rows.count == 1 ? "" : TextTable.text(rows)
  }

  /// Scopes and types one by one; empty for a set without their labels.
  static func classes(_ name: String, _ evaluation: Evaluation) -> [String] {
    evaluation.labels.filter { $0.label.hasClasses }.map { label, score in
      var rows = [["\(name): \(label.rawValue)", "precision", "recall", "F1", "labelled", "answered", "right"]]
      for one in score.classes {
        rows.append([
          one.value, one.precision.map { FigureText.share($0) } ?? "-", one.recall.map { FigureText.share($0) } ?? "-",
          FigureText.share(one.f1), String(one.labelled), String(one.answered), String(one.correct),
        ])
      }
      return TextTable.text(rows)
    }
  }
}

extension Label {
  /// Whether its values are few, and each is worth a line.
  var hasClasses: Bool {
    switch self {
    case .country, .statedCountry, .noCountry: false
    case .scope, .type, .typeOrNGO, .strongType: true
    }
  }
}
