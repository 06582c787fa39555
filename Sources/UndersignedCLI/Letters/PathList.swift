import Tabular
import Undersigned

/// Paths that a file lists, where they are too many for a command line.
struct PathList {
  /// In the order of the file.
  let paths: [String]

  /// The paths of a text: one a line, or where it holds a zero byte, with zero bytes between, since paths may hold line
  /// ends. Empty ones are nothing.
  init(_ bytes: [UInt8]) {
    let end: UInt8 = bytes.contains(0) ? 0 : 0x0A
    paths = bytes.split(separator: end).map { line in
      String(decoding: end == 0x0A && line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }.filter { !$0.isEmpty }
  }

  /// The paths of a file.
  ///
  /// - Parameter path: The file; `-` for standard input.
  init(path: String) throws(PipelineError) {
    do { self.init(try ByteSource.read(path: path)) } catch { throw PipelineError(error) }
  }
}
