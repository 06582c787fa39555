import Tabular
import Undersigned

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the program speaks: data to standard output, messages to standard error.
enum Terminal {
  /// The folder that the user has for temporary files, where there is one.
  static var temporaryFolder: String? {
    getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Writes data, as it is unless a person looks at it; a closed pipe ends the program quietly.
  static func write(_ bytes: [UInt8]) {
    let bytes = isatty(STDOUT_FILENO) == 1 ? Array(inert(String(decoding: bytes, as: UTF8.self)).utf8) : bytes
    bytes.withUnsafeBytes { write($0, to: STDOUT_FILENO) }
  }

  /// Writes text and a line end as data.
  static func print(_ text: String) {
    write(Array((text + "\n").utf8))
  }

  /// Writes a message and a line end.
  static func message(_ text: String) {
    let bytes = Array((inert(text) + "\n").utf8)
    bytes.withUnsafeBytes { write($0, to: STDERR_FILENO) }
  }

  /// Writes a command for a CI log, whose parts are escaped already, and a line end to standard error.
  static func command(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    bytes.withUnsafeBytes { write($0, to: STDERR_FILENO) }
  }

  /// Puts a text into the terminal's present line, in place of what a status said before; an empty one erases that.
  static func status(_ text: String) {
    let width = 78
    let line = String(inert(text).prefix(width))
    let bytes = Array(("\r" + line + String(repeating: " ", count: width - line.count) + "\r").utf8)
    bytes.withUnsafeBytes { write($0, to: STDERR_FILENO) }
  }

  /// A text that can't steer a terminal or a CI log: what `visible` leaves, without what GitHub's runner takes for a
  /// command: `::` at the beginning of a line, white space or not, and `##[` anywhere.
  static func inert(_ text: String) -> String {
    visible(text).replacing("##[", with: "## [").split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        guard let start = line.firstIndex(where: { !$0.isWhitespace }), line[start...].hasPrefix("::") else {
          return line
        }
        return line[..<start] + ": " + line[line.index(after: start)...]
      }.joined(separator: "\n")
  }

  /// A text without controls but line ends, and without invisible marks but joiners between letters that are written
  /// with them.
  static func visible(_ text: String) -> String {
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: if scalar == "\n" { visible.append(scalar) }
      case .lineSeparator, .paragraphSeparator: visible.append(" ")
      case .format:
        let isJoiner = scalar.value == 0x200C || scalar.value == 0x200D
        if isJoiner, let last = visible.last, last.value >= 0x0590 { visible.append(scalar) }
      default: visible.append(scalar)
      }
    }
    return String(visible)
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    if ByteSink.write(bytes, to: descriptor) { return }
    let reason = errno
    if reason == EPIPE { exit(0) }
    // What can't be said on standard error can't be said.
    if descriptor == STDOUT_FILENO {
      message("standard output: error: can't write: \(String(cString: strerror(reason)))")
    }
    exit(74)
  }
}
