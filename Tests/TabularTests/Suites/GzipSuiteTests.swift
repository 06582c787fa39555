import Foundation
import Testing

@testable import Tabular

/// Edge cases of gzip, made by another program than ours: members, padding, damage.
@Suite struct GzipSuiteTests {
  /// What must become of each file, whatever its name ends with.
  private enum Outcome: Equatable {
    case read(findings: [String])
    case refused(TabularError.Kind)
  }

  private static let outcomes: [String: Outcome] = [
    "bad-crc": .refused(.damagedGzip("incorrect data check")), "empty": .refused(.empty),
    "member-split-mid-utf8": .read(findings: []), "single": .read(findings: []),
    "three-members-one-empty": .read(findings: []), "two-members": .read(findings: []),
    "trailing-garbage": .read(findings: ["warning"]), "trailing-zero-padding": .read(findings: ["note"]),
    "truncated": .refused(.damagedGzip("it ends early")),
  ]

  @Test(.suite("gzip-made-here")) func everyStreamIsReadOrRefused() throws {
    var table = SuiteTable("gzip-made-here")
    let expected = try SuiteFolder.bytes("gzip-made-here/expected.csv")
    for file in try SuiteFolder.files("gzip-made-here") where file.hasSuffix(".gz") {
      let bytes = try SuiteFolder.bytes("gzip-made-here/\(file)")
      let name = String(file.prefix { $0 != "." })
      var outcome: Outcome
      do throws(TabularError) {
        let text = try DecodedText(name: file, bytes: bytes)
        #expect(Array(text.bytes[text.start...]) == expected, "\(file)")
        outcome = .read(findings: text.log.findings.map(\.severity.rawValue))
      } catch {
        outcome = .refused(error.kind)
      }
      let holds = outcome == GzipSuiteTests.outcomes[name]
      #expect(holds, "\(file): \(outcome)")
      table.count(holds)
      // Piece by piece, what is read as a whole is the same; damage and what follows a stream are left to the other one.
      let isPlain = outcome == .read(findings: [])
      #expect(try streamed(bytes) == (isPlain ? expected : nil), "\(file)")
    }
    table.print()
  }

  /// What comes out block by block, in blocks that end anywhere; nothing when the stream is odd.
  private func streamed(_ bytes: [UInt8]) throws -> [UInt8]? {
    let url = FileManager.default.temporaryDirectory.appending(path: "undersigned-\(UUID().uuidString).gz")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    guard let file = ByteSource.OpenFile(path: url.path),
      var stream = InflatingStream(file, name: "suite.gz", limits: ReadingLimits())
    else { return nil }
    var result: [UInt8] = []
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 997, alignment: 16)
    defer { block.deallocate() }
    do {
      while !stream.isEnd {
        let count = try stream.fill(block)
        result += block.prefix(count)
      }
    } catch {
      return nil
    }
    return result.isEmpty ? nil : result
  }
}
