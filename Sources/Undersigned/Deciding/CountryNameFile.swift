import Tabular

/// Reads a letter's own table of names of countries: header `code,name`, a country a line, `#` for comments.
public enum CountryNameFile {
  /// The fields.
  public static let header = ["code", "name"]

  /// Reads and checks a table of names.
  ///
  /// - Parameters:
  ///   - bytes: The file as stored. Nothing but white space and comments, or a header alone, means no names.
  ///   - name: The file as its user named it, for messages.
  ///   - isCountry: Whether there is a country of a code.
  /// - Returns: The names, by code.
  /// - Throws: `badConfiguration` for a line without a known code or without a name, and for a second name of a country;
  ///   `unreadableInput` for what is no table at all.
  public static func parse(
    _ bytes: [UInt8], name: String, isCountry: (CountryCode) -> Bool = { _ in true }
  ) throws(PipelineError) -> [CountryCode: String] {
    let table = try HandWrittenTable(bytes, name: name, header: header)
    if table.fields.isEmpty { return [:] }
    func malformed(_ what: String, line: Int) -> PipelineError {
      PipelineError(
        .badConfiguration(what, remedy: "write a line such as 'CV,Cabo Verde' under the header 'code,name'"),
        at: Position(source: name, line: line))
    }
    let written = table.fields.map { $0.withoutOuterSpace.lowercased() }
    guard let code = written.firstIndex(of: "code"), let called = written.firstIndex(of: "name") else {
      throw malformed("no fields 'code' and 'name' in the header", line: 1)
    }
    var names: [CountryCode: String] = [:]
    for record in table.records {
      let (letters, name) = (record.cells[code].withoutOuterSpace, record.cells[called].withoutOuterSpace)
      guard let country = CountryCode(letters), isCountry(country) else {
        throw malformed("\(quoted(letters)) is no code of a country", line: record.line)
      }
      if name.isEmpty { throw malformed("no name for \(country)", line: record.line) }
      guard names.updateValue(name, forKey: country) == nil else {
        throw malformed("a second name for \(country)", line: record.line)
      }
    }
    return names
  }
}
