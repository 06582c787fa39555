@testable import Tabular
@testable import Undersigned

/// Tallies: a file that is read is written with the same bytes, adds up, and can be reported.
///
/// The sum at the end is put right first, since no chance finds it.
enum TallyTarget: FuzzTarget {
  static let name = "tally"

  static func check(_ bytes: [UInt8]) {
    _ = try? TallyFile.decode(bytes, name: "a")
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    while let last = lines.last, last.isEmpty || last.starts(with: Array("end".utf8)) { lines.removeLast() }
    var file: [UInt8] = lines.flatMap { $0 + [0x0A] }
    file += "end\t\(lines.count)\t\(TallyFile.hexadecimal(StableHash.of(file)))\n".utf8
    guard let tally = try? TallyFile.decode(file, name: "a") else { return }
    require(TallyFile.encode(tally) == file, "written otherwise")
    guard tally.rows.count <= 4, tally.people.count <= 4, tally.findings.count <= 8 else { return }
    let pipeline = StandardPipeline(title: "A letter")
    guard let summary = try? pipeline.summarize.run(tally) else { return }
    require(!StandardPipeline.reportFiles(of: summary).isEmpty, "no report")
  }
}
