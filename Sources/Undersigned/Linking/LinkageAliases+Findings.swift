import Tabular

extension LinkageAliases {
  /// Gives each distinct name the groups that it belongs to.
  ///
  /// - Complexity: O(mentions).
  func mark(_ names: inout [DistinctName], _ mentions: [Mention]) {
    for index in names.indices { names[index].aliases = numbers(of: forms(of: names[index], mentions)) }
  }

  /// The forms by which a distinct name may be found, over all ways in which it was written.
  func forms(of name: DistinctName, _ mentions: [Mention]) -> [String] {
    // What stands beside a name may make it a section's: of a place, a number, a wing.
    let isWhole = name.qualifiers.isEmpty
    var displays: Set<String> = []
    var forms: Set<String> = []
    for mention in name.mentions where displays.insert(mentions[mention].name.display).inserted {
      forms.formUnion(LinkageAliases.forms(of: mentions[mention].name, isWhole: isWhole))
    }
    return forms.sorted()
  }
}

extension LinkageRun {
  /// Tells which lines of the user's table found only one of their names, were outweighed, or found none at all.
  mutating func checkAliases() {
    let aliases = comparison.aliases
    guard !aliases.rows.isEmpty else { return }
    findings += aliases.findings
    var namesOf: [String: [Int]] = [:]
    for (index, name) in names.enumerated() {
      for form in aliases.forms(of: name, mentions) {
        if aliases.isOwn(form) { namesOf[form, default: []].append(index) }
      }
    }
    var silent: [Position] = []
    var hintsLeft = 8
    for row in aliases.rows {
      func found(_ text: String) -> [Int] {
        let all = Set(LinkageAliases.rowForms(text).flatMap { namesOf[$0] ?? [] }).sorted()
        guard let country = row.country else { return all }
        return all.filter { names[$0].countries.isEmpty || names[$0].countries.contains(country) }
      }
      let (left, right) = (found(row.name), found(row.alias))
      if left.isEmpty, right.isEmpty {
        silent.append(row.position)
      } else if left.isEmpty || right.isEmpty {
        findings.append(halfUsed(row, missing: left.isEmpty ? row.name : row.alias, isHinting: hintsLeft > 0))
        hintsLeft -= 1
      } else if !left.contains(where: { one in
        right.contains { clustering.cluster(of: one) == clustering.cluster(of: $0) }
      }) {
        findings.append(outweighed(row, left[0], right[0]))
      }
    }
    if let first = silent.first {
      let lines = silent.prefix(8).map { String($0.line) }.joined(separator: ", ") + (silent.count > 8 ? " ..." : "")
      findings.append(
        Finding(
          .note, "unused-aliases", at: Position(source: first.source),
          "\(silent.count) of \(aliases.rows.count) aliases are about names that no counted signer wrote: "
            + "\(silent.count == 1 ? "line" : "lines") \(lines)"))
    }
  }

  private func halfUsed(_ row: OrganizationAlias, missing: String, isHinting: Bool) -> Finding {
    let wanted = CompareForm.fold(missing)
    let place = row.country.map { " in \($0)" } ?? ""
    var hint = "nothing is to be done if it did not sign"
    if isHinting,
      let nearest = Spelling.nearest(to: wanted, among: names.map(\.compareForm), differingInOneOf: 4),
      nearest != wanted,
      let name = names.first(where: { $0.compareForm == nearest }),
      let display = name.mentions.map({ mentions[$0].name.display }).min(by: ByteOrder.precedes)
    {
      hint = "write it as \(quoted(display)) if that is meant"
    }
    return Finding(
      .note, "half-used-alias", at: row.position, "no counted signer\(place) wrote \(quoted(missing))", remedy: hint)
  }

  private mutating func outweighed(_ row: OrganizationAlias, _ left: Int, _ right: Int) -> Finding {
    let reason: String
    if clustering.isKeptApart(left, right) {
      reason = "a decision keeps them apart"
    } else {
      let result = comparison.compare(names[min(left, right)], names[max(left, right)], isRecording: true)
      let against = result.evidence.last { $0.weight < 0 }
      reason = against.map { "outweighed by \($0)" } ?? "others in their organizations contradict"
    }
    return Finding(
      .warning, "outweighed-alias", at: row.position,
      "\(quoted(row.name)) and \(quoted(row.alias)) stay apart: \(reason)",
      remedy: "remove the line, or decide 'same' in decisions.csv")
  }
}
