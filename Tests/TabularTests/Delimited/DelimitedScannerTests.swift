import Testing

@testable import Tabular

@Suite struct DelimitedScannerTests {
  private func scan(
    _ text: String, _ dialect: Dialect = Dialect(), width: Int = 0
  ) -> (records: [[String]], lines: [Int], faults: [String]) {
    var records: [[String]] = []
    var lines: [Int] = []
    var faults: [String] = []
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var scanner = DelimitedScanner(bytes, dialect: dialect)
      scanner.expectedWidth = width
      scanner.recovers = width > 0
      while scanner.next() {
        records.append(scanner.spans.map { String(decoding: scanner.content(of: $0), as: UTF8.self) })
        lines.append(scanner.recordLine)
        faults += scanner.faults.map { "\($0.kind) \($0.line):\($0.column)" }
        if let opening = scanner.unclosed { faults.append("unclosed \(opening.line):\(opening.column)") }
      }
    }
    return (records, lines, faults)
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\r\r\n"]) func countsPhysicalLines(terminator: String) {
    let text = ["a,b", "\"1", "2\",3", "", "x,", ",", "end,\"\""].joined(separator: terminator)
    let result = scan(text)
    #expect(result.records == [["a", "b"], ["1\(terminator)2", "3"], ["x", ""], ["", ""], ["end", ""]])
    #expect(result.lines == [1, 2, 5, 6, 7])
    #expect(result.faults.isEmpty)
  }

  @Test func mixedTerminatorsAndNoFinalOne() {
    let result = scan("a,b\r\n1,2\n3,4\r5,6")
    #expect(result.records == [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]])
    #expect(result.lines == [1, 2, 3, 4])
  }

  @Test func quotesNeverDoubledAreData() {
    let result = scan("\"The \"Real\" Union\",Spain\n\"He said \"hello\"\",Peru\n\"A\",\"B\"\n", width: 2)
    #expect(result.records == [["The \"Real\" Union", "Spain"], ["He said \"hello\"", "Peru"], ["A", "B"]])
    #expect(result.faults.prefix(2) == ["undoubledQuote 1:6", "undoubledQuote 1:11"])
  }

  @Test func aNameThatStartsWithAQuoteIsNoQuotedField() {
    let result = scan("\"Solidarity\" Union,Spain,x\nB,\"C, D\",y\n", width: 3)
    #expect(result.records == [["\"Solidarity\" Union", "Spain", "x"], ["B", "C, D", "y"]])
    #expect(result.faults.first == "openingQuoteAsData 1:1")
  }

  @Test func aQuoteThatNothingClosesTakesNoRecords() {
    let result = scan("\"Real Union,Spain\nA,B\nC,D\n", width: 2)
    #expect(result.records == [["\"Real Union", "Spain"], ["A", "B"], ["C", "D"]])
    #expect(result.faults == ["openingQuoteAsData 1:1"])
    let other = scan("\"Real Union,Spain\nfoo,\"Bar, Baz\"\nA,B\n", width: 2)
    #expect(other.records == [["\"Real Union", "Spain"], ["foo", "Bar, Baz"], ["A", "B"]])
  }

  @Test func textThatEndsInsideAFieldIsUnclosed() {
    #expect(scan("a,b\n1,\"I sign\nbecause\nof", width: 2).faults == ["unclosed 2:3"])
    #expect(scan("a,b\n1,\"I sign", width: 2).faults == ["unclosed 2:3"])
    #expect(scan("a\n\"b\nc\n", width: 1).faults == ["unclosed 2:1"])
  }

  @Test func quotedLineEndsBesideUndoubledQuotesStayInTheirField() {
    let result = scan("\"two \"quoted\" and\nmore lines\",Spain\nA,B\n", width: 2)
    #expect(result.records == [["two \"quoted\" and\nmore lines", "Spain"], ["A", "B"]])
  }

  @Test(arguments: [true, false]) func aPairOfQuotesMayEndBeforeADelimiter(doubles: Bool) {
    var dialect = Dialect()
    dialect.doublesQuotes = doubles
    let result = scan(
      "\"The \"Real\", Union\",Spain\n\"The \"Real\"\nUnion\",Peru\n\"5\" pipe\",\"Chile\"\nA,B\n", dialect, width: 2)
    #expect(
      result.records == [
        ["The \"Real\", Union", "Spain"], ["The \"Real\"\nUnion", "Peru"], ["5\" pipe", "Chile"], ["A", "B"],
      ])
    #expect(result.lines == [1, 2, 4, 5])
  }

  @Test func theExpectedWidthDecidesAboutAPair() {
    var dialect = Dialect()
    dialect.doublesQuotes = false
    let text = "\"5\" pipe\",Union \"X\",Peru\nA,B,C\n"
    #expect(scan(text, dialect, width: 3).records == [["5\" pipe", "Union \"X\"", "Peru"], ["A", "B", "C"]])
    #expect(scan(text, dialect, width: 2).records[0] == ["5\" pipe\",Union \"X", "Peru"])
    let mixed = scan("\"A \"\"x\"\" B\",\"The \"Real\", Union\"\nC,D\n", width: 2)
    #expect(mixed.records == [["A \"x\" B", "The \"Real\", Union"], ["C", "D"]])
  }

  @Test func quotesFarBelowBelongToOtherRecords() {
    let lines = "\"5\" pipe\"\n" + String(repeating: "A,B\n", count: 9) + "Union \"X\",Peru\n"
    #expect(scan(lines, width: 2).records.count == 11)
  }

  @Test func quotesInUnquotedFieldsAreData() {
    let result = scan("Union \"X\",B\n")
    #expect(result.records == [["Union \"X\"", "B"]])
    #expect(result.faults == ["quoteInUnquotedField 1:7", "quoteInUnquotedField 1:9"])
  }

  @Test func brokenFilesTakeNoQuadraticTime() {
    let text = String(repeating: "\"a,b\n", count: 20_000)
    #expect(scan(text, width: 2).records.count > 0)
    var dialect = Dialect()
    dialect.doublesQuotes = false
    let pairs = String(repeating: "\"a \"b\", c\n", count: 20_000)
    #expect(scan(pairs, dialect, width: 3).records.count > 0)
  }

  /// Random text of quotes, delimiters, line ends and letters, written well-formed by hand.
  @Test func agreesWithTheNaiveReader() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<1500 {
      var text = ""
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let fields = (0..<Int.random(in: 1...4, using: &random)).map { _ in
          let raw = (0..<Int.random(in: 0...5, using: &random)).map { _ in
            ["a", "é", "\"", ",", "\n", "\r\n", " ", ";", "漢"].randomElement(using: &random)!
          }.joined()
          let mustQuote = raw.contains { ",\"\r\n".contains($0) } || raw.contains("\r\n") || raw.hasPrefix(" ")
          let isQuoted = mustQuote || Bool.random(using: &random)
          return isQuoted ? "\"" + raw.replacing("\"", with: "\"\"") + "\"" : raw
        }
        if fields == [""] { continue }
        text += fields.joined(separator: ",") + ["\n", "\r\n"].randomElement(using: &random)!
      }
      let result = scan(text, width: 2)
      #expect(result.records == NaiveReader.records(text), "\(text.debugDescription)")
      #expect(result.faults.isEmpty)
    }
  }
}
