import Testing

@testable import Undersigned

@Suite struct ReportWordsTests {
  private static let categories = PluralCategory.allCases.map { "\($0)" }

  /// The table: by language and name, the forms that are there by category.
  private static let table: [String: [String: [String: String]]] = {
    var table: [String: [String: [String: String]]] = [:]
    ReferenceTable(embedded: ReportWords.table).forEach { record in
      let key = record[0].split(separator: " ").map(String.init)
      var forms: [String: String] = [:]
      for (category, form) in zip(categories, record.dropFirst()) where !form.isEmpty { forms[category] = form }
      table[key[0], default: [:]][key[1]] = forms
    }
    return table
  }()

  /// Its places in braces, the small words around numbers apart.
  private func places(_ wording: String) -> Set<String> {
    Set(wording.matches(of: /\{(?:of |from )?([^}]*)\}/).map { String($0.output.1) })
  }

  @Test func noLanguageLacksAnything() {
    #expect(Set(ReportWordsTests.table.keys) == Set(MessageLanguage.allCases.map(\.rawValue)))
    let english = ReportWordsTests.table["en"] ?? [:]
    #expect(english.count > 200)
    for (language, messages) in ReportWordsTests.table {
      #expect(Set(messages.keys).symmetricDifference(english.keys) == [], "\(language)")
    }
  }

  @Test(arguments: MessageLanguage.allCases) func formsHaveTheSamePlacesAndMarks(language: MessageLanguage) {
    let own = ReportWordsTests.table[language.rawValue] ?? [:]
    // The categories that whole numbers have in the language.
    let needed = Set((0...200).map { "\(language.category(of: $0))" })
    for (name, english) in ReportWordsTests.table["en"] ?? [:] {
      let forms = own[name] ?? [:]
      let full = english["other"] ?? ""
      #expect(forms["other"] != nil, "\(language.rawValue) \(name)")
      if forms.count > 1 { #expect(needed.isSubset(of: forms.keys), "\(language.rawValue) \(name)") }
      for (category, form) in forms {
        let what = "\(language.rawValue) \(name) \(category): \(form)"
        // Arabic has words for none, one and two of something.
        let isWord = language == .arabic && ["zero", "one", "two"].contains(category)
        if isWord {
          #expect(places(form).isSubset(of: places(full)), "\(what)")
        } else {
          #expect(places(form) == places(full), "\(what)")
          // Code is for programs and people alike: the same in every language.
          let code = form.matches(of: /`[^`]*`/).map { String($0.output) }
          #expect(code.sorted() == full.matches(of: /`[^`]*`/).map { String($0.output) }.sorted(), "\(what)")
        }
        #expect(form.count { $0 == "*" }.isMultiple(of: 2) && form.count { $0 == "`" }.isMultiple(of: 2), "\(what)")
        #expect(!form.contains { "<>|&\\".contains($0) } && !form.contains("  "), "\(what)")
      }
    }
  }

  /// What stands in attributes, options and titles can't hold emphasis or code.
  @Test(arguments: MessageLanguage.allCases) func wordsOfAttributesAreBare(language: MessageLanguage) {
    let words = ReportWords(language)
    for name in ["words.sections_of_report", "words.all", "headline", "people", "type.none", "home.unresolved"] {
      #expect(!words(name, 2).contains { "*`".contains($0) }, "\(language.rawValue) \(name)")
    }
  }

  @Test func everyNameOfTemplatesAndScriptIsThere() {
    let english = ReportWordsTests.table["en"] ?? [:]
    #expect(Set(PageWords.names.map { "words.\($0)" }) == Set(english.keys.filter { $0.hasPrefix("words.") }))
    #expect(Set(PageWords.scriptNames.map { "script.\($0)" }) == Set(english.keys.filter { $0.hasPrefix("script.") }))
    #expect(
      Set(ChartWords.Name.allCases.map { "chart.\($0.rawValue)" })
        == Set(english.keys.filter { $0.hasPrefix("chart.") }))
    for rule in PolicySensitivity.Rule.allCases { #expect(english["rule.\(rule.rawValue)"] != nil) }
    for reason in DropReason.allCases { #expect(english["dropped.\(reason.rawValue)"] != nil) }
    for capacity in Capacity.allCases { #expect(english["capacity.\(capacity.rawValue)"] != nil) }
    for scope in Location.Scope.allCases {
      #expect(ReportWords()("scope.\(scope.rawValue)") == scope.displayName)
    }
    let choices =
      Policy.CountryRule.allCases.map { "country.\($0.rawValue)" }
      + Policy.TerritoryRule.allCases.map { "territory.\($0.rawValue)" }
      + Policy.CountryNames.allCases.map { "country-names.\($0.rawValue)" }
      + Policy.BlankCountry.allCases.map { "blank-country.\($0.rawValue)" }
      + Policy.SectionRule.allCases.map { "sections.\($0.rawValue)" }
      + Policy.AffiliatedPerson.allCases.map { "affiliated-person.\($0.rawValue)" }
    for choice in choices { #expect(english["choice.\(choice)"] != nil, "\(choice)") }
  }

  @Test func typesAreNounsWithoutNumbers() {
    #expect(ReportWords(.spanish).type(.tradeUnion) == "Sindicato")
    #expect(ReportWords(.arabic).type(.politicalParty) == "حزب سياسي")
    #expect(ReportWords(.german).type(nil) == "Nicht zugeordnet")
    #expect(ReportWords(.english).type(.tradeUnion) == "Trade union")
    for language in MessageLanguage.allCases {
      for type in OrganizationType.allCases {
        let name = ReportWords(language).type(type)
        #expect(!name.isEmpty && !name.contains { $0.isNumber || $0 == "{" }, "\(language.rawValue) \(name)")
      }
    }
  }

  @Test func numbersAreWrittenAsTheLanguageDoes() {
    #expect(MessageLanguage.english.percent("12.5%") == "12.5%")
    #expect(MessageLanguage.french.percent("12.5") == "12,5\u{A0}%")
    #expect(MessageLanguage.turkish.percent("12.5") == "%12,5")
    #expect(MessageLanguage.arabic.percent("1.5") == "1.5\u{200E}%\u{200E}")
    #expect(MessageLanguage.german.decimal("+0.87") == "+0,87")
    #expect(MessageLanguage.arabic.decimal("−0.16") == "\u{200E}−0.16")
    #expect(ReportWords(.german).number(12_345) == "12.345")
  }
}
