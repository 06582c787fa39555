import Tabular

/// Reads an `aliases.csv`: header `name,alias,country,source`, a pair of names a line, `#` for comments.
public enum AliasFile {
  /// The fields; `country` and `source` may be left out.
  public static let header = ["name", "alias", "country", "source"]

  /// Reads and checks a table of aliases.
  ///
  /// - Parameters:
  ///   - bytes: The file as stored. Nothing but white space and comments, or a header alone, means no aliases.
  ///   - name: The file as its user named it, for messages.
  ///   - resolveCountry: Countries by other things than their code.
  /// - Returns: The aliases, in the order of their lines.
  /// - Throws: `malformedAlias` for a line that can't be understood, `unreadableInput` for what is no table at all.
  public static func parse(
    _ bytes: [UInt8], name: String, resolveCountry: DecisionFile.CountryResolver = { _ in nil }
  ) throws(PipelineError) -> [OrganizationAlias] {
    let table = try HandWrittenTable(bytes, name: name, header: header)
    if table.fields.isEmpty { return [] }
    let places = try places(of: table.fields, name: name)
    var aliases: [OrganizationAlias] = []
    for record in table.records {
      func cell(_ field: Int) -> String { places[field].map { record.cells[$0].withoutOuterSpace } ?? "" }
      func malformed(_ what: String, in field: Int) -> PipelineError {
        let column = places[field].map { table.column(ofField: $0, line: record.line) } ?? 0
        return PipelineError(.malformedAlias(what), at: Position(source: name, line: record.line, column: column))
      }
      if header.indices.allSatisfy({ cell($0).isEmpty }) { continue }
      for field in 0...1 where CompareForm.fold(cell(field)).isEmpty {
        throw malformed("an alias without a \(field == 0 ? "'name'" : "name in 'alias'")", in: field)
      }
      var alias = OrganizationAlias(
        name: cell(0), alias: cell(1), source: cell(3), at: Position(source: name, line: record.line))
      switch StatedCountry(cell(2), resolveCountry) {
      case .blank: break
      case .known(let country): alias.country = country
      case .unknown(let nearest):
        let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
        throw malformed("the country \(quoted(cell(2))) is none that is known\(hint)", in: 2)
      }
      aliases.append(alias)
    }
    return aliases
  }

  /// Where each field of `header` stands.
  private static func places(of fields: [String], name: String) throws(PipelineError) -> [Int?] {
    let written = fields.map { $0.withoutOuterSpace.lowercased() }
    let position = Position(source: name, line: 1)
    for required in header.prefix(2) where !written.contains(required) {
      throw PipelineError(.malformedAlias("no field called '\(required)' in the header"), at: position)
    }
    for (index, field) in written.enumerated() where !field.isEmpty && !header.contains(field) {
      let hint = Spelling.nearest(to: field, among: header, differingInOneOf: 2).map { "; did you mean '\($0)'?" }
      throw PipelineError(
        .malformedAlias("no field of aliases is called \(quoted(fields[index]))\(hint ?? "")"), at: position)
    }
    return header.map { written.firstIndex(of: $0) }
  }
}
