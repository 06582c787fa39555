import Tabular

/// One file of a report, not yet written.
public struct ReportFile: Hashable, Sendable {
  /// Takes a piece of a file; its bytes are there for the length of the call.
  public typealias Taker = (UnsafeRawBufferPointer) -> Void

  /// Where in the report's folder: steps with `/` between them, never upwards.
  public let path: String
  private let make: @Sendable (Taker) -> Void

  /// A file of bytes.
  public init(path: String, bytes: [UInt8]) {
    self.init(path: path) { take in bytes.withUnsafeBytes(take) }
  }

  /// A file of text, as UTF-8.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// A file that is made whenever it is needed, since it may be too long to wait for that in memory.
  ///
  /// - Parameter make: Hands over the file piece by piece; always the same bytes.
  public init(path: String, make: @escaping @Sendable (Taker) -> Void) {
    self.path = path
    self.make = make
  }

  /// What it holds.
  ///
  /// - Complexity: O(bytes), and what it takes to make them.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    forEachPiece { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// The hash of what it holds; likewise.
  public var hash: ContentHash {
    var hashing = ContentHashing()
    forEachPiece { hashing.add($0) }
    return hashing.hash
  }

  /// Whether two files have the same path and hold the same.
  public static func == (left: ReportFile, right: ReportFile) -> Bool {
    left.path == right.path && left.bytes == right.bytes
  }

  /// Hashes the path, which tells files of one report apart.
  public func hash(into hasher: inout Hasher) { hasher.combine(path) }

  /// Hands over what it holds, piece by piece; likewise.
  public func forEachPiece(_ take: Taker) { make(take) }
}

/// One way of putting a summary into files: the same summary always gives the same bytes.
public protocol ReportFormat: Sendable {
  /// The files for a summary; always of the same names, but for charts, which there are where they have something to
  /// compare.
  func files(for summary: Summary) -> [ReportFile]
}
