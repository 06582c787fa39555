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

  private static let text = """
    undersigned-tally 1
    source\t4\ten.csv
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
    #expect(tally.sources == [SourceSummary(name: "en.csv", records: 4)])
    #expect(tally.answers.organizations == Column(["", "DSA", "MTST\tBrasil"]))
    #expect(tally.rows.map(\.records) == [2, 1])
    #expect(tally.rows[0].firstDay == Day(year: 2026, month: 2, day: 3))
    #expect(tally.dropped == [.test: 1])
    #expect(TallyFile.encode(tally) == sealed(TallyFileTests.text))
    #expect(
      String(decoding: TallyFile.encode(.empty), as: UTF8.self) == "undersigned-tally 1\nend\t1\t942561f2b6706eb5\n")
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
      "undersigned-tally 1\n", "undersigned-tally 2\n", 1,
      "format 2 is later than 1, the latest that this program reads"
    ),
    ("undersigned-tally 1\n", "undersigned-tally x\n", 1, "no format 'x'"),
    ("undersigned-tally 1\n", "name,country\n", 1, "the first line is not 'undersigned-tally 1'"),
    ("organization\tDSA", "organization\tZSA", 4, "out of order, or twice"),
    ("organization\tDSA", "organization\tD\\SA", 3, "a backslash that escapes nothing"),
    ("organization\tDSA", "organization\tDS\rA", 3, "a carriage return that is not escaped"),
    ("organization\tDSA", "organisation\tDSA", 3, "no line begins with 'organisation'"),
    ("country\tUS\n", "country\tUS\nsource\t1\tz.csv\n", 6, "'source' after 'country'"),
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
