import Tabular

/// What a report needs beside the figures: its words, and for a page its style, its script and the data that the script
/// looks up.
struct PageContext {
  let summary: SummaryContext
  /// The charts, where they are drawn already.
  let charts: [Chart]?

  init(_ summary: SummaryContext, charts: [Chart]? = nil) {
    self.summary = summary
    self.charts = charts
  }

  /// The names that a template may use.
  static let keys: [TemplateKey] =
    SummaryKeys.all + [
      TemplateKey(
        "page",
        .group([
          TemplateKey("policy", .text, "the content security policy: this style and this script, and nothing else"),
          TemplateKey("style", .markup, "the style sheet"),
          TemplateKey("script", .markup, "the script"),
          TemplateKey("folds", .markup, "JSON: what single characters become in compare form, for the search"),
          TemplateKey("review", .markup, "JSON: what deciding proposals makes of the headline"),
          TemplateKey("words", .markup, "JSON: what the script says, and how it writes numbers"),
        ]), "for report.html alone"),
      TemplateKey("language", .text, "the code of the report's language, such as `es`"),
      TemplateKey("direction", .text, "`ltr` or `rtl`: how its language is written"),
      TemplateKey("is_translated", .flag, "its language is not English, which some particulars stay in"),
      TemplateKey("words", .group(PageWords.keys), "headings, labels and explanations in the report's language"),
      TemplateKey(
        "charts",
        .list([
          TemplateKey("name", .text, "`by-country` and so on"), TemplateKey("title", .text, "what it shows"),
          TemplateKey("alt", .text, "what it shows in words, with the numbers"),
          TemplateKey("file", .text, "the SVG file, in the report's folder"),
          TemplateKey("notes", .list([TemplateKey("text", .text, "a sentence")]), "what its marks mean"),
          TemplateKey("is_wide", .flag, "it needs the whole width"),
          TemplateKey("svg", .markup, "an inline `<svg>`"),
        ]), "charts: each that has something to compare"),
      TemplateKey("chart_images", .markup, "for summary.md alone: the charts as images under a heading"),
    ]

  /// The contexts of some of the names, the figures' own among them.
  func context(of names: Set<String>) -> TemplateContext {
    let words = summary.words
    let chartWords = ChartWords(words.language)
    let charts = charts ?? Chart.charts(of: summary.summary, words: chartWords)
    return summary.context(of: names).adding(
      TemplateContext(
        of: names,
        [
          ("page", { .group(page) }),
          ("language", { .text(words.language.rawValue) }),
          ("direction", { .text(words.language.isRightToLeft ? "rtl" : "ltr") }),
          ("is_translated", { .flag(words.language != .english) }),
          ("words", { .group(PageWords.context(words)) }),
          ("charts", { .list(charts.map(PageContext.context)) }),
          ("chart_images", { .markup(ChartSection.markdown(charts, words: chartWords)) }),
        ]))
  }

  private static func context(of chart: Chart) -> TemplateContext {
    [
      "name": .text(chart.name), "title": .text(chart.title), "alt": .text(chart.alternative),
      "file": .text(chart.path), "notes": .list(chart.notes.map { ["text": .text($0)] }),
      "is_wide": .flag(chart.isWide), "svg": .markup(chart.inline),
    ]
  }

  private var page: TemplateContext {
    let style = (ReportTemplates.text(of: "report.css") ?? "") + ChartStyle.page
    let script = ReportTemplates.text(of: "report.js") ?? ""
    return [
      "policy": .text(PageContext.policy(style: style, script: script)),
      "style": .markup(style), "script": .markup(script),
      "folds": .markup(SearchFolds.json(for: summary.summary.variants.lazy.map(\.variant))),
      "review": .markup(ReviewData.json(summary.summary)),
      "words": .markup(PageWords.json(summary.words)),
    ]
  }

  /// Nothing may be loaded or sent; one style and one script run, told by their hashes.
  private static func policy(style: String, script: String) -> String {
    "default-src 'none'; style-src 'sha256-\(hash(style))'; script-src 'sha256-\(hash(script))'; img-src data:; "
      + "base-uri 'none'; form-action 'none'"
  }

  /// The SHA-256 of a text as the content security policy writes it, in base64.
  private static func hash(_ text: String) -> String {
    ContentHash(Array(text.utf8)).base64
  }
}
