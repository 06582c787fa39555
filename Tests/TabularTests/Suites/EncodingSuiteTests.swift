import Foundation
import Testing

@testable import Tabular

/// Texts in encodings that nobody should use, and UTF-8 that isn't.
@Suite struct EncodingSuiteTests {
  /// Python's texts in East Asian encodings, each with its twin in UTF-8.
  ///
  /// These encodings aren't read but refused by name, so that their text is never taken for another; UTF-8 is read.
  @Test(.suite("python-cjkencodings")) func eastAsianTextIsReadOrRefused() throws {
    var table = SuiteTable("python-cjkencodings")
    for file in try SuiteFolder.files("python-cjkencodings") {
      let bytes = try SuiteFolder.bytes("python-cjkencodings/\(file)")
      var holds = false
      do throws(TabularError) {
        let text = try DecodedText(name: file, bytes: bytes)
        if file.hasSuffix("-utf8.txt") {
          holds = text.bytes == bytes && text.log.findings.isEmpty
        } else if file == "johab.txt" {
          // Johab's pairs end in ASCII letters as often as not, as those of Western text do: what is guessed is told.
          holds = text.log.findings.map(\.slug) == ["guessed-encoding", "invalid-encoding"]
        }
      } catch {
        if case .invalidEncoding = error.kind { holds = !file.hasSuffix("-utf8.txt") }
      }
      #expect(holds, "\(file)")
      table.count(holds, isExplained: file == "johab.txt")
    }
    table.print()
  }

  /// M. Kuhn's stress test for decoders (CC BY 4.0): every line is kept, and what is no UTF-8 becomes U+FFFD as in the
  /// standard library.
  @Test(.suite("kuhn-utf8-test")) func theLinesOfTheStressTestAreKept() throws {
    let bytes = try SuiteFolder.bytes("kuhn-utf8-test/UTF-8-test.txt")
    let text = try DecodedText(name: "UTF-8-test.txt", bytes: bytes)
    let decoded = text.bytes[text.start...]
    let lines = decoded.split(separator: 0x0A, omittingEmptySubsequences: false)
    let given = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(lines.count == given.count)
    var table = SuiteTable("kuhn-utf8-test")
    for (line, given) in zip(lines, given) {
      let holds = Array(line) == Array(String(decoding: given, as: UTF8.self).utf8)
      #expect(holds, "\(String(decoding: given, as: UTF8.self))")
      table.count(holds)
    }
    table.print()
  }
}
