@testable import Tabular
@testable import Undersigned

/// Tallies: a file of this format is written with the same bytes, adds up, and can be reported.
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
    let stored = TallyFile.encode(tally)
    // What older programs wrote, and optional lines, are written otherwise, but mean the same.
    let isCurrent = file.starts(with: "\(TallyFile.magic)\(TallyFile.version)\n".utf8)
    let isPlain = lines.allSatisfy { line in line.first.map { !(0x41...0x5A).contains($0) } ?? true }
    if isCurrent, isPlain { require(stored == file, "written otherwise") }
    require((try? TallyFile.decode(stored, name: "a")) == tally, "means something else when written")
    guard tally.rows.count <= 4, tally.people.count <= 4, tally.findings.count <= 8 else { return }
    let pipeline = StandardPipeline(title: "A letter")
    guard let summary = try? pipeline.summarize.run(tally) else { return }
    require(!StandardPipeline.reportFiles(of: summary).isEmpty, "no report")
  }
}
