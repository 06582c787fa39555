import Tabular

// Where the figures come from: who signed, by which rules, what became of the records, what was wrong with them.
extension SummaryContext {
  var signatures: TemplateContext {
    let capacities = summary.capacities
    let people = summary.people
    let isTold = people.otherCountries > 0 || people.rows.contains { !$0.country.isEmpty }
    var byCountry = people.rows.map { row -> TemplateContext in
      let name = row.code.map { names.country($0, row.country) } ?? row.country
      return ["country": .text(name.isEmpty ? words("people.unknown") : name), "signatures": .number(row.signatures)]
    }
    if people.otherCountries > 0 {
      byCountry.append([
        "country": .text(words("people.others", people.otherCountries)), "signatures": .number(people.otherSignatures),
      ])
    }
    return [
      "rows": .list(
        capacities.map {
          [
            "who": .wording(words("capacity.\($0.capacity.rawValue)")), "records": .number($0.records),
            "signatures": .number($0.signatures),
          ]
        }),
      "records": .number(capacities.reduce(0) { $0 + $1.records }),
      "signatures": .number(capacities.reduce(0) { $0 + $1.signatures }),
      "people": .list(isTold ? byCountry : []),
      "people_total": .number(!isTold ? 0 : people.rows.reduce(people.otherSignatures) { $0 + $1.signatures }),
    ]
  }

  var rules: [TemplateContext] {
    summary.sensitivity.map { sensitivity in
      [
        "rule": .wording(words("rule.\(sensitivity.rule.rawValue)")),
        "choices": .list(
          sensitivity.choices.map { choice in
            [
              "choice": .wording(sentences.choice(choice.slug, of: sensitivity.rule)),
              "is_chosen": .flag(choice.isChosen),
              "is_known": .flag(choice.organizations != nil), "organizations": .number(choice.organizations ?? 0),
              "countries": .number(choice.countries ?? 0),
            ]
          }),
      ]
    }
  }

  var records: TemplateContext {
    [
      "text": .wording(sentences.records), "read": .number(summary.reconciliation.read),
      "inputs": .list(summary.inputs.map { ["name": .text($0.name), "records": .number($0.records)] }),
    ]
  }

  /// How many findings of one kind a report lists.
  static let shownFindings = 200

  var findings: [TemplateContext] {
    let lines = Dictionary(grouping: summary.findings) { "\($0.severity.rawValue) \($0.slug)" }
    return summary.findingGroups.map { group in
      let own = lines["\(group.severity.rawValue) \(group.slug)"] ?? []
      return [
        "severity": .text(group.severity.rawValue),
        "urgency": .wording(words("severity.\(group.severity.rawValue)")), "finding": .text(group.slug),
        "times": .number(group.count),
        "example": .text(group.example), "remedy": .text(group.remedy),
        "lines": .list(
          own.prefix(SummaryContext.shownFindings).map { line in
            [
              "source": .text(line.source), "line": .number(line.line), "column": .number(line.column),
              "message": .text(line.message),
            ]
          }),
        "more": .number(max(0, own.count - SummaryContext.shownFindings)),
      ]
    }
  }
}
