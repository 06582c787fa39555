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

  /// Names whose country, scope or type is wrong, the worst of each kind first.
  static func text(_ name: String, _ errors: [LabelError]) -> String {
    let lines = errors.map { error in
      let strength = error.strength.map { " (\($0.rawValue))" } ?? ""
      let answer = error.answer.isEmpty ? "nothing" : error.answer + strength
      let rows = error.rows == 1 ? "1 row" : "\(error.rows) rows"
      let stated = error.country.isEmpty ? "" : ", \(error.country)"
      let evidence = error.evidence.map(\.description).joined(separator: "; ")
      return "  \(error.label.rawValue) \(answer), but \(error.expected) (\(rows)): '\(error.name)'\(stated)\n      "
        + (evidence.isEmpty ? "no evidence" : evidence)
    }
    return (["\(name): labels that were not found"] + lines).joined(separator: "\n")
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

  /// The errors for scripts.
  static func json(_ errors: [LabelError]) -> JSONText {
    .array(
      errors.map { error in
        .object([
          ("label", .string(error.label.rawValue)), ("name", .string(error.name)), ("country", .string(error.country)),
          ("expected", .string(error.expected)), ("answer", .string(error.answer)),
          ("strength", .string(error.strength?.rawValue ?? "")), ("rows", .integer(error.rows)),
          ("evidence", .array(error.evidence.map { .string($0.description) })),
        ])
      })
  }
}
