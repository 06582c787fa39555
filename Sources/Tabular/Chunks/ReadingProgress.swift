/// How far the reading of a large file is.
public struct ReadingProgress: Sendable {
  /// Is told now and then, by one thread at a time, how far reading is, and once when it is over.
  ///
  /// The second argument is the reporter's own: it stays as it left it, and is 0 at first.
  public typealias Reporter = @Sendable (ReadingProgress, inout UInt64) -> Void

  /// The input as its user named it.
  public var name: String
  /// How many bytes of the file were read.
  public var bytes: Int
  /// How many bytes it has.
  public var totalBytes: Int
  /// How many records were found in them.
  public var records: Int

  /// So far.
  public init(name: String, bytes: Int, totalBytes: Int, records: Int) {
    self.name = name
    self.bytes = bytes
    self.totalBytes = totalBytes
    self.records = records
  }

  /// Whether everything was read.
  public var isOver: Bool { bytes >= totalBytes }
}
