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
  /// Writes data; a closed pipe ends the program quietly.
  static func write(_ bytes: [UInt8]) {
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

  /// A text that can't steer a terminal or a CI log: no controls but line ends, no marks that reorder text, no line that
  /// begins with the `::` of a workflow command, and nowhere the `##[` of its older form.
  ///
  /// GitHub's runner passes over white space before `::`, so that indenting a line is not enough.
  static func inert(_ text: String) -> String {
    let lines = visible(text).replacing("##[", with: "## [").split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      let start = line.drop(while: \.isWhitespace)
      guard start.hasPrefix("::") else { return String(line) }
      return line[..<start.startIndex] + ": " + start.dropFirst()
    }.joined(separator: "\n")
  }

  /// A text without controls but line ends, and without marks that reorder it.
  static func visible(_ text: String) -> String {
    let visible = text.unicodeScalars.filter {
      $0 == "\n" || ($0.properties.generalCategory != .control && !$0.properties.isBidiControl)
    }
    return String(String.UnicodeScalarView(visible))
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = UnsafeRawBufferPointer(rebasing: rest).withMemoryRebound(to: UInt8.self) {
        #if canImport(Glibc)
          Glibc.write(descriptor, $0.baseAddress, $0.count)
        #elseif canImport(Musl)
          Musl.write(descriptor, $0.baseAddress, $0.count)
        #else
          Darwin.write(descriptor, $0.baseAddress, $0.count)
        #endif
      }
      if written < 0 {
        if errno == EINTR { continue }
        let reason = errno
        if reason == EPIPE { exit(0) }
        // What can't be said on standard error can't be said.
        if descriptor == STDOUT_FILENO {
          message("standard output: error: can't write: \(String(cString: strerror(reason)))")
        }
        exit(74)
      }
      rest = rest.dropFirst(written)
    }
  }
}
