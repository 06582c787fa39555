import Foundation
import Testing

@testable import Tabular

@Suite struct StreamedDocumentTests {
  /// Writes a text to a file for as long as `body` runs.
  private func withFile(_ text: [UInt8], _ body: (String) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("undersigned-\(UUID().uuidString).csv")
    try Data(text).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    try body(url.path)
  }

  private static func export(records: Int, terminator: String = "\n") -> String {
    var random = SplitMix64(seed: 3)
    var text = "organization,country,comment" + terminator
    let countries = ["Spain", "Perú", "\"Korea, Republic of\"", ""]
    for record in 0..<records {
      let comment = record % 7 == 0 ? "\"two\(terminator)lines, \"\"quoted\"\"\"" : "a comment that takes some room"
      let number = Int.random(in: 0..<5000, using: &random)
      text += "Union \(number),\(countries.randomElement(using: &random)!),\(comment)\(terminator)"
    }
    return text
  }

  private func compare(_ text: [UInt8], isStreamed: Bool = true) throws {
    try withFile(text) { path in
      let streamed = TabularDocument.stream(path: path, name: "t.csv")
      #expect((streamed != nil) == isStreamed)
      guard let streamed else { return }
      let whole = try TabularDocument(name: "t.csv", bytes: text)
      #expect(streamed.fields == whole.fields)
      #expect(streamed.sample(limit: 200) == whole.sample(limit: 200))
      let fields = Array(whole.fields.indices)
      let left = try streamed.encode(fields: fields, fingerprints: [0], seed: 3)
      let right = try whole.encode(fields: fields, fingerprints: [0], seed: 3)
      for (left, right) in zip(left.columns, right.columns) {
        #expect((0..<left.ids.count).map { left.string($0) } == (0..<right.ids.count).map { right.string($0) })
      }
      #expect(left.fingerprints == right.fingerprints)
      #expect(left.lines == right.lines)
      #expect(Set(left.findings) == Set(whole.findings + right.findings))
    }
  }

  @Test(arguments: ["\n", "\r\n"]) func readsALargeFileAsIfItWereInMemory(_ terminator: String) throws {
    try compare(Array(StreamedDocumentTests.export(records: 100_000, terminator: terminator).utf8))
  }

  @Test func aByteOrderMarkIsPassedOver() throws {
    try compare([0xEF, 0xBB, 0xBF] + Array(StreamedDocumentTests.export(records: 100_000).utf8))
  }

  @Test func whatNeedsTheExactReaderGetsIt() throws {
    let text = StreamedDocumentTests.export(records: 100_000)
    try compare(Array((text + "Union \"A\" B,\"The \"Real\" Union\",x\nC,D,E\n").utf8))
    try compare(Array(text.utf8) + [0x55, 0xFF, 0x2C, 0x2C, 0x0A])
    try compare(Array((text + "\u{FEFF}Union,Spain,\n").utf8))
    try compare(Array((text + "Union A,Spain\n\nUnion B,Spain,x,y\norganization,country,comment\nUnion,,").utf8))
  }

  @Test func otherFilesAreOpenedWhole() throws {
    try compare(Array(StreamedDocumentTests.export(records: 100).utf8), isStreamed: false)
    try compare(Array(repeating: 0x20, count: 5 << 20), isStreamed: false)
    try compare(Array(StreamedDocumentTests.export(records: 100_000).utf8) + [0, 0], isStreamed: false)
    let object = #"{"organization":"Union A","country":"Spain"}"# + "\n"
    try compare(Array(String(repeating: object, count: 100_000).utf8), isStreamed: false)
    #expect(TabularDocument.stream(path: "/nowhere/t.csv", name: "t.csv") == nil)
    #expect(TabularDocument.stream(path: "-", name: "-") == nil)
  }
}
