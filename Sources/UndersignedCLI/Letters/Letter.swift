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
}

extension Letter {
  /// A letter from its pipeline file.
  init(pipelineFile path: String) throws(PipelineError) {
    let bytes: [UInt8]
    do { bytes = try ByteSource.read(path: path) } catch { throw PipelineError(error) }
    let file = try PipelineFile(String(decoding: bytes, as: UTF8.self), name: path)
    let folder = Path.folder(of: path)
    let stem = Path.stem(path)
    name = stem == "letter" ? Path.name(Path.absolute(folder)) : stem
    title = file.letter?.text ?? name
    pipeline = file
    output = file.output.map { Path.join(folder, $0.text) }
    decisions = file.decisions.map { Path.join(folder, $0.text) }
    if decisions.isEmpty { decisions = Letter.decisions(in: folder) }
    aliases = file.aliases.map { Path.join(folder, $0.text) } ?? Letter.file("aliases.csv", in: folder)
    templates = file.templates.map { setting in
      let parts = setting.text.split(separator: "=", maxSplits: 1).map(String.init)
      let path = Path.join(folder, parts[parts.count - 1])
      return .init(text: parts.count == 2 ? "\(parts[0])=\(path)" : path, position: setting.position)
    }
    ledger = file.ledger.map { Path.join(folder, $0.text) }
    exports = file.exports.map { Path.join(folder, $0.text) }
    if exports.isEmpty {
      // What the file names for something else is no export.
      let others = Set((decisions + [aliases, ledger].compactMap { $0 }).map(Path.tidy))
      exports = Letter.exports(in: folder).filter { !others.contains(Path.tidy($0)) }
    }
    if exports.isEmpty { throw PipelineError(.noExports, at: Position(source: path)) }
  }

  /// A letter of a folder without a pipeline file.
  init(folder: String) {
    name = Path.name(Path.absolute(folder))
    title = name
    exports = Letter.exports(in: folder)
    decisions = Letter.decisions(in: folder)
    aliases = Letter.file("aliases.csv", in: folder)
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

  /// The exports directly in a folder, by name.
  static func exports(in folder: String) -> [String] {
    let endings: Set = ["csv", "tsv", "tab", "txt", "json", "jsonl", "ndjson", "gz", "tally"]
    let others: Set = ["decisions.csv", "decisions.json", "aliases.csv", "country-names.csv", "ledger.csv"]
    return Path.contents(of: folder).files
      .filter { endings.contains(Path.ending($0)) && !others.contains($0) }
      .map { Path.join(folder, $0) }
  }

  /// The files of decisions in a folder: a table, and a history of OpenRefine.
  private static func decisions(in folder: String) -> [String] {
    ["decisions.csv", "decisions.json"].compactMap { file($0, in: folder) }
  }

  /// The path of a file in a folder, if there is one of that name.
  private static func file(_ name: String, in folder: String) -> String? {
    Path.contents(of: folder).files.contains(name) ? Path.join(folder, name) : nil
  }
}
