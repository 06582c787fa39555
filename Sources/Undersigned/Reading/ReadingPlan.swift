import Tabular

/// Which fields of an export are read, which only fingerprinted, and where they then stand.
struct ReadingPlan: Sendable {
  /// Fields whose answers are wanted, in the order of the export.
  let readFields: [Int]
  /// Fields of which only a fingerprint is wanted: e-mail addresses, the platform's numbers, names.
  let fingerprintFields: [Int]
  /// Fields with moments of signing, of which only the day is wanted.
  let datedFields: Set<Int>
  /// Fields with persons' names, which are looked at only where an organization's answer may hold one.
  let nameFields: [Int]
  private let reading: ExportReading

  /// - Parameter wanted: The only fields whose answers are wanted; nothing for all.
  init(_ reading: ExportReading, only wanted: Set<CanonicalField>? = nil) {
    self.reading = reading
    readFields = reading.fields.filter { field in
      field.use == .read && wanted.map { wanted in field.field.map(wanted.contains) ?? false } ?? true
    }.map(\.index)
    fingerprintFields = reading.fields.filter { $0.use == .fingerprint }.map(\.index)
    datedFields = Set(reading.fields.filter { $0.use == .read && $0.field == .timestamp }.map(\.index))
    nameFields = reading.fields.filter { field in
      field.use == .fingerprint && [.personName, .firstName, .lastName].contains(field.field)
    }.map(\.index)
  }

  /// The columns that hold one of the fields, the most trusted first, with their headers.
  func columns(_ field: CanonicalField, in table: EncodedTable) -> [(header: String, column: EncodedColumn)] {
    indices(field).compactMap { index in
      readFields.firstIndex(of: index).map { (reading.fields[index].header, table.columns[$0]) }
    }
  }

  /// The columns that hold the field, joined into one.
  func merged(_ field: CanonicalField, in table: EncodedTable, isOther: (String) -> Bool) -> MergedField {
    let indices = indices(field)
    var others: [Int: EncodedColumn] = [:]
    for beside in reading.fields where beside.field == .otherText && beside.use == .read {
      guard let owner = beside.besides, let place = indices.firstIndex(of: owner) else { continue }
      if let column = readFields.firstIndex(of: beside.index) { others[place] = table.columns[column] }
    }
    let columns = indices.compactMap { index in readFields.firstIndex(of: index).map { table.columns[$0] } }
    if columns.isEmpty {
      let empty = EncodedColumn(ids: [UInt32](repeating: 0, count: table.recordCount), answers: Column([""]))
      return MergedField([empty], count: table.recordCount)
    }
    return MergedField(columns, others: others, isOther: isOther, count: table.recordCount)
  }

  /// Where the only column stands that holds the field; nothing when several hold it, or none.
  func onlyColumn(_ field: CanonicalField) -> Int? {
    let indices = indices(field)
    let hasOther = reading.fields.contains { $0.field == .otherText && $0.use == .read && $0.besides == indices.first }
    guard indices.count == 1, !hasOther else { return nil }
    return readFields.firstIndex(of: indices[0])
  }

  /// The fingerprints of the fields that hold one of `fields`.
  func fingerprints(_ fields: Set<CanonicalField>, in table: EncodedTable) -> [[UInt64]] {
    fingerprintFields.enumerated().compactMap { place, index in
      reading.fields[index].field.map(fields.contains) == true ? table.fingerprints[place] : nil
    }
  }

  /// The signers' names, from a table of `nameFields`.
  func signerNames(in table: EncodedTable) -> SignerNames {
    SignerNames(
      zip(nameFields, table.columns).compactMap { index, column in reading.fields[index].field.map { ($0, column) } })
  }

  private func indices(_ field: CanonicalField) -> [Int] {
    let indices = reading.indices(of: field)
    guard field == .timestamp else { return indices }
    // The day of signing rather than that of a later change or of the record's creation.
    func rank(_ index: Int) -> Int {
      let header = CompareForm.fold(reading.fields[index].header)
      if header.hasSuffix("action date") { return 0 }
      if ["created", "modified", "updated", "changed"].contains(where: header.contains) { return 3 }
      return header.contains("sign") || header.contains("submit") ? 1 : 2
    }
    return indices.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }
}
