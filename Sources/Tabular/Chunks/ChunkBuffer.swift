import CStructuralIndex

/// A part of a text in memory, with room behind it that may be read as well.
struct ChunkBuffer: ~Copyable {
  /// Bytes that may be read behind the last one.
  static let padding = 192

  private var storage: UnsafeMutableRawBufferPointer
  /// Where the part begins: in `storage`, or in a block that was lent.
  private var base: UnsafeMutableRawPointer
  /// Where the part stands in the text.
  private(set) var origin = 0
  /// How many bytes of the text are here.
  private(set) var count = 0
  /// Whether the text ends here.
  private(set) var isEnd = false
  /// How many bytes are not needed any more, where blocks follow each other.
  private var dropped = 0
  /// How many bytes there were when they were read last, if they are all still needed.
  private var tried = 0

  init(capacity: Int) {
    storage = .allocate(byteCount: capacity + ChunkBuffer.padding, alignment: 64)
    base = storage.baseAddress!
  }

  deinit { storage.deallocate() }

  /// The bytes.
  var bytes: UnsafePointer<UInt8> { UnsafePointer(base.assumingMemoryBound(to: UInt8.self)) }

  /// Has no use for the bytes before a place of the text any more, when the next block comes.
  mutating func drop(before place: Int) { dropped = place - origin }

  /// Goes on with a block behind those bytes that are still of use.
  ///
  /// - Parameters:
  ///   - block: It is not copied if the others fit into its room, and has to stay until the next one is added.
  ///   - isEnd: Whether the text ends with it.
  ///   - start: Where the first record of the text starts.
  ///   - overlap: How many bytes a record that starts in the range has to end in, most often.
  /// - Returns: Where records to be read start; nothing while there can be none, or while they were looked at in vain and
  ///   are not twice as many now: a record of any length costs time that grows with its length.
  mutating func add(_ block: LentBlock, isEnd: Bool, start: Int, overlap: Int) -> Range<Int>? {
    add(block, keepingFrom: dropped, isEnd: isEnd)
    if dropped > 0 { (dropped, tried) = (0, 0) }
    let first = min(max(0, start - origin), count)
    let limit = isEnd ? count : count - overlap
    guard isEnd || limit > first && count >= 2 * tried else { return nil }
    tried = count
    return first..<limit
  }

  private mutating func add(_ block: LentBlock, keepingFrom offset: Int, isEnd: Bool) {
    let kept = count - offset
    if kept <= LentBlock.room {
      (block.bytes - kept).copyMemory(from: base + offset, byteCount: kept)
      base = block.bytes - kept
    } else {
      let needed = kept + block.count + ChunkBuffer.padding
      if needed > storage.count || base != storage.baseAddress || offset > 0 {
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * needed, alignment: 64)
        larger.baseAddress!.copyMemory(from: base + offset, byteCount: kept)
        storage.deallocate()
        storage = larger
        base = larger.baseAddress!
      }
      (base + kept).copyMemory(from: block.bytes, byteCount: block.count)
    }
    origin += offset
    count = kept + block.count
    self.isEnd = isEnd
    (base + count).initializeMemory(as: UInt8.self, repeating: 0x0A, count: ChunkBuffer.padding)
  }

  /// Reads the bytes of a range, of which the end is cut at the end of the text; line feeds follow them there.
  ///
  /// - Returns: Whether all of them could be read.
  mutating func load(_ range: Range<Int>, of source: ChunkSource) -> Bool {
    let wanted = min(range.upperBound, source.count) - range.lowerBound
    if wanted + ChunkBuffer.padding > storage.count {
      storage.deallocate()
      storage = .allocate(byteCount: wanted + ChunkBuffer.padding, alignment: 64)
    }
    base = storage.baseAddress!
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

/// A block of a text that comes in blocks, with room around it.
struct LentBlock {
  /// How many bytes before it may be written.
  static let room = 1 << 16

  /// Where it begins.
  let bytes: UnsafeMutableRawPointer
  /// How many bytes it has; `ChunkBuffer.padding` behind them may be written.
  let count: Int
}
