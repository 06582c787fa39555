import Tabular

/// What somebody did to the organizations' column in OpenRefine, read as decisions.
///
/// OpenRefine gives the history of a project as JSON (Undo / Redo, Extract). Its mass edits say which ways of writing
/// are one name; what else it holds can't be a decision, and is told in findings. An edit that OpenRefine applies to
/// the rows of a facet alone is left out as well, for here nobody knows those rows. Edits are followed in their order:
/// what one makes, the next may change.
public enum OpenRefineHistory {
  /// Whether a file may be a history: JSON begins with a bracket or a brace, and a table of decisions doesn't.
  public static func isHistory(_ bytes: [UInt8]) -> Bool {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    return text.first { $0 > 0x20 }.map { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") } ?? false
  }

  /// Reads a history.
  ///
  /// - Parameters:
  ///   - bytes: The file as stored: an array of operations, or an object with `entries` that hold one each.
  ///   - name: The file as its user named it.
  ///   - columns: The headers of the exports' fields for organizations. Where no edited column is one of them, a single
  ///     edited column is taken for it.
  /// - Returns: The decisions in the order of the edits that made them, and what was left out.
  /// - Throws: `malformedDecision` for what is no history, or edits several columns of which none is the
  ///   organizations'; `unreadableInput` for what is no JSON.
  /// - Complexity: O(operations × names).
  public static func parse(
    _ bytes: [UInt8], name: String, columns: [String]
  ) throws(PipelineError) -> (decisions: [Decision], findings: [Finding]) {
    let operations = try operations(of: JSONValue(bytes, name: name), name: name)
    var edits: [(column: String, edit: MassEdit)] = []
    var skipped: [Skipped] = []
    // By its present name, what a column was called at first.
    var firstNames: [String: String] = [:]
    for operation in operations {
      guard let kind = operation["op"]?.string else {
        throw malformed("an operation without 'op'", name, operation.line)
      }
      let own = operation["columnName"]?.string.map { firstNames[$0] ?? $0 }
      func skip(_ why: String) {
        let description = operation["description"]?.string.map { ": \(quoted($0))" } ?? ""
        skipped.append(Skipped(line: operation.line, column: own, what: "\(quoted(kind)), for \(why)\(description)"))
      }
      switch kind {
      case "core/column-rename":
        guard let old = operation["oldColumnName"]?.string, let new = operation["newColumnName"]?.string else {
          throw malformed("'core/column-rename' without 'oldColumnName' and 'newColumnName'", name, operation.line)
        }
        firstNames[new] = firstNames.removeValue(forKey: old) ?? old
      case "core/mass-edit":
        guard let own, let list = operation["edits"]?.elements else {
          throw malformed("'core/mass-edit' without 'columnName' and 'edits'", name, operation.line)
        }
        if let facets = operation["engineConfig"]?["facets"]?.elements, !facets.isEmpty {
          skip("it changed the rows of a facet alone")
        } else if let expression = operation["expression"]?.string, !["value", "grel:value"].contains(expression) {
          skip("it looks at \(quoted(expression)) and not at the value")
        } else {
          for edit in list { edits.append((own, MassEdit(edit))) }
        }
      default: skip("it is no mass edit")
      }
    }
    let own = try organizationColumns(of: edits.map(\.column), among: columns, name: name)
    var names = EditedNames()
    for (column, edit) in edits {
      let line = edit.line
      if !own.contains(column) {
        skipped.append(Skipped(line: line, column: column, what: "an edit of the column \(quoted(column))"))
      } else if edit.from.isEmpty {
        skipped.append(Skipped(line: line, column: column, what: "an edit of blank cells"))
      } else if let target = edit.target {
        names.apply(from: edit.from, to: target, at: Position(source: name, line: line))
      } else {
        skipped.append(Skipped(line: line, column: column, what: "an edit that empties cells"))
      }
    }
    return (names.decisions, findings(skipped, own, name: name))
  }

  /// Something that can't be a decision.
  private struct Skipped {
    let line: Int
    let column: String?
    let what: String
  }

  /// A finding for each thing that was left out, several alike in one; what is about another column matters little.
  private static func findings(_ skipped: [Skipped], _ columns: Set<String>, name: String) -> [Finding] {
    var order: [String] = []
    var byWords: [String: [Skipped]] = [:]
    for one in skipped.sorted(by: { $0.line < $1.line }) {
      if byWords[one.what] == nil { order.append(one.what) }
      byWords[one.what, default: []].append(one)
    }
    return order.map { what in
      let all = byWords[what] ?? []
      let isElsewhere = all.allSatisfy { one in one.column.map { !columns.contains($0) } ?? false }
      return Finding(
        isElsewhere ? .note : .warning, "skipped-operation", at: Position(source: name, line: all.first?.line ?? 0),
        "left out: \(what)" + (all.count > 1 ? " (\(all.count) times)" : ""),
        remedy: "write what it decides into decisions.csv, or take it out of the history")
    }
  }

  private static func operations(of root: JSONValue, name: String) throws(PipelineError) -> [JSONValue] {
    let entries = root.elements ?? root["entries"]?.elements
    guard let entries else {
      throw malformed("no history of OpenRefine: neither an array of operations nor an object with 'entries'", name, 1)
    }
    // An entry of the project's whole history without an operation can't be extracted, such as an edit of one cell.
    return entries.map { $0["operation"] ?? $0 }
  }

  /// The columns that hold the organizations; several where exports call them otherwise.
  private static func organizationColumns(
    of edited: [String], among headers: [String], name: String
  ) throws(PipelineError) -> Set<String> {
    let known = Set(headers.map { $0.withoutOuterSpace.lowercased() })
    let own = Set(edited.filter { known.contains($0.withoutOuterSpace.lowercased()) })
    let all = Set(edited)
    if !own.isEmpty || all.count <= 1 { return own.isEmpty ? all : own }
    let list = all.sorted(by: ByteOrder.precedes).map { quoted($0) }.joined(separator: ", ")
    throw malformed(
      "the history edits the columns \(list), and none is called as the exports call the organizations", name, 1)
  }

  private static func malformed(_ what: String, _ name: String, _ line: Int) -> PipelineError {
    PipelineError(.malformedDecision(what), at: Position(source: name, line: line))
  }
}

/// One of a mass edit's replacements.
private struct MassEdit {
  /// What is replaced; no blank cells.
  let from: [String]
  /// By what; nothing where cells are emptied.
  let target: String?
  let line: Int

  init(_ value: JSONValue) {
    from = (value["from"]?.elements ?? []).compactMap(\.string).filter { !$0.withoutOuterSpace.isEmpty }
    line = value.line
    switch value["to"]?.content {
    case .string(let text)?: target = text.withoutOuterSpace.isEmpty ? nil : text
    case .number(let digits)?: target = digits
    default: target = nil
    }
  }
}
