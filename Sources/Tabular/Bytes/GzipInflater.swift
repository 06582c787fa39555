#if ISAL
  import CIsal
#else
  import CZlib
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Inflates gzip members piece by piece, checking their sums: by ISA-L where it was there when this was built, which
/// takes about a third of the time, and else by zlib.
struct GzipInflater: ~Copyable {
  /// What a step led to.
  enum Step {
    /// All that was given was taken, or all the room filled.
    case more
    /// A member ended; another one may follow.
    case endOfMember
    /// The bytes are no gzip, or their sum is wrong.
    case damaged
  }

  #if ISAL
    private let state: UnsafeMutablePointer<inflate_state>

    /// Starts with nothing given; nothing when there is no memory.
    init?() {
      guard let state = new_inflate_state() else { return nil }
      self.state = state
    }

    deinit { free(state) }

    /// How many of the bytes given were not taken yet.
    var remaining: Int { Int(state.pointee.avail_in) }

    /// Gives bytes, which must stay where they are until they were taken.
    func give(_ bytes: UnsafeRawBufferPointer) {
      state.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
      state.pointee.avail_in = UInt32(bytes.count)
    }

    /// Goes on with another member.
    func startMember() { start_gzip_member(state) }

    /// Fills a buffer as far as there is something.
    func inflate(into buffer: UnsafeMutableRawBufferPointer) -> (step: Step, count: Int) {
      state.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      state.pointee.avail_out = UInt32(buffer.count)
      let code = isal_inflate(state)
      let count = buffer.count - Int(state.pointee.avail_out)
      guard code == ISAL_DECOMP_OK || code == ISAL_END_INPUT else { return (.damaged, count) }
      return (state.pointee.block_state == ISAL_BLOCK_FINISH ? .endOfMember : .more, count)
    }
  #else
    /// zlib keeps the address of its stream, which must not change.
    private let stream: UnsafeMutablePointer<z_stream>

    /// Starts with nothing given; nothing when there is no memory.
    init?() {
      stream = .allocate(capacity: 1)
      stream.initialize(to: z_stream())
      // 15 is the largest window; 16 asks for a gzip header instead of a zlib one.
      guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
    }

    deinit {
      inflateEnd(stream)
      stream.deallocate()
    }

    /// How many of the bytes given were not taken yet.
    var remaining: Int { Int(stream.pointee.avail_in) }

    /// Gives bytes, which must stay where they are until they were taken.
    func give(_ bytes: UnsafeRawBufferPointer) {
      stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
      stream.pointee.avail_in = UInt32(bytes.count)
    }

    /// Goes on with another member.
    func startMember() { inflateReset(stream) }

    /// Fills a buffer as far as there is something.
    func inflate(into buffer: UnsafeMutableRawBufferPointer) -> (step: Step, count: Int) {
      stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(buffer.count)
      let code = CZlib.inflate(stream, Z_NO_FLUSH)
      let count = buffer.count - Int(stream.pointee.avail_out)
      switch code {
      case Z_OK: return (.more, count)
      case Z_STREAM_END: return (.endOfMember, count)
      default: return (.damaged, count)
      }
    }
  #endif
}
