import Foundation
import Testing

@testable import Tabular
@testable import Undersigned

/// Exports that something happened to on their way: every one is refused at a place, or each of its records is counted
/// or dropped with a reason.
///
/// `UNDERSIGNED_MUTATIONS` says how many damaged versions are made of each; a few by default.
@Suite struct DamagedExportsTests {
  private static let versions =
    ProcessInfo.processInfo.environment["UNDERSIGNED_MUTATIONS"].flatMap { Int($0) } ?? 4

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The samples in `Inputs` and the inputs of the golden tests.
  private static let exports: [String] = ["Inputs", "Tests/Golden"].flatMap { folder in
    let walker = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    let files = (walker?.compactMap { $0 as? String } ?? []).filter { file in
      [".csv", ".json", ".ndjson", ".txt", ".gz"].contains { file.hasSuffix($0) } && !file.contains("expected")
    }
    return files.map { "\(folder)/\($0)" }.sorted()
  }

  @Test func thereAreExports() {
    #expect(DamagedExportsTests.exports.count > 40)
  }

  @Test(arguments: exports) func isRefusedAtAPlaceOrAccountedFor(path: String) throws {
    let stored = Array(try Data(contentsOf: DamagedExportsTests.root.appending(path: path)))
    let seed = StableHash.of(path.utf8)
    var damage = ExportDamage(seed: seed)
    var counts = (read: 0, refused: 0)
    for version in 0..<DamagedExportsTests.versions {
      let bytes = damage.damaged(stored)
      do throws(PipelineError) {
        try read(bytes, "version \(version) of \(path)")
        counts.read += 1
      } catch {
        counts.refused += 1
        #expect(error.description.hasPrefix("export.csv"), "version \(version) of \(path): \(error)")
        #expect(error.description.contains("\n  fix: "), "version \(version) of \(path): \(error)")
        #expect(error.position.line <= 1 + bytes.count { $0 == 0x0A || $0 == 0x0D } + bytes.count / 2_000_000)
      }
    }
    #expect(counts.read + counts.refused == DamagedExportsTests.versions)
    if DamagedExportsTests.versions >= 200 {
      print("| \(path) | \(DamagedExportsTests.versions) | \(counts.read) | \(counts.refused) |")
    }
  }

  /// Reads and tallies an export; throws what the program would say of it.
  private func read(_ bytes: [UInt8], _ which: String) throws(PipelineError) {
    let document: TabularDocument
    let records: Int
    do {
      document = try TabularDocument(name: "export.csv", bytes: bytes)
      records = try document.encode(fields: Array(document.fields.indices)).recordCount
    } catch {
      throw PipelineError(error)
    }
    let tally = try StandardPipeline(title: "A letter").tally.run([document])
    // What was read is counted or dropped, and nothing of it is lost on the way into a tally's file and back.
    #expect(tally.sources.map(\.records) == [records], "\(which)")
    let counted = tally.rows.reduce(0) { $0 + $1.records } + tally.people.reduce(0) { $0 + $1.records }
    #expect(records == counted + tally.dropped.values.reduce(0, +), "\(which)")
    let file = TallyFile.encode(tally)
    #expect(try TallyFile.encode(TallyFile.decode(file, name: "letter.tally")) == file, "\(which)")
    // What is odd is told in words, at a line of the export.
    for finding in document.findings + tally.findings {
      #expect(finding.position.source == "export.csv" && !finding.message.isEmpty, "\(which): \(finding)")
      #expect(finding.position.line <= 1 + bytes.count, "\(which): \(finding)")
    }
  }

  /// Fields in another order give the same counts.
  @Test(arguments: exports.filter { $0.hasPrefix("Inputs/sample-") && $0.hasSuffix(".csv") })
  func theOrderOfFieldsDoesNotMatter(path: String) throws {
    let bytes = Array(try Data(contentsOf: DamagedExportsTests.root.appending(path: path)))
    let document = try TabularDocument(name: "export.csv", bytes: bytes)
    let table = try document.encode(fields: Array(document.fields.indices))
    func written(_ order: [Int]) throws -> TabularDocument {
      var csv = DelimitedWriter()
      csv.write(order.map { document.fields[$0].name })
      for record in 0..<table.recordCount { csv.write(order.map { table.columns[$0].string(record) }) }
      return try TabularDocument(name: "export.csv", bytes: csv.bytes)
    }
    let pipeline = StandardPipeline(title: "A letter").tally
    let order = Array(document.fields.indices)
    let straight = try pipeline.run([written(order)])
    let reversed = try pipeline.run([written(order.reversed())])
    #expect(straight.answers == reversed.answers)
    #expect(straight.rows.map(\.records) == reversed.rows.map(\.records))
    #expect(straight.dropped == reversed.dropped)
  }
}

/// What happens to files: bytes that change, get lost, or come from elsewhere; files cut short, or joined to
/// themselves.
private struct ExportDamage {
  private var random: SplitMix64

  private static let pieces: [[UInt8]] =
    [
      "\"", "\"\"", "\n", "\r\n", "\r", "\0", "\u{FEFF}", "\u{202E}", ",", ";", "\t", "{", "}", "[", "]", "\\", "\\u",
      "\\ud83d", "=1+1", "99999999999999999999999999", "-0.1e400", "null", "<script>", "\u{1A}", "\u{1F}\u{8B}", "É",
      "\u{0301}",
      "sep=;\n", "# ", "'",
    ].map { Array($0.utf8) } + [[0xFF], [0xFF, 0xFE], [0xC3], [0xE2, 0x82], [0x80], [0x1F, 0x8B]]

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  /// The bytes after one to six accidents.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let length = Int.random(in: 1...max(1, min(bytes.count - place, 200)), using: &random)
      switch Int.random(in: 0..<9, using: &random) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 2, 3: bytes.insert(contentsOf: ExportDamage.pieces.randomElement(using: &random) ?? [], at: place)
      case 4: bytes.removeSubrange(place..<min(bytes.count, place + length))
      case 5: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + length)], at: place)
      case 6: bytes.removeLast(Int.random(in: 0..<max(1, bytes.count / 4), using: &random))
      case 7: swapFields(&bytes)
      default:
        // Lines that change places, or a file that is joined to its own beginning.
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let line = Int.random(in: 0..<lines.count, using: &random)
        if Bool.random(using: &random) {
          lines.swapAt(line, Int.random(in: 0..<lines.count, using: &random))
        } else {
          lines += lines[..<line]
        }
        bytes = Array(lines.joined(separator: [0x0A]))
      }
    }
    return bytes
  }

  /// Makes the first two fields of every line change places, as far as commas part them.
  private mutating func swapFields(_ bytes: inout [UInt8]) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      var cells = line.split(separator: 0x2C, omittingEmptySubsequences: false)
      if cells.count > 1 { cells.swapAt(0, 1) }
      return Array(cells.joined(separator: [0x2C]))
    }
    bytes = Array(lines.joined(separator: [0x0A]))
  }
}
