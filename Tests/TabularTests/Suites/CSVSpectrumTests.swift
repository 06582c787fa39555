import Foundation
import Testing

@testable import Tabular

/// csv-spectrum (M. Ogden, BSD-2-Clause): twelve texts of delimited text with their records as JSON.
@Suite struct CSVSpectrumTests {
  /// Fields in which a text and its own JSON differ.
  private static let explained = [
    // The two name different telephone numbers.
    "location_coordinates": "Contact Phone Number"
  ]

  @Test(.suite("csv-spectrum")) func everyTextGivesItsRecords() throws {
    var table = SuiteTable("csv-spectrum")
    for file in try SuiteFolder.files("csv-spectrum/csvs") {
      let name = (file as NSString).deletingPathExtension
      var bytes = try SuiteFolder.bytes("csv-spectrum/csvs/\(file)")
      // Git may have taken the carriage returns out of a text that is there for them.
      let isRestored = name.hasSuffix("_crlf") && !bytes.contains(0x0D)
      if isRestored { bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
      let document = try TabularDocument(name: file, bytes: bytes)
      let truth = try JSONSerialization.jsonObject(with: Data(SuiteFolder.bytes("csv-spectrum/json/\(name).json")))
      let expected = try #require(truth as? [[String: String]] ?? (truth as? [String: String]).map { [$0] })
      let encoded = try document.encode(fields: Array(document.fields.indices))
      let headers = document.fields.map(\.name)
      let records = (0..<encoded.recordCount).map { record in
        Dictionary(uniqueKeysWithValues: zip(headers, encoded.columns.map { $0.string(record) }))
      }
      let odd = CSVSpectrumTests.explained[name]
      let stated = expected.map { $0.filter { $0.key != odd } }
      #expect(Set(expected.flatMap(\.keys)) == Set(headers))
      #expect(records.map { $0.filter { $0.key != odd } } == stated, "\(file)")
      // Inches in unquoted fields are told.
      let slugs = Set((document.findings + encoded.findings).map(\.slug))
      #expect(slugs == (odd == nil ? [] : ["stray-quote"]), "\(file)")
      table.count(records.map { $0.filter { $0.key != odd } } == stated, isExplained: odd != nil || isRestored)
    }
    table.print()
  }
}
