/// The report as one page for people: `report.html`, which needs no other file and no network.
public struct PageReport: ReportFormat {
  /// The charts, where they are drawn already.
  private let charts: [Chart]?

  /// The standard page.
  ///
  /// - Parameter charts: Those of the summary, where they are drawn already.
  public init(charts: [Chart]? = nil) { self.charts = charts }

  /// More would make a page that browsers, and people, can't handle; the CSV files have all, and the page says so.
  static let limits = SummaryContext.Limits(organizations: 10_000, proposals: 500)

  /// One file, `report.html`; none only if the program's own template were wrong, which a test rules out.
  public func files(for summary: Summary) -> [ReportFile] {
    let name = "report.html"
    guard let text = ReportTemplates.template(for: name),
      var report = try? TemplateReport(name: name, template: text, file: "\(name).mustache")
    else {
      assertionFailure("the page's own template is wrong")
      return []
    }
    report.limits = PageReport.limits
    report.charts = charts
    return report.files(for: summary)
  }
}
