import CZlib

@testable import Tabular

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gzip: piece by piece comes out what comes out of the whole, and nothing of what the whole refuses.
///
/// The first byte says what the others are: a stream, a text to be packed in one or two members, or one whose stream is
/// damaged at a place.
enum GzipTarget: FuzzTarget {
  static let name = "gzip"

  static func check(_ bytes: [UInt8]) {
    guard let mode = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    var stream = rest
    if mode % 4 > 0 {
      let cut = rest.isEmpty ? 0 : Int(mode) * 7919 % rest.count
      stream = mode % 4 == 1 ? packed(rest) : packed(Array(rest[..<cut])) + packed(Array(rest[cut...]))
      if mode % 4 == 3, !stream.isEmpty { stream[Int(mode) * 104_729 % stream.count] ^= 1 << (mode / 4 % 8) }
    }
    var whole: Gzip.Inflated?
    var isOddHeader = false
    if stream.starts(with: [0x1F, 0x8B]) {
      do throws(TabularError) {
        whole = try stream.withUnsafeBufferPointer { (stream) throws(TabularError) in
          try Gzip.inflate(stream, limits: .fuzzing, at: Position(source: "a"))
        }
      } catch {
        // ISA-L doesn't look at flags that mean nothing, nor at the sum of a header; the sums of the text hold all the same.
        let words = [TabularError.Kind.damagedGzip("unknown header flags set"), .damagedGzip("header crc mismatch")]
        isOddHeader = words.contains(error.kind)
      }
    }
    if mode % 4 == 1 || mode % 4 == 2 { require(whole?.bytes == rest, "packed and inflated") }
    let pieces = inflatedInPieces(stream, size: 1 + Int(mode) * 37)
    if let pieces, !stream.isEmpty {
      require(whole != nil || isOddHeader, "pieces of a stream that is refused as a whole")
      if let whole { require(whole.bytes == pieces && whole.trailing == .nothing, "pieces are not the whole") }
    } else if let whole {
      require(whole.trailing != .nothing || stream.isEmpty, "pieces are refused")
    }
    _ = try? DecodedText(name: "a", bytes: stream, limits: .fuzzing)
  }

  /// What comes out block by block; nothing when the stream is odd.
  private static func inflatedInPieces(_ stream: [UInt8], size: Int) -> [UInt8]? {
    guard var inflating = inflating(stream) else { return nil }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    defer { block.deallocate() }
    var result: [UInt8] = []
    while !inflating.isEnd {
      guard let count = try? inflating.fill(block) else { return nil }
      result += block[..<count]
      if result.count > 1 << 22 { return nil }
    }
    return result
  }

  /// What comes out of a gzip stream that is put in a file.
  static func inflating(_ stream: [UInt8]) -> InflatingStream? {
    guard let path = file(stream), let file = ByteSource.OpenFile(path: path) else { return nil }
    return InflatingStream(file, name: "a", limits: .fuzzing)
  }

  private static let path = "\(access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp")/undersigned-fuzzing-\(getpid())"

  private static func file(_ bytes: [UInt8]) -> String? {
    let descriptor = open(path, O_CREAT | O_TRUNC | O_RDWR, 0o600)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return write(descriptor, bytes, bytes.count) == bytes.count ? path : nil
  }

  /// The bytes as a gzip stream of one member.
  static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard deflateInit2_(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
      return []
    }
    defer { deflateEnd(&stream) }
    var bytes = bytes
    let bound = Int(deflateBound(&stream, UInt(bytes.count))) + 32
    return [UInt8](unsafeUninitializedCapacity: bound) { result, filled in
      bytes.withUnsafeMutableBufferPointer { bytes in
        stream.next_in = bytes.baseAddress
        stream.avail_in = UInt32(bytes.count)
        stream.next_out = result.baseAddress
        stream.avail_out = UInt32(bound)
        require(deflate(&stream, Z_FINISH) == Z_STREAM_END, "zlib packs")
      }
      filled = Int(stream.total_out)
    }
  }
}
