/// Why an input could not be read as a table.
public struct TabularError: Error, Hashable, Sendable {
  /// The facts; the words are in `problem` and `remedy`.
  public enum Kind: Hashable, Sendable {
    /// There is no such file.
    case noSuchFile
    /// The path is a directory.
    case isDirectory
    /// The system refused to read it; its own words.
    case unreadable(String)
    /// Somebody wrote to it while it was read.
    case changed
    /// Zero bytes, or nothing but white space.
    case empty
    /// Neither text nor gzip: what it looks like.
    case binary(looksLike: String)
    /// The gzip stream ends early or is damaged.
    case damagedGzip(String)
    /// A quoted field that never ends; the position is the opening quote.
    case unclosedQuote
    /// Bytes that no encoding in question allows.
    case invalidEncoding(String)
    /// The JSON text is malformed: what was expected, what was found.
    case malformedJSON(String)
    /// The JSON ends in the middle of a value.
    case truncatedJSON
    /// The JSON holds no array of records.
    case noRecords(String)
    /// A limit of the reader was passed; which, and its value.
    case limitExceeded(String, Int)
  }

  /// The facts.
  public var kind: Kind
  /// Where.
  public var position: Position

  /// An error at a place.
  public init(_ kind: Kind, at position: Position) {
    self.kind = kind
    self.position = position
  }
}
