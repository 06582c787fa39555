import Tabular

extension SourceSummary {
  /// By name, then by what the sources held; what they held being unknown comes first.
  func precedes(_ other: SourceSummary) -> Bool {
    if !ByteOrder.areSame(name, other.name) { return ByteOrder.precedes(name, other.name) }
    guard let content, let otherContent = other.content else { return content == nil && other.content != nil }
    if content.hex != otherContent.hex { return ByteOrder.precedes(content.hex, otherContent.hex) }
    return content.byteCount < otherContent.byteCount
  }

  /// Adds what was read of the same source.
  mutating func add(_ other: SourceSummary) {
    records += other.records
    timesRead += other.timesRead
  }
}

extension Tally {
  /// What merging made of the sources: one that was read twice counts twice, and two files of one name may be one file
  /// at two times. The same for any order of merges, since only the sum tells.
  ///
  /// Sources without records count nothing, however often they were read. Nothing is told of `-`, which is the name of
  /// every standard input, unless the same bytes came twice.
  ///
  /// - Complexity: O(sources).
  public var sourceFindings: [Finding] {
    var findings: [Finding] = []
    var start = 0
    while start < sources.count {
      let name = sources[start].name
      var end = start + 1
      while end < sources.count, ByteOrder.areSame(sources[end].name, name) { end += 1 }
      let ofName = sources[start..<end].filter { $0.records > 0 }
      start = end
      let position = Position(source: name)
      for source in ofName where source.timesRead > 1 {
        if source.content == nil {
          if name == "-" { continue }
          findings.append(
            Finding(
              .warning, "perhaps-counted-twice", at: position,
              "read \(source.timesRead) times, and nothing tells whether it held the same: counted twice?",
              remedy: "make sure that no tally was merged twice, or make the tallies anew"))
        } else {
          findings.append(
            Finding(
              .error, "counted-twice", at: position,
              "the same file was read \(source.timesRead) times: each of its signatures counts \(source.timesRead) times",
              remedy: "merge each tally once"))
        }
      }
      if ofName.count > 1, name != "-" {
        findings.append(
          Finding(
            .warning, "files-of-one-name", at: position,
            "\(ofName.count) different files have this name: if one is a later state of another, signatures count twice",
            remedy: "tally the latest only, or give the files different names"))
      }
    }
    return Tally.sortedFindings(findings)
  }
}
