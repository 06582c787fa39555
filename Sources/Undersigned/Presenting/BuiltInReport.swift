/// A report file that one of the program's own templates makes.
public struct BuiltInReport: ReportFormat {
  /// Which file.
  public enum Name: String, CaseIterable, Hashable, Sendable {
    /// The report for people, in GitHub Flavored Markdown.
    case summary = "summary.md"
    /// The same as a page to search, to forward and to decide proposals in; it needs no other file and no network.
    case page = "report.html"
  }

  /// Which file it is.
  public let name: Name
  /// The language of its words.
  public let language: MessageLanguage

  /// The charts, where they are drawn already.
  private let charts: [Chart]?

  /// A file in a language.
  ///
  /// - Parameter charts: Those of the summary, where they are drawn already.
  public init(_ name: Name, in language: MessageLanguage = .english, charts: [Chart]? = nil) {
    self.name = name
    self.language = language
    self.charts = charts
  }

  /// One file; none only if the program's own template were wrong, which a test rules out.
  public func files(for summary: Summary) -> [ReportFile] {
    let file = "\(name.rawValue).mustache"
    guard let text = ReportTemplates.text(of: file),
      var report = try? TemplateReport(name: name.rawValue, template: text, file: file)
    else {
      assertionFailure("the built-in template of \(name.rawValue) is wrong")
      return []
    }
    report.language = language
    report.charts = charts
    // Nobody else has a hand in it, and a letter may be large.
    report.limit = .max
    return (try? report.file(for: summary)).map { [$0] } ?? []
  }
}
