import Testing

@testable import Tabular

@Suite struct BinarySignatureTests {
  static let samples: [(bytes: [UInt8], name: String)] = [
    (Array("PK\u{3}\u{4}\u{14}\u{0}[Content_Types].xml xl/workbook.xml".utf8), "an Excel workbook (xlsx)"),
    (
      Array("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8),
      "an OpenDocument spreadsheet (ods)"
    ),
    (Array("PK\u{3}\u{4}word/document.xml".utf8), "a Word document (docx)"),
    (Array("PK\u{3}\u{4}letter.csv".utf8), "a zip archive"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "an old Excel or other Microsoft Office file (xls)"),
    (Array("%PDF-1.7".utf8), "a PDF document"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG picture"),
    ([0x7F, 0x45, 0x4C, 0x46, 2, 1], "a program (ELF)"),
    (Array("SQLite format 3\u{0}".utf8), "an SQLite database"),
    ([UInt8](repeating: 0x61, count: 257) + Array("ustar\u{0}00 ".utf8), "a tar archive"),
    (Array("\n <!DOCTYPE html><p>Log in".utf8), "a web page (HTML)"),
    ((0..<200).map { UInt8($0 % 8) }, "binary data"),
  ]

  @Test(arguments: samples) func namesWhatIsNoTable(bytes: [UInt8], name: String) {
    #expect(throws: TabularError(.binary(looksLike: name), at: Position(source: "letter"))) {
      try TabularDocument(name: "letter", bytes: bytes)
    }
  }

  @Test(arguments: ["", " \r\n\t\n", "\u{FEFF}", "\u{FEFF}\n"]) func blankInputIsEmpty(text: String) {
    #expect(throws: TabularError(.empty, at: Position(source: "letter"))) {
      try TabularDocument(name: "letter", bytes: Array(text.utf8))
    }
  }
}
