// The tables of figures.
extension ReportTable {
  /// Organizations by country.
  static let countries = ReportTable(
    "countries", title: "Organizations by country",
    description: "A line for each country, and for what has none; each organization stands in one line.",
    view: View(facets: ["region"], order: "organizations", isDescending: true, label: "country"),
    columns: [
      .country("country_code", "Country code", "ISO 3166-1 alpha-2, or XK; empty for what is no country.", .unique) {
        $0.row.key.country
      },
      .string("country", "Country", "The country, or what stands in its place.", .required) { $0.row.name },
      .string("region", "Region", "The region of the world by UN M49.") { $0.region },
    ] + figures { $0.row.organizations }
      + [share { $0.row.share }],
    lines: { summary, write in
      for row in summary.countries.rows {
        write((row: row, region: row.key.country.flatMap { summary.countryEntries[$0]?.region?.name } ?? ""))
      }
    })

  /// Organizations by type.
  public static let types = ReportTable(
    "types", title: "Organizations by type",
    description: "A line for each type, and for what is unclassified; each organization stands in one line.",
    key: "type", view: View(order: "organizations", isDescending: true, label: "type"),
    columns: [
      type("The type.", .unique) { $0.key }
    ] + figures { $0.organizations } + [share { $0.share }],
    lines: { $0.types.rows.forEach($1) })

  /// Organizations by country and type.
  static let countriesByType = ReportTable(
    "countries-by-type", title: "Organizations by country and type",
    description: "A line for each country and type that occur together; each organization stands in one line.",
    references: [
      Reference("country_code", in: "countries", "country_code"), Reference("type", in: "types", "type"),
    ],
    view: View(facets: ["type"], order: "organizations", isDescending: true),
    columns: [
      .country("country_code", "Country code", "ISO 3166-1 alpha-2, or XK; empty for what is no country.") {
        $0.cell.home.country
      },
      .string("country", "Country", "The country, or what stands in its place.", .required) { $0.name },
      type("The type.") { $0.cell.type },
    ] + figures { $0.cell.bounds },
    lines: { summary, write in
      let names = Dictionary(summary.countries.rows.map { ($0.key, $0.name) }, uniquingKeysWith: { name, _ in name })
      for cell in summary.matrix { write((cell: cell, name: names[cell.home] ?? "")) }
    })

  // MARK: Columns that several have

  /// A count with its bounds.
  private static func figures<Line>(
    _ bounds: @escaping @Sendable (Line) -> Bounds
  ) -> [ReportColumn<Line>] {
    [
      .integer("organizations", "Organizations", "How many are counted.", .required, .minimum(0)) {
        bounds($0).reported
      },
      .integer(
        "at_least", "At least",
        "How many are left if every open proposal is accepted, weak guesses are dropped and the allowance for links "
          + "that no name shows is taken off.", .required, .minimum(0)
      ) { bounds($0).atLeast },
      .integer("at_most", "At most", "How many there are if no open proposal is accepted.", .required, .minimum(0)) {
        bounds($0).atMost
      },
    ]
  }

  private static func share<Line>(_ share: @escaping @Sendable (Line) -> Share) -> ReportColumn<Line> {
    .number(
      "share", "Share", "Percent of all organizations; the lines sum to 100.0.", .required, .minimum(0), .maximum(100)
    ) { share($0).description }
  }

  /// A type, `unclassified` where there is none.
  static func type<Line>(
    _ description: String, _ constraints: ReportField.Constraint...,
    type: @escaping @Sendable (Line) -> OrganizationType?
  ) -> ReportColumn<Line> {
    let values = OrganizationType.allCases.map(\.rawValue) + ["unclassified"]
    return ReportColumn.string("type", "Type", description, constraints + [.required, .oneOf(values)]) {
      type($0)?.rawValue ?? "unclassified"
    }
  }
}
