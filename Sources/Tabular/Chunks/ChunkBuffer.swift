import CStructuralIndex

/// A part of a text in memory, with room behind it that may be read as well.
struct ChunkBuffer: ~Copyable {
  /// Bytes that may be read behind the last one.
  static let padding = 192

  private var storage: UnsafeMutableRawBufferPointer
  /// Where the part stands in the text.
  private(set) var origin = 0
  /// How many bytes of the text are here.
  private(set) var count = 0
  /// Whether the text ends here.
  private(set) var isEnd = false

  init(capacity: Int) {
    storage = .allocate(byteCount: capacity + ChunkBuffer.padding, alignment: 64)
  }

  deinit { storage.deallocate() }

  /// The bytes.
  var bytes: UnsafePointer<UInt8> { UnsafePointer(storage.baseAddress!.assumingMemoryBound(to: UInt8.self)) }

  /// Reads the bytes of a range, of which the end is cut at the end of the text; line feeds follow them there.
  ///
  /// - Returns: Whether all of them could be read.
  mutating func load(_ range: Range<Int>, of source: ChunkSource) -> Bool {
    let wanted = min(range.upperBound, source.count) - range.lowerBound
    if wanted + ChunkBuffer.padding > storage.count {
      storage.deallocate()
      storage = .allocate(byteCount: wanted + ChunkBuffer.padding, alignment: 64)
    }
    let target = UnsafeMutableRawBufferPointer(rebasing: storage[..<wanted])
    let got = source.read(target, from: range.lowerBound)
    origin = range.lowerBound
    count = got
    isEnd = range.lowerBound + got == source.count
    let rest = UnsafeMutableRawBufferPointer(rebasing: storage[got..<(got + ChunkBuffer.padding)])
    rest.initializeMemory(as: UInt8.self, repeating: 0x0A)
    return got == wanted
  }
}
