import Tabular
import Undersigned

/// The opened inputs of a letter, and those that could not be opened.
///
/// One bad file doesn't stop the others: it is a problem that the report states and the exit status tells.
struct LetterInputs {
  /// The exports that can be read.
  private(set) var documents: [TabularDocument] = []
  /// The tallies.
  private(set) var tallies: [Tally] = []
  /// What could not be read, and why.
  private(set) var problems: [PipelineError] = []
  /// The paths behind the short names that reports use.
  private var paths: [String: String] = [:]
  /// The hashes of inputs that can be read once only: standard input, and pipes.
  private var hashes: [String: ContentHash] = [:]
  /// The files that tallies tell of.
  private var origins: Set<InputFile> = []
  private let report: ReadingProgress.Reporter?

  /// Opens every input.
  ///
  /// - Parameters:
  ///   - exports: Paths, or `-` for standard input.
  ///   - reading: How exports are to be read; one without an organization field is a problem as well.
  ///   - hashing: Whether exports are to know what they hold; beside tallies they always are, so that what is in a tally
  ///     already can be told.
  ///   - report: Is told how far the reading of large files is.
  init(
    _ exports: [String], reading: ReadExports, hashing: Bool = false,
    report: ReadingProgress.Reporter? = ProgressLine.reporter
  ) {
    self.report = report
    // The same file named twice would count twice.
    var seen: Set<String> = []
    let exports = exports.filter { seen.insert($0 == "-" ? $0 : Path.absolute($0)).inserted }
    for (path, name) in zip(exports, Path.shortNames(exports)) {
      paths[name] = path
      do {
        try open(path, as: name, reading: reading)
      } catch {
        problems.append(error)
      }
    }
    guard hashing || !tallies.isEmpty else { return }
    // Of a file that is gone by now, reading will tell.
    for index in documents.indices { documents[index].contentHash = try? hash(of: documents[index].name) }
  }

  private mutating func open(_ path: String, as name: String, reading: ReadExports) throws(PipelineError) {
    do {
      if !TallyFile.isTally(ByteSource.head(path: path, count: 64)),
        let document = TabularDocument.stream(path: path, name: name, limits: reading.limits, report: report)
      {
        _ = try reading.reading(of: document)
        return documents.append(document)
      }
      let bytes = try ByteSource.read(path: path, limits: reading.limits)
      // Nothing can be told of a file by its first byte but that it is one, and holds something.
      if ByteSource.head(path: path, count: 1).isEmpty { hashes[name] = ContentHash(bytes) }
      if TallyFile.isTally(bytes) {
        let tally = try TallyFile.decode(bytes, name: name)
        tallies.append(tally)
        // A tally stands for the files that it tells of.
        if tally.sources.allSatisfy({ $0.content != nil }) {
          paths[name] = nil
          for source in tally.sources {
            source.content.map { _ = origins.insert(.init(.input, name: source.name, $0)) }
          }
        }
      } else {
        let document = try TabularDocument(name: name, bytes: bytes, limits: reading.limits)
        _ = try reading.reading(of: document)
        documents.append(document)
      }
    } catch let error as TabularError {
      throw PipelineError(TabularError(error.kind, at: located(error.position, path: path, name: name)))
    } catch let error as PipelineError {
      throw error
    } catch {
      preconditionFailure("reading throws TabularError or PipelineError only")
    }
  }

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

  /// What was read, with its hash; by the names that reports use.
  ///
  /// - Complexity: O(bytes): files are read again.
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

  /// What the first stage of a pipeline takes.
  func firstTable(of pipeline: ComposedPipeline) throws(PipelineError) -> PipelineTable {
    switch pipeline.steps.first?.kinds.input {
    case .documents?: return .documents(documents)
    case .tally? where documents.isEmpty: return .tally(.empty)
    default:
      throw PipelineError(
        .badConfiguration("the first stage can't begin with exports", remedy: "begin with 'read'"),
        at: Position(source: documents.first?.name ?? "stages"))
    }
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
    guard documents.isEmpty, tallies.isEmpty, let first = problems.first else { return }
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
