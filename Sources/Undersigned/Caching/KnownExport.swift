import Tabular

/// An export of which enough is known to go on: it was opened, or what it holds was read by an earlier run.
public struct KnownExport: Sendable {
  /// The input as its user named it.
  public let name: String
  /// What its fields say.
  public let facts: ExportFacts
  /// How it is read; nothing for what an earlier run has read.
  public let reading: ExportReading?
  /// The opened export; nothing while nobody needed to open it.
  public var document: TabularDocument?
  /// What the cache holds of it, and for which content; no tally where its records are counted with those of others.
  let cached: (content: ContentHash, entry: CachedTally)?
  private let isFile: Bool

  /// An export that was opened.
  ///
  /// - Parameters:
  ///   - isFile: Whether it can be read again, which standard input can't.
  ///   - reading: How it is read.
  public init(_ document: TabularDocument, isFile: Bool, reading: ExportReading) {
    name = document.name
    facts = ExportFacts(reading)
    self.reading = reading
    self.document = document
    self.isFile = isFile
    cached = nil
  }

  init(name: String, content: ContentHash, cached: CachedTally) {
    self.name = name
    facts = cached.facts
    reading = nil
    document = nil
    isFile = true
    self.cached = (content, cached)
  }

  /// What it holds, as stored; nothing for what can't be read twice.
  public var content: ContentHash? { cached?.content ?? (isFile ? document?.contentHash : nil) }
}
