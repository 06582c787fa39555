import Foundation
import Testing

@testable import Tabular

/// The tables with which frictionless-py (Open Knowledge Foundation, MIT) tests itself.
///
/// What a file says is read by the plainest reader there can be, given delimiter, encoding and line of the header,
/// which Undersigned has to find out by itself.
@Suite struct FrictionlessTests {
  /// How a file is written, where it isn't comma, UTF-8, and a header in its first record.
  private struct Layout {
    var delimiter: Character? = ","
    var encoding = String.Encoding.utf8
    /// Which record is the header; nothing when there is none.
    var header: Int? = 0
    /// Why it isn't read as frictionless-py does.
    var explanation: String?
  }

  private static let layouts: [String: Layout] = [
    "accent.csv": Layout(delimiter: ";"), "country-2.csv": Layout(delimiter: ";", header: 1),
    "delimiter.csv": Layout(delimiter: ";"), "dialect.csv": Layout(delimiter: "|"),
    "issue-1009-semicolon.csv": Layout(delimiter: ";"), "issue-1100.csv": Layout(delimiter: ";"),
    "issue-1105-timezone.csv": Layout(delimiter: ";"), "issue-1138.csv": Layout(delimiter: ";"),
    "issue-1232.csv": Layout(delimiter: ";"), "table-delimiter.csv": Layout(delimiter: ";"),
    "table-with-accents.csv": Layout(delimiter: ";", encoding: .isoLatin1), "vix.csv": Layout(delimiter: ";"),
    "table.tsv": Layout(delimiter: "\t"), "floats.csv": Layout(delimiter: nil),
    "leading-zeros.csv": Layout(delimiter: nil), "latin1.csv": Layout(encoding: .isoLatin1),
    "table-infer-iso-8859-7.csv": Layout(encoding: .windowsCP1253), "countries.csv": Layout(header: 1),
    "matrix-with-comment.csv": Layout(header: 1), "skip-rows-before-headers.csv": Layout(header: 1),
    "chunk2.headless.csv": Layout(header: nil), "chunk3.csv": Layout(header: nil),
    "without-headers.csv": Layout(header: nil), "without-headers-extra.csv": Layout(header: nil),
    // Both readers take a comment between records for a record of one field; here it is told as one.
    "skip-rows.csv": Layout(header: 1),
    "numeric-labels.csv": Layout(header: nil, explanation: "a header of numbers looks like a record"),
    "issue-1109.csv": Layout(explanation: "quotes behind a space are quotes, as its spaces are for the eye"),
    "transpose.csv": Layout(header: nil, explanation: "its first line holds numbers, as the others do"),
  ]

  /// What can't be compared with the plain reader, and what is read instead.
  private static let backslashes = "escaping.csv"

  /// A header and records as strings.
  private struct Content: Equatable {
    var headers: [String]
    var records: [[String]]
  }

  private func content(_ file: String) throws -> Content {
    let document = try TabularDocument(name: file, bytes: SuiteFolder.bytes("frictionless-csv/\(file)"))
    let table = try document.encode(fields: Array(document.fields.indices))
    let records = (0..<table.recordCount).map { record in table.columns.map { $0.string(record) } }
    // A record with more or fewer answers than fields is told, whatever becomes of it.
    #expect(table.recordCount == table.lines.count)
    return Content(headers: document.fields.map(\.name), records: records)
  }

  private func plainContent(_ file: String, _ layout: Layout) throws -> Content {
    var data = Data(try SuiteFolder.bytes("frictionless-csv/\(file)"))
    if data.starts(with: [0xEF, 0xBB, 0xBF]) { data = data.dropFirst(3) }
    let text = try #require(String(data: data, encoding: layout.encoding), "\(file)")
    var records = NaiveReader.records(text, delimiter: layout.delimiter ?? "\u{1}").map { record in
      record.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    }
    var headers = (records.first ?? []).indices.map { "column \($0 + 1)" }
    if let header = layout.header {
      headers = records[header]
      records.removeFirst(header + 1)
    }
    return Content(
      headers: headers,
      records: records.map { Array(($0 + Array(repeating: "", count: headers.count)).prefix(headers.count)) })
  }

  @Test(.suite("frictionless-csv")) func everyTableIsReadOrRefused() throws {
    var table = SuiteTable("frictionless-csv")
    for file in try SuiteFolder.files("frictionless-csv") {
      let layout = FrictionlessTests.layouts[file] ?? Layout()
      var holds = false
      switch (file as NSString).pathExtension {
      case "zip", "bz2":
        holds = refusal(file) == .binary(looksLike: file.hasSuffix("bz2") ? "a bzip2 archive" : "a zip archive")
      case "jsonl", "ndjson", "gz":
        holds = try content(file) == plainContent("table.csv", Layout())
      case _ where file == "empty.csv":
        holds = refusal(file) == .empty
      case _ where file == FrictionlessTests.backslashes:
        // Its three records show three ways of writing a quote, of which the last one fits none of the others.
        holds = try content(file).records.map { $0.first } == ["1", "2", "3"]
      case _ where file == "defective-rows.csv":
        // The header is shorter than a record: what is behind its end is a field without a name.
        var plain = try plainContent(file, layout)
        plain.headers.append("column 4")
        plain.records = [["1101", "John", "", ""], ["1102", "Julie", "26", "Potatoes"]]
        holds = try content(file) == plain
      default:
        let ours = try content(file)
        var plain = try plainContent(file, layout)
        if file == "issue-1109.csv" {
          plain.headers = plain.headers.map { $0.filter { $0 != "\"" } }
          plain.records = plain.records.map { $0.map { $0.filter { $0 != "\"" } } }
        }
        #expect(ours == plain, "\(file)")
        holds = ours == plain
      }
      #expect(holds, "\(file)")
      let isExplained = layout.explanation != nil || file == FrictionlessTests.backslashes || file.hasSuffix("zip")
      table.count(holds, isExplained: isExplained || file.hasSuffix("bz2"))
    }
    table.print()
  }

  private func refusal(_ file: String) -> TabularError.Kind? {
    do throws(TabularError) {
      _ = try TabularDocument(name: file, bytes: (try? SuiteFolder.bytes("frictionless-csv/\(file)")) ?? [])
      return nil
    } catch {
      return error.kind
    }
  }
}
