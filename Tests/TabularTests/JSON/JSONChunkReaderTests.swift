import Testing

@testable import Tabular

@Suite struct JSONChunkReaderTests {
  /// Compares chunks of any size with the exact reader of the whole text.
  ///
  /// - Parameter head: The text by whose fields it is read; the whole one when nothing is given.
  /// - Returns: How many sizes were refused.
  private func check(
    _ text: String, head: String? = nil, sizes: some Sequence<Int>, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Int {
    let bytes = Array(text.utf8)
    let document = try JSONDocument(name: "t.json", text: Array((head ?? text).utf8))
    let fields = Array(document.fields.indices)
    let chosen = ChosenFields(answers: fields, fingerprints: fields, seed: 7)
    let (first, _) = try #require(JSONHead.records(in: bytes))
    let line = 1 + bytes[..<first].count { $0 == 0x0A }
    let whole = try? JSONDocument(name: "t.json", text: bytes)
    var exact: ParallelDelimitedReaderTests.Content?
    if let whole, whole.fields.map(\.name) == document.fields.map(\.name), whole.findings.isEmpty {
      exact = .init(try whole.encode(fields: fields, fingerprints: fields, seed: 7))
    }
    // What bytes are odd is found when they are decoded, before the exact reader sees them.
    let isDecoded = ChunkSource(bytes)
    var refused = 0
    for size in sizes {
      do {
        let table = try EncodedTable { take throws(ChunkFault) in
          try document.encode(
            isDecoded, from: first, line: line, chosen, chunkSize: size, partSize: size * (1 + size % 5),
            threads: size % 2 + 1, take)
        }
        #expect(
          .init(table) == exact, "chunks of \(size) bytes of \(text)", sourceLocation: sourceLocation)
        let keys = try KeyedContent { take throws(ChunkFault) in
          var chosen = chosen
          chosen.keyed = KeyedFields(Set(fields), key: KeyedContent.key)
          return try document.encode(
            isDecoded, from: first, line: line, chosen, chunkSize: size, partSize: size * (1 + size % 5),
            threads: size % 2 + 1, take)
        }
        #expect(
          keys.isFit(for: exact?.answers ?? []), "keys, chunks of \(size) bytes of \(text)",
          sourceLocation: sourceLocation)
        let inflated = try TestFile.with(TestFile.packed(bytes)) { path in
          try EncodedTable { take throws(ChunkFault) in
            try document.encode(
              TestFile.stream(path), from: first, line: line, chosen, blockSize: size, partSize: size * (1 + size % 5),
              take)
          }
        }
        #expect(
          .init(inflated) == exact, "blocks of \(size) bytes of \(text)", sourceLocation: sourceLocation)
      } catch {
        refused += 1
      }
    }
    return refused
  }

  @Test(arguments: [
    #"{"org":"A","n":1}"# + "\n" + #"{"org":"B","n":2}"# + "\n" + #"{"org":"C"}"# + "\n",
    #"[{"org":"A","n":1},{"n":-2.5e3,"org":"B"},{},{"org":null,"n":true}]"#,
    "[\n  {\n    \"org\": \"A\",\n    \"in\": {\"country\": \"Perú\", \"city\": \"\"}\n  },\n  {\n    \"org\" : \"B\"\n  }\n]\n",
    #"{"org":"\"A\" \\ \/ \u00e9 \ud83d\ude00","n":"{[,:]}"} {"org":" \t B\n","n":"null"}"# + "\r\n",
    #"{"org":"A","tags":["x"," ","y",null,5],"n":{"a":{"b":"c"},"d":[]}}"# + "\n" + #"{"tags":[],"org":"B"}"# + "\n",
  ])
  func readsRecordsInChunksOfAnySize(_ text: String) throws {
    #expect(try check(text, sizes: 1...text.utf8.count + 1) == 0)
  }

  /// Records as an array where commas are between them, else one after the other.
  private func text(_ records: [String], _ separator: String) -> String {
    let body = records.joined(separator: separator)
    return separator.contains(",") ? "[\(body)]\n" : body + "\n"
  }

  @Test func agreesWithTheExactReaderOnRandomRecords() throws {
    var random = SplitMix64(seed: 17)
    let values = [
      #""Union A""#, #""Ünïon""#, #""""#, "null", "true", "12", #""a \"b\" \\""#, #""労働\u7d44合""#, #""}{][,:""#,
      #"" x ""#,
    ]
    for separator in ["\n", ",", ",\n  ", "\n\n"] {
      for _ in 0..<25 {
        var records: [String] = []
        for _ in 0..<Int.random(in: 2...60, using: &random) {
          var members = ["org", "country", "type"].map { "\"\($0)\": \(values.randomElement(using: &random)!)" }
          if Int.random(in: 0..<4, using: &random) == 0 { members.shuffle(using: &random) }
          if Int.random(in: 0..<4, using: &random) == 0 { members.removeLast() }
          records.append("{" + members.joined(separator: ",") + "}")
        }
        records.insert(#"{"org":"A","country":"B","type":"C"}"#, at: 0)
        let text = text(records, separator)
        let size = Int.random(in: 1...text.utf8.count, using: &random)
        #expect(try check(text, sizes: [size, 1, 30, 200, 1 << 19]) == 0)
      }
    }
  }

  @Test func agreesWithTheExactReaderWhereNearlyAllRecordsHaveOneShape() throws {
    var random = SplitMix64(seed: 29)
    let values = [
      "Union A", "Ünïon", "", #"a \"b\" \\"#, #"\u7d44合"#, "}{][,:", " x ", String(repeating: "y", count: 80),
    ]
    let odd = [#"{"org":"A","country":null}"#, #"{"country":"B","org":"A"}"#, #"{"org":"A", "country":"B"}"#, "{}"]
    for separator in ["\n", ",", ",\n  ", "\n\n"] {
      for round in 0..<25 {
        var records: [String] = []
        for _ in 0..<Int.random(in: 20...120, using: &random) {
          let isOdd = round % 3 > 0 && Int.random(in: 0..<30 * (round % 3), using: &random) == 0
          let members = ["org", "country"].map { "\"\($0)\":\"\(values.randomElement(using: &random)!)\"" }
          records.append(isOdd ? odd.randomElement(using: &random)! : "{\(members.joined(separator: ","))}")
        }
        records.insert(#"{"org":"A","country":"B"}"#, at: 0)
        let text = text(records, separator)
        let size = Int.random(in: 1...text.utf8.count, using: &random)
        #expect(try check(text, sizes: [size, 150, 300, 701, 1 << 19]) == 0)
      }
    }
  }

  @Test func refusesOrReadsDamagedRecordsAmongGoodOnesAsTheExactReaderDoes() throws {
    var random = SplitMix64(seed: 31)
    let good = #"{"org":"Ü \"n\" \u00e9","country":"P"}"# + "\n"
    let pieces = Array("{}[]:,\"\\ \n\t0-null/u9\u{1}".utf8)
    let head = String(repeating: good, count: 12)
    for _ in 0..<700 {
      var text = Array(String(repeating: good, count: 8).utf8)
      let place = Int.random(in: 0..<text.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: text[place] = pieces.randomElement(using: &random)!
      case 1: text.remove(at: place)
      default: text.insert(pieces.randomElement(using: &random)!, at: place)
      }
      guard let damaged = String(validating: text, as: UTF8.self) else { continue }
      _ = try check(head + damaged, head: head, sizes: [90, 201])
    }
  }

  @Test func refusesOrReadsDamagedRecordsAsTheExactReaderDoes() throws {
    var random = SplitMix64(seed: 23)
    let head = #"{"org":"A","in":{"country":"B"},"tags":["x"],"n":1}"# + "\n"
    let good = Array((#"{"org":"Ü \"n\" \u00e9","in":{"country":"P"},"tags":["a","b"],"n":2}"# + "\n").utf8)
    let pieces = Array("{}[]:,\"\\ \n\t0-.eE+nulltruefalse/u9\u{1}".utf8)
    var refused = 0
    for _ in 0..<1500 {
      var text = good + good
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: 0..<text.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: text[place] = pieces.randomElement(using: &random)!
        case 1: text.remove(at: place)
        default: text.insert(pieces.randomElement(using: &random)!, at: place)
        }
      }
      guard let damaged = String(validating: text, as: UTF8.self) else { continue }
      refused += try check(head + head + damaged, head: head + head, sizes: [1 << 19, 40])
    }
    #expect(refused > 1000)
  }
}
