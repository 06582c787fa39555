import Tabular

/// Counts records by the answers of some fields, and the different answers of another, all as typed.
///
/// A first look at an export of any size: nothing is judged, located or linked, and nobody who signed twice is known. Of a
/// field with personal data the different answers can be counted, by a keyed hash in memory; it can't be counted by.
public struct CountAnswers: Stage {
  /// The fields by which records are counted.
  public var by: [CanonicalField]
  /// The field of which the different answers are counted; nothing for none.
  public var distinct: CanonicalField?
  /// How exports are read.
  public var read: ReadExports

  /// A count with its settings.
  public init(by: [CanonicalField], distinct: CanonicalField?, read: ReadExports = ReadExports()) {
    self.by = by
    self.distinct = distinct
    self.read = read
  }

  /// Counts the records of all documents together; an export without one of the fields has empty answers there.
  ///
  /// - Throws: What reading throws, and `.badConfiguration` for counting by a field with personal data.
  /// - Complexity: O(bytes); memory for the distinct answers and combinations, and a few bytes a record of one document.
  public func run(_ input: consuming [TabularDocument]) throws(PipelineError) -> AnswerCounts {
    if let personal = by.first(where: \.isPersonal) {
      throw PipelineError(
        .badConfiguration(
          "records can't be counted by '\(personal.rawValue)', which is personal data", remedy: "count by another field"
        ),
        at: Position(source: "--by"))
    }
    var counting = Counting(fields: by.count)
    let seed = UInt64.random(in: .min ... .max)
    let documents = input
    for document in documents {
      let reading = try read.map(document, among: documents)
      let isHashed = distinct?.isPersonal == true
      let plan = ReadingPlan(reading, only: Set(by + (distinct.map { isHashed ? [] : [$0] } ?? [])))
      let prints = isHashed ? reading.fields.filter { $0.field == distinct && $0.use == .fingerprint }.map(\.index) : []
      let table: EncodedTable
      do {
        table = try document.encode(fields: plan.readFields, fingerprints: prints, seed: seed)
      } catch {
        throw PipelineError(error)
      }
      counting.add(
        by.map { plan.merged($0, in: table) { _ in false } },
        distinct: isHashed ? nil : distinct.map { plan.merged($0, in: table) { _ in false } },
        hashes: table.fingerprints, count: table.recordCount)
    }
    return counting.finish()
  }
}

/// The counts so far: groups are combinations of answers, by numbers that all documents share.
private struct Counting {
  private var answers: [Interner]
  private let seed = UInt64.random(in: .min ... .max)
  private var groups: [[UInt32]: Int] = [:]
  private var records: [Int] = []
  private var pairs = DistinctPairs()

  init(fields: Int) { answers = (0..<fields).map { _ in Interner() } }

  mutating func add(_ fields: [MergedField], distinct: MergedField?, hashes: [[UInt64]], count: Int) {
    let numbers = fields.indices.map { field in
      (0..<fields[field].answers.count).map { answer in
        fields[field].answers[answer].withUnsafeBufferPointer { answers[field].intern($0) }
      }
    }
    let cases = distinct.map { field in (0..<field.answers.count).map { fingerprint(field.answers[$0]) } }
    // Combinations of small fields are few: a table of their product finds each group without hashing.
    let sizes = fields.map(\.answers.count)
    let product = fields.reduce(1) { $0.multipliedReportingOverflow(by: $1.answers.count).partialValue }
    var known = [Int32](repeating: -1, count: (0...1 << 22).contains(product) ? product : 0)
    let size = 1 << 12
    var found = [UInt32](repeating: 0, count: size)
    var keys = [UInt64](repeating: 0, count: size)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: size * (fields.count + 1)) { buffer in
      func column(_ index: Int) -> UnsafeMutableBufferPointer<UInt32> {
        UnsafeMutableBufferPointer(rebasing: buffer[(index * size)..<((index + 1) * size)])
      }
      for start in stride(from: 0, to: count, by: size) {
        let range = start..<min(start + size, count)
        for field in fields.indices { fields[field].ids.copy(range, to: column(field)) }
        for place in 0..<range.count {
          var cell = 0
          for field in fields.indices { cell = cell &* sizes[field] &+ Int(buffer[field * size + place]) }
          var group = known.isEmpty ? -1 : Int(known[cell])
          if group < 0 {
            group = self.group(fields.indices.map { numbers[$0][Int(buffer[$0 * size + place])] })
            if !known.isEmpty { known[cell] = Int32(truncatingIfNeeded: group) }
          }
          found[place] = UInt32(truncatingIfNeeded: group)
          records[group] += 1
        }
        guard distinct != nil || !hashes.isEmpty else { continue }
        if let distinct, let cases {
          distinct.ids.copy(range, to: column(fields.count))
          for place in 0..<range.count { keys[place] = cases[Int(buffer[fields.count * size + place])] }
        } else {
          for place in 0..<range.count { keys[place] = hashes.lazy.map { $0[start + place] }.first { $0 != 0 } ?? 0 }
        }
        for place in 0..<range.count where keys[place] != 0 {
          keys[place] &+= UInt64(found[place]) &* 0x9E37_79B9_7F4A_7C15
        }
        keys.withUnsafeBufferPointer { keys in
          found.withUnsafeBufferPointer { found in
            pairs.add(
              UnsafeBufferPointer(rebasing: keys[..<range.count]),
              groups: UnsafeBufferPointer(rebasing: found[..<range.count]))
          }
        }
      }
    }
  }

  private mutating func group(_ numbers: [UInt32]) -> Int {
    if let group = groups[numbers] { return group }
    groups[numbers] = records.count
    records.append(0)
    pairs.addGroup()
    return records.count - 1
  }

  /// A keyed hash that an answer shares with all that differ from it in case alone; 0 for the empty answer only.
  private func fingerprint(_ answer: ArraySlice<UInt8>) -> UInt64 {
    if answer.isEmpty { return 0 }
    guard answer.contains(where: { $0 >= 0x80 }) else {
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: answer.count) { buffer in
        for (index, byte) in answer.enumerated() { buffer[index] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
        return max(1, Interner.hash(UnsafeBufferPointer(buffer), seed: seed))
      }
    }
    var text = String(decoding: answer, as: UTF8.self).lowercased()
    return text.withUTF8 { max(1, Interner.hash($0, seed: seed)) }
  }

  mutating func finish() -> AnswerCounts {
    pairs.settle()
    let rows = groups.map { numbers, group in
      AnswerCounts.Row(
        answers: numbers.indices.map { answers[$0].column.string(Int(numbers[$0])) }, records: records[group],
        distinct: pairs.counts[group])
    }
    return AnswerCounts(
      rows: rows.sorted { left, right in
        if left.records != right.records { return left.records > right.records }
        return zip(left.answers, right.answers).first { !ByteOrder.areSame($0, $1) }
          .map { ByteOrder.precedes($0, $1) } ?? false
      })
  }
}
