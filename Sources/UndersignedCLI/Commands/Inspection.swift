import Tabular
import Undersigned

/// What can be told of one export before it is counted.
struct Inspection {
  private let name: String
  private let decisions: [TabularDocument.Decision]
  private let reading: ExportReading
  private let profiles: [Profile]
  private let fates: [(fate: String, records: Int)]
  private let findings: [Finding]
  private let records: Int

  /// How full a field is.
  private struct Profile {
    var field: ExportReading.Field
    /// Records with an answer, and distinct answers; nothing for fields that are never looked at.
    var filled: Int?
    var distinct: Int?
  }

  /// Opens and reads an export.
  init(of path: String, reading stage: ReadExports) throws(PipelineError) {
    let document: TabularDocument
    let table: EncodedTable
    do {
      document = try TabularDocument.open(path: path, limits: stage.limits)
      reading = try stage.reading(of: document)
      let read = reading.fields.filter { $0.use == .read }.map(\.index)
      table = try document.encode(fields: read)
      profiles = reading.fields.map { field in
        guard let column = read.firstIndex(of: field.index).map({ table.columns[$0] }) else {
          return Profile(field: field)
        }
        return Profile(
          field: field, filled: column.ids.count { $0 != 0 }, distinct: Set(column.ids).subtracting([0]).count)
      }
    } catch let error as TabularError {
      throw PipelineError(error)
    } catch let error as PipelineError {
      throw error
    } catch {
      preconditionFailure("reading throws TabularError or PipelineError only")
    }
    let signatures = try stage.run([document])
    name = path
    decisions = document.decisions
    records = signatures.records.count
    findings = signatures.findings
    fates = Inspection.fates(of: signatures)
  }

  private static func fates(of signatures: SignatureTable) -> [(fate: String, records: Int)] {
    var counts: [Fate: Int] = [:]
    for record in signatures.records { counts[record.fate, default: 0] += 1 }
    let counted = Capacity.allCases.map { ("counted as \($0.rawValue)", counts[.counted($0)] ?? 0) }
    let dropped = DropReason.allCases.map { ("dropped: \($0.rawValue)", counts[.dropped($0)] ?? 0) }
    return (counted + dropped).filter { $0.1 > 0 }.map { (fate: $0.0, records: $0.1) }
  }

  /// For people.
  var text: String {
    var lines = [name]
    for decision in decisions { lines.append("  \(decision.subject): \(decision.choice) (\(decision.reason))") }
    let platform = reading.platform?.displayName ?? "none that is known"
    lines.append("  platform: \(platform)" + (reading.platformReason.isEmpty ? "" : " (\(reading.platformReason))"))
    lines.append("  fields:")
    for profile in profiles {
      let field = profile.field
      var line = "    \(field.index + 1). \(field.header) -> \(field.field?.rawValue ?? "not used")"
      if !field.reason.isEmpty { line += " (\(field.reason))" }
      switch field.use {
      case .read: line += "; answers: \(profile.filled ?? 0), distinct: \(profile.distinct ?? 0)"
      case .fingerprint: line += "; personal: told apart by a keyed hash in memory"
      case .unread: line += field.field?.isPersonal == true ? "; personal: never read" : ""
      }
      lines.append(line)
    }
    lines.append("  records: \(records)")
    for (fate, records) in fates { lines.append("    \(records) \(fate)") }
    if !findings.isEmpty { lines.append("  findings:") }
    for finding in findings.prefix(20) { lines.append("    \(finding.description)") }
    if findings.count > 20 { lines.append("    and \(findings.count - 20) more") }
    return Terminal.inert(lines.joined(separator: "\n"))
  }

  /// For scripts.
  var json: JSONText {
    .object([
      ("source", .string(name)),
      (
        "decisions",
        .array(
          decisions.map {
            .object([
              ("subject", .string($0.subject)), ("choice", .string($0.choice)), ("reason", .string($0.reason)),
            ])
          })
      ),
      ("platform", .optional(reading.platform?.rawValue)), ("platform_reason", .string(reading.platformReason)),
      (
        "fields",
        .array(
          profiles.map { profile in
            .object([
              ("header", .string(profile.field.header)), ("field", .optional(profile.field.field?.rawValue)),
              ("reason", .string(profile.field.reason)), ("use", .string(profile.field.use.rawValue)),
              ("personal", .boolean(profile.field.field?.isPersonal == true)),
              ("answers", profile.filled.map { .integer($0) } ?? .null),
              ("distinct", profile.distinct.map { .integer($0) } ?? .null),
            ])
          })
      ),
      ("records", .integer(records)),
      ("fates", .object(fates.map { ($0.fate, .integer($0.records)) })),
      ("findings", .array(findings.map { .string($0.description) })),
    ])
  }
}
