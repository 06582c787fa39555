import Tabular

/// What a page needs beside the summary: its style, its script, and the data that the script looks up.
struct PageContext {
  let summary: Summary
  let limits: SummaryContext.Limits
  /// The charts, where they are drawn already.
  let charts: [Chart]?

  init(_ summary: Summary, limits: SummaryContext.Limits = .none, charts: [Chart]? = nil) {
    self.summary = summary
    self.limits = limits
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
        ]), "for report.html alone"),
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
    ]

  /// The summary's context with the page's own.
  var context: TemplateContext {
    let style = (ReportTemplates.text(of: "report.css") ?? "") + ChartStyle.page
    let script = ReportTemplates.text(of: "report.js") ?? ""
    let own: TemplateContext = [
      "page": .group([
        "policy": .text(PageContext.policy(style: style, script: script)),
        "style": .markup(style), "script": .markup(script),
        "folds": .markup(SearchFolds.json(for: summary.variants.lazy.map(\.variant))),
        "review": .markup(ReviewData.json(summary)),
      ]),
      "charts": .list(
        (charts ?? Chart.charts(of: summary)).map { chart in
          [
            "name": .text(chart.name), "title": .text(chart.title), "alt": .text(chart.alternative),
            "file": .text(chart.path), "notes": .list(chart.notes.map { ["text": .text($0)] }),
            "is_wide": .flag(chart.isWide), "svg": .markup(chart.inline),
          ]
        }),
    ]
    return SummaryContext(summary, limits: limits).context.adding(own)
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
