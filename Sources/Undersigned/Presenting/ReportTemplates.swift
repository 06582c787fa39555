import CReportTemplates

/// The files that the program brings along for its page.
public enum ReportTemplates {
  /// The built-in templates, by the report file that each makes.
  public static let names = ["report.html"]

  /// The text of a built-in template; nothing for a report file that has none.
  public static func template(for name: String) -> String? {
    names.contains(name) ? text(of: "\(name).mustache") : nil
  }

  /// The text of an embedded file; nothing for a name that is none.
  static func text(of name: String) -> String? {
    var size = 0
    guard let bytes = report_template(name, &size) else { return nil }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: size), as: UTF8.self)
  }
}
