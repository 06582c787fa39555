import Tabular

/// Names of which people said what organization they denote, and perhaps where and what it is: the truth to score
/// against.
public struct LabelledSet: Sendable {
  /// One labelled name.
  public struct Row: Hashable, Sendable {
    /// Its identifier.
    public var id: String
    /// The organization's name as somebody typed it.
    public var name: String
    /// Its country as somebody typed it, or empty.
    public var country: String
    /// What organization it denotes, by a key of the set's own.
    public var entity: String
    /// Its country by ISO code, or empty where nobody said.
    public var labelledCountry: String
    /// How far it reaches (`national`), or empty.
    public var labelledScope: String
    /// Its type's slug, or empty.
    public var labelledType: String
    /// Another type that is right as well, or empty.
    public var alternativeType: String
    /// The export's own answer for its type, or empty.
    public var typeAnswer: String
  }

  /// The rows, in the order of the file.
  public var rows: [Row]

  /// A set of the given rows.
  public init(rows: [Row]) { self.rows = rows }

  /// Reads the records of a labelled file: `row_id`, `name` and `entity_id` are needed; `country`, `country_iso2`,
  /// `scope`, `type` and `type_alt` are read where they exist.
  ///
  /// `type` is both label and answer unless there is a `type_alt`: then somebody judged it, and it is a label only.
  ///
  /// - Throws: When a field that is needed is missing.
  public init(header: [String], records: some Sequence<[String]>, source: String) throws(PipelineError) {
    var fields: [String: Int] = [:]
    for (index, field) in header.enumerated() where fields[field] == nil { fields[field] = index }
    for needed in ["row_id", "name", "entity_id"] where fields[needed] == nil {
      throw PipelineError(.noSuchHeader(needed, headers: header), at: Position(source: source, line: 1))
    }
    let isJudged = fields["type_alt"] != nil
    rows = records.map { record in
      func value(_ field: String) -> String {
        guard let index = fields[field], index < record.count else { return "" }
        return record[index]
      }
      return Row(
        id: value("row_id"), name: value("name"), country: value("country"), entity: value("entity_id"),
        labelledCountry: value("country_iso2"), labelledScope: value("scope"),
        labelledType: LabelledSet.slug(value("type")),
        alternativeType: value("type_alt"), typeAnswer: isJudged ? "" : value("type"))
    }
  }

  /// A type's slug for a label in other words (`academic`); the label itself where it means none.
  private static func slug(_ label: String) -> String {
    TypeAnswers().types(of: label).first?.rawValue ?? label
  }

  /// The entity keys of all rows as small numbers, equal for equal keys.
  public var entities: [Int] { LabelledSet.numbered(rows.map(\.entity)) }

  /// Any keys as small numbers, in the order of first sight.
  static func numbered(_ keys: [String]) -> [Int] {
    var numbers: [String: Int] = [:]
    return keys.map { key in
      if let number = numbers[key] { return number }
      numbers[key] = numbers.count
      return numbers.count - 1
    }
  }
}
