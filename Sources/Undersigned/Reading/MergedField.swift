import Tabular

/// One thing that several fields of an export may hold: for each record, the first of them that is filled in.
///
/// A question that was edited leaves its answers in two fields; what was typed beside `Other` stands in a field of its
/// own. Numbers go into the answers of all fields end to end, 0 for the empty answer.
struct MergedField: Sendable {
  /// A number a record.
  private(set) var ids = NumberColumn([])
  /// The answers of all fields, end to end; of a field alone, those that were not known before.
  private(set) var answers: Column
  /// How many answers were known before, whose numbers come before those of `answers`.
  var knownCount = 0
  /// Whether an answer keeps its number when the fields get further ones.
  let keepsNumbers: Bool

  /// How many answers there are, those that were known before included.
  var answerCount: Int { knownCount + answers.count }

  /// Joins fields, the most trusted first.
  ///
  /// - Parameter others: For a field, what was typed beside it, and whether an answer of the field means `Other`.
  init(
    _ fields: [EncodedColumn], others: [Int: EncodedColumn] = [:], isOther: (String) -> Bool = { _ in false },
    count: Int
  ) {
    if fields.count == 1, others.isEmpty {
      keepsNumbers = true
      ids = fields[0].ids
      answers = fields[0].answers
      return
    }
    keepsNumbers = false
    var ids = [UInt32](repeating: 0, count: count)
    answers = Column([""])
    for (place, field) in fields.enumerated() {
      let base = append(field.answers)
      let other = others[place].map { (column: $0, base: append($0.answers)) }
      let asks = other == nil ? [] : (0..<field.answers.count).map { isOther(field.answers.string($0)) }
      for index in 0..<count where ids[index] == 0 {
        let id = field.ids[index]
        if let other, other.column.ids[index] != 0, id == 0 || asks[Int(id)] {
          ids[index] = other.column.ids[index] + other.base
        } else if id != 0 {
          ids[index] = id + base
        }
      }
    }
    self.ids = NumberColumn(ids)
  }

  private mutating func append(_ column: Column) -> UInt32 {
    let base = answers.count
    for index in 0..<column.count { answers.append(column[index]) }
    return UInt32(base)
  }

  /// What `body` makes of each answer, by its number.
  func map<Value>(_ body: (String) -> Value) -> [Value] {
    (0..<answers.count).map { body(answers.string($0)) }
  }

  /// For each answer its number in a shared interner, without markup, and with personal data masked: there is no field in
  /// which nobody types an e-mail address.
  func numbers(in interner: inout Interner) -> [UInt32] {
    (0..<answers.count).map { index in
      let bytes = answers[index]
      let isEscaped = bytes.contains { $0 == 0x26 || $0 == 0x3C } || bytes.first == 0x27 || bytes.first == 0x25
      let text = isEscaped ? Markup.withoutFormulaEscape(Markup.plain(answers.string(index))) : nil
      if let text { return interner.intern(PersonalData.masked(text) ?? text) }
      if PersonalData.mayStand(in: bytes), let masked = PersonalData.masked(answers.string(index)) {
        return interner.intern(masked)
      }
      return bytes.withUnsafeBufferPointer { interner.intern($0) }
    }
  }
}
