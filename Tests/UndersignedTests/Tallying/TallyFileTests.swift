import Tabular
import Testing

@testable import Undersigned

@Suite struct TallyFileTests {
  @Test(arguments: 0..<60) func comesBackAsItWas(seed: UInt64) throws {
    var generator = TallyGenerator(seed: seed)
    let tally = try generator.tally(records: Int(seed) * 5)
    let bytes = TallyFile.encode(tally)
    #expect(TallyFile.isTally(bytes))
    let decoded = try TallyFile.decode(bytes, name: "t")
    #expect(decoded == tally)
    #expect(TallyFile.encode(decoded) == bytes)
  }

  private static let hash = String(repeating: "0123456789abcdef", count: 4)

  private static let text = """
    undersigned-tally 2
    source\t4\ten.csv\t1\t120\t\(hash)
    organization\tDSA
    organization\tMTST\\tBrasil
    country\tUS
    row\t1\t1\t0\t0\t0\tunknown\t2\t2\t1\t2\t0\t2026-02-03\t2026-02-04
    row\t2\t0\t0\t0\t0\tgiven\t1\t1\t1\t3\t0\t\t
    dropped\ttest\t1
    day\t2026-02-03\t1
    day\t2026-02-04\t1
    finding\twarning\tincomplete-pages\ten.csv\t1\t5\tpage 1\tsave all pages

    """

  /// The file of a tally as format 1 had it, which knew of a source its name and records only.
  static func formatOne(_ tally: Tally) -> [UInt8] {
    var old = tally
    old.sources = []
    for source in tally.sources {
      if let last = old.sources.last, last.name.utf8.elementsEqual(source.name.utf8) {
        old.sources[old.sources.count - 1].records += source.records
      } else {
        old.sources.append(SourceSummary(name: source.name, records: source.records))
      }
    }
    let lines = String(decoding: TallyFile.encode(old), as: UTF8.self).split(separator: "\n").dropLast()
    var writer = TallyLines()
    for line in lines {
      var fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      if fields[0] == "source" { fields.removeLast(3) }
      writer.bytes += (fields.joined(separator: "\t") + "\n").replacing("tally 2", with: "tally 1").utf8
    }
    writer.end()
    return writer.bytes
  }

  @Test(arguments: 0..<30) func formatOneIsRead(seed: UInt64) throws {
    var generator = TallyGenerator(seed: seed)
    let tally = try generator.tally(records: Int(seed) * 5)
    let old = try TallyFile.decode(TallyFileTests.formatOne(tally), name: "t")
    #expect(old.rows.map(\.records) == tally.rows.map(\.records))
    #expect(old.sources.allSatisfy { $0.content == nil && $0.timesRead == 1 })
    #expect(TallyFile.encode(old).starts(with: "undersigned-tally 2\n".utf8))
  }

  @Test func optionalLinesOfLaterProgramsAreSkippedWhereverTheyStand() throws {
    let plain = try TallyFile.decode(sealed(TallyFileTests.text), name: "t")
    let lines = TallyFileTests.text.split(separator: "\n")
    for place in 1...lines.count {
      var later = lines
      later.insert("Language\ten\t\t1", at: place)
      #expect(try TallyFile.decode(sealed(later.joined(separator: "\n") + "\n"), name: "t") == plain)
    }
    #expect(error(sealed(TallyFileTests.text + "language\ten\n"))?.contains("no line begins with 'language'") == true)
  }

  /// A text with an end that fits it.
  private func sealed(_ text: String) -> [UInt8] {
    var lines = TallyLines()
    lines.bytes = Array(text.utf8)
    lines.end()
    return lines.bytes
  }

  private func error(_ bytes: [UInt8]) -> String? {
    do throws(PipelineError) {
      _ = try TallyFile.decode(bytes, name: "t")
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func isReadableAsText() throws {
    let tally = try TallyFile.decode(sealed(TallyFileTests.text), name: "t")
    let content = ContentHash(hex: TallyFileTests.hash, byteCount: 120)
    #expect(tally.sources == [SourceSummary(name: "en.csv", records: 4, content: content)])
    #expect(tally.answers.organizations == Column(["", "DSA", "MTST\tBrasil"]))
    #expect(tally.rows.map(\.records) == [2, 1])
    #expect(tally.rows[0].firstDay == Day(year: 2026, month: 2, day: 3))
    #expect(tally.dropped == [.test: 1])
    #expect(TallyFile.encode(tally) == sealed(TallyFileTests.text))
    #expect(
      String(decoding: TallyFile.encode(.empty), as: UTF8.self) == "undersigned-tally 2\nend\t1\t941b3ff2b667e06a\n")
  }

  @Test func aFileThatIsCutOffIsAnError() {
    let bytes = sealed(TallyFileTests.text)
    for length in 0..<bytes.count {
      #expect(error(Array(bytes[..<length])) != nil, "cut to \(length) bytes")
    }
    #expect(
      error(Array(bytes[..<(bytes.count - 3)]))
        == """
        t:12: error: not a tally that can be read: the file is cut off: there is no line 'end'
          fix: make it anew with 'undersigned tally'
        """)
  }

  @Test func everyChangedByteIsAnError() {
    let bytes = sealed(TallyFileTests.text)
    for index in bytes.indices {
      for change: UInt8 in [0x01, 0x20, 0x80] {
        var changed = bytes
        changed[index] ^= change
        #expect(error(changed) != nil, "byte \(index) with \(change)")
      }
    }
    #expect(error(bytes + Array("\n".utf8))?.contains("something follows after the end") == true)
  }

  @Test(arguments: [
    (
      "undersigned-tally 2\n", "undersigned-tally 3\n", 1,
      "format 3 is later than 2, the latest that this program reads"
    ),
    ("undersigned-tally 2\n", "undersigned-tally x\n", 1, "no format 'x'"),
    ("undersigned-tally 2\n", "name,country\n", 1, "the first line is not 'undersigned-tally 2'"),
    ("organization\tDSA", "organization\tZSA", 4, "out of order, or twice"),
    ("organization\tDSA", "organization\tD\\SA", 3, "a backslash that escapes nothing"),
    ("organization\tDSA", "organization\tDS\rA", 3, "a carriage return that is not escaped"),
    ("organization\tDSA", "organisation\tDSA", 3, "no line begins with 'organisation'"),
    ("country\tUS\n", "country\tUS\nsource\t1\tz.csv\t1\t\t\n", 6, "'source' after 'country'"),
    ("row\t1\t1", "row\t1\t2", 6, "no answer has the number 2"),
    ("row\t1\t1", "row\t0\t1", 6, "a row without an organization"),
    ("unknown\t2\t2", "unknown\t-2\t2", 6, "'-2' is no count"),
    ("unknown\t2\t2", "unknown\t02\t2", 6, "'02' is no count"),
    ("unknown\t2\t2", "unknown\t99999999999999999999\t2", 6, "'99999999999999999999' is no count"),
    ("unknown", "perhaps", 6, "'perhaps' is not known here"),
    ("2026-02-03\t2026", "2026-02-30\t2026", 6, "'2026-02-30' is no day"),
    ("2026-02-03\t2026-02-04", "2026-02-05\t2026-02-04", 6, "the last day is before the first"),
    ("1\t3\t0\t\t\n", "1\t3\t0\t\n", 7, "'row' has 13 fields, not 12"),
    ("1\t1\t1\t3\t0", "1\t1\t2\t3\t0", 7, "no source has the number 2"),
    ("test\t1", "test\t2", 12, "4 records were read, but 3 are counted and 2 dropped"),
    ("csv\t1\t120", "csv\t0\t120", 2, "'0' is no count"),
    ("csv\t1\t120", "csv\t1\t", 2, "'' is no count"),
    ("\t120\t\(hash)", "\t120", 2, "'source' has 5 fields, not 4"),
    ("\t120\t\(hash)", "\t120\tABC", 2, "'ABC' is no SHA-256"),
    ("day\t2026-02-04", "day\t2026-02-03", 10, "out of order, or twice"),
  ])
  func damageIsNamedWithItsLine(old: String, new: String, line: Int, what: String) throws {
    let range = try #require(TallyFileTests.text.firstRange(of: old))
    var changed = TallyFileTests.text
    changed.replaceSubrange(range, with: new)
    #expect(
      error(sealed(changed))
        == "t:\(line): error: not a tally that can be read: \(what)\n  fix: make it anew with 'undersigned tally'")
  }

  @Test func aPlaceIsInTheFirstSourceOfAName() throws {
    let two = TallyFileTests.text.replacing("source\t4\ten.csv", with: "source\t0\ten.csv\t1\t\t\nsource\t4\ten.csv")
    #expect(try TallyFile.decode(sealed(two), name: "t").rows[1].first == Position(source: "en.csv", line: 3))
    let second = two.replacing("given\t1\t1\t1\t3", with: "given\t1\t1\t2\t3")
    #expect(
      error(sealed(second))?.contains("t:8: error: not a tally that can be read: source 2 is not the first") == true)
  }

  @Test func aWrongChecksumIsAnError() throws {
    var bytes = sealed(TallyFileTests.text)
    bytes[30] ^= 0x01
    #expect(error(bytes)?.hasPrefix("t:12: error: not a tally that can be read: the checksum does not match") == true)
  }

  @Test func otherFilesAreNone() {
    #expect(!TallyFile.isTally([]))
    #expect(!TallyFile.isTally(Array("name,country\n".utf8)))
    #expect(TallyFile.isTally(Array("undersigned-tally 9\n".utf8)))
  }
}
