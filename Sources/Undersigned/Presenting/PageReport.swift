/// The report as one page for people: `report.html`, which needs no other file and no network.
public struct PageReport: ReportFormat {
  /// The standard page.
  public init() {}

  /// One file, `report.html`; none only if the program's own template were wrong, which a test rules out.
  public func files(for summary: Summary) -> [ReportFile] {
    let name = "report.html"
    guard let text = ReportTemplates.template(for: name),
      let report = try? TemplateReport(name: name, template: text, file: "\(name).mustache")
    else {
      assertionFailure("the page's own template is wrong")
      return []
    }
    return report.files(for: summary)
  }
}
