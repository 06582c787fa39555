#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Text that is read in chunks, from memory or from a file, by several threads at once.
struct ChunkSource: Sendable {
  private enum Content: Sendable {
    case memory([UInt8])
    case file(Int32)
  }

  private let content: Content
  /// How many bytes there are.
  let count: Int
  /// Whether they are known to be UTF-8, and what is odd about them was told.
  let isDecoded: Bool

  /// Decoded text in memory.
  init(_ text: [UInt8]) {
    content = .memory(text)
    count = text.count
    isDecoded = true
  }

  /// An open file of this size; whoever opened it closes it.
  init(descriptor: Int32, count: Int) {
    content = .file(descriptor)
    self.count = count
    isDecoded = false
  }

  /// Puts the bytes from `offset` on into `target`.
  ///
  /// - Returns: How many there were; fewer than there is room for only at the end, or when the file was cut meanwhile.
  func read(_ target: UnsafeMutableRawBufferPointer, from offset: Int) -> Int {
    let wanted = max(0, min(target.count, count - offset))
    switch content {
    case .memory(let bytes):
      bytes.withUnsafeBytes { bytes in
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + wanted)]))
      }
      return wanted
    case .file(let descriptor):
      var filled = 0
      while filled < wanted {
        let got = pread(descriptor, target.baseAddress! + filled, wanted - filled, off_t(offset + filled))
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        filled += got
      }
      return filled
    }
  }
}
