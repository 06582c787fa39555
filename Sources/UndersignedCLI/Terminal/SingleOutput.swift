import Tabular
import Undersigned

/// The one output of a command: a file, or standard output.
enum SingleOutput {
  /// Writes all of it, or nothing.
  ///
  /// - Parameters:
  ///   - path: The file; nothing or `-` for standard output.
  ///   - inputs: Paths of what was read, which is never written over.
  static func write(_ bytes: [UInt8], to path: String?, sparing inputs: [String] = []) throws(PipelineError) {
    guard let path, path != "-" else { return Terminal.write(bytes) }
    do {
      try FolderWriter(folder: Path.folder(of: path), inputs: inputs).write([
        ReportFile(path: Path.name(path), bytes: bytes)
      ])
    } catch {
      throw PipelineError(error.kind, at: Position(source: path))
    }
  }
}
