import Tabular

/// Turns findings into what reports list: without positions that change when records are shuffled, and without names
/// that may not be listed.
struct FindingLines {
  let lines: [FindingLine]
  let groups: [FindingGroup]

  /// Findings about a place in a file. Every other one is about an answer, which stands in many places; reports give
  /// its file only, the terminal the full position of the first.
  static let structuralSlugs: Set<String> = [
    "ambiguous-alias", "double-encoded", "duplicate-key", "guessed-encoding", "gzip-trailing-bytes", "half-used-alias",
    "incomplete-pages", "inner-byte-order-mark", "invalid-encoding", "invalid-utf-8", "lone-surrogate", "no-records",
    "outweighed-alias", "ragged-record", "repeated-header", "skipped-operation", "stray-quote", "too-many-keys",
    "uncertain-header",
    "unclosed-quote", "undoubled-quote", "unreadable-input", "unused-decision", "zero-bytes",
  ]

  /// - Parameters:
  ///   - findings: What the stages found; each counts once.
  ///   - sources: The names of inputs.
  ///   - mask: Takes out names that may not be listed.
  init(_ findings: [Finding], sources: SourceNames, mask: NameMask) {
    let found = Set(findings).map { finding -> (line: FindingLine, remedy: String) in
      let isStructural = FindingLines.structuralSlugs.contains(finding.slug)
      let line = FindingLine(
        severity: finding.severity, slug: finding.slug, source: sources(finding.position.source),
        line: isStructural ? finding.position.line : 0, column: isStructural ? finding.position.column : 0,
        message: mask.apply(finding.message))
      return (line, mask.apply(finding.remedy))
    }.sorted { left, right in
      left.line == right.line
        ? ByteOrder.precedes(left.remedy, right.remedy) : FindingLines.precedes(left.line, right.line)
    }
    lines = found.map(\.line)
    var groups: [FindingGroup] = []
    for (line, remedy) in found {
      if let last = groups.indices.last, groups[last].severity == line.severity, groups[last].slug == line.slug {
        groups[last].count += 1
      } else {
        groups.append(
          FindingGroup(severity: line.severity, slug: line.slug, count: 1, example: line.message, remedy: remedy))
      }
    }
    self.groups = groups
  }

  private static func precedes(_ left: FindingLine, _ right: FindingLine) -> Bool {
    if left.severity != right.severity { return left.severity.urgency > right.severity.urgency }
    if left.slug != right.slug { return ByteOrder.precedes(left.slug, right.slug) }
    if left.source != right.source { return ByteOrder.precedes(left.source, right.source) }
    if left.line != right.line { return left.line < right.line }
    if left.column != right.column { return left.column < right.column }
    return ByteOrder.precedes(left.message, right.message)
  }
}

extension Finding.Severity {
  /// The higher, the sooner somebody should look.
  var urgency: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
