import ArgumentParser
import Tabular
import Undersigned

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How far the paths of a pipeline file are trusted, and the links in a letter's folder.
struct PathTrust: ParsableArguments {
  @Flag(help: "Follow paths of a pipeline file, and links in a letter's folder, that lead out of that folder.")
  var allowOutside = false

  /// No trust in what leads out of the folder.
  static var none: PathTrust {
    var trust = PathTrust()
    trust.allowOutside = false
    return trust
  }
}

/// The folder of a letter. Whoever may add a file to it must not make the program read or write elsewhere: what leads
/// out of it, by `..`, from the root or over a link, is refused unless the user allows it.
struct LetterFolder {
  /// The folder as its user named it.
  let path: String
  let trust: PathTrust

  /// The path that a setting of the pipeline file means, seen from where the program was started.
  func path(_ setting: PipelineFile.Setting) throws(PipelineError) -> String {
    let joined = Path.join(path, setting.text)
    guard trust.allowOutside || holds(joined) else {
      throw PipelineError(
        .badConfiguration(
          "'\(setting.text)' leads out of the folder of the pipeline file",
          remedy: "use a path inside it, or say --allow-outside"),
        at: setting.position)
    }
    return joined
  }

  /// The path of a file that was found in the folder: a file that is no link out of it, and no device or pipe.
  func path(ofFound name: String) throws(PipelineError) -> String {
    let joined = Path.join(path, name)
    if trust.allowOutside { return joined }
    var status = stat()
    let isFile = stat(joined, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    guard isFile, holds(joined) else {
      throw PipelineError(
        .badConfiguration(
          isFile ? "a link that leads out of the folder" : "no file, but a link to nothing, a device or a pipe",
          remedy: "name it yourself if you trust it, or say --allow-outside"),
        at: Position(source: joined))
    }
    return joined
  }

  /// The exports directly in the folder, by name.
  func exports() throws(PipelineError) -> [String] {
    let endings: Set = ["csv", "tsv", "tab", "txt", "json", "jsonl", "ndjson", "gz", "tally"]
    let others: Set = ["decisions.csv", "decisions.json", "aliases.csv", "country-names.csv", "ledger.csv"]
    var exports: [String] = []
    for name in Path.contents(of: path).files where endings.contains(Path.ending(name)) && !others.contains(name) {
      exports.append(try self.path(ofFound: name))
    }
    return exports
  }

  /// The files of decisions in the folder: a table, and a history of OpenRefine.
  func decisions() throws(PipelineError) -> [String] {
    var found: [String] = []
    for name in ["decisions.csv", "decisions.json"] {
      if let path = try file(name) { found.append(path) }
    }
    return found
  }

  /// The path of a file directly in the folder, if there is one of that name.
  func file(_ name: String) throws(PipelineError) -> String? {
    Path.contents(of: path).files.contains(name) ? try self.path(ofFound: name) : nil
  }

  /// Whether a path stays in the folder, over links as well.
  private func holds(_ joined: String) -> Bool {
    if joined.split(separator: "/").dropFirst(path.split(separator: "/").count).contains("..") { return false }
    guard let folder = LetterFolder.resolved(path) else { return false }
    // What isn't there yet is judged by the nearest folder that is.
    var step = joined
    while true {
      if let found = LetterFolder.resolved(step) {
        return found == folder || found.hasPrefix(folder == "/" ? folder : folder + "/")
      }
      guard step != ".", step != "/", !LetterFolder.isLink(step) else { return false }
      step = Path.folder(of: step)
    }
  }

  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
