import Foundation
import Testing

@testable import Tabular

@Suite struct ByteSourceTests {
  @Test func readsAFileWhole() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("letter.csv").path
    for size in [0, 1, 4096, 3_000_000] {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 * 7) }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      #expect(try ByteSource.read(path: path) == bytes)
    }
    #expect(throws: TabularError(.isDirectory, at: Position(source: folder.path))) {
      try ByteSource.read(path: folder.path)
    }
    let missing = folder.appendingPathComponent("missing.csv").path
    #expect(throws: TabularError(.noSuchFile, at: Position(source: missing))) { try ByteSource.read(path: missing) }
    #expect(throws: TabularError(.noSuchFile, at: Position(source: path + "/x"))) {
      try ByteSource.read(path: path + "/x")
    }
  }

  @Test func readsWhatTellsNoSize() throws {
    #expect(try !ByteSource.read(path: "/proc/self/status").isEmpty)
  }
}
