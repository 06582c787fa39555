import Tabular

/// Where a cache keeps its files. It may lose, cut or swap them at any time: what comes back is checked.
public protocol TallyStore: Sendable {
  /// The file of a name; nothing where there is none.
  func load(_ name: String) -> [UInt8]?
  /// Keeps a file, or not.
  ///
  /// - Throws: When there is no place for more.
  func save(_ bytes: [UInt8], as name: String) throws(PipelineError)
}

/// Tallies exports as `ReadExports` and `TallyMentions` do, but reads only those that no earlier run has read.
///
/// Exports in which people are told apart by their e-mail addresses count as one: somebody may have signed in two of
/// them. When one of these changes, all of them are read, since nothing of the addresses is kept. Every other export is
/// on its own.
///
/// A tally is found again by everything that decides it: the bytes and the name of each export, the rules of reading,
/// and the program. So the sum is that of reading them all, whatever a cache holds.
public struct TallyCache: Sendable {
  private let store: any TallyStore
  private let program: ContentHash

  /// A cache.
  ///
  /// - Parameters:
  ///   - store: Where its files are.
  ///   - program: The program with all its tables and rules, such as the hash of its executable: another program may
  ///     read otherwise.
  public init(store: any TallyStore, program: ContentHash) {
    self.store = store
    self.program = program
  }

  /// An export as it was read by an earlier run; nothing if none has.
  public func export(_ name: String, content: ContentHash, reading: ReadExports) -> KnownExport? {
    find([(name, content)], reading).map { KnownExport(name: name, content: content, cached: $0) }
  }

  /// The tally of exports.
  ///
  /// - Parameters:
  ///   - exports: In any order, each of another name.
  ///   - reading: How they are read.
  ///   - open: Opens an export that was not opened yet; what it opens has to know its content.
  ///   - tell: Is told, once at most, why nothing more was kept.
  /// - Throws: What reading them throws, of any one of those that can't be read.
  public func tally(
    _ exports: [KnownExport], reading: ReadExports, open: (KnownExport) throws(PipelineError) -> TabularDocument,
    tell: (PipelineError) -> Void
  ) throws(PipelineError) -> Tally {
    var failure: PipelineError?
    defer { if let failure { tell(failure) } }
    var units = exports.filter { !$0.facts.tellsPeopleApart }.map { [$0] }
    let joint = exports.filter(\.facts.tellsPeopleApart)
    if joint.count > 1 { for export in joint { keepFacts(of: export, reading, &failure) } }
    if !joint.isEmpty { units.append(joint) }
    var sum = TallySum()
    for unit in units { sum.add(try tally(ofUnit: unit, reading, open, &failure)) }
    return sum.total
  }

  private func tally(
    ofUnit unit: [KnownExport], _ reading: ReadExports, _ open: (KnownExport) throws(PipelineError) -> TabularDocument,
    _ failure: inout PipelineError?
  ) throws(PipelineError) -> Tally {
    let contents = unit.compactMap { export in export.content.map { (name: export.name, content: $0) } }
    let isKnown = contents.count == unit.count
    if isKnown {
      let key = CachedTally.key(of: contents, reading: reading, program: program)
      let own = unit.count == 1 && unit[0].cached?.entry.key == key ? unit[0].cached?.entry : nil
      if let tally = own?.tally ?? find(contents, reading)?.tally { return tally }
    }
    var documents: [TabularDocument] = []
    for export in unit {
      let document = if let opened = export.document { opened } else { try open(export) }
      guard export.content == nil || document.contentHash == export.content else {
        throw PipelineError(TabularError(.changed, at: Position(source: export.name)))
      }
      documents.append(document)
    }
    let tally = try TallyMentions().run(reading.run(documents))
    if isKnown { keep(contents, reading, .joint(unit.map(\.facts)), tally, &failure) }
    return tally
  }

  /// Keeps what the next run has to know of an export before it can look for the tally of several.
  private func keepFacts(of export: KnownExport, _ reading: ReadExports, _ failure: inout PipelineError?) {
    guard export.cached == nil, let content = export.content else { return }
    keep([(export.name, content)], reading, export.facts, nil, &failure)
  }

  private func find(_ contents: [(name: String, content: ContentHash)], _ reading: ReadExports) -> CachedTally? {
    let key = CachedTally.key(of: contents, reading: reading, program: program)
    return store.load(key.hex).flatMap { CachedTally($0, key: key) }
  }

  private func keep(
    _ contents: [(name: String, content: ContentHash)], _ reading: ReadExports, _ facts: ExportFacts, _ tally: Tally?,
    _ failure: inout PipelineError?
  ) {
    guard failure == nil else { return }
    let key = CachedTally.key(of: contents, reading: reading, program: program)
    do throws(PipelineError) {
      try store.save(CachedTally(key: key, facts: facts, tally: tally).bytes, as: key.hex)
    } catch {
      failure = error
    }
  }
}
