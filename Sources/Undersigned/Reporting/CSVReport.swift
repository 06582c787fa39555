import Tabular

/// The figures and the lists behind them as CSV files: UTF-8, comma, LF, a header always.
public struct CSVReport: ReportFormat {
  /// The standard files.
  public init() {}

  /// Seven files, each with its header even where nothing follows.
  ///
  /// Shares are percentages with one decimal that sum to 100.0; rows sum to the number of organizations, except in
  /// `organizations.csv`, which leaves out those that may not be listed.
  public func files(for summary: Summary) -> [ReportFile] {
    [
      ("countries.csv", countries(summary)), ("types.csv", types(summary)),
      ("countries-by-type.csv", countriesByType(summary)), ("organizations.csv", organizations(summary)),
      ("variants.csv", variants(summary)), ("proposals.csv", proposals(summary)),
      ("findings.csv", findings(summary)),
    ].map { ReportFile(path: $0, bytes: $1.bytes) }
  }

  private func countries(_ summary: Summary) -> DelimitedWriter {
    var csv = report(["country_code", "country", "region", "organizations", "at_least", "at_most", "share"])
    for row in summary.countries.rows {
      let region = row.key.country.flatMap { summary.countryEntries[$0]?.region?.name }
      csv.add([row.key.country?.description ?? "", row.name, region ?? ""] + figures(row))
    }
    return csv
  }

  private func types(_ summary: Summary) -> DelimitedWriter {
    var csv = report(["type", "organizations", "at_least", "at_most", "share"])
    for row in summary.types.rows { csv.add([slug(row.key)] + figures(row)) }
    return csv
  }

  private func figures<Key>(_ row: BreakdownRow<Key>) -> [String] {
    let bounds = row.organizations
    return ["\(bounds.reported)", "\(bounds.atLeast)", "\(bounds.atMost)", row.share.description]
  }

  private func countriesByType(_ summary: Summary) -> DelimitedWriter {
    var csv = report(["country_code", "country", "type", "organizations", "at_least", "at_most"])
    let names = Dictionary(summary.countries.rows.map { ($0.key, $0.name) }, uniquingKeysWith: { name, _ in name })
    for cell in summary.matrix {
      csv.add([
        cell.home.country?.description ?? "", names[cell.home] ?? "", slug(cell.type), "\(cell.organizations)",
        "\(cell.bounds.atLeast)", "\(cell.bounds.atMost)",
      ])
    }
    return csv
  }

  private func organizations(_ summary: Summary) -> DelimitedWriter {
    var csv = report([
      "organization_id", "organization", "country_code", "country", "scope", "type", "type_strength", "part_of",
      "variants", "signatures", "first_signed",
    ])
    for line in summary.organizations {
      csv.add([
        line.id, line.name, line.home.country?.description ?? "", line.homeName, line.scope.rawValue, slug(line.type),
        line.typeStrength?.rawValue ?? "", line.partOf, "\(line.variants)", "\(line.signatures)",
        line.firstDay?.description ?? "",
      ])
    }
    return csv
  }

  private func variants(_ summary: Summary) -> DelimitedWriter {
    var csv = report(["organization_id", "organization", "variant", "evidence", "score", "source"])
    for line in summary.variants {
      csv.add([
        line.organizationID, line.organization, line.variant, line.evidence.summary,
        NumberText.hundredths(line.score), line.source,
      ])
    }
    return csv
  }

  private func proposals(_ summary: Summary) -> DelimitedWriter {
    var csv = report(["rank", "name_a", "country_a", "name_b", "country_b", "score", "evidence", "effect"])
    for line in summary.proposals {
      csv.add([
        "\(line.rank)", line.left.name, line.left.country?.description ?? "", line.right.name,
        line.right.country?.description ?? "", NumberText.hundredths(line.score), line.evidence.summary, line.effect,
      ])
    }
    return csv
  }

  private func findings(_ summary: Summary) -> DelimitedWriter {
    var csv = report(["severity", "slug", "source", "line", "column", "message"])
    for line in summary.findings {
      csv.add([
        line.severity.rawValue, line.slug, line.source, line.line == 0 ? "" : "\(line.line)",
        line.column == 0 ? "" : "\(line.column)", line.message,
      ])
    }
    return csv
  }

  private func slug(_ type: OrganizationType?) -> String { type?.rawValue ?? "unclassified" }

  /// A file of a report with its header: no cell that a spreadsheet takes for a formula.
  private func report(_ header: [String]) -> DelimitedWriter {
    var csv = DelimitedWriter(isFormulaSafe: true)
    csv.write(header)
    return csv
  }
}

extension DelimitedWriter {
  /// Adds a line of a report: each cell on one line, without controls and invisible marks that reorder text.
  fileprivate mutating func add(_ cells: [String]) { write(cells.map(VisibleText.oneLine)) }
}
