import Foundation
import Testing

@testable import Tabular

@Suite struct StreamedDocumentTests {
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

  private func compare(_ text: [UInt8], isStreamed: Bool = true, threshold: Int = 1 << 21) throws {
    try TestFile.with(text) { path in
      let streamed = TabularDocument.stream(path: path, name: "t.csv", threshold: threshold, partSize: 1 << 20)
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

  @Test func aFileThatChangesIsNotCounted() throws {
    try TestFile.with(Array(StreamedDocumentTests.export(records: 40_000).utf8)) { path in
      let document = try #require(TabularDocument.stream(path: path, name: "t.csv", threshold: 1 << 20))
      _ = try document.encode(fields: [0])
      let file = try #require(FileHandle(forWritingAtPath: path))
      try file.seekToEnd()
      try file.write(contentsOf: Data("Late Union,Peru,\n".utf8))
      let changed = TabularError(.changed, at: Position(source: "t.csv"))
      #expect(throws: changed) { try document.encode(fields: [0]) }
      try file.truncate(atOffset: 1 << 20)
      #expect(throws: changed) { try document.encode(fields: [0]) }
    }
  }

  @Test func partsFollowEachOther() throws {
    try TestFile.with(Array(StreamedDocumentTests.export(records: 60_000).utf8)) { path in
      let document = try #require(
        TabularDocument.stream(path: path, name: "t.csv", threshold: 1 << 20, partSize: 1 << 18))
      var parts: [EncodedPart] = []
      let findings = try document.encodeParts(fields: [0, 1], fingerprints: [2]) { parts.append($0) }
      let table = try document.encode(fields: [0, 1], fingerprints: [2])
      #expect(findings == table.findings)
      #expect(parts.count > 5)
      #expect(parts.indices.filter { parts[$0].isFirst } == [0])
      #expect(parts.indices.filter { parts[$0].isLast } == [parts.count - 1])
      #expect(parts.allSatisfy { $0.recordCount > 0 && $0.columns[0].count == $0.recordCount })
      #expect(parts.flatMap { Array($0.lines) } == Array(table.lines))
      // Each part's numbers have their answers by then, and none comes twice.
      var seen = 0
      for part in parts {
        seen += part.newAnswers[0].count
        #expect(part.columns[0].allSatisfy { $0 < seen })
      }
      #expect(
        seen == Set(parts.flatMap { part in part.newAnswers[0].ends.indices.map(part.newAnswers[0].string) }).count)
    }
  }

  @Test func readsATestFileWhileItIsInflated() throws {
    let first = StreamedDocumentTests.export(records: 100_000)
    try compare(TestFile.packed(Array(first.utf8)), threshold: 1 << 16)
    let second = "Union A,Spain\nUnion 5\" B,Peru,x\n\nUnion C,Peru,\"y\"\r\nUnion D,Chile,z"
    try compare(TestFile.packed(Array(first.utf8)) + TestFile.packed(Array(second.utf8)), threshold: 1 << 16)
    try compare(TestFile.packed(Array(first.utf8)) + [0, 0, 0], threshold: 1 << 16)
    // Records that are longer than the room before a block, and than a block.
    for length in [100_000, 700_000] {
      let long = "Union A,Spain,\"\(String(repeating: "long, ", count: length / 6))\"\nUnion B,Spain,\n"
      try compare(TestFile.packed(Array((first + long + second.prefix(14) + "x\n" + long).utf8)), threshold: 1 << 16)
    }
    try compare(TestFile.packed(Array((first + "Union \"A\" B,\"The \"Real\" Union\",x\n").utf8)), threshold: 1 << 16)
  }

  @Test func aRecordThatIsTooLongIsTheSameErrorInGzip() throws {
    let long = "Union A,Spain,\"\(String(repeating: "long, ", count: 200_000))\"\n"
    let text = Array((StreamedDocumentTests.export(records: 8000) + long + "Union B,Peru,\n").utf8)
    var limits = ReadingLimits()
    limits.recordBytes = 1 << 16
    let whole = #expect(throws: TabularError.self) {
      try TabularDocument(name: "t.csv", bytes: text, limits: limits).encode(fields: [0])
    }
    try TestFile.with(TestFile.packed(text)) { path in
      let streamed = try #require(
        TabularDocument.stream(path: path, name: "t.csv", threshold: 1 << 10, limits: limits))
      let inflated = #expect(throws: TabularError.self) { try streamed.encode(fields: [0]) }
      #expect(inflated == whole)
      #expect(try TabularDocument.stream(path: path, name: "t.csv", threshold: 1 << 10)?.encode(fields: [0]) != nil)
    }
  }

  @Test func aDamagedTestFileIsRefused() throws {
    var text = TestFile.packed(Array(StreamedDocumentTests.export(records: 100_000).utf8))
    text[text.count - 6] ^= 1
    try TestFile.with(text) { path in
      let streamed = try #require(TabularDocument.stream(path: path, name: "t.csv", threshold: 1 << 16))
      #expect(throws: TabularError.self) { try streamed.encode(fields: [0]) }
    }
  }

  @Test(arguments: ["\n", "\r\n"]) func readsALargeFileAsIfItWereInMemory(_ terminator: String) throws {
    try compare(Array(StreamedDocumentTests.export(records: 100_000, terminator: terminator).utf8))
  }

  @Test func longRecordsAreLookedAtFurther() throws {
    let comment = String(repeating: "a comment that takes some room ", count: 60)
    let records = (0..<2000).map { "Union \($0),Spain,\"\(comment)\"\n" }
    try compare(Array(("organization,country,comment\n" + records.joined()).utf8))
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

  @Test(arguments: [("", "\n", ""), ("[", ",\n", "]\n"), ("\u{FEFF}[", ",", "]")])
  func readsJSON(_ opening: String, _ separator: String, _ closing: String) throws {
    let records = (0..<20_000).map { record in
      #"{"organization":"Union \#(record % 977)","country":"Per\u00fa","in":{"city":"\#(record % 7)"}}"#
    }
    let text = opening + records.joined(separator: separator)
    try compare(Array((text + closing).utf8), threshold: 1 << 20)
    try compare(TestFile.packed(Array((text + closing).utf8)), threshold: 1 << 16)
    // A text that is cut is refused, wherever it is cut.
    for length in [1, 2, 30] where closing.contains("]") {
      let cut = TestFile.packed(Array((text + closing).utf8.dropLast(closing.utf8.count + length)))
      try TestFile.with(cut) { path in
        let streamed = try #require(TabularDocument.stream(path: path, name: "t.json", threshold: 1 << 16))
        #expect(throws: TabularError.self) { try streamed.encode(fields: [0]) }
      }
    }
    // Another key, another kind of value, and a value twice are for the exact reader.
    for odd in [
      #"{"organization":"A","type":"B"}"#, #"{"organization":{"name":"A"}}"#, #"{"country":"A","country":"B"}"#,
    ] {
      let whole = try TabularDocument(name: "t.csv", bytes: Array((text + separator + odd + closing).utf8))
      guard whole.fields.count == 3 else { continue }
      try compare(Array((text + separator + odd + closing).utf8), threshold: 1 << 20)
      try compare(TestFile.packed(Array((text + separator + odd + closing).utf8)), threshold: 1 << 16)
    }
  }

  @Test func otherFilesAreOpenedWhole() throws {
    try compare(Array(StreamedDocumentTests.export(records: 100).utf8), isStreamed: false)
    try compare(Array(repeating: 0x20, count: 5 << 20), isStreamed: false)
    try compare(Array(StreamedDocumentTests.export(records: 100_000).utf8) + [0, 0], isStreamed: false)
    #expect(TabularDocument.stream(path: "/nowhere/t.csv", name: "t.csv") == nil)
    #expect(TabularDocument.stream(path: "-", name: "-") == nil)
  }
}
