/// What comes out of a gzip file, block by block.
struct InflatingStream: ~Copyable {
  /// How many bytes of the file were taken in, of how many.
  var progress: (bytes: Int, total: Int) { (offset, file.count) }

  private let file: ByteSource.OpenFile
  private let input: UnsafeMutableRawBufferPointer
  private let inflater: GzipInflater
  private let limits: ReadingLimits
  private let position: Position
  private var offset = 0
  /// How many bytes came out.
  private var count = 0
  private var isBetweenMembers = false
  /// Whether everything came out.
  private(set) var isEnd = false

  /// Starts at the beginning of a file; nothing when there is no memory.
  init?(_ file: consuming ByteSource.OpenFile, name: String, limits: ReadingLimits) {
    guard let inflater = GzipInflater() else { return nil }
    self.limits = limits
    position = Position(source: name)
    self.file = file
    self.inflater = inflater
    input = .allocate(byteCount: 1 << 18, alignment: 64)
  }

  deinit { input.deallocate() }

  /// Fills a block, the last one as far as there is something.
  ///
  /// - Returns: How many bytes came out.
  /// - Throws: When the file is damaged, or something other than gzip is behind it, which is for the reader that takes it
  ///   whole; when more comes out than the limits allow.
  mutating func fill(_ block: UnsafeMutableRawBufferPointer) throws(ChunkFault) -> Int {
    var filled = 0
    while filled < block.count, !isEnd {
      if inflater.remaining == 0 {
        let read = ChunkSource(descriptor: file.descriptor, count: file.count).read(input, from: offset)
        offset += read
        // The disk failed, or somebody cut the file: reading it as a whole tells which.
        if read == 0, offset < file.count { throw .needsExactReader }
        if read == 0, isBetweenMembers {
          isEnd = true
          break
        }
        // What an inflater took in may have more to give than there was room for.
        inflater.give(UnsafeRawBufferPointer(rebasing: input[..<read]))
      }
      if isBetweenMembers { inflater.startMember() }
      isBetweenMembers = false
      let (step, got) = inflater.inflate(into: UnsafeMutableRawBufferPointer(rebasing: block[filled...]))
      filled += got
      switch step {
      case .more where got == 0 && inflater.remaining == 0 && offset == file.count: throw .needsExactReader
      case .more: break
      case .endOfMember: isBetweenMembers = true
      case .damaged: throw .needsExactReader
      }
    }
    count += filled
    do { try limits.checkInflated(count, from: offset, at: position) } catch { throw .refused(error) }
    return filled
  }
}
