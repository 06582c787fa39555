@testable import Tabular
@testable import Undersigned

/// An export in memory, for tests of reading without a parser.
struct FakeExport: ExportDocument {
  var name = "letter.csv"
  var headers: [String]
  var rows: [[String]]

  init(_ headers: [String], _ rows: [[String]] = [], name: String = "letter.csv") {
    self.headers = headers
    self.rows = rows
    self.name = name
  }

  var fields: [TabularDocument.Field] {
    headers.enumerated().map {
      TabularDocument.Field(name: $1, position: Position(source: name, line: 1, column: $0 + 1))
    }
  }

  var findings: [Finding] = []
  var contentHash: ContentHash?

  func sample(limit: Int) -> [[String]] { Array(rows.prefix(limit)) }

  func encode(
    fields chosen: [Int], fingerprints: [Int], dated: Set<Int>, seed: UInt64
  ) throws(TabularError) -> EncodedTable {
    let columns = chosen.map { field in
      var interner = Interner(seed: 1)
      let ids = rows.map { interner.intern($0[field]) }
      return EncodedColumn(ids: ids, answers: interner.column)
    }
    let prints = fingerprints.map { field in
      rows.map { row -> UInt64 in
        var text = row[field].lowercased()
        return text.isEmpty ? 0 : max(1, text.withUTF8 { Interner.hash($0, seed: seed) })
      }
    }
    let lines = rows.indices.map { UInt32($0 + 2) }
    return EncodedTable(columns: columns, fingerprints: prints, lines: RecordLines(lines), findings: [])
  }
}
