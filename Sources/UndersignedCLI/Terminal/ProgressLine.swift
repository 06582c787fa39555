import Tabular
import Undersigned

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One line on a terminal that tells how far the reading of a large file is; it goes when reading is over.
///
/// There is none in pipes, on terminals that can't go back in a line, and for work that takes less than a second.
enum ProgressLine {
  /// What tells of reading that begins now; nothing where nobody would see it.
  static var reporter: ReadingProgress.Reporter? {
    guard isatty(STDERR_FILENO) == 1, let terminal = getenv("TERM"), String(cString: terminal) != "dumb" else {
      return nil
    }
    let start = ContinuousClock.now
    return { progress, lastTenth in
      let elapsed = ContinuousClock.now - start
      let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
      // The end is told by whoever reads, and may be of another thread: a line that never came is erased in vain.
      if progress.isOver { return seconds < 1 ? () : Terminal.status("") }
      let tenth = UInt64(seconds * 10)
      guard seconds >= 1, tenth > lastTenth else { return }
      lastTenth = tenth
      Terminal.status(text(progress, seconds: seconds))
    }
  }

  /// `export.csv: 412 of 1490 MB, 2.8 M records, 5.1 M/s, 2 s left`.
  static func text(_ progress: ReadingProgress, seconds: Double) -> String {
    let left = seconds * Double(progress.totalBytes - progress.bytes) / Double(max(progress.bytes, 1))
    var parts = ["\(progress.name): \(progress.bytes >> 20) of \(progress.totalBytes >> 20) MB"]
    if progress.records > 0 {
      parts.append("\(millions(Double(progress.records))) M records")
      parts.append("\(millions(Double(progress.records) / seconds)) M/s")
    }
    if progress.bytes > 0 { parts.append("\(Int(left.rounded(.up))) s left") }
    return parts.joined(separator: ", ")
  }

  private static func millions(_ number: Double) -> String {
    let tenths = Int((number / 1e5).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
