import ArgumentParser
import Undersigned

struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "What a report template can say, and the built-in ones to begin with.",
    discussion: """
      Templates are mustache: {{name}} puts a value in, {{#name}}…{{/name}} repeats for a list or shows what is there, \
      {{^name}}…{{/name}} what is not, {{> row}} puts in row.mustache from the same folder, {{! …}} says nothing. What \
      signers wrote goes in escaped for HTML or Markdown, by the report file's ending; {{{name}}} is for the program's own \
      markup. An unknown name is an error with its line and column. Use them with 'report --template' and \
      'announce --template'.
      """)

  @Argument(help: "A report file, whose built-in template is printed: report.html or summary.md. Default: the names.")
  var file: String?

  @Flag(help: "Print the names for 'announce --template'.")
  var announcement = false

  func validate() throws {
    if let file, ReportTemplates.template(for: file) == nil {
      throw ValidationError(
        "There is no template for '\(file)'; there is one for \(ReportTemplates.names.joined(separator: " and ")).")
    }
  }

  func run() {
    if let file {
      Terminal.write(Array((ReportTemplates.template(for: file) ?? "").utf8))
    } else {
      let keys = announcement ? AnnouncementTemplate.keys : ReportTemplates.keys
      Terminal.write(Array(TemplateKey.listing(keys).utf8))
    }
  }
}
