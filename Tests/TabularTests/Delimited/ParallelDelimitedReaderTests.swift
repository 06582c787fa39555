import Testing

@testable import Tabular

@Suite struct ParallelDelimitedReaderTests {
  /// What a table says, without numbers that may be given in any order.
  struct Content: Equatable {
    var answers: [[String]]
    var fingerprints: [[UInt64]]
    var lines: [UInt32]
    var findings: [Finding]
    var distinct: [Set<String>]

    init(_ table: EncodedTable) {
      answers = table.columns.map { column in (0..<table.recordCount).map { column.string($0) } }
      fingerprints = table.fingerprints
      lines = Array(table.lines)
      findings = table.findings
      distinct = table.columns.map { column in Set((0..<column.answers.count).map { column.answers.string($0) }) }
    }
  }

  /// Compares every size of chunks with the exact reader; tells for how many of them the text had to be read exactly.
  private func check(
    _ text: String, sizes: some Sequence<Int>, threads: [Int] = [1, 2],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Int {
    let document = try DelimitedDocument(name: "t.csv", text: Array(text.utf8))
    let fields = Array(document.fields.indices)
    let chosen = ChosenFields(answers: fields, fingerprints: fields, seed: 7)
    let source = ChunkSource(Array(text.utf8))
    let exact: Content
    do {
      exact = Content(try document.encodeExactly(fields: fields, fingerprints: fields, seed: 7))
    } catch {
      // What the exact reader refuses, the other one must not read.
      for size in sizes {
        #expect(throws: (any Error).self, sourceLocation: sourceLocation) {
          try document.encode(source, chosen, chunkSize: size) { _ in }
        }
      }
      return 0
    }
    var refused = 0
    for size in sizes {
      for count in threads {
        do {
          // Parts of one chunk and of several, so that all sizes of both come.
          let table = try EncodedTable { take throws(ChunkFault) in
            try document.encode(
              source, chosen, chunkSize: size, partSize: size * (1 + size % 5), threads: count, take)
          }
          #expect(Content(table) == exact, "chunks of \(size) bytes", sourceLocation: sourceLocation)
          guard count == threads[size % threads.count] else { continue }
          let keys = try KeyedContent { take throws(ChunkFault) in
            var chosen = chosen
            chosen.keyed = KeyedFields(Set(fields), key: KeyedContent.key)
            return try document.encode(
              source, chosen, chunkSize: size, partSize: size * (1 + size % 5), threads: count, take)
          }
          #expect(keys.isFit(for: exact.answers), "keys, chunks of \(size) bytes", sourceLocation: sourceLocation)
          let inflated = try TestFile.with(TestFile.packed(Array(text.utf8))) { path in
            try EncodedTable { take throws(ChunkFault) in
              try document.encode(
                TestFile.stream(path), chosen, blockSize: size, partSize: size * (1 + size % 5), take)
            }
          }
          #expect(Content(inflated) == exact, "blocks of \(size) bytes", sourceLocation: sourceLocation)
        } catch {
          refused += 1
        }
      }
    }
    return refused
  }

  private static let regular = [
    "organization,country\nUnion A,Spain\nUnion B,Peru\n",
    "organization,country\r\nUnion A,Spain\r\n\"Union, B\",Peru\r\n",
    "organization,country\nUnion A,Spain\nUnion B,Peru",
    "organization,country\n\"Union \"\"A\"\"\",Spain\n\"\"\"B\"\"\",\"\"\n,\n\"a\nb\",\"c\r\nd\n\"\nE,F\n",
    "organization;country\nUnion, A;Spain\n\"Union; B\";Perú\nOrganização;México\n",
    "organization\tcountry\n Union A \tSpain\n\u{A0}Union B\t\"\u{A0} Peru \"\n",
    "organization|country|city\nA|B|C\nD|E|F\nG||\n||\n",
    "organization\nUnion A\n\"Union B\"\nUnion \u{1F600} C\n",
    "organization,country\nUnion A,Spain\norganization,country\nUnion B,Peru\n",
    "organization,country\nUnion A,Spain\norganization,country\nUnion B,Peru\n \"organization\" ,country\nC,D\n",
  ]

  @Test(arguments: regular) func readsRegularTextInChunksOfAnySize(_ text: String) throws {
    #expect(try check(text, sizes: 1...text.utf8.count + 1) == 0)
  }

  @Test(arguments: [
    "organization,country\nUnion A,Spain\n\n\nUnion B,Peru\n   \nUnion C,Chile\n\n",
    "organization,country\nUnion A\nUnion B,Peru,Lima\nUnion C,Chile,\nD,E\n",
    "organization,country\nUnion 5\" A,Spain\nUnion B,Peru\nUnion \"C\" D,Chile\n",
    "organization,country\rUnion A,Spain\rUnion B,Peru\r",
    "organization,country\r\r\nUnion A,Spain\r\r\nUnion B,Peru\r\r\n",
    "organization\nUnion A\n\n  \nUnion B\n",
    "organization,country\n\"Union A\" ,Spain\n\"Union B\",Peru\n",
  ])
  func readsIrregularRecordsOneByOne(_ text: String) throws {
    #expect(try check(text, sizes: 1...text.utf8.count + 1) == 0)
  }

  @Test(arguments: [
    "organization,country\n\"The \"Real\" Union\",Spain\nUnion B,Peru\nC,D\n",
    "organization,country\n\"Solidarity\" Union,Spain\nUnion B,Peru\nC,D\n",
    "organization,country\nUnion A,Spain\n\"Union B,Peru\n",
    "organization,country\nUnion \u{C3}\u{A9}\u{C3}\u{82}\u{C2}\u{A9},Spain\nUnion B,Peru\n",
    "organization,country\nUnion A,Spain\n\u{FEFF}Union B,Peru\n",
  ])
  func leavesWhatReachesBeyondItsRecordToTheExactReader(_ text: String) throws {
    _ = try check(text, sizes: 1...text.utf8.count + 1)
  }

  @Test func agreesWithTheExactReaderOnHostileText() throws {
    var random = SplitMix64(seed: 5)
    let pieces = [
      "a", "Union", ",", ",", ",", "\n", "\n", "\"", "\"\"", "\"x,y\"", "\"x\ny\"", " ", "\r\n", "\r", ";", "é",
      "\u{FEFF}", "",
      "2026-11-22 10:30", "\t",
    ]
    var refused = 0
    for _ in 0..<400 {
      var text = "organization,country\nUnion A,Spain\n"
      for _ in 0..<Int.random(in: 1...60, using: &random) { text += pieces.randomElement(using: &random)! }
      let size = Int.random(in: 1...text.utf8.count, using: &random)
      refused += try check(text, sizes: [size, 1, 64, 1 << 19])
    }
    // Most of it must have been read in chunks, or nothing was compared.
    #expect(refused < 400 * 8 / 2)
  }

  @Test func agreesWithTheExactReaderOnWellFormedText() throws {
    var random = SplitMix64(seed: 11)
    let answers = [
      "", "Union A", "\"a,b\"", "\"a\nb\"", "\"\"\"q\"\"\"", " padded ", "Ünïon", "\"x\r\ny\"", "労働組合", "\"\"",
    ]
    for terminator in ["\n", "\r\n"] {
      for _ in 0..<40 {
        let width = Int.random(in: 2...5, using: &random)
        var text = (0..<width).map { "field\($0)" }.joined(separator: ",") + terminator
        for _ in 0..<Int.random(in: 0...120, using: &random) {
          text += (0..<width).map { _ in answers.randomElement(using: &random)! }.joined(separator: ",") + terminator
        }
        if Bool.random(using: &random) { text.removeLast() }
        let size = Int.random(in: 1...text.utf8.count, using: &random)
        #expect(try check(text, sizes: [size, 7, 100, 1 << 19]) == 0)
      }
    }
  }

  @Test func cutsMomentsToTheirDates() throws {
    let text =
      "day,name\n2026-11-22 10:30:00,A\n22/11/2026 9:00,B\n2026-11-22T11:00,C\n2026-11-22,D\n1.2.3.4 x,E\nMay 5,F\n"
    let document = try DelimitedDocument(name: "t.csv", text: Array(text.utf8))
    let source = ChunkSource(Array(text.utf8))
    let table = try EncodedTable { take throws(ChunkFault) in
      try document.encode(source, ChosenFields(answers: [0], dated: [0], seed: 1), take)
    }
    let answers = (0..<table.recordCount).map { table.columns[0].string($0) }
    #expect(answers == ["2026-11-22", "22/11/2026", "2026-11-22", "2026-11-22", "1.2.3.4 x", "May 5"])
  }
}
