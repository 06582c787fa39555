/// A map of the world on which every country and territory is one tile, so that small ones are seen as well as large
/// ones: the table `tile-grid`, a layout of our own.
struct TileGrid: Sendable {
  /// A place on the grid, from 0 at the north-west.
  struct Tile: Hashable, Sendable {
    var column: Int
    var row: Int
  }

  /// Each country with its tile, in the order of the codes.
  let tiles: [(code: CountryCode, tile: Tile)]
  /// How many columns the grid has.
  let columns: Int
  /// How many rows.
  let rows: Int

  /// The layout of the table.
  init(_ table: ReferenceTable = ReferenceTable(embedded: "tile-grid")) {
    var tiles: [(code: CountryCode, tile: Tile)] = []
    table.forEach { record in
      guard record.count == 3, let code = CountryCode(record[0]), let column = Int(record[1]), let row = Int(record[2])
      else { return }
      tiles.append((code, Tile(column: column, row: row)))
    }
    self.tiles = tiles
    columns = (tiles.map(\.tile.column).max() ?? -1) + 1
    rows = (tiles.map(\.tile.row).max() ?? -1) + 1
  }
}
