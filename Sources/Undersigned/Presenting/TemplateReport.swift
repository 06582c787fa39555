import Tabular

/// A report file that a template makes: the program's own page, or one of a user's own.
public struct TemplateReport: Sendable {
  /// The file that it writes.
  public let name: String
  /// The language of its words, numbers and names of countries.
  public var language = MessageLanguage.english
  /// How many bytes it may have.
  public var limit = Template.renderedBytes
  /// The charts, where they are drawn already.
  var charts: [Chart]?
  private let template: Template

  /// The files that other programs read and that no template replaces.
  private static let fixedEndings = ["csv", "json", "tally"]

  /// A report file of a template.
  ///
  /// - Parameters:
  ///   - name: The file's name; its ending decides how what others wrote goes in (`TemplateFormat`).
  ///   - text: The template.
  ///   - file: What it is called in messages.
  ///   - partials: Finds what `{{> name}}` puts in.
  /// - Throws: `malformedTemplate` at the tag that is wrong; `badConfiguration` for a name that no template may have.
  public init(
    name: String, template text: String, file: String, partials: @escaping Template.Partials = { _ in nil }
  ) throws(PipelineError) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty }), !name.contains("/") else {
      throw PipelineError(
        .badConfiguration(
          "\(quoted(name)) is no name of a report file", remedy: "name one such as summary.md, in the report's folder"),
        at: Position(source: file))
    }
    guard !TemplateReport.fixedEndings.contains(parts[parts.count - 1].lowercased()) else {
      throw PipelineError(
        .badConfiguration(
          "\(quoted(name)) is for programs, which rely on its form", remedy: "give the file another ending"),
        at: Position(source: file))
    }
    self.name = name
    template = try Template(text, file: file, keys: PageContext.keys, partials: partials)
  }

  /// The file for a summary.
  ///
  /// - Throws: `malformedTemplate` where it gets larger than `limit`.
  public func file(for summary: Summary) throws(PipelineError) -> ReportFile {
    let limits = name == BuiltInReport.Name.page.rawValue ? SummaryContext.Limits.page : .none
    let context = PageContext(SummaryContext(summary, ReportWords(language), limits: limits), charts: charts)
      .context(of: template.outerNames)
    let format = TemplateFormat(ofFile: name)
    return ReportFile(path: name, bytes: try template.render(context, as: format, in: language, limit: limit))
  }
}
