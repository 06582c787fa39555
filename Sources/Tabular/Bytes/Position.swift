/// A place in an input: what errors and findings point at.
///
/// Lines and columns count from 1, columns in bytes; 0 means that a place has none (a whole file, or a whole line).
public struct Position: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The input as its user named it: a path, or `-` for standard input.
  public var source: String
  /// The physical line.
  public var line: Int
  /// The byte within the line.
  public var column: Int

  /// A place in `source`.
  public init(source: String, line: Int = 0, column: Int = 0) {
    self.source = source
    self.line = line
    self.column = column
  }

  /// `file:line:column`, without the parts that are 0.
  public var description: String {
    if line == 0 { return source }
    return column == 0 ? "\(source):\(line)" : "\(source):\(line):\(column)"
  }

  /// By source, then line, then column.
  public static func < (left: Position, right: Position) -> Bool {
    (left.source, left.line, left.column) < (right.source, right.line, right.column)
  }
}
