import Tabular

/// What was linked, as operations of OpenRefine that do the same to a project made of the export.
///
/// An edit goes by what stands in a cell and knows no countries; so a name that several organizations have is left as
/// it is, and so is every name that nobody who may be listed wrote.
public struct OpenRefineEdits: Sendable {
  /// The ways of writing one organization that become its name.
  public struct Edit: Hashable, Sendable {
    /// What stands in cells, in the order of bytes.
    public var from: [String]
    /// The organization's name.
    public var to: String
  }

  /// An edit for each organization that was written otherwise than it is called, in the order of the organizations.
  public let edits: [Edit]
  /// How many ways of writing are left as they are, because they are the name of several organizations.
  public let ambiguous: Int

  /// The edits that a table stands for.
  ///
  /// - Complexity: O(mentions).
  public init(_ table: OrganizationTable) {
    let (mentions, tally) = (table.decided.mentions, table.decided.tally)
    var partsOfRow: [Int: Int] = [:]
    var organizationsOf: [String: Set<Int>] = [:]
    for (index, organization) in table.organizations.enumerated() {
      for member in organization.members {
        let mention = mentions[member.mention]
        partsOfRow[mention.row, default: 0] += 1
        organizationsOf[mention.name.compareForm, default: []].insert(index)
      }
    }
    var edits: [Edit] = []
    var ambiguous: Set<String> = []
    for (index, organization) in table.organizations.enumerated() {
      let isNameOfOthers = organizationsOf[CompareForm.fold(organization.name)].map { $0 != [index] } ?? false
      var from: Set<String> = []
      for member in organization.members {
        let mention = mentions[member.mention]
        // A cell that names several organizations can't become one of them.
        guard mention.consent != .refused, partsOfRow[mention.row] == 1 else { continue }
        let written = tally.answers.organizations.string(Int(tally.rows[mention.row].answers.organization))
        if written == organization.name { continue }
        if isNameOfOthers || organizationsOf[mention.name.compareForm]?.count != 1 {
          ambiguous.insert(written)
        } else {
          from.insert(written)
        }
      }
      if !from.isEmpty { edits.append(Edit(from: from.sorted(by: ByteOrder.precedes), to: organization.name)) }
    }
    self.edits = edits
    self.ambiguous = ambiguous.count
  }

  /// The operations, to be pasted into Undo / Redo, Apply.
  ///
  /// - Parameter columns: The columns that hold the organizations: an operation for each.
  public func json(columns: [String]) -> String {
    let edits = JSONText.array(
      edits.map { edit in
        .object([
          ("from", .array(edit.from.map { .string($0) })), ("fromBlank", .boolean(false)),
          ("fromError", .boolean(false)), ("to", .string(edit.to)),
        ])
      })
    let operations = columns.map { column -> JSONText in
      .object([
        ("op", .string("core/mass-edit")),
        ("engineConfig", .object([("facets", .array([])), ("mode", .string("row-based"))])),
        ("columnName", .string(column)), ("expression", .string("value")), ("edits", edits),
        ("description", .string("Mass edit cells in column \(column)")),
      ])
    }
    return JSONText.array(operations).description + "\n"
  }
}
