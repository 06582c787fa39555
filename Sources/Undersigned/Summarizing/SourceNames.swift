/// Names of inputs that don't depend on where the program was started: the end of each path, as short as it can be
/// while it still tells the inputs apart.
struct SourceNames: Sendable {
  private var names: [String: String] = [:]

  init(_ paths: some Sequence<String>) {
    let paths = Set(paths).sorted(by: ByteOrder.precedes)
    let steps = paths.map { $0.split(separator: "/").filter { $0 != "." } }
    for (path, own) in zip(paths, steps) {
      let others = zip(paths, steps).filter { $0.0 != path }.map(\.1)
      var length = 1
      while length < own.count, others.contains(where: { $0.suffix(length) == own.suffix(length) }) { length += 1 }
      names[path] = own.isEmpty ? path : own.suffix(length).joined(separator: "/")
    }
  }

  /// The short name of an input; of a path that was not among them the last step.
  func callAsFunction(_ path: String) -> String {
    names[path] ?? path.split(separator: "/").last.map(String.init) ?? path
  }
}
