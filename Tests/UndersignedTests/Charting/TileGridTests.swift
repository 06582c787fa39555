import Testing

@testable import Undersigned

@Suite struct TileGridTests {
  private let grid = TileGrid()

  private func tile(_ code: String) throws -> TileGrid.Tile {
    try #require(grid.tiles.first { $0.code.description == code }?.tile, "\(code)")
  }

  @Test func everyCountryHasOneTileOfItsOwn() {
    var codes: [String] = []
    ReferenceTable(embedded: "countries").forEach { codes.append($0[0]) }
    #expect(grid.tiles.map(\.code.description) == codes.sorted())
    #expect(Set(grid.tiles.map(\.tile)).count == codes.count)
    #expect(grid.tiles.allSatisfy { $0.tile.column >= 0 && $0.tile.row >= 0 })
    #expect(grid.columns == 37)
    #expect(grid.rows == 21)
  }

  @Test(arguments: [
    "US MX", "CA US", "CO VE", "AR CL", "BR PY", "ES PT", "FR CH", "DE PL", "NO SE", "SE FI", "EE LV", "IT SI", "GR AL",
    "MA DZ", "LY EG", "NG BJ", "KE UG", "ZM ZW", "ZA LS", "SY IQ", "IN BD", "CN MN", "KP KR", "TH KH", "LA VN", "MY SG",
    "AU NC", "WS AS", "HT DO", "RW TZ", "IL PS", "GB IE", "NL DE", "AE OM", "IR AF", "AF PK",
  ]) func neighboursTouch(pair: String) throws {
    let (left, right) = (try tile(String(pair.prefix(2))), try tile(String(pair.suffix(2))))
    #expect(abs(left.column - right.column) <= 1 && abs(left.row - right.row) <= 1)
  }

  /// Each row from west to east, or from north to south where it says so.
  @Test(arguments: [
    ["CA", "IS", "NO", "RU"], ["US", "GB", "KZ", "JP"], ["CL", "BR", "AO", "MZ", "AU", "NZ"],
    ["PT", "IT", "TR", "IR", "PH"],
    ["MX", "CU", "SN", "SD", "IN", "VN"], ["EC", "NG", "ET", "ID", "PG", "FJ", "PF"],
  ]) func westIsWest(codes: [String]) throws {
    let columns = try codes.map { try tile($0).column }
    #expect(columns == columns.sorted())
  }

  @Test(arguments: [
    ["GL", "CA", "US", "MX", "PA", "PE", "CL"], ["NO", "DK", "DE", "IT", "LY", "TD", "CM", "AO", "NA", "ZA", "AQ"],
    ["RU", "MN", "CN", "VN", "ID", "AU", "NZ"], ["FI", "UA", "TR", "SA", "KE", "MZ"],
    ["IS", "GB", "ES", "MA", "GH", "SH"],
  ]) func northIsNorth(codes: [String]) throws {
    let rows = try codes.map { try tile($0).row }
    #expect(rows == rows.sorted())
  }
}
