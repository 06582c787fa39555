/// What a column of a report's CSV file holds, in the words of Table Schema
/// (https://datapackage.org/standard/table-schema/).
public struct ReportField: Hashable, Sendable {
  /// The type of its values; an empty cell is no value of any.
  public enum Kind: String, Hashable, Sendable {
    /// Any text on one line.
    case string
    /// A whole number in digits.
    case integer
    /// A number with a point before its decimals.
    case number
    /// A day, `2026-11-22`.
    case date
  }

  /// What holds for every value, in every letter.
  public enum Constraint: Hashable, Sendable {
    /// No cell is empty.
    case required
    /// No value stands twice; empty cells may.
    case unique
    /// No value is smaller.
    case minimum(Int)
    /// No value is larger.
    case maximum(Int)
    /// Every value has as many characters.
    case length(Int)
    /// Every value is one of these.
    case oneOf([String])
  }

  /// As the header has it.
  public let name: String
  /// The type of its values.
  public let kind: Kind
  /// Its name for people.
  public let title: String
  /// What a value says.
  public let description: String
  /// What holds for every value.
  public let constraints: [Constraint]
}

/// A column that is written line by line: a field, and how a line says its value.
struct ReportColumn<Line>: Sendable {
  let field: ReportField
  let cell: @Sendable (Line) -> String

  private init(
    _ kind: ReportField.Kind, _ name: String, _ title: String, _ description: String,
    _ constraints: [ReportField.Constraint], _ cell: @escaping @Sendable (Line) -> String
  ) {
    field = ReportField(name: name, kind: kind, title: title, description: description, constraints: constraints)
    self.cell = cell
  }

  /// Text.
  static func string(
    _ name: String, _ title: String, _ description: String, _ constraints: ReportField.Constraint...,
    cell: @escaping @Sendable (Line) -> String
  ) -> ReportColumn {
    ReportColumn(.string, name, title, description, constraints, cell)
  }

  /// Text, likewise.
  static func string(
    _ name: String, _ title: String, _ description: String, _ constraints: [ReportField.Constraint],
    cell: @escaping @Sendable (Line) -> String
  ) -> ReportColumn {
    ReportColumn(.string, name, title, description, constraints, cell)
  }

  /// The code of a country, or nothing.
  static func country(
    _ name: String, _ title: String, _ description: String, _ constraints: ReportField.Constraint...,
    code: @escaping @Sendable (Line) -> CountryCode?
  ) -> ReportColumn {
    ReportColumn(.string, name, title, description, constraints + [.length(2)]) {
      code($0)?.description ?? ""
    }
  }

  /// A count; nothing where the line has none.
  static func integer(
    _ name: String, _ title: String, _ description: String, _ constraints: ReportField.Constraint...,
    count: @escaping @Sendable (Line) -> Int?
  ) -> ReportColumn {
    ReportColumn(.integer, name, title, description, constraints) { count($0).map(String.init) ?? "" }
  }

  /// A number that is written with decimals.
  static func number(
    _ name: String, _ title: String, _ description: String, _ constraints: ReportField.Constraint...,
    digits: @escaping @Sendable (Line) -> String
  ) -> ReportColumn {
    ReportColumn(.number, name, title, description, constraints, digits)
  }

  /// A day, or nothing.
  static func date(
    _ name: String, _ title: String, _ description: String, day: @escaping @Sendable (Line) -> Day?
  ) -> ReportColumn {
    ReportColumn(.date, name, title, description, []) { day($0)?.description ?? "" }
  }
}
