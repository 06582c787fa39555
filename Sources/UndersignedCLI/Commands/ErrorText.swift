import Undersigned

/// What linking got wrong on a set, an error in a few lines.
enum ErrorText {
  /// All errors that were asked for, the worst first.
  static func text(_ name: String, _ errors: [LinkageError], blocking: BlockingScore) -> String {
    let share = "\(name): \(blocking.comparedTruePairs) of \(blocking.truePairs) pairs of names that belong together"
    let head = "\(share) were compared (\(FigureText.share(blocking.recall)))"
    return ([head] + errors.map(line)).joined(separator: "\n")
  }

  private static func line(_ error: LinkageError) -> String {
    let verdict =
      switch error.kind {
      case .falseMerge: "merged, but two organizations"
      case .missedMerge: error.isProposed ? "proposed, but one organization" : "apart, but one organization"
      }
    let rows = error.rowPairs == 1 ? "1 pair of rows" : "\(error.rowPairs) pairs of rows"
    let evidence = error.evidence.map(\.description).joined(separator: "; ")
    return "  \(verdict) (\(rows), score \(JSONText.decimal(error.score, decimals: 2))): \(side(error.left)) and "
      + "\(side(error.right))\n      \(evidence.isEmpty ? "no evidence" : evidence)"
  }

  private static func side(_ side: LinkageError.Side) -> String {
    side.countries.isEmpty ? "'\(side.name)'" : "'\(side.name)' \(side.countries)"
  }

  /// The errors for scripts.
  static func json(_ errors: [LinkageError]) -> JSONText {
    .array(
      errors.map { error in
        .object([
          ("kind", .string(error.kind.rawValue)), ("name_a", .string(error.left.name)),
          ("country_a", .string(error.left.countries)), ("name_b", .string(error.right.name)),
          ("country_b", .string(error.right.countries)), ("score", .number(error.score, decimals: 4)),
          ("row_pairs", .integer(error.rowPairs)), ("proposed", .boolean(error.isProposed)),
          ("evidence", .array(error.evidence.map { .string($0.description) })),
        ])
      })
  }
}
