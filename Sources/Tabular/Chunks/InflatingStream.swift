/// What comes out of a gzip file, block by block.
struct InflatingStream: ~Copyable {
  /// The file is damaged, or something other than gzip is behind it: for the reader that takes it whole.
  struct IsOdd: Error {}

  /// How many bytes of the file were taken in, of how many.
  var progress: (bytes: Int, total: Int) { (offset, file.count) }

  private let file: ByteSource.OpenFile
  private let input: UnsafeMutableRawBufferPointer
  private let inflater: GzipInflater
  private var offset = 0
  private var isBetweenMembers = false
  /// Whether everything came out.
  private(set) var isEnd = false

  /// Starts at the beginning of a file; nothing when there is no memory.
  init?(_ file: consuming ByteSource.OpenFile) {
    guard let inflater = GzipInflater() else { return nil }
    self.file = file
    self.inflater = inflater
    input = .allocate(byteCount: 1 << 18, alignment: 64)
  }

  deinit { input.deallocate() }

  /// Fills a block, the last one as far as there is something.
  ///
  /// - Returns: How many bytes came out.
  mutating func fill(_ block: UnsafeMutableRawBufferPointer) throws(IsOdd) -> Int {
    var filled = 0
    while filled < block.count, !isEnd {
      if inflater.remaining == 0 {
        let got = ChunkSource(descriptor: file.descriptor, count: file.count).read(input, from: offset)
        offset += got
        if got == 0, isBetweenMembers {
          isEnd = true
          break
        }
        // What an inflater took in may have more to give than there was room for.
        inflater.give(UnsafeRawBufferPointer(rebasing: input[..<got]))
      }
      if isBetweenMembers { inflater.startMember() }
      isBetweenMembers = false
      let (step, count) = inflater.inflate(into: UnsafeMutableRawBufferPointer(rebasing: block[filled...]))
      filled += count
      switch step {
      case .more where count == 0 && inflater.remaining == 0 && offset == file.count: throw IsOdd()
      case .more: break
      case .endOfMember: isBetweenMembers = true
      case .damaged: throw IsOdd()
      }
    }
    return filled
  }
}
