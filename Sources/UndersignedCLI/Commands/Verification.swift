import Undersigned

/// What became of a text's claims, for people, scripts and CI.
struct Verification {
  /// The path of the text, as its user gave it.
  let name: String
  let claims: [VerifiedClaim]

  init(text name: String, claims: [VerifiedClaim]) {
    self.name = name
    self.claims = claims
  }

  /// A line a claim, with the wording to use instead beneath; then how many of each.
  var text: String {
    if claims.isEmpty { return "\(name): no claim about signatories" }
    var lines: [String] = []
    for claim in claims {
      lines.append("\(name):\(claim.line): \(claim.verdict.words): \"\(claim.claim)\" [\(claim.kind)]")
      lines.append("  \(claim.reason)")
      if let suggestion = claim.suggestion { lines.append("  say: \(suggestion)") }
    }
    let counts = VerifiedClaim.Verdict.allCases.compactMap { verdict -> String? in
      let count = claims.count { $0.verdict == verdict }
      return count > 0 ? "\(count) \(verdict.words)" : nil
    }
    lines.append("\(claims.count) \(claims.count == 1 ? "claim" : "claims"): \(counts.joined(separator: ", "))")
    return lines.joined(separator: "\n")
  }

  /// An object a claim.
  var json: JSONText {
    .array(
      claims.map { claim in
        func number(_ value: Int?) -> JSONText { value.map { .integer($0) } ?? .null }
        return .object([
          ("line", .integer(claim.line)), ("claim", .string(claim.claim)), ("kind", .string(claim.kind)),
          ("stated", number(claim.stated)), ("verdict", .string(claim.verdict.rawValue)),
          ("reported", number(claim.bounds?.reported)), ("at_least", number(claim.bounds?.atLeast)),
          ("at_most", number(claim.bounds?.atMost)), ("reason", .string(claim.reason)),
          ("suggestion", .optional(claim.suggestion)),
        ])
      })
  }

  /// Annotations of what is false or uncertain: false ones first, at most nine, and how many more there are.
  var annotations: [WorkflowCommand] {
    let commands = claims.filter { $0.verdict == .isFalse || $0.verdict == .trueOnlyIf }.map { claim in
      WorkflowCommand(
        level: claim.verdict == .isFalse ? .error : .warning, file: name, line: claim.line,
        title: "\(claim.verdict.words): \(claim.claim)",
        message: claim.reason + (claim.suggestion.map { "; say: \($0)" } ?? ""))
    }
    return WorkflowCommand.worst(commands, rest: "claims that are false or uncertain")
  }
}

extension VerifiedClaim.Verdict {
  /// For people.
  var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}
