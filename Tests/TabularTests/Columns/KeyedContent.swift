@testable import Tabular

/// The keys of every record, from parts that are read with keys alone.
struct KeyedContent {
  private var keys: [[UInt64]] = []

  /// A key that tells answers apart, and different from 0.
  static let key: KeyedFields.Key = { answer, _ in Interner.hash(answer, seed: 5) | 1 }

  /// Takes the parts that `read` hands along.
  init<Failure>(_ read: ((EncodedPart) -> Void) throws(Failure) -> [Finding]) throws(Failure) {
    var known: [[UInt64]] = []
    var records: [[UInt64]] = []
    _ = try read { part in
      if part.isFirst { (known, records) = (part.columns.map { _ in [] }, part.columns.map { _ in [] }) }
      for slot in part.columns.indices {
        known[slot] += part.newKeys[slot].keys
        records[slot] += part.columns[slot].map { known[slot][Int($0)] }
      }
    }
    keys = records
  }

  /// Whether every record has the key of its answer, and no key where there is none.
  func isFit(for answers: [[String]]) -> Bool {
    keys
      == answers.map { column in
        column.map { answer in
          var answer = answer
          var scratch: [UInt8] = []
          return answer.withUTF8 { $0.isEmpty ? 0 : KeyedContent.key($0, &scratch) }
        }
      }
  }
}
