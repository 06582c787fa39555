@testable import Tabular
@testable import Undersigned

/// A whole letter: every record that was read is counted or dropped with its reason, and the report can be written.
enum LetterTarget: FuzzTarget {
  static let name = "letter"

  static func check(_ bytes: [UInt8]) {
    guard let document = try? TabularDocument(name: "a.csv", bytes: bytes, limits: .fuzzing) else { return }
    let pipeline = StandardPipeline(title: "A letter")
    guard let tally = try? pipeline.tally.run([document]) else { return }
    let read = tally.sources.reduce(0) { $0 + $1.records }
    let counted = tally.rows.reduce(0) { $0 + $1.records } + tally.people.reduce(0) { $0 + $1.records }
    require(read == counted + tally.dropped.values.reduce(0, +), "\(read) read")
    let stored = TallyFile.encode(tally)
    guard let again = try? TallyFile.decode(stored, name: "a") else { fatalError("its tally is refused") }
    require(TallyFile.encode(again) == stored, "its tally is written otherwise")
    guard tally.rows.count <= 12 else { return }
    do throws(PipelineError) {
      let summary = try pipeline.summarize.run(tally)
      require(!StandardPipeline.reportFiles(of: summary).isEmpty, "no report")
    } catch {
      require(!error.description.isEmpty, "no words")
    }
  }
}
