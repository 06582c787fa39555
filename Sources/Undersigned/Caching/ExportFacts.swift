import Tabular

/// What an export's fields say, as far as more than its own records depends on it.
public struct ExportFacts: Hashable, Sendable {
  /// What its fields hold, of those that are read or tell one person from another.
  public let fields: Set<CanonicalField>
  /// Whether its signers can be known again in other exports, by their e-mail addresses.
  public let tellsPeopleApart: Bool

  /// The facts of an export that is read like this.
  public init(_ reading: ExportReading) {
    fields = Set(reading.fields.filter { $0.use != .unread }.compactMap(\.field))
    tellsPeopleApart = reading.fields.contains { $0.use == .fingerprint && $0.field == .email }
  }

  init(fields: Set<CanonicalField>, tellsPeopleApart: Bool) {
    self.fields = fields
    self.tellsPeopleApart = tellsPeopleApart
  }

  /// The facts of several exports.
  static func joint(_ facts: [ExportFacts]) -> ExportFacts {
    ExportFacts(
      fields: facts.reduce(into: []) { $0.formUnion($1.fields) },
      tellsPeopleApart: facts.contains(where: \.tellsPeopleApart))
  }
}
