/// One file of a report, not yet written.
public struct ReportFile: Hashable, Sendable {
  /// Where in the report's folder: steps with `/` between them, never upwards.
  public var path: String
  /// What it holds.
  public var bytes: [UInt8]

  /// A file of bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file of text, as UTF-8.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

/// One way of putting a summary into files: the same summary always gives the same bytes.
public protocol ReportFormat: Sendable {
  /// The files for a summary; always of the same names, but for charts, which there are where they have something to
  /// compare.
  func files(for summary: Summary) -> [ReportFile]
}
