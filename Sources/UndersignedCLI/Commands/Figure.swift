import Tabular
import Undersigned

/// One number of an evaluation, for scripts.
struct Figure {
  /// What it belongs to: `linkage`, `review`.
  var group: String
  /// What it is: `precision`.
  var name: String
  /// Its value; whole numbers have no decimals.
  var value: JSONText
  /// The ends of its 95 % interval, where it has one.
  var interval: (low: JSONText, high: JSONText)?

  private init(_ group: String, _ name: String, _ value: JSONText, _ interval: (low: JSONText, high: JSONText)? = nil) {
    self.group = group
    self.name = name
    self.value = value
    self.interval = interval
  }

  init(_ group: String, _ name: String, _ value: Int) { self.init(group, name, .integer(value)) }

  init(
    _ group: String, _ name: String, _ value: Double, _ interval: ClosedRange<Double>? = nil, decimals: Int = 4
  ) {
    self.init(
      group, name, .number(value, decimals: decimals),
      interval.map { (.number($0.lowerBound, decimals: decimals), .number($0.upperBound, decimals: decimals)) })
  }

  /// A name in words as one word: `each_country_alone`.
  static func identifier(_ name: String) -> String { name.split(separator: " ").joined(separator: "_") }

  /// All of an evaluation's figures.
  static func all(of evaluation: Evaluation) -> [Figure] {
    linkage("linkage", evaluation.linkage, evaluation.intervals) + linkage("fingerprint", evaluation.fingerprint)
      + review(evaluation.review) + linkage("review", evaluation.review.linkage, evaluation.review.intervals)
      + bounds(evaluation)
      + evaluation.labels.flatMap(labels)
  }

  private static func labels(_ label: Label, _ score: LabelScore) -> [Figure] {
    let group = identifier(label.rawValue)
    let figures = [
      Figure(group, "accuracy", score.accuracy), Figure(group, "precision", score.precision),
      Figure(group, "coverage", score.coverage), Figure(group, "correct", score.correct),
      Figure(group, "labelled", score.labelled),
    ]
    if !label.hasClasses { return figures }
    return figures + [Figure(group, "macro_f1", score.macroF1)]
      + score.classes.flatMap { one in
        [
          Figure(group, "\(one.value)_labelled", one.labelled), Figure(group, "\(one.value)_answered", one.answered),
          Figure(group, "\(one.value)_correct", one.correct),
        ]
      }
  }

  /// All figures of several files as CSV: `file,group,figure,value,low,high`.
  static func csv(_ files: [(path: String, figures: [Figure])]) -> [UInt8] {
    var csv = DelimitedWriter()
    csv.write(["file", "group", "figure", "value", "low", "high"])
    for (path, figures) in files {
      for figure in figures {
        csv.write([
          path, figure.group, figure.name, figure.value.description, figure.interval?.low.description ?? "",
          figure.interval?.high.description ?? "",
        ])
      }
    }
    return csv.bytes
  }

  /// The figures of a linking.
  static func linkage(_ group: String, _ score: LinkageScore, _ intervals: LinkageIntervals? = nil) -> [Figure] {
    [
      Figure(group, "rows", score.rows), Figure(group, "organizations", score.entities),
      Figure(group, "clusters", score.clusters), Figure(group, "precision", score.precision, intervals?.precision),
      Figure(group, "recall", score.recall, intervals?.recall), Figure(group, "f1", score.f1, intervals?.f1),
      Figure(group, "b_cubed_precision", score.bCubedPrecision, intervals?.bCubedPrecision),
      Figure(group, "b_cubed_recall", score.bCubedRecall, intervals?.bCubedRecall),
      Figure(group, "b_cubed_f1", score.bCubedF1, intervals?.bCubedF1),
      Figure(group, "count_error_percent", score.countErrorPercent, intervals?.countErrorPercent, decimals: 2),
      Figure(group, "true_positives", score.truePositives), Figure(group, "false_positives", score.falsePositives),
      Figure(group, "false_negatives", score.falseNegatives),
    ]
  }

  private static func review(_ review: ReviewScore) -> [Figure] {
    [
      Figure("proposals", "count", review.proposals), Figure("proposals", "true", review.trueProposals),
      Figure("proposals", "per_100_organizations", review.proposalsPer100, decimals: 2),
    ] + (review.averagePrecision.map { [Figure("proposals", "average_precision", $0)] } ?? [])
  }

  private static func bounds(_ evaluation: Evaluation) -> [Figure] {
    let bounds = evaluation.bounds
    return [
      Figure("bounds", "at_least", bounds.bounds.atLeast), Figure("bounds", "truth", bounds.truth),
      Figure("bounds", "reported", bounds.bounds.reported), Figure("bounds", "at_most", bounds.bounds.atMost),
      Figure("bounds", "truth_inside", bounds.isInside ? 1 : 0),
      Figure("bounds", "width_percent", bounds.widthPercent, decimals: 2),
      Figure("bounds", "at_least_without_allowance", bounds.bounds.atLeastWithoutAllowance),
      Figure("bounds", "truth_inside_without_allowance", bounds.withoutAllowance.isInside ? 1 : 0),
      Figure("bounds", "width_percent_without_allowance", bounds.withoutAllowance.widthPercent, decimals: 2),
      Figure("effort", "distinct_names", evaluation.distinctNames),
      Figure("effort", "compared_pairs", evaluation.comparedPairs),
      Figure("effort", "pairs_per_name", evaluation.pairsPerName, decimals: 2),
    ]
  }
}

extension [Figure] {
  /// An object of groups, each an object of figures; an interval's ends follow their figure.
  var json: [(String, JSONText)] {
    var groups: [(name: String, members: [(String, JSONText)])] = []
    for figure in self {
      if groups.last?.name != figure.group { groups.append((figure.group, [])) }
      groups[groups.count - 1].members.append((figure.name, figure.value))
      if let interval = figure.interval {
        groups[groups.count - 1].members += [
          ("\(figure.name)_low", interval.low), ("\(figure.name)_high", interval.high),
        ]
      }
    }
    return groups.map { ($0.name, .object($0.members)) }
  }
}
