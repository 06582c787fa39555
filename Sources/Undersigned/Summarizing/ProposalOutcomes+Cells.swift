extension ProposalOutcomes {
  /// A cell of a table with two breakdowns.
  struct Cell<Row: Hashable, Column: Hashable>: Hashable {
    var row: Row
    var column: Column
  }

  /// For each cell its count with bounds, before any allowance.
  ///
  /// Unlike a row a cell can gain: what is joined of one in the cell's row and one in its column may have the row from
  /// the one and the column from the other. The most that any outcome gives is found by trying all of them; in a group
  /// of more than `searchLimit` proposals every such pair is taken for joined, which keeps the upper bound true.
  ///
  /// - Parameters:
  ///   - cells: The cell of each organization.
  ///   - isSure: For each organization, whether its cell is more than a guess.
  func boundsByCell<Row, Column>(
    _ cells: [Cell<Row, Column>], isSure: (Int) -> Bool
  ) -> [Cell<Row, Column>: Bounds] {
    var bounds = boundsByRow(cells, isSure: isSure)
    for group in groups {
      let own = group.members.map { cells[$0] }
      var outcomes: Set<[Int]>?
      let counts = Dictionary(own.map { ($0, 1) }, uniquingKeysWith: +)
      let rows = Dictionary(own.map { ($0.row, 1) }, uniquingKeysWith: +)
      let columns = Dictionary(own.map { ($0.column, 1) }, uniquingKeysWith: +)
      // Only what has the row of one and the column of another can gain.
      guard rows.count > 1, columns.count > 1 else { continue }
      let candidates = rows.keys.flatMap { row in columns.keys.map { Cell(row: row, column: $0) } }
      for cell in candidates where bounds[cell] != nil {
        let inRow = (rows[cell.row] ?? 0) - (counts[cell] ?? 0)
        let inColumn = (columns[cell.column] ?? 0) - (counts[cell] ?? 0)
        guard inRow > 0, inColumn > 0 else { continue }
        guard group.proposals.count <= ProposalOutcomes.searchLimit else {
          bounds[cell]?.atMost += min(inRow, inColumn)
          continue
        }
        let tried = outcomes ?? ProposalOutcomes.outcomes(own.count, group.proposals, group.apart)
        outcomes = tried
        let most = tried.reduce(0) { max($0, ProposalOutcomes.count(of: cell, in: own, $1)) }
        bounds[cell]?.atMost += most - (counts[cell] ?? 0)
      }
    }
    return bounds
  }

  /// How many clusters can stand in a cell: those with one of its row and one of its column.
  private static func count<Row, Column>(
    of cell: Cell<Row, Column>, in own: [Cell<Row, Column>], _ label: [Int]
  ) -> Int {
    var rows: Set<Int> = []
    var columns: Set<Int> = []
    for (place, other) in own.enumerated() {
      if other.row == cell.row { rows.insert(label[place]) }
      if other.column == cell.column { columns.insert(label[place]) }
    }
    return rows.intersection(columns).count
  }
}
