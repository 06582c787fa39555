/// Charts as Vega-Lite specifications, version 5, with their numbers inside: for whoever wants to draw them otherwise.
enum ChartSpecification {
  private static let schema = "https://vega.github.io/schema/vega-lite/v5.json"
  private static let mark = "#1f7480"
  /// The lightest and the darkest shade, both light enough for what is printed on them.
  private static let shades: JSONText = .array([.string("#e0f0f1"), .string("#6fb5bc")])

  /// Bars with their bounds.
  static func bars(_ chart: BarChart, _ drawing: ChartDrawing) -> JSONText {
    let values = chart.rows.map { row -> JSONText in
      .object([
        ("name", .string(row.name)), ("part", .string(row.part.rawValue)),
        ("organizations", .integer(row.count.reported)), ("at_least", .integer(row.count.atLeast)),
        ("at_most", .integer(row.count.atMost)),
      ])
    }
    let isBar: JSONText = filter("datum.part != 'rest'")
    return specification(
      drawing, values,
      [
        ("height", .object([("step", .integer(22))])),
        (
          "transform",
          .array([
            .object([
              ("calculate", .string("datum.part == 'rest' ? 0 : max(datum.organizations, datum.at_most)")),
              ("as", .string("end")),
            ])
          ])
        ),
        ("encoding", .object([("y", nominal("name", chart.rows.map(\.name)))])),
        (
          "layer",
          .array([
            .object([
              ("transform", isBar), ("mark", .object([("type", .string("bar")), ("color", .string(mark))])),
              ("encoding", .object([("x", quantitative("organizations"))])),
            ]),
            .object([
              ("transform", isBar), ("mark", .object([("type", .string("rule")), ("color", .string("white"))])),
              ("encoding", .object([("x", quantitative("at_least")), ("x2", field("at_most"))])),
            ]),
            .object([
              (
                "mark",
                .object([("type", .string("text")), ("align", .string("left")), ("dx", .integer(6))])
              ), ("encoding", .object([("x", quantitative("end")), ("text", quantitative("organizations"))])),
            ]),
          ])
        ),
      ])
  }

  /// The cells of a table.
  static func table(_ table: HeatTable, _ drawing: ChartDrawing) -> JSONText {
    var values: [JSONText] = []
    for (row, line) in table.rows.enumerated() {
      for (column, count) in table.counts[row].enumerated() where count > 0 {
        values.append(
          .object([
            ("country", .string(line.name)), ("type", .string(table.columns[column].name)),
            ("organizations", .integer(count)),
          ]))
      }
    }
    return specification(
      drawing, values,
      [
        ("height", .object([("step", .integer(22))])), ("width", .object([("step", .integer(60))])),
        (
          "encoding",
          .object([
            ("y", nominal("country", table.rows.map(\.name))), ("x", nominal("type", table.columns.map(\.name))),
          ])
        ),
        (
          "layer",
          .array([
            .object([("mark", .string("rect")), ("encoding", .object([("color", color)]))]),
            .object([
              ("mark", .string("text")), ("encoding", .object([("text", quantitative("organizations"))])),
            ]),
          ])
        ),
      ])
  }

  /// Growth, a value a day.
  static func growth(_ chart: GrowthChart, _ drawing: ChartDrawing) -> JSONText {
    let values = chart.series.steps.map { step -> JSONText in
      .object([
        ("day", .string(step.day.description)), ("added", .integer(step.added)),
        ("organizations", .integer(step.count)),
      ])
    }
    let day: JSONText = .object([("field", .string("day")), ("type", .string("temporal")), ("title", .null)])
    var layers: [JSONText] = [
      .object([
        (
          "mark",
          .object([
            ("type", .string("area")), ("interpolate", .string("step-after")), ("line", .boolean(true)),
            ("color", .string(mark)), ("fillOpacity", .number(0.2, decimals: 1)),
          ])
        ), ("encoding", .object([("x", day), ("y", quantitative("organizations"))])),
      ])
    ]
    if !chart.announcements.isEmpty {
      let announced = chart.announcements.map { figure -> JSONText in
        .object([
          ("day", .string(figure.day.description)), ("organizations", .integer(figure.organizations)),
        ])
      }
      layers.append(
        .object([
          ("data", .object([("values", .array(announced))])),
          (
            "mark",
            .object([("type", .string("point")), ("filled", .boolean(true)), ("color", .string("#a8400f"))])
          ),
          (
            "encoding",
            .object([
              ("x", day), ("y", quantitative("organizations")),
              ("tooltip", .array([day, quantitative("organizations")])),
            ])
          ),
        ]))
    }
    return specification(
      drawing, values, [("width", .integer(440)), ("height", .integer(220)), ("layer", .array(layers))])
  }

  /// A map of tiles; those without organizations have no number.
  static func map(_ map: TileMap, _ drawing: ChartDrawing) -> JSONText {
    var rows: [CountryCode: BreakdownRow<Home>] = [:]
    for row in map.countries.rows {
      if let code = row.key.country { rows[code] = row }
    }
    let values = TileGrid().tiles.map { code, tile -> JSONText in
      let place: [(String, JSONText)] = [
        ("code", .string(code.description)), ("column", .integer(tile.column)), ("row", .integer(tile.row)),
      ]
      guard let row = rows[code] else { return .object(place) }
      return .object(
        place + [
          ("country", .string(row.name)), ("organizations", .integer(row.organizations.reported)),
          ("at_least", .integer(row.organizations.atLeast)), ("at_most", .integer(row.organizations.atMost)),
        ])
    }
    let place: (String) -> JSONText = { name in
      .object([("field", .string(name)), ("type", .string("ordinal")), ("axis", .null)])
    }
    let hints: JSONText = .array(["country", "organizations", "at_least", "at_most"].map(field))
    func text(_ name: String, _ offset: Int, _ size: Int) -> [(String, JSONText)] {
      [
        (
          "mark",
          .object([("type", .string("text")), ("dy", .integer(offset)), ("fontSize", .integer(size))])
        ), ("encoding", .object([("text", field(name))])),
      ]
    }
    let isCounted = ("transform", filter("isValid(datum.organizations)"))
    return specification(
      drawing, values,
      [
        ("width", .object([("step", .integer(27))])), ("height", .object([("step", .integer(27))])),
        ("encoding", .object([("x", place("column")), ("y", place("row"))])),
        (
          "layer",
          .array([
            .object([
              (
                "mark",
                .object([("type", .string("rect")), ("fill", .string("white")), ("stroke", .string("#c3cad0"))])
              )
            ]),
            .object([
              isCounted, ("mark", .object([("type", .string("rect")), ("stroke", .string(mark))])),
              ("encoding", .object([("color", color), ("tooltip", hints)])),
            ]),
            .object(text("code", -5, 8)), .object([isCounted] + text("organizations", 5, 11)),
          ])
        ),
      ])
  }

  private static func specification(
    _ drawing: ChartDrawing, _ values: [JSONText], _ members: [(String, JSONText)]
  ) -> JSONText {
    .object(
      [
        ("$schema", .string(schema)), ("title", .string(drawing.title)), ("description", .string(drawing.description)),
        ("data", .object([("values", .array(values))])),
      ] + members + [("config", .object([("view", .object([("stroke", .null)]))]))])
  }

  private static func field(_ name: String) -> JSONText { .object([("field", .string(name))]) }

  private static func quantitative(_ name: String) -> JSONText {
    .object([("field", .string(name)), ("type", .string("quantitative")), ("title", .null)])
  }

  private static func nominal(_ name: String, _ order: [String]) -> JSONText {
    .object([
      ("field", .string(name)), ("type", .string("nominal")), ("sort", .array(order.map(JSONText.string))),
      ("title", .null),
    ])
  }

  private static func filter(_ condition: String) -> JSONText {
    .array([.object([("filter", .string(condition))])])
  }

  private static var color: JSONText {
    .object([
      ("field", .string("organizations")), ("type", .string("quantitative")),
      ("scale", .object([("type", .string("sqrt")), ("range", shades)])), ("legend", .null),
    ])
  }
}
