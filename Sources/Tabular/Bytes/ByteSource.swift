#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the bytes of an input come from: a file, a pipe, or standard input.
public enum ByteSource {
  /// Reads a whole input into memory.
  ///
  /// - Parameters:
  ///   - path: A path as the system understands it, relative to the current directory; `-` is standard input.
  ///   - limits: How large it may be.
  /// - Returns: The bytes as stored; none for an empty file.
  /// - Throws: `.noSuchFile`, `.isDirectory`, `.limitExceeded`, or `.unreadable` with the system's own words, at `path`.
  /// - Complexity: O(bytes), with one copy of them in memory.
  public static func read(
    path: String, limits: ReadingLimits = ReadingLimits()
  ) throws(TabularError) -> [UInt8] {
    let position = Position(source: path)
    if path == "-" { return try readAll(from: 0, expecting: 0, limits.wholeBytes, at: position) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw TabularError(kind(of: errno), at: position) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw TabularError(kind(of: errno), at: position) }
    if status.st_mode & S_IFMT == S_IFDIR { throw TabularError(.isDirectory, at: position) }
    let state = FileState(status)
    let bytes = try readAll(from: descriptor, expecting: Int(status.st_size), limits.wholeBytes, at: position)
    guard state.isRegular == false || FileState(of: descriptor) == state else {
      throw TabularError(.changed, at: position)
    }
    return bytes
  }

  /// Hands on a file piece by piece, each of a mebibyte or the rest; none of an empty file.
  ///
  /// - Throws: As `read(path:)` does; pieces before a failure were handed on.
  static func forEachPiece(
    ofFile path: String, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(TabularError) {
    let position = Position(source: path)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw TabularError(kind(of: errno), at: position) }
    defer { close(descriptor) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    var failure: Int32 = 0
    var filled = 0
    repeat {
      failure = fill(buffer, &filled, from: descriptor)
      if filled > 0 { body(UnsafeRawBufferPointer(rebasing: buffer[..<filled])) }
    } while failure == 0 && filled == buffer.count
    guard failure == 0 else { throw TabularError(kind(of: failure), at: position) }
  }

  /// What tells whether somebody wrote to a file.
  struct FileState: Equatable, Sendable {
    private let device: UInt64
    private let inode: UInt64
    private let size: Int64
    private let seconds: Int
    private let nanoseconds: Int
    /// Whether it is a file, and no pipe or device.
    let isRegular: Bool

    init(_ status: stat) {
      (device, inode) = (UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino))
      size = Int64(status.st_size)
      #if canImport(Darwin)
        (seconds, nanoseconds) = (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
      #else
        (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
      #endif
      isRegular = status.st_mode & S_IFMT == S_IFREG
    }

    /// That of an open file; nothing when the system won't say.
    init?(of descriptor: Int32) {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { return nil }
      self.init(status)
    }
  }

  /// An open file and its size, for those who read parts of it.
  struct OpenFile: ~Copyable {
    let descriptor: Int32
    let count: Int
    let state: FileState

    /// Opens a regular file.
    ///
    /// - Returns: Nothing when it is none, or can't be opened.
    init?(path: String) {
      var status = stat()
      // A pipe that was opened and closed again is broken for whoever writes to it.
      let isFile = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      descriptor = isFile ? open(path, O_RDONLY | O_CLOEXEC) : -1
      guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        if descriptor >= 0 { _ = close(descriptor) }
        return nil
      }
      count = Int(status.st_size)
      state = FileState(status)
    }

    deinit { _ = close(descriptor) }

    /// The bytes of a range, or of its part before the end of the file.
    func read(_ range: Range<Int>) -> [UInt8] {
      let source = ChunkSource(descriptor: descriptor, count: count)
      return [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
        filled = source.read(UnsafeMutableRawBufferPointer(buffer), from: range.lowerBound)
      }
    }
  }

  /// The first bytes of a regular file; none when it is none, or can't be read.
  public static func head(path: String, count: Int) -> [UInt8] {
    guard path != "-", let file = OpenFile(path: path) else { return [] }
    return file.read(0..<count)
  }

  private static func readAll(
    from descriptor: Int32, expecting size: Int, _ limit: Int, at position: Position
  ) throws(TabularError) -> [UInt8] {
    let tooLarge = TabularError(.limitExceeded("whole-bytes", limit), at: position)
    guard size <= limit else { throw tooLarge }
    var failure: Int32 = 0
    var bytes = [UInt8](unsafeUninitializedCapacity: max(0, size)) { buffer, filled in
      failure = fill(UnsafeMutableRawBufferPointer(buffer), &filled, from: descriptor)
    }
    // A pipe tells no size, and a file may have grown since.
    let chunkSize = 1 << 20
    while failure == 0 && bytes.count >= size {
      let chunk = [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, filled in
        failure = fill(UnsafeMutableRawBufferPointer(buffer), &filled, from: descriptor)
      }
      if chunk.isEmpty { break }
      guard bytes.count + chunk.count <= limit else { throw tooLarge }
      bytes.append(contentsOf: chunk)
      if chunk.count < chunkSize { break }
    }
    guard failure == 0 else { throw TabularError(kind(of: failure), at: position) }
    return bytes
  }

  /// Reads until the buffer is full or the input ends; gives the system's error number, or 0.
  private static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, _ filled: inout Int, from descriptor: Int32
  ) -> Int32 {
    filled = 0
    while filled < buffer.count {
      let got = systemRead(descriptor, buffer.baseAddress! + filled, min(buffer.count - filled, 1 << 30))
      if got == 0 { return 0 }
      if got < 0 {
        if errno == EINTR { continue }
        return errno
      }
      filled += got
    }
    return 0
  }

  private static func kind(of number: Int32) -> TabularError.Kind {
    switch number {
    case ENOENT, ENOTDIR: .noSuchFile
    case EISDIR: .isDirectory
    default: .unreadable(String(cString: strerror(number)))
    }
  }
}

/// The system's `read`, whose name is the library's own inside `ByteSource`.
private func systemRead(_ descriptor: Int32, _ target: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, target, count)
}
