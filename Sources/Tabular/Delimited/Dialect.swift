/// How delimited text is written: what stands between fields and records, and how fields are quoted.
///
/// The default is RFC 4180 with LF. Delimiter and quote are single ASCII bytes.
public struct Dialect: Hashable, Sendable {
  /// What ends a record.
  public enum Terminator: String, Hashable, Sendable, CaseIterable {
    /// A line feed, as on Unix.
    case lf = "\n"
    /// Carriage return and line feed, as RFC 4180 has it.
    case crlf = "\r\n"
    /// A carriage return, as on old Macintoshes.
    case cr = "\r"
  }

  /// What stands between fields; nothing for a list of one field.
  public var delimiter: UInt8?
  /// What surrounds fields that hold delimiters or line ends; nothing when quotes are data.
  public var quote: UInt8?
  /// Whether a quote inside a quoted field is written twice.
  public var doublesQuotes = true
  /// What stands before a quote inside a quoted field instead, such as a backslash.
  public var escape: UInt8?
  /// Whether spaces may stand between a delimiter and an opening quote.
  public var skipsInitialSpace = false
  /// What ends a record. Only for writing: reading takes them all.
  public var terminator = Terminator.lf

  /// A dialect; RFC 4180 but for the terminator by default.
  public init(
    delimiter: UInt8? = UInt8(ascii: ","), quote: UInt8? = UInt8(ascii: "\""), terminator: Terminator = .lf
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.terminator = terminator
  }
}
