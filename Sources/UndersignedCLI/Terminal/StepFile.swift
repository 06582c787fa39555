import Tabular
import Undersigned

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file by which a step of GitHub Actions tells others something; a variable names it.
struct StepFile {
  /// What it is for.
  enum Purpose: String {
    /// Markdown for the page of the run.
    case summary = "GITHUB_STEP_SUMMARY"
    /// Values for later steps.
    case outputs = "GITHUB_OUTPUT"
  }

  private let path: String

  /// The file for a purpose; nothing where no such file is wanted.
  init?(_ purpose: Purpose) {
    guard let path = getenv(purpose.rawValue).map({ String(cString: $0) }), !path.isEmpty else { return nil }
    self.path = path
  }

  /// How many bytes it has.
  var byteCount: Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Puts a text on lines of its own at its end.
  func append(_ text: String) throws(PipelineError) {
    let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure() }
    defer { close(file) }
    var last: UInt8 = 0x0A
    let size = lseek(file, 0, SEEK_END)
    if size > 0 { _ = pread(file, &last, 1, size - 1) }
    let lines = Array((last == 0x0A ? text : "\n" + text).utf8)
    guard lines.withUnsafeBytes({ ByteSink.write($0, to: file) }) else { throw failure() }
  }

  private func failure() -> PipelineError {
    PipelineError(.unwritable(String(cString: strerror(errno))), at: Position(source: path))
  }
}
