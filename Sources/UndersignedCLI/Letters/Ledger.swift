import Tabular
import Undersigned

/// A letter's ledger on disk.
struct Ledger {
  /// Its path.
  let path: String
  /// The announcements of the letter, the oldest first; those of all letters where none is of this one.
  let entries: [LedgerEntry]
  private let bytes: [UInt8]

  /// Reads a ledger; a missing one is empty.
  ///
  /// - Parameter letter: The letter's name; nothing for those of all.
  init(path: String, letter: String?) throws(PipelineError) {
    self.path = path
    do {
      bytes = try ByteSource.read(path: path)
    } catch {
      guard error.kind == .noSuchFile else { throw PipelineError(error) }
      bytes = []
    }
    let all = try LedgerFile.parse(bytes, name: path)
    let own = all.filter { $0.letter == letter }
    entries = (own.isEmpty ? all : own).sorted { ($0.on, $0.line) < ($1.on, $1.line) }
  }

  /// Whether a file is a ledger.
  static func isLedger(_ path: String) -> Bool { LedgerFile.isLedger(ByteSource.head(path: path, count: 256)) }

  /// Writes the ledger with more announcements at its end, but for those that it holds already.
  ///
  /// - Returns: How many were new.
  func append(_ new: [LedgerEntry]) throws(PipelineError) -> Int {
    let known = Set(
      entries.map { entry in
        var entry = entry
        entry.line = 0
        return entry
      })
    let added = new.filter { !known.contains($0) }
    if added.isEmpty { return 0 }
    try SingleOutput.write(try LedgerFile.adding(added, to: bytes, name: path), to: path)
    return added.count
  }
}
