@testable import Undersigned

/// Names taken apart by hand, so that these tests don't hang on the parser of names.
enum SampleNames {
  /// A mention of one name, with an acronym in brackets at its end or being one itself.
  static func name(_ display: String) -> OrganizationName {
    var names: [OrganizationName.Form] = []
    var acronyms: [OrganizationName.Acronym] = []
    var rest = display[...]
    if display.hasSuffix(")"), let open = display.lastIndex(of: "("), open > display.startIndex {
      let inner = display[display.index(after: open)...].dropLast()
      rest = display[..<open]
      for piece in inner.split(whereSeparator: { "-,/ ".contains($0) }) where isAcronym(piece) {
        acronyms.append(acronym(piece))
      }
      if acronyms.isEmpty { names.append(form(String(inner))) }
    }
    let principal = rest.split(separator: " ").joined(separator: " ")
    if isAcronym(principal[...]) {
      acronyms.append(acronym(principal[...]))
    } else {
      names.insert(form(principal), at: 0)
    }
    return OrganizationName(
      display: display, compareForm: CompareForm.fold(display), names: names, acronyms: acronyms, qualifiers: [],
      legalForm: nil)
  }

  private static func form(_ text: String) -> OrganizationName.Form {
    let folded = CompareForm.fold(text)
    return OrganizationName.Form(display: text, compareForm: folded, coreForm: folded)
  }

  private static func acronym(_ text: Substring) -> OrganizationName.Acronym {
    OrganizationName.Acronym(compareForm: CompareForm.fold(String(text)), display: String(text), isVerified: false)
  }

  private static func isAcronym(_ text: Substring) -> Bool {
    text.count >= 2 && text.count <= 12 && !text.contains(" ") && text.filter(\.isUppercase).count * 2 > text.count
  }
}
