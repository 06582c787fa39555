import Foundation
import Testing

/// The same bytes for the same signatures, wherever, whenever and in whatever order they come.
@Suite struct DeterminismTests {
  static let root = GoldenTests.folder.deletingLastPathComponent().deletingLastPathComponent()
  static let letter = root.appending(path: "Inputs/saving-lives-2020/en.csv")

  /// Every file that a report on some exports writes, by its path.
  ///
  /// - Parameters:
  ///   - exports: Each export's name and text, in the order in which the command names them.
  ///   - folder: The working folder, below that of the exports.
  private static func report(
    _ exports: [(name: String, text: String)], environment: [String: String] = [:], from folder: String = "."
  ) throws -> [String: Data] {
    let work = FileManager.default.temporaryDirectory.appending(path: "undersigned-same-\(UUID().uuidString)")
    let letter = work.appending(path: "letter")
    try FileManager.default.createDirectory(at: work.appending(path: "a/b"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: letter, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    for export in exports { try Data(export.text.utf8).write(to: letter.appending(path: export.name)) }
    let steps = folder == "." ? "" : "../../"
    let paths = exports.map { "\(steps)letter/\($0.name)" }.joined(separator: " ")
    let run = try Program.run(
      shell: "undersigned report \(paths) --output \(steps)out --quiet", in: work.appending(path: folder),
      environment: environment)
    #expect(run.status == 0, "\(String(decoding: run.messages, as: UTF8.self))")
    let out = work.appending(path: "out")
    return try Dictionary(
      uniqueKeysWithValues: Files.below(out).map { ($0, try Data(contentsOf: out.appending(path: $0))) })
  }

  /// The paths whose bytes differ.
  private func differing(_ one: [String: Data], _ other: [String: Data]) -> [String] {
    Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted()
  }

  // MARK: Letters

  /// A letter whose records can be put in any order: a header, records, and what stands around them.
  struct Source: CustomTestStringConvertible, Sendable {
    let name: String
    let before: String
    let records: [String]
    let separator: String
    let after: String

    var testDescription: String { name }

    /// The text with its records in another order; 0 leaves them as they are.
    func text(seed: UInt64) -> String {
      var random = SplitMix64(seed: seed)
      let ordered = seed == 0 ? records : records.shuffled(using: &random)
      return before + ordered.joined(separator: separator) + after
    }
  }

  static let sources: [Source] = [plain, names, people]

  /// The letter of 2020.
  static let plain: Source = {
    let lines = text("saving-lives-2020/en.csv").split(whereSeparator: \.isNewline).map(String.init)
    return Source(
      name: "en.csv", before: lines[0] + "\n", records: Array(lines.dropFirst()), separator: "\n", after: "\n")
  }()

  /// An array of names.
  static let names: Source = {
    let lines = text("venture-statement/venture-statement.json").split(separator: "\n").map {
      $0.trimmingCharacters(in: CharacterSet(charactersIn: ", "))
    }
    return Source(
      name: "venture-statement.json", before: "[\n", records: lines.filter { $0.hasPrefix("\"") }, separator: ",\n",
      after: "\n]\n")
  }()

  /// Signers of whom some sign twice, for one organization and for several, spelled and answered in two ways.
  static let people: Source = {
    let lines = text("sample-action-network/export.csv").split(separator: "\n").map(String.init)
    var records: [String] = []
    for (index, line) in lines.dropFirst().enumerated() {
      records.append(line)
      // The same person, on another day, with another answer.
      records.append(
        line.replacingOccurrences(of: "2026-04-", with: "2026-05-").replacingOccurrences(of: ",NGO,", with: ",Charity,")
      )
      if index % 2 == 0 { records.append(line.replacingOccurrences(of: "Trabalhadores", with: "trabalhadores (CUT)")) }
      if index == 3 {
        records.append(line.replacingOccurrences(of: "Bharatiya Kisan Union", with: "BKU Example Forum"))
      }
    }
    return Source(
      name: "people.csv", before: lines[0] + "\n", records: records, separator: "\n", after: "\n")
  }()

  private static func text(_ path: String) -> String {
    (try? String(contentsOf: root.appending(path: "Inputs").appending(path: path), encoding: .utf8)) ?? ""
  }

  /// The letter of 2020 as it is.
  static let expected = Result { try report([(plain.name, plain.text(seed: 0))]) }

  @Test func noByteDependsOnClockLocaleOrFolder() throws {
    let expected = try DeterminismTests.expected.get()
    let exports = [(name: DeterminismTests.plain.name, text: DeterminismTests.plain.text(seed: 0))]
    #expect(expected.keys.contains("en/summary.md"))
    #expect(differing(try DeterminismTests.report(exports), expected) == [])
    let elsewhere = ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"]
    #expect(differing(try DeterminismTests.report(exports, environment: elsewhere, from: "a/b"), expected) == [])
  }

  /// But for the hash of the input, which is that of its bytes.
  @Test(arguments: sources) func noByteDependsOnTheOrderOfRecords(source: Source) throws {
    #expect(source.records.count > 10)
    let expected = DeterminismTests.withoutSources(try DeterminismTests.report([(source.name, source.text(seed: 0))]))
    for seed: UInt64 in 1...3 {
      let shuffled = try DeterminismTests.report([(source.name, source.text(seed: seed))])
      #expect(differing(DeterminismTests.withoutSources(shuffled), expected) == [], "seed \(seed)")
    }
  }

  private static func withoutSources(_ files: [String: Data]) -> [String: Data] {
    Dictionary(
      uniqueKeysWithValues: files.map { path, bytes in
        guard path.hasSuffix("datapackage.json") else { return (path, bytes) }
        var text = String(decoding: bytes, as: UTF8.self)
        text.replace(/"sources": \[(?s:.*?)\]/, with: "")
        return (path, Data(text.utf8))
      })
  }

  /// But for the places that findings and variants name, and the inputs.
  @Test func noByteDependsOnHowExportsAreSplit() throws {
    let plain = DeterminismTests.plain
    let third = plain.records.count / 3
    let parts = [plain.records[..<third], plain.records[third..<(2 * third)], plain.records[(2 * third)...]]
    let exports = parts.enumerated().map { index, records in
      (name: "part-\(index).csv", text: plain.before + records.joined(separator: "\n") + "\n")
    }
    let whole = try DeterminismTests.expected.get()
    let split = try DeterminismTests.report(exports)
    let tables = whole.keys.filter { path in
      path.hasSuffix(".csv") && !["findings", "variants"].contains { path.hasSuffix("/\($0).csv") }
    }
    #expect(tables.count >= 4)
    for table in tables {
      #expect(split[table.replacingOccurrences(of: "en/", with: "letter/")] == whole[table], "\(table)")
    }
  }

  /// The time of `SOURCE_DATE_EPOCH` stands in one field, and none does without it.
  @Test func theTimeStandsInOneFieldOnly() throws {
    let exports = [(name: DeterminismTests.plain.name, text: DeterminismTests.plain.text(seed: 0))]
    func report(at time: String) throws -> [String: Data] {
      try DeterminismTests.report(exports, environment: ["SOURCE_DATE_EPOCH": time])
    }
    let first = try report(at: "1772668805")
    #expect(differing(try report(at: "1772668805"), first) == [])
    let second = try report(at: "1872668805")
    #expect(differing(second, first) == ["en/datapackage.json"])
    for timed in [first, second] {
      var text = String(decoding: try #require(timed["en/datapackage.json"]), as: UTF8.self)
      text.replace(/\n *"created": "[0-9T:Z-]*",/, with: "")
      #expect(Data(text.utf8) == (try DeterminismTests.expected.get())["en/datapackage.json"])
    }
  }

  /// `Reports/` is made by a release build, and tests by one for debugging.
  @Test func everyBuildMakesTheCommittedReports() throws {
    let run = try Program.run(shell: "undersigned check Inputs --json", in: DeterminismTests.root)
    let output = String(decoding: run.output, as: UTF8.self)
    #expect(!output.contains("is not what the inputs give"), "\(output)")
    #expect(output.contains("are what the inputs give"))
  }

  /// Two halves that overlap and a file with people, named in several orders.
  @Test func noByteDependsOnTheOrderOfFiles() throws {
    let plain = DeterminismTests.plain
    let half = Source(
      name: "a.csv", before: plain.before, records: Array(plain.records.suffix(120)), separator: "\n", after: "\n")
    let other = Source(
      name: "b.csv", before: plain.before, records: plain.records.suffix(160).dropLast(60), separator: "\n", after: "\n"
    )
    let exports = [half, other, DeterminismTests.people].map { (name: $0.name, text: $0.text(seed: 0)) }
    let expected = try DeterminismTests.report(exports)
    #expect(expected.keys.contains("letter/summary.md"))
    #expect(differing(try DeterminismTests.report(exports.reversed()), expected) == [])
    #expect(differing(try DeterminismTests.report([exports[1], exports[2], exports[0]]), expected) == [])
  }

  /// But for what other rules of reading would count, which the page tells as well: for that exports are read again,
  /// and a tally can't be. The package names its input.
  @Test func aTallyGivesTheSameReport() throws {
    let work = FileManager.default.temporaryDirectory.appending(path: "undersigned-tally-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    try FileManager.default.copyItem(at: DeterminismTests.letter, to: work.appending(path: "letter.csv"))
    let run = try Program.run(
      shell: """
        undersigned report letter.csv --output direct --quiet &&
        undersigned tally letter.csv --output letter.tally &&
        undersigned report letter.tally --output tallied --quiet &&
        diff -r -x report.html -x datapackage.json -I "Who signs beside a person's name" -I "Unverified signatures" direct tallied
        """, in: work)
    #expect(run.status == 0, "\(String(decoding: run.output + run.messages, as: UTF8.self))")
  }
}

/// A generator whose numbers depend on its seed alone (Steele, Lea, Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
