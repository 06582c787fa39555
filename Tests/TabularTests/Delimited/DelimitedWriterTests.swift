import Testing

@testable import Tabular

@Suite struct DelimitedWriterTests {
  private func text(_ records: [[String]], _ writer: DelimitedWriter = DelimitedWriter()) -> String {
    var writer = writer
    for record in records { writer.write(record) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func quotesOnlyWhereItMust() {
    let records = [["name", "country"], ["A, B", "say \"hi\""], ["two\nlines", " space "], ["", ""]]
    #expect(text(records) == "name,country\n\"A, B\",\"say \"\"hi\"\"\"\n\"two\nlines\", space \n,\n")
    #expect(text([["a"], [""], [" "]]) == "a\n\"\"\n\" \"\n")
    #expect(
      text([["é"]], DelimitedWriter(dialect: Dialect(terminator: .crlf), hasByteOrderMark: true)) == "\u{FEFF}é\r\n")
    #expect(DelimitedWriter().bytes.isEmpty)
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", "  =1", "\u{A0}@x"])
  func defusesFormulas(cell: String) {
    #expect(DelimitedWriter.isFormula(cell))
    let written = text([[cell, "x"]], DelimitedWriter(isFormulaSafe: true))
    #expect(written.hasPrefix("'") || written.hasPrefix("\"'"))
    #expect(!text([[cell, "x"]]).contains("'"))
  }

  @Test(arguments: ["", " ", "A=B", "a-b", "1", "’=", "'=1"]) func leavesOtherCellsAlone(cell: String) {
    #expect(!DelimitedWriter.isFormula(cell))
  }

  static let dialects: [Dialect] = {
    var result: [Dialect] = []
    for delimiter in [",", ";", "\t", "|"] as [Character] {
      for quote in ["\"", "'"] as [Character] {
        for terminator in Dialect.Terminator.allCases {
          for variant in 0..<3 {
            var dialect = Dialect(
              delimiter: delimiter.asciiValue, quote: quote.asciiValue, terminator: terminator)
            if variant == 1 { dialect.skipsInitialSpace = true }
            if variant == 2 { dialect.escape = 0x5C }
            result.append(dialect)
          }
        }
      }
    }
    return result
  }()

  private func randomRecords(_ random: inout SplitMix64, width: Int) -> [[String]] {
    let parts = ["a", "Ω", "\"", "'", ",", ";", "\t", "|", "\n", "\r\n", "\r", "\\", " ", "العمل", "=", "🇨🇺"]
    return (0..<Int.random(in: 1...8, using: &random)).map { _ in
      (0..<width).map { _ in
        let body = (0..<Int.random(in: 0...4, using: &random)).map { _ in parts.randomElement(using: &random)! }
        // White space at the ends is trimmed on reading.
        return body.isEmpty ? "" : "x" + body.joined() + "y"
      }
    }
  }

  @Test(arguments: dialects) func writtenTextReadsBackTheSame(dialect: Dialect) throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<40 {
      let width = Int.random(in: 1...4, using: &random)
      let header = (0..<width).map { "name \($0)" }
      let records = randomRecords(&random, width: width)
      var writer = DelimitedWriter(dialect: dialect)
      for record in [header] + records { writer.write(record) }
      let document = try DelimitedDocument(name: "letter.csv", text: writer.bytes, dialect: dialect)
      #expect(document.fields.map(\.name) == header)
      #expect(document.sample(limit: .max) == records)
      let table = try document.encode(fields: Array(0..<width))
      #expect((0..<table.recordCount).map { row in table.columns.map { $0.string(row) } } == records)
      #expect(table.findings.isEmpty)
    }
  }

  /// Whatever is written with four ordinary fields is found out again.
  @Test(arguments: [",", ";", "\t", "|"] as [Character]) func writtenDialectIsFoundOut(delimiter: Character) throws {
    var random = SplitMix64(seed: 9)
    let dialect = Dialect(delimiter: delimiter.asciiValue)
    for _ in 0..<100 {
      let header = ["organization", "country", "type", "date"]
      let records = (0..<5).map { row in
        [
          "Union \(row), \"north\"; west", "Land|X", ["party", "union"].randomElement(using: &random)!,
          "2024-01-0\(row + 1)",
        ]
      }
      var writer = DelimitedWriter(dialect: dialect)
      for record in [header] + records { writer.write(record) }
      let document = try TabularDocument(name: "letter.csv", bytes: writer.bytes)
      #expect(document.fields.map(\.name) == header)
      #expect(document.sample(limit: .max) == records)
    }
  }
}
