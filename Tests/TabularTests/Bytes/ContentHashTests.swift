import Foundation
import Testing

@testable import Tabular

@Suite struct ContentHashTests {
  /// Test vectors of FIPS 180-4.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func hashesAsTheStandardSays(text: String, hex: String) {
    let hash = ContentHash(Array(text.utf8))
    #expect(hash.hex == hex)
    #expect(hash.byteCount == text.utf8.count)
  }

  @Test(arguments: [0, 1, 1 << 20, (1 << 20) + 1, 3_000_000]) func aFileInPiecesIsTheSame(size: Int) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 * 7) }
    try Data(bytes).write(to: file)
    #expect(try ContentHash(ofFile: file.path) == ContentHash(bytes))
  }

  @Test func whatIsNoFileIsAnError() {
    let missing = "/nonexistent/letter.csv"
    #expect(throws: TabularError(.noSuchFile, at: Position(source: missing))) { try ContentHash(ofFile: missing) }
    #expect(throws: TabularError(.isDirectory, at: Position(source: "/"))) { try ContentHash(ofFile: "/") }
  }

  @Test func onlyHashesAreReadBack() throws {
    let hash = ContentHash(Array("abc".utf8))
    #expect(ContentHash(hex: hash.hex.uppercased(), byteCount: 3) == hash)
    #expect(ContentHash(hex: String(hash.hex.dropLast()), byteCount: 3) == nil)
    #expect(ContentHash(hex: String(hash.hex.dropLast()) + "g", byteCount: 3) == nil)
    #expect(ContentHash(hex: String(repeating: "0", count: 61) + "９", byteCount: 3) == nil)
  }
}
