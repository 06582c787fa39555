import Tabular
import Undersigned

/// The one output of a command: a file, or standard output.
enum SingleOutput {
  /// Writes all of it, or nothing.
  ///
  /// - Parameter path: The file; nothing or `-` for standard output.
  static func write(_ bytes: [UInt8], to path: String?) throws(PipelineError) {
    guard let path, path != "-" else { return Terminal.write(bytes) }
    do {
      try FolderWriter(folder: Path.folder(of: path)).write([ReportFile(path: Path.name(path), bytes: bytes)])
    } catch {
      throw PipelineError(error.kind, at: Position(source: path))
    }
  }
}
