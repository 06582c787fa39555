/// The words of reports in one language, from the table `report-messages`.
///
/// They are the program's own and never what others wrote. `*emphasis*`, `**strong emphasis**` and `` `code` `` are
/// marked in them as in Markdown.
struct ReportWords: Sendable {
  /// The language.
  let language: MessageLanguage

  private let messages: MessageCatalogue
  private let announcements: MessageCatalogue

  /// The words of a language.
  init(_ language: MessageLanguage = .english) {
    self.language = language
    messages = MessageCatalogue(language, table: ReportWords.table)
    announcements = MessageCatalogue(language)
  }

  /// The table.
  static let table = "report-messages"

  /// A wording by its name, beside a number.
  ///
  /// - Parameters:
  ///   - name: Such as `bounds.range`; a name that is none stands for itself.
  ///   - number: Not negative.
  ///   - parts: What stands in the places, none of it from outside the program.
  func callAsFunction(_ name: String, _ number: Int = 0, _ parts: [String: String] = [:]) -> String {
    messages.text(name, number, parts) ?? name
  }

  /// The forms of a wording by plural category, with places as they are, for a program that chooses itself.
  func forms(_ name: String) -> [(category: String, wording: String)] { messages.forms(name) }

  /// So many organizations in words, as announcements say it: `397 organizations`.
  func organizations(_ number: Int) -> String { announcements.text("organizations", number) ?? self.number(number) }

  /// From how many countries, as announcements say it: `from 88 countries`.
  func fromCountries(_ number: Int) -> String { announcements.text("countries", number) ?? self.number(number) }

  /// Names one after the other, with nothing but a comma before the last.
  func enumerated(_ names: [String]) -> String {
    guard let first = names.first else { return "" }
    return names.dropFirst().reduce(first) { announcements.text("list.comma", ["first": $0, "last": $1]) ?? $0 }
  }

  /// A whole number as the language writes it.
  func number(_ number: Int) -> String { language.text(of: number) }

  /// A day within a sentence.
  func day(_ day: Day) -> String { language.text(of: day) }

  /// What an organization of a type is called; `type.none` without one.
  func type(_ type: OrganizationType?) -> String {
    guard let type else { return self("type.none") }
    return language == .english ? type.displayName : announcements.noun("type.\(type.rawValue)")
  }
}
