import Tabular
import Testing

@testable import Undersigned

@Suite struct ReportFileTests {
  @Test func aFileThatIsMadeIsWhatItsPiecesAre() {
    let file = ReportFile(path: "a.csv") { take in
      for piece in ["one,", "", "two\n"] { Array(piece.utf8).withUnsafeBytes(take) }
    }
    #expect(file.bytes == Array("one,two\n".utf8))
    #expect(file.hash == ContentHash(file.bytes))
    #expect(file == ReportFile(path: "a.csv", text: "one,two\n"))
    #expect(file != ReportFile(path: "b.csv", text: "one,two\n"))
  }

  @Test func aFileWithoutBytesHasTheirHash() {
    let file = ReportFile(path: "empty", bytes: [])
    #expect(file.bytes.isEmpty && file.hash == ContentHash([]))
  }

  /// A table is written piece by piece, and no line is lost between two of them.
  @Test func longTablesAreWhole() throws {
    var letter = LetterBuilder()
    let names = (0..<4000).map { "Testa Federation of the Quorvexian Workers of Zamzamia, Section \($0)" }
    for name in names { letter.add(.init(stringLiteral: name), .at("CL"), .tradeUnion) }
    let file = ReportTable.organizations.file(of: try letter.summary())
    var pieces = 0
    file.forEachPiece { _ in pieces += 1 }
    #expect(pieces > 1)
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == names.count + 1)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("org-Testa Federation") || $0.hasPrefix("\"org-Testa") })
  }
}
