import CZlib

/// Gzip streams (RFC 1952), recognized by their content.
enum Gzip {
  /// What came out of a gzip stream.
  struct Inflated {
    /// The bytes of all members, end to end.
    var bytes: [UInt8]
    /// How many members there were.
    var members: Int
    /// What follows the last member and is none.
    var trailing: Trailing
  }

  /// Bytes after the last member.
  enum Trailing: Equatable {
    case nothing
    /// So many zeros, such as those that pad a tape block.
    case zeros(Int)
    /// So many other bytes.
    case garbage(Int)
  }

  /// Whether the bytes start a gzip member.
  static func isGzip(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
  }

  /// Inflates every member and checks their sums.
  ///
  /// - Parameters:
  ///   - bytes: A gzip stream.
  ///   - limits: How much may come out; a guard against tiny files that inflate to fill the memory.
  ///   - position: The input, for errors.
  /// - Throws: `.damagedGzip` when a member ends early or its sum is wrong, `.limitExceeded` beyond the limits.
  static func inflate(
    _ bytes: UnsafeBufferPointer<UInt8>, limits: ReadingLimits, at position: Position
  ) throws(TabularError) -> Inflated {
    var stream = z_stream()
    // 15 is the largest window; 16 asks for a gzip header instead of a zlib one.
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw TabularError(.damagedGzip("zlib can't start"), at: position)
    }
    defer { inflateEnd(&stream) }
    let chunkSize = 1 << 18
    var result = Inflated(bytes: [], members: 0, trailing: .nothing)
    result.bytes.reserveCapacity(min(expectedSize(bytes), bytes.count * 8) + chunkSize)
    var offset = 0
    repeat {
      var code = Z_OK
      while code != Z_STREAM_END {
        let given = min(bytes.count - offset, 1 << 30)
        stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress.map { $0 + offset })
        stream.avail_in = UInt32(given)
        let chunk = [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, filled in
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(chunkSize)
          code = CZlib.inflate(&stream, Z_NO_FLUSH)
          filled = chunkSize - Int(stream.avail_out)
        }
        offset += given - Int(stream.avail_in)
        result.bytes.append(contentsOf: chunk)
        try limits.checkInflated(result.bytes.count, from: offset, at: position)
        if code == Z_STREAM_END { break }
        guard code == Z_OK || code == Z_BUF_ERROR else {
          let words = stream.msg.map { String(cString: $0) } ?? "zlib error \(code)"
          throw TabularError(.damagedGzip(words), at: position)
        }
        if offset == bytes.count && chunk.count < chunkSize {
          throw TabularError(.damagedGzip("it ends early"), at: position)
        }
      }
      result.members += 1
      inflateReset(&stream)
    } while isGzip(UnsafeBufferPointer(rebasing: bytes[offset...]))
    let rest = bytes[offset...]
    if !rest.isEmpty {
      result.trailing = rest.allSatisfy { $0 == 0 } ? .zeros(rest.count) : .garbage(rest.count)
    }
    return result
  }

  /// The size that the last member tells, modulo 2³²; only a hint.
  private static func expectedSize(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
