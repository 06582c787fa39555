import CZlib

/// What comes out of a gzip file, block by block.
struct InflatingStream: ~Copyable {
  /// The file is damaged, or something other than gzip is behind it: for the reader that takes it whole.
  struct IsOdd: Error {}

  /// How many bytes of the file were taken in, of how many.
  var progress: (bytes: Int, total: Int) { (offset, file.count) }

  private let file: ByteSource.OpenFile
  private let input: UnsafeMutableRawBufferPointer
  /// zlib keeps the address of its stream, which must not change.
  private let stream: UnsafeMutablePointer<z_stream>
  private var offset = 0
  private var isBetweenMembers = false
  /// Whether everything came out.
  private(set) var isEnd = false

  /// Starts at the beginning of a file; nothing when zlib can't.
  init?(_ file: consuming ByteSource.OpenFile) {
    self.file = file
    input = .allocate(byteCount: 1 << 18, alignment: 64)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// Fills a block, the last one as far as there is something.
  ///
  /// - Returns: How many bytes came out.
  mutating func fill(_ block: UnsafeMutableRawBufferPointer) throws(IsOdd) -> Int {
    stream.pointee.next_out = block.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(block.count)
    while stream.pointee.avail_out > 0, !isEnd {
      if stream.pointee.avail_in == 0 {
        let got = ChunkSource(descriptor: file.descriptor, count: file.count).read(input, from: offset)
        offset += got
        if got == 0 {
          guard isBetweenMembers else { throw IsOdd() }
          isEnd = true
          break
        }
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(got)
      }
      if isBetweenMembers { inflateReset(stream) }
      isBetweenMembers = false
      switch CZlib.inflate(stream, Z_NO_FLUSH) {
      case Z_OK: break
      case Z_STREAM_END: isBetweenMembers = true
      default: throw IsOdd()
      }
    }
    return block.count - Int(stream.pointee.avail_out)
  }
}
