import Tabular

/// The counts so far: groups are combinations of answers, by numbers that all documents share.
struct AnswerCounting {
  /// What of each record is counted once only.
  enum Distinct {
    case nothing
    /// Different answers of a field: a number a record, and the keys of further answers. Where numbers are not kept from
    /// part to part, they are those of all answers.
    case answers(NumberColumn, newKeys: [UInt64], keepsNumbers: Bool)
    /// Different fingerprints: of several fields the first that is not 0.
    case fingerprints([[UInt64]])
  }

  private var answers: [Interner]
  private let seed = UInt64.random(in: .min ... .max)
  private var groups: [[UInt32]: Int] = [:]
  private var records: [Int] = []
  /// Different answers; nothing as soon as they are too many.
  private var grid: DistinctGrid? = DistinctGrid()
  /// What is in no grid.
  private var pairs = DistinctPairs()
  private var document: DocumentAnswers

  /// What is known of the answers of the document that is being counted.
  private struct DocumentAnswers {
    /// For each field and answer, its number among those of all documents.
    var numbers: [[UInt32]]
    /// For each answer that is counted once only its row in the grid, or its key where there is none.
    var rows: [UInt32] = []
    var keys: [UInt64] = []
    var records = 0
    var finder = GroupFinder(sizes: [], limit: 0)
  }

  /// How many records are looked at together.
  private static let batchSize = 1 << 12
  /// Combinations of answers are found in a table up to this size.
  private static let tableLimit = 1 << 22

  /// Nothing was counted yet, by so many fields.
  init(fields: Int) {
    answers = (0..<fields).map { _ in Interner() }
    document = DocumentAnswers(numbers: [[UInt32]](repeating: [], count: fields))
  }

  /// Counts the next records of a document.
  ///
  /// - Parameters:
  ///   - fields: By which they are counted.
  ///   - distinct: What is counted once only.
  ///   - part: The records; the answers of the fields are those of the parts before, and further ones, or the further
  ///     ones alone.
  mutating func add(_ fields: [MergedField], distinct: Distinct, of part: EncodedPart) {
    let count = part.recordCount
    if part.isFirst { document = DocumentAnswers(numbers: [[UInt32]](repeating: [], count: fields.count)) }
    document.records += count
    for (place, field) in fields.enumerated() {
      if !field.keepsNumbers { document.numbers[place] = [] }
      for answer in document.numbers[place].count - field.knownCount..<field.answers.count {
        let bytes = field.answers[answer]
        let masked = PersonalData.mayStand(in: bytes) ? PersonalData.masked(field.answers.string(answer)) : nil
        let number =
          masked.map { answers[place].intern($0) }
          ?? bytes.withUnsafeBufferPointer { answers[place].intern($0) }
        document.numbers[place].append(number)
      }
    }
    let sizes = fields.map(\.answerCount)
    if document.finder.sizes != sizes { document.finder = GroupFinder(sizes: sizes, limit: AnswerCounting.tableLimit) }
    let isGrid = findKeys(distinct, isLast: part.isLast)
    // Out of here as long as it asks for groups.
    var finder = document.finder
    document.finder = GroupFinder(sizes: [], limit: 0)
    defer { document.finder = finder }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: AnswerCounting.batchSize * (fields.count + 2)) { buffer in
      func column(_ index: Int) -> UnsafeMutableBufferPointer<UInt32> {
        let start = index * AnswerCounting.batchSize
        return UnsafeMutableBufferPointer(rebasing: buffer[start..<start + AnswerCounting.batchSize])
      }
      let (found, answered) = (column(fields.count), column(fields.count + 1))
      for start in stride(from: 0, to: count, by: AnswerCounting.batchSize) {
        let range = start..<min(start + AnswerCounting.batchSize, count)
        for field in fields.indices { fields[field].ids.copy(range, to: column(field)) }
        finder.find(range.count, in: buffer, batch: AnswerCounting.batchSize, into: found) { place in
          group(fields.indices.map { document.numbers[$0][Int(column($0)[place])] })
        }
        let batch = UnsafeBufferPointer(rebasing: found[..<range.count])
        records.withUnsafeMutableBufferPointer { records in
          for group in batch { records[Int(group)] &+= 1 }
        }
        switch distinct {
        case .nothing: break
        case .answers(let ids, _, _):
          ids.copy(range, to: answered)
          add(UnsafeMutableBufferPointer(rebasing: answered[..<range.count]), batch, isGrid: isGrid)
        case .fingerprints(let hashes) where hashes.count == 1: addPairs(batch) { hashes[0][start + $0] }
        case .fingerprints(let hashes):
          addPairs(batch) { place in hashes.lazy.map { $0[start + place] }.first { $0 != 0 } ?? 0 }
        }
      }
    }
  }

  /// Finds for each further answer a number that only equal ones share, and its row in the grid.
  ///
  /// - Returns: Whether there is a grid, which has room for all of them.
  private mutating func findKeys(_ distinct: Distinct, isLast: Bool) -> Bool {
    guard case .answers(_, let new, let keepsNumbers) = distinct else { return false }
    if !keepsNumbers { (document.keys, document.rows) = ([], []) }
    guard grid != nil else {
      document.keys += new
      return false
    }
    let groups = answers.reduce(1) { $0.multipliedReportingOverflow(by: $1.count).partialValue }
    let isSmall = (1...AnswerCounting.tableLimit).contains(groups)
    // Where more records are to come, a grid that is large for these is worth its memory.
    guard isSmall, grid?.reserve(groups: groups, keys: new.count, records: isLast ? document.records : .max) == true
    else {
      leaveGrid()
      document.keys += new
      return false
    }
    grid?.appendRows(of: new, to: &document.rows)
    return true
  }

  /// Makes keys that only equal answers share, whatever their case.
  var key: KeyedFields.Key {
    let seed = seed
    return { answer, scratch in
      let (key, isASCII) = Interner.lowercasedHash(answer, seed: seed)
      if isASCII { return max(1, key) }
      return max(1, LowerCase.withLowered(answer, scratch: &scratch) { Interner.hash($0, seed: seed) })
    }
  }

  /// Counts answers, by their numbers, once in each group.
  private mutating func add(
    _ answers: UnsafeMutableBufferPointer<UInt32>, _ groups: UnsafeBufferPointer<UInt32>, isGrid: Bool
  ) {
    guard isGrid else {
      let keys = document.keys
      return addPairs(groups) { keys[Int(answers[$0])] }
    }
    document.rows.withUnsafeBufferPointer { rows in
      for place in answers.indices { answers[place] = rows[Int(answers[place])] }
    }
    grid?.add(rows: UnsafeBufferPointer(answers), groups: groups)
  }

  private mutating func addPairs(_ groups: UnsafeBufferPointer<UInt32>, _ key: (Int) -> UInt64) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: groups.count) { keys in
      for place in groups.indices {
        let own = key(place)
        keys[place] = own == 0 ? 0 : AnswerCounting.key(own, of: Int(groups[place]))
      }
      pairs.add(UnsafeBufferPointer(keys), groups: groups)
    }
  }

  /// A key that tells its group as well.
  private static func key(_ key: UInt64, of group: Int) -> UInt64 {
    let joint = key &+ UInt64(group) &* 0x9E37_79B9_7F4A_7C15
    return joint == 0 ? 1 : joint
  }

  /// Goes on with keys instead of bits.
  private mutating func leaveGrid() {
    guard let full = grid else { return }
    grid = nil
    document.keys = document.rows.map(full.key)
    document.rows = []
    full.forEach { key, group in
      pairs.add(AnswerCounting.key(key, of: group), group: UInt32(truncatingIfNeeded: group))
    }
  }

  private mutating func group(_ numbers: [UInt32]) -> Int {
    if let group = groups[numbers] { return group }
    groups[numbers] = records.count
    records.append(0)
    pairs.addGroup()
    return records.count - 1
  }

  /// The counts, in the order of `AnswerCounts`.
  mutating func finish() -> AnswerCounts {
    pairs.settle()
    let rows = groups.map { numbers, group in
      AnswerCounts.Row(
        answers: numbers.indices.map { answers[$0].column.string(Int(numbers[$0])) }, records: records[group],
        distinct: pairs.counts[group] + (grid.map { group < $0.counts.count ? $0.counts[group] : 0 } ?? 0))
    }
    return AnswerCounts(
      rows: rows.sorted { left, right in
        if left.records != right.records { return left.records > right.records }
        return zip(left.answers, right.answers).first { !ByteOrder.areSame($0, $1) }
          .map { ByteOrder.precedes($0, $1) } ?? false
      })
  }
}

/// Finds the group of each record by the numbers of its answers in one document.
private struct GroupFinder {
  /// How many answers each field has.
  let sizes: [Int]
  /// Combinations of small fields are few: a table of their product finds each group without hashing; -1 for those that
  /// were not seen.
  private var known: [Int32]

  init(sizes: [Int], limit: Int) {
    self.sizes = sizes
    let product = sizes.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    known = [Int32](repeating: -1, count: (0...limit).contains(product) ? product : 0)
  }

  /// - Parameters:
  ///   - count: How many records there are.
  ///   - numbers: The numbers of each field, one field after the other.
  ///   - batch: How many places each field has there.
  ///   - found: Gets the groups.
  ///   - ask: Gives the group of a record of which the combination wasn't seen.
  mutating func find(
    _ count: Int, in numbers: UnsafeMutableBufferPointer<UInt32>, batch: Int,
    into found: UnsafeMutableBufferPointer<UInt32>, _ ask: (Int) -> Int
  ) {
    guard !known.isEmpty else {
      for place in 0..<count { found[place] = UInt32(truncatingIfNeeded: ask(place)) }
      return
    }
    for place in 0..<count { found[place] = 0 }
    for (field, size) in sizes.enumerated() {
      let size = UInt32(truncatingIfNeeded: size)
      for place in 0..<count { found[place] = found[place] &* size &+ numbers[field * batch + place] }
    }
    known.withUnsafeMutableBufferPointer { known in
      for place in 0..<count {
        let cell = Int(found[place])
        if known[cell] < 0 { known[cell] = Int32(truncatingIfNeeded: ask(place)) }
        found[place] = UInt32(truncatingIfNeeded: known[cell])
      }
    }
  }
}
