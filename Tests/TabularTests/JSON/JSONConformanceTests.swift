import Foundation
import Testing

@testable import Tabular

/// JSONTestSuite (N. Seriot, MIT) says by file name what a parser must accept (`y_`), refuse (`n_`), or may do (`i_`).
///
/// It is not part of the repository: `UNDERSIGNED_SUITES` names a folder that holds `JSONTestSuite/test_parsing`.
@Suite struct JSONConformanceTests {
  static let folder = ProcessInfo.processInfo.environment["UNDERSIGNED_SUITES"].map { "\($0)/JSONTestSuite" }

  private enum Outcome {
    case read
    case noRecords
    case refused
  }

  private func outcome(_ bytes: [UInt8]) throws -> Outcome {
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

  @Test(
    .enabled(if: folder.map { FileManager.default.fileExists(atPath: $0) } ?? false, "UNDERSIGNED_SUITES is not set"))
  func everyFileOfJSONTestSuite() throws {
    let folder = try #require(JSONConformanceTests.folder)
    var counts: [String: Int] = [:]
    for part in ["test_parsing", "test_transform"] {
      for file in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(part)").sorted() {
        let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(part)/\(file)"))
        let outcome = try outcome(Array(data))
        let prefix = part == "test_transform" ? "transform" : String(file.prefix(1))
        counts["\(prefix) \(outcome)", default: 0] += 1
        switch prefix {
        case "y": #expect(outcome != .refused, "\(file) must be read")
        // Values one after the other are no single JSON text, but they are JSON Lines.
        case "n": #expect(outcome == .refused || file == "n_structure_double_array.json", "\(file) must be refused")
        default: break
        }
      }
    }
    print("JSONTestSuite:", counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
  }
}
