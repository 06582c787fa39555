import CReportTemplates

/// The files that the program brings along for its reports.
public enum ReportTemplates {
  /// The report files that there is a built-in template for.
  public static let names = BuiltInReport.Name.allCases.map(\.rawValue).sorted()

  /// The names that a template for a report file may use.
  public static var keys: [TemplateKey] { PageContext.keys }

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
