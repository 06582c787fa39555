/// The report as one page for people: `report.html`, which needs no other file and no network.
public struct PageReport: ReportFormat {
  /// The standard page.
  public init() {}

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
    return report.files(for: summary)
  }
}
