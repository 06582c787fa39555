/// JSON as it is written: keys in the order given, the same bytes for the same value.
package indirect enum JSONText: CustomStringConvertible, Sendable {
  case string(String)
  case integer(Int)
  case number(Double, decimals: Int)
  case boolean(Bool)
  case null
  case array([JSONText])
  case object([(String, JSONText)])

  /// A text, or null.
  package static func optional(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }

  /// The text, two spaces deep for each level, without a line end after it.
  package var description: String { written(indent: "") }

  private func written(indent: String) -> String {
    switch self {
    case .string(let text): return JSONText.quoted(text)
    case .integer(let value): return String(value)
    case .number(let value, let decimals): return JSONText.decimal(value, decimals: decimals)
    case .boolean(let value): return value ? "true" : "false"
    case .null: return "null"
    case .array(let values):
      if values.isEmpty { return "[]" }
      let inner = indent + "  "
      return "[\n" + values.map { inner + $0.written(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let inner = indent + "  "
      return "{\n"
        + members.map { "\(inner)\(JSONText.quoted($0)): \($1.written(indent: inner))" }.joined(separator: ",\n")
        + "\n\(indent)}"
    }
  }

  /// A number with that many decimals, rounded half away from zero.
  package static func decimal(_ value: Double, decimals: Int) -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((abs(value) * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    if decimals == 0 { return "\(sign)\(scaled)" }
    return "\(sign)\(scaled / scale).\(String(repeating: "0", count: decimals - fraction.count))\(fraction)"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      // What a terminal would obey, and what nobody would see, is spelt out.
      case _
      where [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        && scalar.value <= 0xFFFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    // GitHub's runner takes `##[` for a command wherever in a line it stands.
    return result.replacing("##[", with: "##\\u005b") + "\""
  }
}
