import Tabular

extension DecisionFile {
  /// A decisions file with more decisions at its end; what stands there already stays as it is, byte for byte.
  ///
  /// New lines have the fields, their order and the delimiter of the file; an empty one gets the usual header.
  ///
  /// - Parameters:
  ///   - decisions: What to add, in this order; their positions don't matter.
  ///   - bytes: The file as stored; empty for none.
  ///   - name: The file as its user named it, for messages.
  ///   - resolveCountry: Countries by other things than their code.
  /// - Throws: What `parse` throws of the file as it would be: a decision that contradicts another is not added.
  public static func adding(
    _ decisions: [Decision], to bytes: [UInt8], name: String, resolveCountry: CountryResolver = { _ in nil }
  ) throws(PipelineError) -> [UInt8] {
    let table = try HandWrittenTable(bytes, name: name, header: header)
    if table.isEncodedOtherwise {
      throw PipelineError(
        .malformedDecision("no text in UTF-8, so that nothing can be added; save it as UTF-8"),
        at: Position(source: name))
    }
    let isNew = table.fields.isEmpty
    let fields = isNew ? header : table.fields.map { $0.withoutOuterSpace.lowercased() }
    var result = bytes
    if let last = result.last, last != 0x0A { result.append(0x0A) }
    var csv = DelimitedWriter(dialect: Dialect(delimiter: isNew ? 0x2C : table.delimiter))
    if isNew { csv.write(header) }
    for decision in decisions {
      csv.write(
        fields.map { field in
          switch field {
          case "action": decision.action.rawValue
          case "name": decision.name
          case "country": decision.country?.description ?? ""
          case "value": decision.value
          case "by": decision.by
          case "on": decision.on
          case "why": decision.why
          default: ""
          }
        })
    }
    result += csv.bytes
    _ = try parse(result, name: name, resolveCountry: resolveCountry)
    return result
  }
}
