#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Numbers that wait in a temporary file while memory is needed for others, in parts that are read back one at a time:
/// the partitions of a grace hash join (Kitsuregawa, Tanaka, Moto-Oka, 1983).
///
/// The file has no name, so that nothing is left of it whatever stops the program, and holds nothing but the numbers.
package struct NumberSpill: ~Copyable {
  /// Why numbers could not be kept, in the system's own words.
  package struct Failure: Error {
    package let reason: String
    package let folder: String
  }

  /// How many numbers of a part wait in memory before they are written.
  private static let blockLength = 8_192

  private let folder: String
  private let descriptor: Int32
  /// By part, the numbers that are not written yet.
  private var waiting: [[UInt64]]
  /// By part, where its blocks stand in the file, and how many numbers each holds.
  private var blocks: [[(offset: Int, count: Int)]]
  private var size = 0

  /// An empty file of so many parts.
  ///
  /// - Parameters:
  ///   - parts: From 1.
  ///   - folder: Where there is room for it: 8 bytes a number.
  package init(parts: Int, folder: String) throws(Failure) {
    self.folder = folder
    waiting = [[UInt64]](repeating: [], count: parts)
    blocks = [[(offset: Int, count: Int)]](repeating: [], count: parts)
    var template = Array("\(folder)/undersigned.XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Failure(reason: String(cString: strerror(errno)), folder: folder) }
    unlink(template)
  }

  deinit { close(descriptor) }

  /// How many parts there are.
  package var partCount: Int { blocks.count }

  /// Puts numbers to a part, after those that it has.
  package mutating func append(_ numbers: some Collection<UInt64>, to part: Int) throws(Failure) {
    waiting[part] += numbers
    if waiting[part].count >= NumberSpill.blockLength { try flush(part) }
  }

  /// All numbers of a part, in the order in which they came.
  ///
  /// - Complexity: O(numbers of the part).
  package mutating func numbers(of part: Int) throws(Failure) -> [UInt64] {
    var result: [UInt64] = []
    result.reserveCapacity(blocks[part].reduce(waiting[part].count) { $0 + $1.count })
    for block in blocks[part] {
      let length = block.count * MemoryLayout<UInt64>.stride
      var filled = 0
      let numbers = [UInt64](unsafeUninitializedCapacity: block.count) { buffer, initialized in
        let target = UnsafeMutableRawBufferPointer(buffer)
        while filled < length {
          let got = pread(descriptor, target.baseAddress! + filled, length - filled, off_t(block.offset + filled))
          if got < 0, errno == EINTR { continue }
          if got <= 0 { break }
          filled += got
        }
        initialized = filled / MemoryLayout<UInt64>.stride
      }
      guard filled == length else { throw failure }
      result += numbers
    }
    return result + waiting[part]
  }

  private mutating func flush(_ part: Int) throws(Failure) {
    let written = waiting[part].withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = pwrite(descriptor, bytes.baseAddress! + written, bytes.count - written, off_t(size + written))
        if count < 0, errno == EINTR { continue }
        if count <= 0 { break }
        written += count
      }
      return written
    }
    guard written == waiting[part].count * MemoryLayout<UInt64>.stride else { throw failure }
    blocks[part].append((size, waiting[part].count))
    size += written
    waiting[part].removeAll(keepingCapacity: true)
  }

  /// What the last failed call said.
  private var failure: Failure { Failure(reason: String(cString: strerror(errno)), folder: folder) }
}
