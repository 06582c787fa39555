import Tabular
import Testing

@testable import Undersigned

@Suite struct TallyRecordTests {
  private func error(_ text: String) -> String? {
    do throws(PipelineError) {
      _ = try TallyFile.decode(Array(text.utf8), name: "lines.ndjson")
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: 0..<30) func comesBackAsItWas(seed: UInt64) throws {
    var generator = TallyGenerator(seed: seed)
    let tally = try generator.tally(records: Int(seed) * 5)
    let line = TallyFile.encodeLine(tally)
    #expect(line.count { $0 == 0x0A } == 1)
    #expect(line.last == 0x0A)
    #expect(TallyFile.isTally(line))
    #expect(try TallyFile.decode(line, name: "t") == tally)
  }

  @Test(arguments: 0..<20) func linesAreSummedUp(seed: UInt64) throws {
    var generator = TallyGenerator(seed: seed)
    let tallies = try (0..<4).map { _ in try generator.tally(records: 20) }
    let lines = tallies.flatMap { TallyFile.encodeLine($0) + Array("\r\n".utf8) }
    let sum = tallies.reduce(Tally.empty) { $0.merged(with: $1) }
    #expect(try TallyFile.decode(lines, name: "t") == sum)
  }

  @Test func isOneObjectThatEnginesCanLookInto() {
    #expect(
      String(decoding: TallyFile.encodeLine(.empty), as: UTF8.self) == #"""
        {"undersigned-tally":2,"checksum":"941b3ff2b667e06a","tally":"undersigned-tally 2\nend\t1\t941b3ff2b667e06a\n"}

        """#)
  }

  @Test func spacesOrderAndOtherMembersMakeNoDifference() throws {
    let text = #"""
       { "undersigned-tally" : 2, "later": [1, {"a": null}],
      """#
    #expect(TallyFile.isTally(Array(text.utf8)))
    let line =
      #"{"undersigned-tally": 2, "part": 7, "tally": "undersigned-tally 2\u000Aend\u00091\t941b3ff2b667e06a\n"}"#
    #expect(try TallyFile.decode(Array(line.utf8), name: "t") == .empty)
  }

  @Test func damageIsNamedWithItsLine() {
    let good = #"{"undersigned-tally":2,"tally":"undersigned-tally 2\nend\t1\t941b3ff2b667e06a\n"}"#
    func whole(_ line: Int, _ what: String) -> String {
      "lines.ndjson:\(line): error: not a tally that can be read: \(what)\n  fix: make it anew with 'undersigned tally'"
    }
    #expect(error(good) == nil)
    #expect(error(good + "\n\n" + good) == nil)
    #expect(
      error(good + "\n" + good.replacing("e06a", with: "e06b"))
        == whole(2, "the checksum does not match: the file was changed or damaged"))
    #expect(error(good + "\n{}") == whole(2, "no member 'tally'"))
    #expect(error(#"{"undersigned-tally":2,"tally":2}"#) == whole(1, "no member 'tally'"))
    #expect(
      error(#"{"undersigned-tally":9,"tally":"undersigned-tally 9\n"}"#)
        == whole(1, "format 9 is later than 2, the latest that this program reads"))
    #expect(error(String(good.dropLast(9)))?.hasPrefix("lines.ndjson:1: error: not a tally") == true)
    let nested = #"{"undersigned-tally":2,"tally":"{\"undersigned-tally\":2}"}"#
    #expect(error(nested)?.contains("the first line is not 'undersigned-tally 2'") == true)
  }

  @Test func otherJSONIsNone() {
    #expect(!TallyFile.isTally(Array(#"{"undersigned":2}"#.utf8)))
    #expect(!TallyFile.isTally(Array(#"[{"undersigned-tally":2}]"#.utf8)))
    #expect(!TallyFile.isTally(Array("{".utf8)))
  }
}
