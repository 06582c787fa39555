import Undersigned

/// What each part of linking brings to each set.
struct AblationText {
  /// A set, as it is linked with everything, and without each part.
  struct Judged {
    var name: String
    var whole: Ablation.Outcome
    var without: [Ablation.Part: Ablation.Outcome]
  }

  private let judged: [Judged]
  /// The parts of any set, those that bring most F1 over all sets first.
  private let parts: [Ablation.Part]

  init(_ judged: [Judged]) {
    self.judged = judged
    var gains: [Ablation.Part: Double] = [:]
    for set in judged {
      for (part, outcome) in set.without { gains[part, default: 0] += set.whole.linkage.f1 - outcome.linkage.f1 }
    }
    parts = gains.sorted { left, right in
      left.value != right.value ? left.value > right.value : AblationText.precedes(left.key, right.key)
    }.map(\.key)
  }

  /// For one set all that each part brings; for several what it brings to F1.
  var text: String {
    judged.count == 1 ? single(judged[0]) : several
  }

  private func single(_ set: Judged) -> String {
    var rows = [
      ["\(set.name): what each brings", "", "precision", "recall", "F1", "count error", "F1 after review", "proposals"]
    ]
    for part in parts {
      let outcome = set.without[part]!
      rows.append([
        part.name, part.kind, gain(set, part, \.linkage.precision), gain(set, part, \.linkage.recall),
        gain(set, part, \.linkage.f1),
        FigureText.percent(set.whole.linkage.countErrorPercent - outcome.linkage.countErrorPercent),
        gain(set, part, \.review.linkage.f1),
        FigureText.signed(Double(set.whole.review.proposals - outcome.review.proposals), decimals: 0),
      ])
    }
    return TextTable.text(rows) + "\nAll figures: with the part less without it."
  }

  private var several: String {
    var rows = [["F1 that each brings", "", "mean"] + judged.map(\.name)]
    for part in parts {
      let gains = judged.map { set in set.without[part].map { set.whole.linkage.f1 - $0.linkage.f1 } }
      let mean = gains.reduce(0) { $0 + ($1 ?? 0) } / Double(judged.count)
      rows.append(
        [part.name, part.kind, FigureText.signed(mean, decimals: 4)]
          + gains.map { $0.map { FigureText.signed($0, decimals: 4) } ?? "-" })
    }
    return TextTable.text(rows) + "\nAll figures: F1 with the part less F1 without it; - where a set does not show it."
  }

  private func gain(
    _ set: Judged, _ part: Ablation.Part, _ figure: (Ablation.Outcome) -> Double
  ) -> String {
    FigureText.signed(figure(set.whole) - figure(set.without[part]!), decimals: 4)
  }

  /// The figures without each part, for scripts; `nothing` is linking as it is.
  static func figures(of set: Judged) -> [Figure] {
    let parts = set.without.sorted { precedes($0.key, $1.key) }
    return figures("nothing", set.whole) + parts.flatMap { figures("\($0.key.kind): \($0.key.name)", $0.value) }
  }

  /// By kind, then by name.
  private static func precedes(_ left: Ablation.Part, _ right: Ablation.Part) -> Bool {
    (left.kind, left.name) < (right.kind, right.name)
  }

  private static func figures(_ group: String, _ outcome: Ablation.Outcome) -> [Figure] {
    Figure.linkage(group, outcome.linkage)
      + [
        Figure(group, "f1_after_review", outcome.review.linkage.f1),
        Figure(group, "count_error_percent_after_review", outcome.review.linkage.countErrorPercent, decimals: 2),
        Figure(group, "proposals", outcome.review.proposals),
        Figure(group, "true_proposals", outcome.review.trueProposals),
      ]
  }
}
