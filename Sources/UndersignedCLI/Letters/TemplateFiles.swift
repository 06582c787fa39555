import Tabular
import Undersigned

/// Templates as users name them: `summary.md=my.mustache`, a file `summary.md.mustache`, or a folder of such files.
enum TemplateFiles {
  private static let ending = ".mustache"

  /// The report files that templates make, checked, each once: what is named later wins.
  static func reports(_ settings: [PipelineFile.Setting]) throws(PipelineError) -> [TemplateReport] {
    var reports: [TemplateReport] = []
    for setting in settings {
      for (name, path) in try files(setting) {
        let folder = Path.folder(of: path)
        let report = try TemplateReport(name: name, template: text(of: path), file: path) { partial in
          let file = Path.join(folder, partial + ending)
          guard !partial.contains("/"), let text = try? text(of: file) else { return nil }
          return (text, file)
        }
        reports.removeAll { $0.name == name }
        reports.append(report)
      }
    }
    return reports
  }

  /// The report file of each template, with the template's path.
  private static func files(_ setting: PipelineFile.Setting) throws(PipelineError) -> [(name: String, path: String)] {
    let parts = setting.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2 { return [(parts[0], parts[1])] }
    let path = parts[0]
    if Path.isFolder(path) {
      // A file without another ending, such as `row.mustache`, is there for others to put in.
      let found = Path.contents(of: path).files.compactMap { file in
        reportFile(file).map { (name: $0, path: Path.join(path, file)) }
      }
      guard found.isEmpty else { return found }
      throw PipelineError(
        .badConfiguration("no template in '\(path)'", remedy: "call one summary.md.mustache or report.html.mustache"),
        at: setting.position)
    }
    guard let name = reportFile(Path.name(path)) else {
      throw PipelineError(
        .badConfiguration(
          "'\(path)' doesn't tell which report file it makes", remedy: "write --template summary.md=\(path)"),
        at: setting.position)
    }
    return [(name, path)]
  }

  /// `summary.md` for `summary.md.mustache`; nothing for a name without another ending.
  private static func reportFile(_ name: String) -> String? {
    guard name.hasSuffix(ending) else { return nil }
    let stem = String(name.dropLast(ending.count))
    return Path.ending(stem).isEmpty ? nil : stem
  }

  /// The text of a template.
  static func text(of path: String) throws(PipelineError) -> String {
    do {
      return String(decoding: try ByteSource.read(path: path), as: UTF8.self)
    } catch {
      throw PipelineError(error)
    }
  }
}
