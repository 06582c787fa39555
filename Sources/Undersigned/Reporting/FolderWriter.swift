import Tabular

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a report's files into a folder, so that each of them is there whole or not at all.
package struct FolderWriter: Sendable {
  /// The folder; it is made, with those above it, when it isn't there.
  package var folder: String
  /// Paths of files that were read, and are never written over.
  package var inputs: [String]

  /// A writer for a folder.
  package init(folder: String, inputs: [String] = []) {
    self.folder = folder
    self.inputs = inputs
  }

  /// Writes the files: first all of them beside their places, then each into its place.
  ///
  /// - Parameters:
  ///   - files: What to write. A path that leads out of the folder, by `..`, from the root or over a symbolic link, is
  ///     refused.
  ///   - stale: Paths of files that are removed unless they are written; nothing else in the folder is touched.
  ///   - describe: Files that tell of the others by their hashes, which are written with them.
  /// - Throws: `unwritable` with the system's own words and the path, before any file has changed unless the disk
  ///   itself fails.
  package func write(
    _ files: [ReportFile], replacing stale: [String] = [],
    describing describe: ([String: ContentHash]) -> [ReportFile] = { _ in [] }
  ) throws(PipelineError) {
    let root = try openFolder()
    defer { close(root) }
    var pending: [PendingFile] = []
    defer { for file in pending { file.discard() } }
    // Long files are made while they are written, so each may be worth a thread.
    let staged = Workers.automatic.map(files.count, size: 1) { range in
      Result { () throws(PipelineError) in try stage(files[range.lowerBound], in: root) }
    }
    for case .success(let file) in staged { pending.append(file) }
    for case .failure(let error) in staged { throw error }
    let hashes = Dictionary(pending.map { ($0.path, $0.hash) }, uniquingKeysWith: { first, _ in first })
    for file in describe(hashes) { pending.append(try stage(file, in: root)) }
    let written = Set(pending.map(\.path))
    while let file = pending.first {
      guard file.commit() else { throw failure(file.path) }
      pending.removeFirst()
    }
    for path in stale where !written.contains(path) { try remove(path, in: root) }
  }

  // MARK: Steps

  /// The folder's descriptor, after making what is missing of its path.
  private func openFolder() throws(PipelineError) -> Int32 {
    var made = folder.hasPrefix("/") ? "/" : ""
    for step in folder.split(separator: "/") {
      made += made.isEmpty || made == "/" ? String(step) : "/\(step)"
      if mkdir(made, 0o777) != 0, errno != EEXIST, errno != EISDIR, errno != EROFS {
        throw failure(made, isWhole: true)
      }
    }
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(folder, isWhole: true) }
    return descriptor
  }

  private func stage(_ file: ReportFile, in root: Int32) throws(PipelineError) -> PendingFile {
    let steps = try steps(of: file.path)
    let parent = try openParent(steps.dropLast(), of: file.path, in: root, makes: true)
    var pending = PendingFile(path: file.path, parent: parent, name: steps[steps.count - 1])
    if inputs.contains(where: pending.isPlace(of:)) {
      pending.discard()
      throw PipelineError(
        .unwritable("it is one of the inputs"),
        at: Position(source: folder == "." ? file.path : "\(folder)/\(file.path)"))
    }
    guard pending.fill(file) else {
      let error = failure(file.path)
      pending.discard()
      throw error
    }
    return pending
  }

  private func remove(_ path: String, in root: Int32) throws(PipelineError) {
    let steps = try steps(of: path)
    guard let parent = try? openParent(steps.dropLast(), of: path, in: root, makes: false) else { return }
    defer { close(parent) }
    if unlinkat(parent, steps[steps.count - 1], 0) != 0, errno != ENOENT { throw failure(path) }
  }

  /// A descriptor of its own for the folder that holds a file; no step of the way is a symbolic link.
  private func openParent(
    _ steps: ArraySlice<String>, of path: String, in root: Int32, makes: Bool
  ) throws(PipelineError) -> Int32 {
    var current = openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard current >= 0 else { throw failure(path) }
    for step in steps {
      if makes, mkdirat(current, step, 0o777) != 0, errno != EEXIST {
        let error = failure(path)
        close(current)
        throw error
      }
      let next = openat(current, step, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let error = failure(path)
      close(current)
      guard next >= 0 else { throw error }
      current = next
    }
    return current
  }

  private func steps(of path: String) throws(PipelineError) -> [String] {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard !steps.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." || $0.utf8.contains(0) }) else {
      throw PipelineError(.unwritable("the path leads out of the folder"), at: Position(source: "\(folder)/\(path)"))
    }
    return steps
  }

  /// What the last failed call said.
  private func failure(_ path: String, isWhole: Bool = false) -> PipelineError {
    PipelineError(
      .unwritable(String(cString: strerror(errno))), at: Position(source: isWhole ? path : "\(folder)/\(path)"))
  }
}

/// A file that is written before it takes its place: without a name where the system can do that, so that nothing is
/// left behind whatever stops the program, and else under a name that no report has.
private struct PendingFile {
  let path: String
  /// The folder that holds it; closed with the file.
  let parent: Int32
  let name: String
  /// The hash of what was written.
  private(set) var hash = ContentHashing().hash
  /// The open file, as long as it has no name; else -1.
  private var nameless: Int32 = -1

  init(path: String, parent: Int32, name: String) {
    self.path = path
    self.parent = parent
    self.name = name
  }

  private var temporaryName: String { ".\(name).\(getpid()).tmp" }

  /// Whether a file of that path is what stands where this one goes.
  func isPlace(of path: String) -> Bool {
    var (own, other) = (stat(), stat())
    guard fstatat(parent, name, &own, AT_SYMLINK_NOFOLLOW) == 0, stat(path, &other) == 0 else { return false }
    return own.st_dev == other.st_dev && own.st_ino == other.st_ino
  }

  /// Writes what it holds through to the disk.
  mutating func fill(_ content: ReportFile) -> Bool {
    var file = openNameless()
    let isNameless = file >= 0
    if !isNameless {
      unlinkat(parent, temporaryName, 0)
      file = openat(parent, temporaryName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
      guard file >= 0 else { return false }
    }
    var hashing = ContentHashing()
    var isWritten = true
    content.forEachPiece { piece in
      isWritten = isWritten && ByteSink.write(piece, to: file)
      hashing.add(piece)
    }
    isWritten = isWritten && fsync(file) == 0
    hash = hashing.hash
    if isNameless {
      nameless = file
      return isWritten
    }
    let reason = errno
    let isClosed = close(file) == 0
    if !isWritten { errno = reason }
    return isWritten && isClosed
  }

  /// A new file without a name; -1 where the system has none, or no way to name it later.
  private func openNameless() -> Int32 {
    #if os(Linux)
      // `O_TMPFILE`, which is made of two flags and so not visible here.
      let flags = O_WRONLY | O_CLOEXEC | 0o20000000 | O_DIRECTORY
      guard access("/proc/self/fd", X_OK) == 0 else { return -1 }
      return openat(parent, ".", flags, 0o666)
    #else
      return -1
    #endif
  }

  /// Puts the file into its place, over what was there.
  func commit() -> Bool {
    #if os(Linux)
      if nameless >= 0 {
        unlinkat(parent, temporaryName, 0)
        let link = "/proc/self/fd/\(nameless)"
        guard linkat(AT_FDCWD, link, parent, temporaryName, AT_SYMLINK_FOLLOW) == 0 else { return false }
      }
    #endif
    guard renameat(parent, temporaryName, parent, name) == 0 else { return false }
    if nameless >= 0 { close(nameless) }
    close(parent)
    return true
  }

  /// Takes away what `fill` left.
  func discard() {
    let reason = errno
    unlinkat(parent, temporaryName, 0)
    if nameless >= 0 { close(nameless) }
    close(parent)
    errno = reason
  }
}
