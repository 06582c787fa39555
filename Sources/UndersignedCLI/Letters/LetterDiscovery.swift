import Tabular
import Undersigned

/// Which letters a list of paths means.
///
/// Files given together are one letter; a folder with exports or a `letter.yml`, and each pipeline file, is a letter of
/// its own; a folder of such folders is all of them.
enum LetterDiscovery {
  /// The letters, in the order of the paths, those of one folder by name.
  ///
  /// - Parameters:
  ///   - paths: As given; none means the folder `Inputs` where there is one, else the working folder.
  ///   - trust: How far paths in pipeline files are trusted.
  static func letters(at paths: [String], _ trust: PathTrust) throws(PipelineError) -> [Letter] {
    let paths = paths.isEmpty ? [Path.isFolder("Inputs") ? "Inputs" : "."] : paths
    var letters: [Letter] = []
    var files: [String] = []
    for path in paths {
      if path != "-", Path.isFolder(path) {
        let found = try self.letters(in: path, trust)
        if found.isEmpty { throw PipelineError(.noExports, at: Position(source: path)) }
        letters += found
      } else if ["yml", "yaml"].contains(Path.ending(path)) {
        letters.append(try Letter(pipelineFile: path, trust))
      } else {
        files.append(path)
      }
    }
    if !files.isEmpty { letters.append(Letter(files: files)) }
    var seen: [String: String] = [:]
    for letter in letters {
      guard let earlier = seen.updateValue(letter.exports[0], forKey: letter.name) else { continue }
      throw PipelineError(
        .badConfiguration(
          "two letters are called '\(letter.name)': one with \(earlier)", remedy: "report on them one at a time"),
        at: Position(source: letter.exports[0]))
    }
    return letters
  }

  private static func letters(in folder: String, _ trust: PathTrust) throws(PipelineError) -> [Letter] {
    let contents = Path.contents(of: folder)
    if let file = contents.files.first(where: { $0 == "letter.yml" || $0 == "letter.yaml" }) {
      return [try Letter(pipelineFile: Path.join(folder, file), trust)]
    }
    let letter = try Letter(folder: folder, trust)
    if !letter.exports.isEmpty { return [letter] }
    var letters: [Letter] = []
    for name in contents.folders { letters += try self.letters(in: Path.join(folder, name), trust) }
    return letters
  }
}
