/// One named reason for a merge, a country or a type; reasons add up, so a list of them prints as a waterfall.
public struct Evidence: Hashable, Sendable, CustomStringConvertible {
  /// What kind of reason: a stable, lower-case, hyphenated word (`same-compare-form`, `country-field`, `keyword`).
  public var name: String
  /// What it adds to the score; below 0 when it speaks against. The unit is the deciding stage's own.
  public var weight: Double
  /// The particulars, for people: `'belgique' is Belgium in French`.
  public var detail: String

  /// A reason with its weight.
  public init(_ name: String, _ weight: Double = 1, _ detail: String = "") {
    self.name = name
    self.weight = weight
    self.detail = detail
  }

  /// `name +1.00 (detail)`.
  public var description: String {
    var text = ""
    append(to: &text)
    return text
  }

  // A report has millions of them: the parts go where they stand, without texts in between.
  fileprivate func append(to text: inout String) {
    text += name
    text += weight < 0 ? " -" : " +"
    let hundredths = Int((abs(weight) * 100).rounded())
    text += String(hundredths / 100)
    text += hundredths % 100 < 10 ? ".0" : "."
    text += String(hundredths % 100)
    if detail.isEmpty { return }
    text += " ("
    text += detail
    text += ")"
  }
}

extension [Evidence] {
  /// All reasons in one line.
  var summary: String {
    var text = ""
    for evidence in self {
      if !text.isEmpty { text += "; " }
      evidence.append(to: &text)
    }
    return text
  }
}
