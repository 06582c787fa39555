import Tabular
import Undersigned

/// The inputs of a letter: opened, or known from an earlier run; and those that could not be opened.
///
/// One bad file doesn't stop the others: it is a problem that the report states and the exit status tells.
struct LetterInputs {
  /// The exports that can be read.
  private(set) var exports: [KnownExport] = []
  /// The sum of the tallies; nothing where there is none.
  private(set) var tallies: [Tally] = []
  /// What could not be read, and why.
  private(set) var problems: [PipelineError] = []
  /// What earlier runs have read.
  let cache: TallyCache?
  /// The paths behind the short names that reports use.
  private var paths: [String: String] = [:]
  /// What inputs hold, as far as somebody looked.
  private var hashes: [String: ContentHash] = [:]
  /// The files that tallies tell of.
  private var origins: Set<InputFile> = []
  private let report: ReadingProgress.Reporter?

  /// What inputs are read for.
  enum Purpose {
    /// A letter of their own.
    case report
    /// A part of a sum: exports have to know what they hold, are called by their paths as given if that is wanted, and
    /// standard input may be empty, as a part that an engine hands out.
    case tally(fullPaths: Bool)
  }

  /// Opens every input that is not known.
  ///
  /// - Parameters:
  ///   - exports: Paths, or `-` for standard input.
  ///   - reading: How exports are to be read; one without an organization field is a problem as well.
  ///   - purpose: What they are read for.
  ///   - cache: What earlier runs have read.
  ///   - hashing: Whether exports are to know what they hold; with a cache, beside tallies and as parts of a sum, they
  ///     always are, so that what is in a tally already can be told.
  ///   - report: Is told how far the reading of large files is.
  init(
    _ exports: [String], reading: ReadExports, for purpose: Purpose = .report, cache: TallyCache? = nil,
    hashing: Bool = false,
    report: ReadingProgress.Reporter? = ProgressLine.reporter
  ) {
    self.cache = cache
    self.report = report
    // The same file named twice would count twice.
    var seen: Set<String> = []
    let exports = exports.filter { seen.insert($0 == "-" ? $0 : Path.absolute($0)).inserted }
    var sum: TallySum?
    var isPart = false
    var names = Path.shortNames(exports)
    if case .tally(let fullPaths) = purpose {
      isPart = true
      if fullPaths { names = exports.map(Path.tidy) }
    }
    for (path, name) in zip(exports, names) {
      paths[name] = path
      do {
        if let known = known(path, as: name, reading) {
          self.exports.append(known)
        } else if let tally = try take(path, as: name, reading, isPart: isPart) {
          sum = sum ?? TallySum()
          sum?.add(tally)
        }
      } catch {
        problems.append(error)
      }
    }
    tallies = sum.map { [$0.total] } ?? []
    guard hashing || isPart || cache != nil || !tallies.isEmpty else { return }
    for (index, export) in self.exports.enumerated() where export.document != nil {
      // When somebody writes to a file from now on, or takes it away, reading will tell.
      let hash = try? hash(of: export.name)
      hashes[export.name] = hash
      self.exports[index].document?.contentHash = hash
    }
  }

  /// An export that an earlier run has read; of one that can't be read, opening will tell.
  private mutating func known(_ path: String, as name: String, _ reading: ReadExports) -> KnownExport? {
    let head = ByteSource.head(path: path, count: 64)
    guard let cache, !head.isEmpty, !TallyFile.isTally(head), let content = try? ContentHash(of: path) else {
      return nil
    }
    let known = cache.export(name, content: content, reading: reading)
    if known != nil { hashes[name] = content }
    return known
  }

  /// Opens an input; gives the tally, if it is one, and keeps it otherwise.
  private mutating func take(
    _ path: String, as name: String, _ reading: ReadExports, isPart: Bool
  ) throws(PipelineError) -> Tally? {
    switch try open(path, as: name, limits: reading.limits, isPart: isPart) {
    case .export(let document):
      exports.append(KnownExport(document, isFile: isFile(path), reading: try reading.reading(of: document)))
      return nil
    case .tally(let tally):
      // A tally stands for the files that it tells of.
      if tally.sources.allSatisfy({ $0.content != nil }) {
        paths[name] = nil
        for source in tally.sources {
          source.content.map { _ = origins.insert(.init(.input, name: source.name, $0)) }
        }
      }
      return tally
    case .nothing: return .empty
    }
  }

  /// An input that was opened.
  private enum Opened {
    case export(TabularDocument)
    case tally(Tally)
    /// Standard input without a byte.
    case nothing
  }

  /// Opens an input; what is read as a whole is hashed on the way.
  private mutating func open(
    _ path: String, as name: String, limits: ReadingLimits, isPart: Bool = false
  ) throws(PipelineError) -> Opened {
    do {
      if !TallyFile.isTally(ByteSource.head(path: path, count: 64)),
        let document = TabularDocument.stream(path: path, name: name, limits: limits, report: report)
      {
        return .export(document)
      }
      let bytes = try ByteSource.read(path: path, limits: limits)
      hashes[name] = ContentHash(bytes)
      if isPart, path == "-", bytes.isEmpty { return .nothing }
      if TallyFile.isTally(bytes) { return .tally(try TallyFile.decode(bytes, name: name)) }
      return .export(try TabularDocument(name: name, bytes: bytes, limits: limits))
    } catch let error as TabularError {
      throw PipelineError(TabularError(error.kind, at: located(error.position, path: path, name: name)))
    } catch let error as PipelineError {
      throw error
    } catch {
      preconditionFailure("reading throws TabularError or PipelineError only")
    }
  }

  /// Whether an input is a file, which can be read again; nothing can be told of others by their first byte.
  private func isFile(_ path: String) -> Bool { !ByteSource.head(path: path, count: 1).isEmpty }

  private func located(_ position: Position, path: String, name: String) -> Position {
    position.source == path ? Position(source: name, line: position.line, column: position.column) : position
  }

  /// The kind of finding that stands for an input that could not be read.
  static let unreadableSlug = "unreadable-input"

  /// The tallies, and what the report has to say of inputs that are missing from it.
  var partialResults: [Tally] {
    let findings = problems.map {
      Finding(.error, LetterInputs.unreadableSlug, at: $0.position, $0.problem, remedy: $0.remedy)
    }
    return findings.isEmpty ? tallies : tallies + [Tally(findings: findings)]
  }

  /// The exports, opened.
  var documents: [TabularDocument] { exports.compactMap(\.document) }

  /// Opens an export that was known without that.
  func opened(_ export: KnownExport, limits: ReadingLimits) throws(PipelineError) -> TabularDocument {
    if let document = export.document { return document }
    var again = self
    guard let path = paths[export.name],
      case .export(var document) = try again.open(path, as: export.name, limits: limits)
    else { throw PipelineError(TabularError(.changed, at: Position(source: export.name))) }
    document.contentHash = try again.hash(of: export.name)
    return document
  }

  /// What was read, with its hash; by the names that reports use.
  ///
  /// - Complexity: O(bytes): files are read again unless they were hashed on opening.
  func files() throws(PipelineError) -> [InputFile] {
    let failed = Set(problems.map(\.position.source))
    var files = origins
    for (name, path) in paths where !failed.contains(name) && !failed.contains(path) {
      files.insert(InputFile(.input, name: name, try hash(of: name)))
    }
    return files.sorted { ($0.name, $0.hash.hex) < ($1.name, $1.hash.hex) }
  }

  private func hash(of name: String) throws(PipelineError) -> ContentHash {
    if let hash = hashes[name] { return hash }
    return try ContentHash(of: paths[name] ?? name)
  }

  /// A place with the path that the user gave instead of the name that reports use.
  func display(_ position: Position) -> Position {
    Position(source: paths[position.source] ?? position.source, line: position.line, column: position.column)
  }

  /// An error as the user should see it.
  func display(_ error: PipelineError) -> PipelineError {
    PipelineError(error.kind, at: display(error.position))
  }

  /// A finding as the user should see it.
  func display(_ finding: Finding) -> Finding {
    var finding = finding
    finding.position = display(finding.position)
    return finding
  }

  /// Where nothing could be opened, tells all problems but the first, and throws that one.
  func requireSomething() throws(PipelineError) {
    guard exports.isEmpty, tallies.isEmpty, let first = problems.first else { return }
    for problem in problems.dropFirst() { Terminal.message(display(problem).description) }
    throw display(first)
  }
}

extension ContentHash {
  /// The hash of a file of a letter.
  init(of path: String) throws(PipelineError) {
    do { try self.init(ofFile: path) } catch { throw PipelineError(error) }
  }
}
