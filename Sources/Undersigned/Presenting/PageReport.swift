import Tabular

/// The report as one page for people: `report.html`, which needs no other file and no network.
public struct PageReport: ReportFormat {
  /// The standard page.
  public init() {}

  /// One file, `report.html`.
  public func files(for summary: Summary) -> [ReportFile] {
    do {
      let text = ReportTemplates.template(for: "report.html") ?? ""
      let template = try Template(text, file: "report.html.mustache", keys: PageContext.keys)
      return [ReportFile(path: "report.html", bytes: template.render(PageContext(summary).context, as: .html))]
    } catch {
      // The program's own template; a test reads it.
      preconditionFailure("\(error)")
    }
  }
}
