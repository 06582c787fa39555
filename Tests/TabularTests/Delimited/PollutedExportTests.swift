import Foundation
import Testing

@testable import Tabular

/// Exports polluted one way at a time, and in pairs: read as if they were clean, or told.
@Suite struct PollutedExportTests {
  /// A way to write an export otherwise that changes nothing about what it says.
  struct Pollution: Sendable, CustomTestStringConvertible {
    let group: String
    let name: String
    let pollute: @Sendable (inout PollutedExport) -> Void
    var testDescription: String { "\(group): \(name)" }
  }

  static let pollutions: [Pollution] =
    [",", ";", "\t", "|", "~", "^", ":", " ", "#", "\u{1}", "\u{1F}"].map { delimiter in
      Pollution(group: "delimiter", name: delimiter.debugDescription) { $0.delimiter = delimiter }
    }
    + ["\"", "'", "`"].map { quote in
      Pollution(group: "quote", name: quote) { ($0.quote, $0.escape) = (quote, quote) }
    }
    + ["\"", "'"].map { quote in
      Pollution(group: "quote", name: "\(quote) and backslashes") { ($0.quote, $0.escape) = (quote, "\\") }
    }
    + [Pollution(group: "quoting", name: "every field") { $0.quotesEveryField = true }]
    + [("CR LF", ["\r\n"]), ("CR", ["\r"]), ("all three", ["\n", "\r\n", "\r"]), ("CR CR LF", ["\r\r\n"])].map { end in
      Pollution(group: "record end", name: end.0) { $0.terminators = end.1 }
    }
    + [Pollution(group: "last record end", name: "none") { $0.endsLastRecord = false }]
    + [
      ("a mark", [0xEF, 0xBB, 0xBF], .utf8), ("two marks", [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF], .utf8),
      ("UTF-16 LE", [], .utf16LittleEndian), ("UTF-16 BE", [], .utf16BigEndian),
      ("UTF-16 LE with a mark", [0xFF, 0xFE], .utf16LittleEndian),
      ("UTF-16 BE with a mark", [0xFE, 0xFF], .utf16BigEndian),
      ("UTF-32 LE with a mark", [0xFF, 0xFE, 0, 0], .utf32LittleEndian),
      ("Windows-1252", [], .windowsCP1252), ("ISO 8859-1", [], .isoLatin1),
    ].map { (name: String, mark: [UInt8], encoding: String.Encoding) in
      Pollution(group: "encoding", name: name) { $0.encode = { mark + Array($0.data(using: encoding)!) } }
    }
    + [
      ("a title", ["Signatures of an open letter"]),
      ("a title with delimiters", ["Signatures{d} all of them{d} to date"]),
      ("titles and a blank line", ["Signatures", "as of 6 March", ""]),
      ("keys and values", ["Letter{d}An open letter", "Date{d}2026-03-07", ""]),
      ("twelve lines of notes", (1...12).map { "Remark \($0) on how signatures were collected" }),
      ("a comment", ["# made by a form"]), ("comments with delimiters", ["# made{d} by a form", "# twice"]),
      ("blank lines", ["", "", ""]), ("lines of spaces", ["   "]), ("a record of nothing", ["{d}{d}{d}{d}"]),
      ("sep", ["sep={d}"]), ("sep in quotes", ["\"sep={d}\""]),
    ].map { (name: String, lines: [String]) in Pollution(group: "before", name: name) { $0.before = lines } }
    + [("blank lines", [""]), ("lines of spaces", ["  "])].map { (name: String, lines: [String]) in
      Pollution(group: "between", name: name) { $0.between = lines }
    }
    + [Pollution(group: "header", name: "again in the middle") { $0.repeatsHeader = true }]
    + [("zeros", [0, 0, 0, 0]), ("an end-of-file mark", [0x1A])].map { (name: String, filler: [UInt8]) in
      Pollution(group: "encoding", name: name) { $0.encode = { Array($0.utf8) + filler } }
    }
    + [Pollution(group: "after", name: "blank lines") { $0.after = ["", "", ""] }]

  @Test(arguments: pollutions)
  func aPollutionChangesNothing(_ pollution: Pollution) throws {
    try check([pollution])
  }

  @Test(arguments: pollutions)
  func noneDoesBesideAnother(_ first: Pollution) throws {
    let start = PollutedExportTests.pollutions.firstIndex { $0.testDescription == first.testDescription }!
    for second in PollutedExportTests.pollutions[start...] where second.group != first.group {
      // Lines of prose may hold these as well, and nothing shows that they delimit below it.
      if second.group == "before", [":", " ", "#"].map(\.debugDescription).contains(first.name) { continue }
      try check([first, second])
    }
  }

  // MARK: Told

  /// What can't be undone is told: every record is there, and a finding says what is odd about it.
  @Test(arguments: [
    ("a field is missing", "d@example.org,2026-03-03", "d@example.org", "ragged-record", 8),
    ("a field too many", "d@example.org,2026-03-03", "d@example.org,2026-03-03,more", "ragged-record", 8),
    ("a delimiter without quotes", "Nobody Choir", "Nobody, Choir", "ragged-record", 8),
    ("a line end without quotes", "Nobody Choir", "Nobody\nChoir", "ragged-record", 9),
    ("two records on a line", "2026-03-03\n", "2026-03-03,", "ragged-record", 7),
    ("a quote without a first", "Nobody Choir", "Nobody Choir\"", "stray-quote", 8),
    ("a quote in between", "Nobody Choir", "Nobody\" Choir", "stray-quote", 8),
    ("quotes behind a space", "Nobody Choir", " \"Nobody Choir\" ", "stray-quote", 8),
    ("quotes that are not doubled", "Unión Inventada", "\"Unión \"Inventada\" X\"", "undoubled-quote", 8),
    ("a total at the end", "2026-03-06\n", "2026-03-06\nTotal: 8\n", "ragged-record", 9),
    ("a note at the end", "2026-03-06\n", "2026-03-06\n\nExported by a form.\n", "ragged-record", 9),
    ("lines of dashes", "2026-03-06\n", "2026-03-06\n-----\n", "ragged-record", 9),
    ("another table below", "2026-03-06\n", "2026-03-06\n\nCountry,Count\nSpain,1\n", "ragged-record", 10),
    ("longer header", "Email,Date\n", "Email,Date,More,Still more\n", "ragged-record", 8),
  ])
  func aFaultIsTold(_ name: String, _ part: String, _ polluted: String, _ slug: String, _ count: Int) throws {
    let clean = String(decoding: PollutedExport().bytes, as: UTF8.self)
    let text = clean.replacing(part, with: polluted)
    #expect(text != clean)
    let (fields, records, findings) = try read(Array(text.utf8))
    #expect(fields.starts(with: PollutedExport.header), "\(name)")
    #expect(records.count == count, "\(name)")
    #expect(findings.contains { $0.slug == slug }, "\(name): \(findings)")
    // Whatever is wrong with a record, the others stay as they are.
    let sound = PollutedExport.records.prefix(2).map { $0 + Array(repeating: "", count: fields.count - 5) }
    #expect(records.prefix(2).elementsEqual(sound), "\(name)")
  }

  @Test func linesInQuotesAsAWholeAreTold() throws {
    let text = "\"organization,country\"\n\"Centro,Spain\"\n\"Nobody,Canada\"\n"
    let (_, records, findings) = try read(Array(text.utf8))
    #expect(records.count == 2)
    #expect(findings.map(\.slug) == ["wrapped-records"])
  }

  @Test(arguments: [
    ("", TabularError.Kind.empty), ("\n \n", .empty), ("\u{FEFF}", .empty), ("sep=;\n", .empty),
    ("organization,country\nNobody,Canada\n\"Centro,Spain\n", .unclosedQuote),
    ("organization,country\n\u{2}\u{3}Centro,\u{4}Spain\n", .binary(looksLike: "binary data")),
  ])
  func whatIsNoTableIsRefused(_ text: String, _ kind: TabularError.Kind) {
    let error = #expect(throws: TabularError.self) { try read(Array(text.utf8)) }
    #expect(error?.kind == kind)
  }

  // MARK: Shapes

  @Test(arguments: [
    ("header alone", "organization,country\n", 2, 0), ("one record", "organization,country\nCentro,Spain\n", 2, 1),
    ("one record without its end", "organization,country\nCentro,Spain", 2, 1),
    ("one field", "organization\nCentro de Ejemplo\nNobody Choir\n", 1, 2),
    ("a list", "Centro de Ejemplo\nNobody Choir\nUnión Inventada\n", 1, 3), ("one byte", "a", 1, 1),
    ("a list of two words under two words", "Organization name\nFrobnik Union\nNobody Choir\n", 1, 2),
    ("a list with colons", "Organization\nNobody: Choir\nCentro: Ejemplo\n", 1, 2),
    ("no header", "Centro,Spain,b@example.org\nNobody,Canada,h@example.org\n", 3, 2),
    ("empty header names", "organization,,\nCentro,Spain,1\nNobody,Canada,2\n", 3, 2),
    ("the same name twice", "organization,country,country\nCentro,Spain,Peru\nNobody,Canada,Peru\n", 3, 2),
    ("delimiters at the ends", "organization,country,\nCentro,Spain,\nNobody,Canada,\n", 3, 2),
    ("delimiters at the starts", ",organization,country\n,Centro,Spain\n,Nobody,Canada\n", 3, 2),
    ("bars twice", "organization||country\nCentro||Spain\nNobody||Canada\n", 3, 2),
    ("a remark wider than the header, and no record", "# a,b,c,d\norganization,country\n", 2, 0),
    ("sep of another", "sep=,\norganization;country\nCentro;Spain\nNobody;Canada\n", 2, 2),
  ])
  func everyShapeIsRead(_ name: String, _ text: String, _ fields: Int, _ records: Int) throws {
    let result = try read(Array(text.utf8))
    #expect(result.fields.count == fields, "\(name): \(result.fields)")
    #expect(result.records.count == records, "\(name)")
  }

  private func check(_ pollutions: [Pollution]) throws {
    let name = pollutions.map(\.testDescription).joined(separator: " + ")
    var export = PollutedExport()
    for pollution in pollutions { pollution.pollute(&export) }
    let (fields, records, _) = try read(export.bytes)
    #expect(fields == PollutedExport.header, "\(name)")
    #expect(records == export.expected, "\(name)")
  }

  private func read(_ bytes: [UInt8]) throws(TabularError) -> (
    fields: [String], records: [[String]], findings: [Finding]
  ) {
    let document = try TabularDocument(name: "polluted.csv", bytes: bytes)
    let table = try document.encode(fields: Array(document.fields.indices))
    let records = (0..<table.recordCount).map { record in table.columns.map { $0.string(record) } }
    return (document.fields.map(\.name), records, document.findings + table.findings)
  }
}
