/// Names of inputs that don't depend on where the program was started: the end of each path, as short as it can be
/// while it still tells the inputs apart.
struct SourceNames: Sendable {
  private var names: [String: String] = [:]

  /// - Complexity: O(bytes of the paths × steps that they share).
  init(_ paths: some Sequence<String>) {
    var open = Set(paths).map { (path: $0, steps: $0.split(separator: "/").filter { $0 != "." }) }
    var length = 1
    while !open.isEmpty {
      // Those that share an end have to say more.
      var ends: [ArraySlice<Substring>: Int] = [:]
      for (_, steps) in open { ends[steps.suffix(length), default: 0] += 1 }
      for (path, steps) in open where ends[steps.suffix(length)] == 1 || length >= steps.count {
        names[path] = steps.isEmpty ? path : steps.suffix(length).joined(separator: "/")
      }
      open.removeAll { names[$0.path] != nil }
      length += 1
    }
  }

  /// The short name of an input; of a path that was not among them the last step.
  func callAsFunction(_ path: String) -> String {
    names[path] ?? path.split(separator: "/").last.map(String.init) ?? path
  }
}
