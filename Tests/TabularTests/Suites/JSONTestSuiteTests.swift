import Testing

@testable import Tabular

/// JSONTestSuite (N. Seriot, MIT) says by file name what a parser must accept (`y_`), refuse (`n_`), or may do (`i_`).
@Suite struct JSONTestSuiteTests {
  private enum Outcome {
    case read
    case noRecords
    case refused
  }

  private func outcome(_ bytes: [UInt8]) -> Outcome {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    do throws(TabularError) {
      let document = try JSONDocument(name: "a.json", text: text)
      let table = try document.encode(fields: Array(document.fields.indices), fingerprints: [], seed: 0)
      #expect(table.columns.allSatisfy { $0.ids.count == table.recordCount })
      return .read
    } catch {
      if case .noRecords = error.kind { return .noRecords }
      return .refused
    }
  }

  /// Accepted although the suite says that it must be refused.
  private static let explained = [
    // Values one after the other are no single JSON text, but they are JSON Lines.
    "n_structure_double_array.json"
  ]

  @Test(.suite("JSONTestSuite")) func everyFileOfJSONTestSuite() throws {
    for part in ["test_parsing", "test_transform"] {
      var table = SuiteTable("JSONTestSuite/\(part)")
      for file in try SuiteFolder.files("JSONTestSuite/\(part)") {
        let outcome = outcome(try SuiteFolder.bytes("JSONTestSuite/\(part)/\(file)"))
        let isExplained = JSONTestSuiteTests.explained.contains(file)
        // A text that is valid but holds no list of records is refused for that alone.
        let holds =
          switch (part, file.prefix(2)) {
          case ("test_parsing", "y_"): outcome != .refused
          case ("test_parsing", "n_"): isExplained ? outcome != .refused : outcome == .refused
          default: true
          }
        #expect(holds, "\(file): \(outcome)")
        table.count(holds, isExplained: isExplained)
      }
      table.print()
    }
  }
}
