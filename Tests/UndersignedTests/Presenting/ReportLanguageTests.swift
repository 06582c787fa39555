import Tabular
import Testing

@testable import Undersigned

@Suite struct ReportLanguageTests {
  private func file(_ name: BuiltInReport.Name, _ language: MessageLanguage, _ summary: Summary) -> String {
    String(decoding: BuiltInReport(name, in: language).files(for: summary)[0].bytes, as: UTF8.self)
  }

  @Test func spanishFromTheTitleToTheLastLine() throws {
    let text = file(.summary, .spanish, try SummaryContextTests.letter.summary())
    #expect(text.contains("**6 organizaciones de 3 países**"))
    #expect(text.contains("\n## Por país\n") && text.contains("| Estados Unidos | 2 |") && text.contains("33,3\u{A0}%"))
    #expect(text.contains("| Varios países | 1 |") && text.contains("| Sindicato | 3 |"))
    #expect(text.contains("| América |") && text.contains("| Personas | 1200 | 1200 |"))
    #expect(text.contains("1. **Central Obrera** (Chile) y **Central Obrera de Chile** (Brasil): puntuación 0,50;"))
    #expect(text.contains("\nsame,Central Obrera,CL,Central Obrera de Chile,,,\n"))
    #expect(text.contains("(regla `invisible-links`)"))
  }

  @Test(arguments: MessageLanguage.allCases.filter { $0 != .english })
  func noLabelStaysEnglish(language: MessageLanguage) throws {
    let summary = try SummaryContextTests.letter.summary()
    let english = ReportWords()
    let labels =
      ["by_country", "at_least", "by_country_and_type", "counting_rules", "every_record", "review_intro"]
      .map { english("words.\($0)") } + ["No country known", "United States", "Trade union", "Americas"]
    for name in BuiltInReport.Name.allCases {
      let text = file(name, language, summary)
      for label in labels { #expect(!text.contains(label), "\(language.rawValue) \(name.rawValue) \(label)") }
      // A name that no catalogue has would stand for itself.
      let shown = text.split(separator: "<script type")[0]
      #expect(shown.firstMatch(of: /(?:words|choice|home|scope|dropped|capacity)\.[a-z]+/) == nil)
    }
  }

  @Test func thePageSaysWhichLanguageItIsIn() throws {
    let summary = try SummaryContextTests.letter.summary()
    #expect(file(.page, .english, summary).contains("<html lang=\"en\" dir=\"ltr\">"))
    #expect(!file(.page, .english, summary).contains("lang=\"en\" dir=\"ltr\"><li>"))
    let arabic = file(.page, .arabic, summary)
    #expect(arabic.contains("<html lang=\"ar\" dir=\"rtl\">"))
    // Evidence and findings are told in English everywhere, and say so.
    #expect(arabic.contains("<ol class=\"steps\" lang=\"en\" dir=\"ltr\"><li>"))
    #expect(arabic.contains("<bdi class=\"example\" lang=\"en\">"))
    #expect(arabic.contains("\"group\":\",\",\"least\":4"))
  }

  /// In a line from right to left, a Latin name and what stands around it keep their order.
  @Test func namesAreIsolatedInMarkdownFromRightToLeft() throws {
    let summary = try SummaryContextTests.letter.summary()
    #expect(file(.summary, .arabic, summary).contains("1. **\u{2068}Central Obrera\u{2069}** (تشيلي) و "))
    #expect(file(.summary, .arabic, summary).contains("same,Central Obrera,CL,"))
    for language in [MessageLanguage.english, .spanish] {
      #expect(!file(.summary, language, summary).unicodeScalars.contains("\u{2068}"))
    }
  }

  @Test func rowsOfOneSizeStandByTheirNames() throws {
    var letter = LetterBuilder()
    for country in ["DE", "ES", "FR", "AT"] { letter.add("Testa Union \(country)", .at(country), .tradeUnion) }
    let summary = try Summarize(letter: "A letter", countries: .standard).run(letter.table)
    let names = file(.summary, .german, summary).matches(of: /\| (\S+) \| 1 \| 1 \| 1 \| 25/).map { $0.output.1 }
    #expect(names.prefix(4) == ["Deutschland", "Frankreich", "Österreich", "Spanien"])
  }

  @Test func theLettersOwnNamesOfCountriesStay() throws {
    var letter = LetterBuilder()
    letter.add("Testa Union", .at("DE"), .tradeUnion)
    letter.add("Testa Front", .at("FR"), .tradeUnion)
    let facts = CountryFacts.standard(.cldr, own: [try #require(CountryCode("DE")): "Bundesrepublik"])
    let summary = try Summarize(letter: "A letter", countries: facts).run(letter.table)
    let text = file(.summary, .spanish, summary)
    #expect(text.contains("| Bundesrepublik |") && text.contains("| Francia |"))
  }

  /// What a template prints unchanged is what the program writes.
  @Test(arguments: MessageLanguage.allCases) func theBuiltInTemplateGivesTheSameFile(language: MessageLanguage) throws {
    let summary = try SummaryContextTests.letter.summary()
    for name in BuiltInReport.Name.allCases {
      let template = try #require(ReportTemplates.template(for: name.rawValue))
      var report = try TemplateReport(name: name.rawValue, template: template, file: "own.mustache")
      report.language = language
      #expect(try [report.file(for: summary)] == BuiltInReport(name, in: language).files(for: summary))
    }
  }

  @Test func programsReadTheSameInEveryLanguage() throws {
    let summary = try SummaryContextTests.letter.summary()
    func files(_ language: MessageLanguage) -> [ReportFile] {
      StandardPipeline.reportFiles(of: summary, in: language).filter { $0.path.hasSuffix(".csv") }
    }
    #expect(files(.arabic) == files(.english))
    #expect(!files(.arabic).isEmpty)
  }
}
