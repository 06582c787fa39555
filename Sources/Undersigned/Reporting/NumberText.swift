/// Numbers as reports print them: without the system's formatters, whose output depends on locale and version.
enum NumberText {
  /// With `,` between thousands, `12,345`.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// With two decimals, rounded half away from zero; `0.00` for what is no number.
  static func hundredths(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e15 else { return "0.00" }
    let hundredths = Int((number * 100).rounded())
    let fraction = hundredths.magnitude % 100
    return "\(hundredths < 0 ? "-" : "")\(hundredths.magnitude / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  /// A number with its noun, `1 country`, `2 countries`.
  static func counted(_ number: Int, _ singular: String, _ plural: String) -> String {
    "\(grouped(number)) \(number == 1 ? singular : plural)"
  }
}
