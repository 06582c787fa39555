import Testing

@testable import Tabular

@Suite struct GzipTests {
  /// `organization,country`, LF, `Caf` and the first byte of `é`, with a file name in its header.
  static let first: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x08, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0x6C, 0x65, 0x74, 0x74, 0x65, 0x72,
    0x2E, 0x63, 0x73, 0x76, 0x00, 0xCB, 0x2F, 0x4A, 0x4F, 0xCC, 0xCB, 0xAC, 0x4A, 0x2C, 0xC9, 0xCC,
    0xCF, 0xD3, 0x49, 0xCE, 0x2F, 0xCD, 0x2B, 0x29, 0xAA, 0xE4, 0x72, 0x4E, 0x4C, 0x3B, 0x0C, 0x00,
    0xF6, 0xF9, 0x23, 0x67, 0x19, 0x00, 0x00, 0x00,
  ]
  /// The second byte of `é`, ` Union,Spain` and LF.
  static let second: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0x5B, 0xA9, 0x10, 0x9A, 0x97, 0x99,
    0x9F, 0xA7, 0x13, 0x5C, 0x90, 0x98, 0x99, 0xC7, 0x05, 0x00, 0xAC, 0x1F, 0x55, 0xEB, 0x0E, 0x00,
    0x00, 0x00,
  ]
  /// A member of no bytes.
  static let nothing: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0x03, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00,
  ]
  /// The text of the two members, packed twice.
  static let packedTwice: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0x93, 0xEF, 0xE6, 0x60, 0x00, 0x01,
    0xA6, 0xFF, 0xA7, 0xF5, 0xBD, 0xFC, 0xCF, 0x9C, 0x5E, 0xE3, 0xA5, 0x73, 0xF2, 0xCC, 0xF9, 0xCB,
    0x9E, 0xE7, 0xF4, 0xCF, 0x6A, 0x6B, 0xAE, 0x7A, 0x52, 0xE4, 0xE7, 0x63, 0xBD, 0x27, 0x48, 0xD1,
    0x84, 0x5F, 0x45, 0x2C, 0x66, 0xC2, 0x8C, 0x99, 0xC7, 0x59, 0x19, 0x4A, 0x2F, 0x1E, 0xF8, 0xA8,
    0x0E, 0xD4, 0x00, 0x00, 0x6A, 0xEA, 0x3F, 0x5F, 0x39, 0x00, 0x00, 0x00,
  ]

  private func open(_ bytes: [UInt8], limit: Int = 1 << 30) throws(TabularError) -> TabularDocument {
    var limits = ReadingLimits()
    limits.inflatedBytes = limit
    return try TabularDocument(name: "letter.csv.gz", bytes: bytes, limits: limits)
  }

  @Test func joinsMembersEvenInsideACharacter() throws {
    let document = try open(Self.first + Self.nothing + Self.second)
    #expect(document.sample(limit: 9) == [["Café Union", "Spain"]])
    #expect(
      document.decisions.first
        == TabularDocument.Decision(
          subject: "compression", choice: "gzip", reason: "its first bytes are 1f 8b; 3 members"))
    #expect(document.findings.isEmpty)
  }

  @Test(arguments: [[UInt8](repeating: 0, count: 512), Array("rubbish".utf8)]) func leavesOutWhatFollows(
    trailing: [UInt8]
  ) throws {
    let document = try open(Self.first + Self.second + trailing)
    #expect(document.sample(limit: 9) == [["Café Union", "Spain"]])
    #expect(document.findings.map(\.slug) == ["gzip-trailing-bytes"])
    #expect(document.findings[0].severity == (trailing[0] == 0 ? .note : .warning))
  }

  @Test func refusesTruncatedAndDamagedStreams() {
    let position = Position(source: "letter.csv.gz")
    for length in [2, 9, 12, Self.first.count - 5, Self.first.count - 1] {
      #expect(throws: TabularError(.damagedGzip("it ends early"), at: position)) {
        try open(Array(Self.first.prefix(length)))
      }
    }
    var damaged = Self.first
    damaged[damaged.count - 6] ^= 1
    #expect(throws: TabularError(.damagedGzip("incorrect data check"), at: position)) { try open(damaged) }
  }

  @Test func holdsToItsLimit() {
    let kind = TabularError.Kind.limitExceeded("inflated-bytes", 10)
    #expect(throws: TabularError(kind, at: Position(source: "letter.csv.gz"))) { try open(Self.first, limit: 10) }
  }

  @Test func anEmptyStreamIsAnEmptyInput() {
    #expect(throws: TabularError(.empty, at: Position(source: "letter.csv.gz"))) { try open(Self.nothing) }
  }

  @Test func unpacksTwoLevels() throws {
    let document = try open(Self.packedTwice)
    #expect(document.sample(limit: 9) == [["Café Union", "Spain"]])
    #expect(document.decisions.count { $0.subject == "compression" } == 2)
  }
}
