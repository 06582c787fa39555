import Tabular
import Testing

@testable import UndersignedCLI

@Suite struct ProgressLineTests {
  @Test func tellsBytesRecordsRateAndTimeLeft() {
    let progress = ReadingProgress(name: "a.csv", bytes: 250 << 20, totalBytes: 1000 << 20, records: 2_500_000)
    #expect(ProgressLine.text(progress, seconds: 2) == "a.csv: 250 of 1000 MB, 2.5 M records, 1.3 M/s, 6 s left")
  }

  @Test func leavesOutWhatIsNotKnown() {
    let progress = ReadingProgress(name: "a.csv.gz", bytes: 0, totalBytes: 1 << 20, records: 0)
    #expect(ProgressLine.text(progress, seconds: 1) == "a.csv.gz: 0 of 1 MB")
  }
}
