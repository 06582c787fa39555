import Foundation
import Testing

@testable import Tabular

@Suite struct ReadingLimitsTests {
  private func limits(_ limit: WritableKeyPath<ReadingLimits, Int>, _ value: Int) -> ReadingLimits {
    var limits = ReadingLimits()
    limits[keyPath: limit] = value
    return limits
  }

  /// What reading all fields of a text runs into.
  private func fault(_ text: String, _ limits: ReadingLimits) -> TabularError? {
    do throws(TabularError) {
      let document = try TabularDocument(name: "t", bytes: Array(text.utf8), limits: limits)
      _ = try document.encode(fields: Array(document.fields.indices))
      return nil
    } catch {
      return error
    }
  }

  private let table = "organization,country\nUnion A,Spain\n\"Union\nB\",Peru\nUnion Abc,Chile\n"
  private let lines = """
    {"organization":"Union A","country":"Spain"}
    {"organization":"Union \\u0041bc","country":"Chile"}

    """

  @Test func longAnswersAreToldWithTheirLine() {
    #expect(fault(table, limits(\.answerBytes, 9)) == nil)
    #expect(
      fault(table, limits(\.answerBytes, 8))
        == TabularError(.limitExceeded("answer-bytes", 8), at: Position(source: "t", line: 5)))
    #expect(fault(lines, limits(\.answerBytes, 9)) == nil)
    #expect(
      fault(lines, limits(\.answerBytes, 8))
        == TabularError(.limitExceeded("answer-bytes", 8), at: Position(source: "t", line: 2)))
  }

  @Test func longRecordsAreToldWithTheirLine() {
    #expect(fault(table, limits(\.recordBytes, 16)) == nil)
    #expect(
      fault("organization,country\nUnion A,Spain\n\"Union A\n\n\n\n\n\n\n\n\",Peru", limits(\.recordBytes, 14))
        == nil)
    // Broken quoting is read one byte after the other, and there the record is measured.
    let broken = "organization,country\nUnion A,Spain\n\"Union \"B\" and all that follows\",Peru\n"
    #expect(
      fault(broken, limits(\.recordBytes, 20))
        == TabularError(.limitExceeded("record-bytes", 20), at: Position(source: "t", line: 3)))
  }

  @Test func manyDifferentAnswersAndFields() {
    // The empty answer is one of them.
    #expect(fault(table, limits(\.distinctAnswers, 4)) == nil)
    #expect(
      fault(table, limits(\.distinctAnswers, 3))
        == TabularError(.limitExceeded("distinct-answers", 3), at: Position(source: "t")))
    #expect(fault(table, limits(\.fields, 2)) == nil)
    #expect(
      fault(table, limits(\.fields, 1))
        == TabularError(.limitExceeded("fields", 1), at: Position(source: "t", line: 1, column: 14)))
    #expect(fault(lines, limits(\.fields, 1))?.kind == .limitExceeded("fields", 1))
  }

  @Test func nestingCanBeLimitedFurtherButNotLess() {
    let deep = { (depth: Int) in
      #"{"a":"# + String(repeating: "[", count: depth) + "\"x\"" + String(repeating: "]", count: depth) + "}"
    }
    #expect(fault(deep(3), limits(\.nesting, 3))?.kind == .limitExceeded("nesting", 3))
    #expect(fault(deep(2), limits(\.nesting, 3)) == nil)
    #expect(fault(deep(600), limits(\.nesting, 100_000))?.kind == .limitExceeded("nesting", 512))
  }

  @Test func whatComesOutOfGzipIsMeasuredAgainstWhatWentIn() throws {
    let position = Position(source: "t")
    let small = limits(\.inflation, 10)
    // Small streams may grow as they like.
    try small.checkInflated(1 << 28, from: 1, at: position)
    try small.checkInflated(10 << 30, from: 1 << 30, at: position)
    #expect(throws: TabularError(.limitExceeded("inflation", 10), at: position)) {
      try small.checkInflated(11 << 30, from: 1 << 30, at: position)
    }
    #expect(throws: TabularError(.limitExceeded("inflated-bytes", 100), at: position)) {
      try limits(\.inflatedBytes, 100).checkInflated(101, from: 101, at: position)
    }
  }

  @Test func largeFilesHaveTheSameLimits() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("undersigned-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: url) }
    var text = "organization,country,comment\n"
    for record in 0..<30_000 { text += "Union \(record),Spain,a comment that takes some room in the file\n" }
    text += "\(String(repeating: "long ", count: 30)),Peru,\n"
    func fault(_ limits: ReadingLimits, keyed: Set<Int> = [], broken: String = "") throws -> TabularError? {
      try Data((text + broken).utf8).write(to: url)
      let document = try #require(
        TabularDocument.stream(path: url.path, name: "t", threshold: 1 << 20, limits: limits, partSize: 1 << 18))
      do throws(TabularError) {
        _ = try document.encodeParts(fields: [0, 1], keyed: KeyedFields(keyed, key: KeyedContent.key)) { _ in }
        return nil
      } catch {
        return error
      }
    }
    #expect(try fault(ReadingLimits()) == nil)
    for keyed in [[], [0]] as [Set<Int>] {
      #expect(
        try fault(limits(\.answerBytes, 100), keyed: keyed)
          == TabularError(.limitExceeded("answer-bytes", 100), at: Position(source: "t", line: 30_002)))
      #expect(
        try fault(limits(\.distinctAnswers, 1000), keyed: keyed)
          == TabularError(.limitExceeded("distinct-answers", 1000), at: Position(source: "t")))
    }
    // Only what has to be in memory as a whole is measured as a whole.
    #expect(try fault(limits(\.wholeBytes, 1 << 20)) == nil)
    let error = try fault(limits(\.wholeBytes, 1 << 20), broken: "\"The \"real\" union\",Chile,\n")
    #expect(error?.kind == .limitExceeded("whole-bytes", 1 << 20))
  }

  /// Where keys are wanted, answers that stand with quotes and without are two at first, as are those of two threads.
  @Test func equalAnswersAreOneWhereOnlyKeysAreWanted() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("undersigned-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: url) }
    let names = (0..<60_000).map { "Union \($0 % 30_000)" }
    let records = names.enumerated().map { $0.offset < 30_000 ? "\($0.element),Spain" : "\"\($0.element)\",Chile" }
    try Data("organization,country\n\(records.joined(separator: "\n"))\n".utf8).write(to: url)
    func read(_ limit: Int) throws -> KeyedContent {
      let limits = limits(\.distinctAnswers, limit)
      let document = try #require(
        TabularDocument.stream(path: url.path, name: "t", threshold: 1 << 20, limits: limits, partSize: 1 << 18))
      return try KeyedContent { take in
        try document.encodeParts(fields: [0], keyed: KeyedFields([0], key: KeyedContent.key), take)
      }
    }
    // The empty one is an answer too.
    #expect(try read(30_001).isFit(for: [names]))
    #expect(throws: TabularError(.limitExceeded("distinct-answers", 30_000), at: Position(source: "t"))) {
      try read(30_000)
    }
  }

  @Test func everyLimitIsASetting() {
    let names = Mirror(reflecting: ReadingLimits()).children.compactMap(\.label)
    #expect(names.count == ReadingLimits.settings.count)
    #expect(Set(ReadingLimits.settings.map(\.limit)).count == names.count)
    #expect(ReadingLimits.settings.map(\.name) == ReadingLimits.settings.map(\.name).sorted())
  }
}
