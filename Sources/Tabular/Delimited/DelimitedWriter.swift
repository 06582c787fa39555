/// Writes records as delimited text: RFC 4180 in UTF-8, fields quoted only where they must be.
///
/// Read again in the same dialect, the text gives the same records, if these have no white space at their ends and
/// aren't made formula-safe.
public struct DelimitedWriter: Sendable {
  /// Delimiter, quote and terminator.
  public let dialect: Dialect
  /// Whether a cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection).
  public let isFormulaSafe: Bool
  /// The text so far; ends with a terminator.
  public private(set) var bytes: [UInt8]

  /// A writer without records.
  ///
  /// - Parameters:
  ///   - dialect: Comma, double quote and LF by default.
  ///   - isFormulaSafe: Whether cells that start like a formula are defused.
  ///   - hasByteOrderMark: Whether the text starts with U+FEFF, as old versions of Excel want.
  public init(dialect: Dialect = Dialect(), isFormulaSafe: Bool = false, hasByteOrderMark: Bool = false) {
    self.dialect = dialect
    self.isFormulaSafe = isFormulaSafe
    bytes = hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
  }

  /// Adds one record.
  ///
  /// Where the dialect has no quote, delimiters and line ends inside fields become spaces; where it has no delimiter,
  /// only the first field is written.
  public mutating func write(_ record: some Collection<String>) {
    var isFirst = true
    for field in record {
      if !isFirst {
        guard let delimiter = dialect.delimiter else { break }
        bytes.append(delimiter)
      }
      isFirst = false
      write(field, isAlone: record.count == 1 || dialect.delimiter == nil)
    }
    bytes.append(contentsOf: dialect.terminator.rawValue.utf8)
  }

  /// Forgets the text so far, once somebody has it; what comes next belongs behind it.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Whether a spreadsheet may run a cell: it starts, after spaces, with `=`, `+`, `-`, `@`, their full-width forms, a
  /// tab or a line end.
  public static func isFormula(_ cell: String) -> Bool {
    // Most cells begin with a letter or a digit.
    if let byte = cell.utf8.first, byte >= 0x30, byte < 0x7F, byte != 0x3D, byte != 0x40 { return false }
    guard let first = cell.unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" && $0 != "\u{3000}" }) else {
      return false
    }
    return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
  }

  private mutating func write(_ field: String, isAlone: Bool) {
    let isDefused = isFormulaSafe && DelimitedWriter.isFormula(field)
    var field = isDefused ? "'" + field : field
    field.withUTF8 { field in
      guard let quote = dialect.quote else {
        bytes.append(contentsOf: field.map { isBreak($0) ? 0x20 : $0 })
        return
      }
      let isBlank = isAlone && field.allSatisfy { $0 == 0x20 }
      let startsWithSpace = dialect.skipsInitialSpace && field.first == 0x20
      // A line that begins with `::` is a command to GitHub Actions, where output is its log; a quoted one is none.
      let isCommand = isFormulaSafe && field.drop { $0 == 0x20 || $0 == 0x09 }.starts(with: "::".utf8)
      guard isBlank || startsWithSpace || isCommand || holds(field, quote) else {
        bytes.append(contentsOf: field)
        return
      }
      bytes.append(quote)
      for byte in field {
        if let escape = dialect.escape, byte == quote || byte == escape {
          bytes.append(escape)
        } else if byte == quote && dialect.doublesQuotes {
          bytes.append(quote)
        }
        bytes.append(byte)
      }
      bytes.append(quote)
    }
  }

  /// Whether a field has what must stand between quotes. To the end without stopping: many bytes in one step.
  private func holds(_ field: UnsafeBufferPointer<UInt8>, _ quote: UInt8) -> Bool {
    let delimiter = dialect.delimiter ?? quote
    var found = false
    for byte in field {
      found = found || byte == quote || byte == delimiter || byte == 0x0A || byte == 0x0D
    }
    return found
  }

  private func isBreak(_ byte: UInt8) -> Bool {
    byte == dialect.delimiter || byte == 0x0A || byte == 0x0D
  }
}
