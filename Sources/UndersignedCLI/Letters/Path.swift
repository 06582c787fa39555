#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Paths as the program needs them: with `/`, as text, and what a folder holds in the order of names.
enum Path {
  /// The last step.
  static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? "/"
  }

  /// The last step without its endings (`export` of `a/export.csv.gz`).
  static func stem(_ path: String) -> String {
    let name = name(path)
    let stem = name.split(separator: ".", omittingEmptySubsequences: false)[0]
    if stem.isEmpty { return name }
    var result = name
    while ["csv", "tsv", "tab", "txt", "json", "jsonl", "ndjson", "gz", "tally", "yml", "yaml"].contains(ending(result))
    {
      result = String(result[..<result.lastIndex(of: ".")!])
    }
    return result
  }

  /// What follows the last dot, in lower case; empty without one.
  static func ending(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// All but the last step; `.` for a bare name.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// `path` seen from `folder`; itself when it is absolute.
  static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder == "." { return path }
    return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }

  /// The path from the root, without `.` and `..`.
  static func absolute(_ path: String) -> String {
    tidy(path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path)
  }

  /// A path without `.` steps, and without steps that the next `..` takes back.
  static func tidy(_ path: String) -> String {
    var steps: [Substring] = []
    for step in path.split(separator: "/") where step != "." {
      if step == "..", let last = steps.last, last != ".." {
        steps.removeLast()
      } else if step != ".." || !path.hasPrefix("/") {
        steps.append(step)
      }
    }
    let tidied = (path.hasPrefix("/") ? "/" : "") + steps.joined(separator: "/")
    return tidied.isEmpty ? "." : tidied
  }

  /// Whether there is a folder at `path`.
  static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// The visible files and folders directly in a folder, each by name; none when it can't be listed.
  static func contents(of folder: String) -> (files: [String], folders: [String]) {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted()
    return (names.filter { !isFolder(join(folder, $0)) }, names.filter { isFolder(join(folder, $0)) })
  }

  /// For each path, the shortest end of it, in whole steps, that no other path shares.
  ///
  /// Reports call inputs by these, so that they don't depend on where the program was started.
  static func shortNames(_ paths: [String]) -> [String] {
    let steps = paths.map { absolute($0).split(separator: "/") }
    var lengths = [Int](repeating: 1, count: paths.count)
    var open = paths.indices.filter { paths[$0] != "-" }
    while !open.isEmpty {
      // Those that share an end which is long enough for others have to say more.
      var first: [ArraySlice<Substring>: Int] = [:]
      var shared: Set<ArraySlice<Substring>> = []
      for index in open {
        let end = steps[index].suffix(lengths[index])
        if let other = first[end], steps[other] != steps[index] { shared.insert(end) }
        first[end] = first[end] ?? index
      }
      open.removeAll { !shared.contains(steps[$0].suffix(lengths[$0])) || lengths[$0] >= steps[$0].count }
      for index in open { lengths[index] += 1 }
    }
    return paths.indices.map { index in
      paths[index] == "-" ? "-" : steps[index].suffix(lengths[index]).joined(separator: "/")
    }
  }
}
