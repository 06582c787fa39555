import Tabular
import Undersigned

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of a cache's files. Several runs may use it at a time: each file appears whole, and one that is taken away
/// while another run reads it was read or is read anew.
struct CacheFolder: TallyStore {
  private let path: String
  private let canWrite: Bool

  /// More bytes are not kept: what was used last the longest ago goes first. 1 GiB.
  static let sizeLimit = 1 << 30
  private static let ending = ".tally-cache"

  /// Makes the folder where there is none.
  ///
  /// - Throws: `unwritable` when there can be none; `badConfiguration` when everybody may write to it, and so change what
  ///   is counted.
  init(_ path: String) throws(PipelineError) {
    self.path = path
    let position = Position(source: path)
    var made = path.hasPrefix("/") ? "/" : ""
    let steps = path.split(separator: "/")
    for (index, step) in steps.enumerated() {
      made += made.isEmpty || made == "/" ? String(step) : "/\(step)"
      if mkdir(made, index == steps.count - 1 ? 0o700 : 0o777) == 0 { continue }
      guard [EEXIST, EISDIR, EROFS].contains(errno) else {
        throw PipelineError(.unwritable(String(cString: strerror(errno))), at: position)
      }
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw PipelineError(.unwritable(String(cString: strerror(errno))), at: position)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw PipelineError(.unwritable(String(cString: strerror(ENOTDIR))), at: position)
    }
    guard status.st_mode & S_IWOTH == 0 else {
      throw PipelineError(
        .badConfiguration(
          "everybody may write to this folder, and so change what is counted", remedy: "run chmod o-w on it"),
        at: position)
    }
    canWrite = access(path, W_OK) == 0
    if canWrite { makeRoom() } else { CacheFolder.warn(failure) }
  }

  /// Says that nothing is kept.
  static func warn(_ error: PipelineError) {
    let finding = Finding(
      .warning, "cache-not-kept", at: error.position, error.problem,
      remedy: "what comes out is right, but the next run will read again")
    Terminal.message(finding.description)
  }

  /// What the last failed call said.
  private var failure: PipelineError {
    PipelineError(.unwritable(String(cString: strerror(errno))), at: Position(source: path))
  }

  private func place(_ name: String) -> String { Path.join(path, name + CacheFolder.ending) }

  func load(_ name: String) -> [UInt8]? {
    let place = place(name)
    var status = stat()
    guard lstat(place, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let bytes = try? ByteSource.read(path: place)
    else { return nil }
    // The time of its last use.
    if canWrite { utimensat(AT_FDCWD, place, nil, AT_SYMLINK_NOFOLLOW) }
    return bytes
  }

  func save(_ bytes: [UInt8], as name: String) throws(PipelineError) {
    guard canWrite else { return }
    let temporary = Path.join(path, ".\(name).\(getpid()).\(UInt32.random(in: .min ... .max))\(CacheFolder.ending)")
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure }
    let isWritten = bytes.withUnsafeBytes { ByteSink.write($0, to: file) }
    let error = failure
    // What a crash leaves incomplete is found out by its sum, so nothing has to wait for the disk.
    guard close(file) == 0, isWritten, rename(temporary, place(name)) == 0 else {
      let last = failure
      unlink(temporary)
      throw isWritten ? last : error
    }
  }

  /// Takes away the files that were used last the longest ago, until there is room. Other files stay.
  private func makeRoom() {
    var files: [(place: String, size: Int, used: Int)] = []
    guard let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      guard name.hasSuffix(CacheFolder.ending) else { continue }
      var status = stat()
      let place = Path.join(path, name)
      guard lstat(place, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      #if canImport(Darwin)
        let used = status.st_mtimespec.tv_sec
      #else
        let used = status.st_mtim.tv_sec
      #endif
      files.append((place, Int(status.st_size), used))
    }
    closedir(folder)
    var size = files.reduce(0) { $0 + $1.size }
    for file in files.sorted(by: { ($0.used, $0.place) < ($1.used, $1.place) }) {
      if size <= CacheFolder.sizeLimit { break }
      if unlink(file.place) == 0 { size -= file.size }
    }
  }
}
