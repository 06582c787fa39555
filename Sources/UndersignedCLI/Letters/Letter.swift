import Tabular
import Undersigned

/// One letter to report on: its exports and how they are to be read.
struct Letter {
  /// The folder of its reports.
  var name: String
  /// Its title in the reports.
  var title: String
  /// The paths of its exports and tallies.
  var exports: [String]
  /// The paths of its decisions.
  var decisions: [String]
  /// The path of its table of aliases.
  var aliases: String?
  /// The path of its ledger, when its pipeline file names one.
  var ledger: String?
  /// Where its reports go, when its pipeline file says so.
  var output: String?
  /// The templates of its reports, as its pipeline file names them, seen from where the program was started.
  var templates: [PipelineFile.Setting] = []
  /// Its pipeline file, when it has one.
  var pipeline: PipelineFile?
  /// How far the paths of its pipeline file are trusted.
  var trust = PathTrust.none
}

extension Letter {
  /// A letter from its pipeline file.
  init(pipelineFile path: String, _ trust: PathTrust) throws(PipelineError) {
    let bytes: [UInt8]
    do { bytes = try ByteSource.read(path: path) } catch { throw PipelineError(error) }
    let file = try PipelineFile(String(decoding: bytes, as: UTF8.self), name: path)
    let folder = LetterFolder(path: Path.folder(of: path), trust: trust)
    self.trust = trust
    let stem = Path.stem(path)
    name = stem == "letter" ? Path.name(Path.absolute(folder.path)) : stem
    title = file.letter?.text ?? name
    pipeline = file
    output = try file.output.map(folder.path)
    decisions = try file.decisions.map(folder.path)
    if decisions.isEmpty { decisions = try folder.decisions() }
    aliases = if let setting = file.aliases { try folder.path(setting) } else { try folder.file("aliases.csv") }
    templates = try file.templates.map { setting throws(PipelineError) in
      let parts = setting.text.split(separator: "=", maxSplits: 1).map(String.init)
      let path = try folder.path(.init(text: parts[parts.count - 1], position: setting.position))
      return .init(text: parts.count == 2 ? "\(parts[0])=\(path)" : path, position: setting.position)
    }
    ledger = try file.ledger.map(folder.path)
    exports = try file.exports.map(folder.path)
    if exports.isEmpty {
      // What the file names for something else is no export.
      let others = Set((decisions + [aliases, ledger].compactMap { $0 }).map(Path.tidy))
      exports = try folder.exports().filter { !others.contains(Path.tidy($0)) }
    }
    if exports.isEmpty { throw PipelineError(.noExports, at: Position(source: path)) }
  }

  /// A letter of a folder without a pipeline file.
  init(folder path: String, _ trust: PathTrust) throws(PipelineError) {
    let folder = LetterFolder(path: path, trust: trust)
    name = Path.name(Path.absolute(path))
    title = name
    exports = try folder.exports()
    decisions = try folder.decisions()
    aliases = try folder.file("aliases.csv")
  }

  /// A letter of files that were named together.
  init(files: [String]) {
    let folders = Set(files.map { Path.folder(of: Path.absolute($0)) })
    if files.count == 1 {
      name = files[0] == "-" ? "letter" : Path.stem(files[0])
    } else {
      name = folders.count == 1 ? Path.name(folders.first!) : "letter"
    }
    title = name
    exports = files
    decisions = []
  }

  /// Where a person's next decisions go: into its table of decisions, beside its first export when there is none yet.
  ///
  /// - Parameter paths: The files that hold its decisions.
  func decisionsTable(among paths: [String]) -> String {
    if let table = paths.first(where: { Path.ending($0) != "json" }) { return table }
    return Path.join(
      pipeline.map { Path.folder(of: $0.name) } ?? Path.folder(of: exports.first ?? "."), "decisions.csv")
  }

  /// Where its announcements are recorded: in `ledger.csv` beside its exports, unless the pipeline file says otherwise.
  var ledgerPath: String {
    ledger
      ?? Path.join(pipeline.map { Path.folder(of: $0.name) } ?? Path.folder(of: exports.first ?? "."), "ledger.csv")
  }
}
