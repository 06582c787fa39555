/// Organizations by country and type together, with the bounds of each cell.
struct CountryTypeCells {
  private typealias Cell = ProposalOutcomes.Cell<Home, OrganizationType?>

  private let keys: [Cell]
  private let bounds: [Cell: Bounds]

  /// - Parameters:
  ///   - homes: The home of each organization.
  ///   - types: Its type; one by a weak guess leaves its cell's lower bound out.
  init(_ homes: [Home], _ types: [TypeAssignment], _ outcomes: ProposalOutcomes, _ allowed: AllowedLinks) {
    let keys = zip(homes, types).map { Cell(row: $0, column: $1.primary) }
    self.keys = keys
    bounds = outcomes.boundsByCell(keys, isSure: { types[$0].strength != .weak }).mapValues { allowed.applied(to: $0) }
  }

  /// For each row that holds whole cells, the sum of their lower bounds.
  ///
  /// - Parameter rows: The row of each organization: its home, or its type.
  func sums<Row: Hashable>(of rows: [Row]) -> [Row: Int] {
    AllowedLinks.sums(rows, keys, bounds.mapValues(\.atLeast))
  }

  /// The cells that hold an organization, in the order of both breakdowns.
  func matrix(_ byHome: Breakdown<Home>, _ byType: Breakdown<OrganizationType?>) -> [MatrixCell] {
    byHome.rows.flatMap { home in
      byType.rows.compactMap { type in
        bounds[Cell(row: home.key, column: type.key)].map { MatrixCell(home: home.key, type: type.key, bounds: $0) }
      }
    }
  }
}
