import Crypto

/// What a file holds, in 64 digits: its SHA-256 (FIPS 180-4), with the number of its bytes.
///
/// Equal hashes mean equal bytes, so that somebody who has the file can check what was said of it.
public struct ContentHash: Hashable, Sendable, CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  public let hex: String
  /// How many bytes were hashed.
  public let byteCount: Int

  /// A hash that was written down.
  ///
  /// - Parameters:
  ///   - hex: 64 hexadecimal digits in either case; anything else gives nothing.
  ///   - byteCount: How many bytes were hashed.
  public init?(hex: String, byteCount: Int) {
    guard hex.utf8.count == 64, hex.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    self.hex = hex.lowercased()
    self.byteCount = byteCount
  }

  /// The hash of bytes; of none, `e3b0c442…`.
  ///
  /// - Complexity: O(bytes).
  public init(_ bytes: [UInt8]) {
    var hashing = ContentHashing()
    bytes.withUnsafeBytes { hashing.add($0) }
    self = hashing.hash
  }

  /// The hash of pieces of bytes, one after the other.
  ///
  /// - Complexity: O(bytes); copies none.
  public init(pieces: some Sequence<UnsafeRawBufferPointer>) {
    var hashing = ContentHashing()
    for piece in pieces { hashing.add(piece) }
    self = hashing.hash
  }

  /// The hash of a file as it lies on disk: of a compressed one, the compressed bytes.
  ///
  /// - Parameter path: A path as the system understands it, relative to the current directory; of a pipe nothing is left
  ///   for the next reader.
  /// - Throws: `.noSuchFile`, `.isDirectory`, or `.unreadable` with the system's own words, at `path`.
  /// - Complexity: O(bytes), a mebibyte of them in memory.
  public init(ofFile path: String) throws(TabularError) {
    var hashing = ContentHashing()
    try ByteSource.forEachPiece(ofFile: path) { hashing.add($0) }
    self = hashing.hash
  }

  fileprivate init(_ digest: SHA256, byteCount: Int) {
    let digits = Array("0123456789abcdef".utf8)
    hex = String(decoding: digest.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    self.byteCount = byteCount
  }

  /// The digits.
  public var description: String { hex }
}

/// A hash of bytes that come in pieces.
public struct ContentHashing {
  private var digest = SHA256()
  private var byteCount = 0

  /// The hash of nothing so far.
  public init() {}

  /// Takes the next piece.
  ///
  /// - Complexity: O(bytes).
  public mutating func add(_ piece: UnsafeRawBufferPointer) {
    digest.update(bufferPointer: piece)
    byteCount += piece.count
  }

  /// The hash of all pieces so far.
  public var hash: ContentHash { ContentHash(digest, byteCount: byteCount) }
}
