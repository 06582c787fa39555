/// The wordings of announcements or of reports in one language, from a table of messages.
///
/// A wording is text with places in braces: `{n}` for its number, `{list}` and the like for other wordings. Two places
/// hold a number with the word that belongs to it: `{of n}` (Catalan `d'11`, `de 41`) and `{from n}` (Turkish
/// `250'den`).
struct MessageCatalogue: Sendable {
  /// The language.
  let language: MessageLanguage

  private let table: ReferenceTable

  /// The wordings of a language, those of announcements unless another table is named.
  init(_ language: MessageLanguage, table name: String = "announcement-messages") {
    self.language = language
    table = ReferenceTable(embedded: name)
  }

  /// A wording beside a number; nothing when the table has none of that name.
  ///
  /// - Parameters:
  ///   - name: Such as `organizations.over`.
  ///   - number: Whole, not negative.
  ///   - parts: What stands in the other places.
  func text(_ name: String, _ number: Int, _ parts: [String: String] = [:]) -> String? {
    guard let forms = table.records(for: "\(language.rawValue) \(name)").first else { return nil }
    let category = language.category(of: number)
    let form = forms.indices.contains(category.rawValue + 1) ? forms[category.rawValue + 1] : ""
    let chosen = form.isEmpty ? forms[PluralCategory.other.rawValue + 1] : form
    return filled(chosen, number, parts)
  }

  /// A wording without a number.
  func text(_ name: String, _ parts: [String: String] = [:]) -> String? { text(name, 0, parts) }

  /// The forms of a wording that differ, by plural category, with places as they are.
  func forms(_ name: String) -> [(category: String, wording: String)] {
    guard let forms = table.records(for: "\(language.rawValue) \(name)").first else { return [] }
    return PluralCategory.allCases.compactMap { category in
      let form = forms.indices.contains(category.rawValue + 1) ? forms[category.rawValue + 1] : ""
      return form.isEmpty ? nil : ("\(category)", form)
    }
  }

  /// The noun of a wording that counts it, `Trade union` of `{n} trade union`, with a capital at its beginning.
  ///
  /// Arabic puts `one` behind the noun, so that its form beside hundreds is taken: the plain noun as well.
  func noun(_ name: String) -> String {
    guard let forms = table.records(for: "\(language.rawValue) \(name)").first else { return name }
    let one = forms[PluralCategory.one.rawValue + 1]
    let form = language == .arabic || one.isEmpty ? forms[PluralCategory.other.rawValue + 1] : one
    return language.beginningWithCapital(filled(form.replacing("{n}", with: ""), 1, [:]))
  }

  /// Names or counts one after the other, as the language joins them; empty for none.
  func list(_ items: [String]) -> String {
    guard var text = items.first else { return "" }
    for (index, item) in items.enumerated().dropFirst() {
      let isLast = index == items.count - 1
      let name = !isLast ? "list.comma" : items.count == 2 ? "list.and" : "list.and-many"
      text = self.text(name, ["first": text, "last": item]) ?? "\(text), \(item)"
    }
    return text
  }

  private func filled(_ wording: String, _ number: Int, _ parts: [String: String]) -> String {
    var result = ""
    var rest = Substring(wording)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      switch name {
      case "n": result += language.text(of: number)
      case "of n": result += MessageCatalogue.catalanOf(number) + language.text(of: number)
      case "from n": result += language.text(of: number) + MessageCatalogue.turkishAblative(number)
      default: result += parts[name] ?? ""
      }
      rest = rest[rest.index(after: close)...]
    }
    return (result + rest).tokens.joined(separator: " ")
  }

  /// `d'` before numbers that are said with a vowel first (un, onze, and those before thousands), `de` before others.
  private static func catalanOf(_ number: Int) -> String {
    var first = number
    while first >= 1000 { first /= 1000 }
    // Thousand alone is `mil`.
    let isSaidWithVowel = first == 11 || (first == 1 && number < 1000) || (first == 1 && number >= 1_000_000)
    return isSaidWithVowel ? "d’" : "de "
  }

  /// The ending `from`, in harmony with the last word of the number as it is said.
  private static func turkishAblative(_ number: Int) -> String {
    let endings = ["dan", "den", "den", "ten", "ten", "ten", "dan", "den", "den", "dan"]
    let tens = ["", "dan", "den", "dan", "tan", "den", "tan", "ten", "den", "dan"]
    if number % 10 > 0 || number == 0 { return "’" + endings[number % 10] }
    if number / 10 % 10 > 0 { return "’" + tens[number / 10 % 10] }
    // Hundred and thousand are said with a front vowel, million with a back one.
    return number % 1_000_000 == 0 ? "’dan" : "’den"
  }
}
