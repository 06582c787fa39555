import Foundation
import Synchronization
import Tabular
import Testing

@testable import Undersigned

/// The sum with a cache is the sum without, whatever happened to the exports and to the cache since.
@Suite struct TallyCacheTests {
  /// A cache's files in memory.
  final class MemoryStore: TallyStore {
    let files = Mutex<[String: [UInt8]]>([:])
    let isFull = Mutex(false)

    func load(_ name: String) -> [UInt8]? { files.withLock { $0[name] } }

    func save(_ bytes: [UInt8], as name: String) throws(PipelineError) {
      if isFull.withLock({ $0 }) { throw PipelineError(.unwritable("full"), at: Position(source: "store")) }
      files.withLock { $0[name] = bytes }
    }
  }

  static let program = ContentHash(Array("one program".utf8))

  static func document(_ name: String, _ bytes: [UInt8]) throws -> TabularDocument {
    var document = try TabularDocument(name: name, bytes: bytes)
    document.contentHash = ContentHash(bytes)
    return document
  }

  /// The tally with a cache, and the names of the exports that had to be opened for it.
  static func cached(
    _ letter: [String: [UInt8]], _ reading: ReadExports, _ store: MemoryStore, program: ContentHash = program
  ) throws -> (bytes: [UInt8], opened: Set<String>) {
    let cache = TallyCache(store: store, program: program)
    var opened: Set<String> = []
    var exports: [KnownExport] = []
    for (name, bytes) in letter {
      if let known = cache.export(name, content: ContentHash(bytes), reading: reading) {
        exports.append(known)
      } else {
        opened.insert(name)
        let document = try document(name, bytes)
        exports.append(KnownExport(document, isFile: true, reading: try reading.reading(of: document)))
      }
    }
    let tally = try cache.tally(exports, reading: reading) { export throws(PipelineError) in
      opened.insert(export.name)
      do {
        return try document(export.name, letter[export.name] ?? [])
      } catch {
        throw PipelineError(.noExports, at: Position(source: export.name))
      }
    } tell: { _ in
    }
    return (TallyFile.encode(tally), opened)
  }

  /// The tally of all exports in one go.
  static func plain(_ letter: [String: [UInt8]], _ reading: ReadExports) throws -> [UInt8] {
    let documents = try letter.map { try document($0.key, $0.value) }
    return TallyFile.encode(try TallyMentions().run(reading.run(documents)))
  }

  // MARK: Random letters

  /// Exports of several kinds: with addresses that tell who signed twice, with numbers that tell it in one export, and
  /// with neither.
  private struct Random {
    var numbers: SplitMix64

    init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

    mutating func pick<Element>(_ list: [Element]) -> Element { list.randomElement(using: &numbers)! }

    mutating func record(_ kind: Int) -> String {
      let organization = pick([
        "Südwind", "SÜDWIND", "Attac Austria", "Unión de Prueba", "Global 2000", "Test Union", "", "n/a",
        "Attac info@attac.example",
      ])
      let country = pick(["Austria", "Spain", "AT", ""])
      let day = pick(["2026-04-01", "2026-04-02", "03/04/2026", ""])
      switch kind {
      case 0:
        let person = pick(Array(1...6))
        return
          "\(organization),\(country),Testa,Testperson\(person),p\(person)@example.org,\(day),\(pick(["yes", "no", ""]))"
      case 1:
        return "\(pick(Array(1...9))),\(organization),\(country),Nemo Nobody,\(pick(["pending", "confirmed", ""]))"
      default: return "\(organization),\(country)"
      }
    }

    mutating func export(_ kind: Int) -> [String] {
      let header = [
        "Organization,Country,First name,Last name,Email,Date,May we list you?", "id,Organization,Country,Name,Status",
        "Organization,Country",
      ][kind]
      return [header] + (0..<Int.random(in: 1...12, using: &numbers)).map { _ in record(kind) }
    }

    mutating func reading() -> ReadExports {
      var policy = Policy()
      policy.affiliatedPerson = pick(Policy.AffiliatedPerson.allCases)
      policy.countsUnverified = pick([true, false])
      policy.countryRule = pick(Policy.CountryRule.allCases)
      return ReadExports(policy: policy)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>) func isTheSumWithout(seed: UInt64) throws {
    var random = Random(seed: seed)
    let store = MemoryStore()
    var letter: [String: [String]] = [:]
    var kinds: [String: Int] = [:]
    func bytes() -> [String: [UInt8]] { letter.mapValues { Array(($0.joined(separator: "\n") + "\n").utf8) } }
    for step in 0..<12 {
      let name = random.pick(["a.csv", "b.csv", "c.csv", "d.csv", "e.csv", "f.csv"])
      let kind = kinds[name] ?? random.pick([0, 0, 1, 2])
      switch random.pick([0, 1, 2, 3]) {
      case 0 where letter.count > 1: letter[name] = nil
      case 1 where letter[name] != nil: letter[name]?.append(random.record(kind))
      case 2 where letter[name] != nil:
        // Under another name, in the place of what was there.
        let other = random.pick(["a.csv", "g.csv"])
        let moved = letter.removeValue(forKey: name)
        letter[other] = moved
        kinds[other] = kind
      default:
        letter[name] = random.export(kind)
        kinds[name] = kind
      }
      let reading = random.reading()
      let expected = try TallyCacheTests.plain(bytes(), reading)
      #expect(try TallyCacheTests.cached(bytes(), reading, store).bytes == expected, "step \(step)")
      let again = try TallyCacheTests.cached(bytes(), reading, store)
      #expect(again.bytes == expected && again.opened.isEmpty, "step \(step)")
      if step % 4 == 3 { damage(store, &random) }
    }
    #expect(store.files.withLock { $0.count } > 5)
  }

  /// Cuts files, changes a byte, swaps them, leaves out parts.
  private func damage(_ store: MemoryStore, _ random: inout Random) {
    var numbers = random.numbers
    store.files.withLock { files in
      let names = files.keys.sorted()
      for name in names {
        guard var bytes = files[name], !bytes.isEmpty else { continue }
        switch Int.random(in: 0..<6, using: &numbers) {
        case 0: files[name] = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &numbers)))
        case 1:
          bytes[Int.random(in: 0..<bytes.count, using: &numbers)] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
          files[name] = bytes
        case 2: files[name] = files[names.randomElement(using: &numbers)!]
        case 3: files[name] = bytes + bytes
        case 4: files[name] = nil
        default: break
        }
      }
    }
    random.numbers = numbers
  }

  // MARK: What is read again

  private static let addresses: [String: [UInt8]] = [
    "a.csv": Array("Organization,Country,Email\nSüdwind,Austria,p@example.org\nAttac,Austria,q@example.org\n".utf8),
    "b.csv": Array("Organization,Country,Email\nGlobal 2000,Austria,p@example.org\n".utf8),
    "c.csv": Array("Organization,Country\nUnión de Prueba,Spain\n".utf8),
    "d.csv": Array("Organization,Country\nUnión de Prueba,Peru\n".utf8),
  ]

  @Test func oneChangedExportIsReadAlone() throws {
    let store = MemoryStore()
    var letter = TallyCacheTests.addresses
    #expect(try TallyCacheTests.cached(letter, ReadExports(), store).opened.count == 4)
    letter["c.csv"]?.append(contentsOf: "Test Union,Chile\n".utf8)
    #expect(try TallyCacheTests.cached(letter, ReadExports(), store).opened == ["c.csv"])
    // Who signs twice can do so in any of those that have addresses.
    letter["b.csv"]?.append(contentsOf: "Südwind,Austria,p@example.org\n".utf8)
    let changed = try TallyCacheTests.cached(letter, ReadExports(), store)
    #expect(changed.opened == ["a.csv", "b.csv"])
    #expect(changed.bytes == (try TallyCacheTests.plain(letter, ReadExports())))
  }

  @Test func whateverDecidesATallyDecidesWhetherItIsFound() throws {
    let store = MemoryStore()
    let letter = TallyCacheTests.addresses
    _ = try TallyCacheTests.cached(letter, ReadExports(), store)
    let other = ContentHash(Array("another program".utf8))
    #expect(try TallyCacheTests.cached(letter, ReadExports(), store, program: other).opened.count == 4)
    var limited = ReadExports()
    for setting in ReadingLimits.settings {
      limited.limits = ReadingLimits()
      limited.limits[keyPath: setting.limit] -= 1
      #expect(try TallyCacheTests.cached(letter, limited, store).opened.count == 4, "\(setting.name)")
    }
    #expect(try TallyCacheTests.cached(letter, ReadExports(fields: [.country: "Country"]), store).opened.count == 4)
    // What other stages go by makes no difference.
    var policy = Policy()
    policy.countryRule = .unitedNationsMembers
    #expect(try TallyCacheTests.cached(letter, ReadExports(policy: policy), store).opened == [])
  }

  /// The key names the rules one by one: whoever lets reading go by another has to add it there.
  @Test func readingGoesByNoOtherRules() throws {
    #expect(
      Mirror(reflecting: ReadExports()).children.compactMap(\.label) == [
        "fields", "policy", "limits", "looksLikeCountry",
      ])
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Undersigned")
    for folder in ["Reading", "Tallying"] {
      let folder = sources.appending(path: folder)
      for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
        let rules = try String(contentsOf: file, encoding: .utf8).matches(of: /policy\.(\w+)/).map {
          String($0.output.1)
        }
        #expect(Set(rules).isSubset(of: ["affiliatedPerson", "countsUnverified"]), "\(file.lastPathComponent)")
      }
    }
  }

  @Test func aFullStoreIsToldOnceAndNothingIsLost() throws {
    let store = MemoryStore()
    store.isFull.withLock { $0 = true }
    let letter = TallyCacheTests.addresses
    #expect(
      try TallyCacheTests.cached(letter, ReadExports(), store).bytes == TallyCacheTests.plain(letter, ReadExports()))
    let documents = try letter.map { try TallyCacheTests.document($0.key, $0.value) }
    let exports = try documents.map {
      KnownExport($0, isFile: true, reading: try ReadExports().reading(of: $0))
    }
    var told: [PipelineError] = []
    _ = try TallyCache(store: store, program: TallyCacheTests.program).tally(exports, reading: ReadExports()) {
      export throws(PipelineError) in
      throw PipelineError(.noExports, at: Position(source: export.name))
    } tell: {
      told.append($0)
    }
    #expect(told.count == 1)
  }

  /// An export that is no longer what it was when it was looked up is not kept under its old content.
  @Test func whatChangedMeanwhileIsAnError() throws {
    let store = MemoryStore()
    let letter = TallyCacheTests.addresses
    _ = try TallyCacheTests.cached(letter, ReadExports(), store)
    let cache = TallyCache(store: store, program: TallyCacheTests.program)
    var policy = Policy()
    policy.countsUnverified = true
    let exports = letter.compactMap { cache.export($0.key, content: ContentHash($0.value), reading: ReadExports()) }
    #expect(exports.count == 4)
    let error = #expect(throws: PipelineError.self) {
      try cache.tally(exports, reading: ReadExports(policy: policy)) { export throws(PipelineError) in
        do {
          return try TallyCacheTests.document(export.name, Array("Organization\nElse\n".utf8))
        } catch {
          throw PipelineError(.noExports, at: Position(source: export.name))
        }
      } tell: { _ in
      }
    }
    #expect(error?.kind == .unreadableInput(.changed))
  }

  /// What can't be read twice, such as standard input, is not kept, and nothing that it is counted with.
  @Test func standardInputIsNotKept() throws {
    let store = MemoryStore()
    let letter = TallyCacheTests.addresses
    let exports = try letter.map { name, bytes in
      let document = try TallyCacheTests.document(name, bytes)
      return KnownExport(document, isFile: name != "a.csv", reading: try ReadExports().reading(of: document))
    }
    let tally = try TallyCache(store: store, program: TallyCacheTests.program).tally(exports, reading: ReadExports()) {
      export throws(PipelineError) in
      throw PipelineError(.noExports, at: Position(source: export.name))
    } tell: { _ in
    }
    #expect(TallyFile.encode(tally) == (try TallyCacheTests.plain(letter, ReadExports())))
    // What b.csv is; the tallies of c.csv and d.csv.
    #expect(store.files.withLock { $0.count } == 3)
  }
}
