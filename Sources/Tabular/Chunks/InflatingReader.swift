import Dispatch

/// Reads a text out of a gzip file: one thread inflates, another reads what came out before.
struct InflatingReader<Reader: ChunkReading & ~Copyable> {
  /// The input as its user named it.
  let name: String
  /// Where the records start in the text, and on which line.
  let offset: Int
  let line: Int
  /// How many bytes are inflated at a time: few enough for all blocks to stay in the processor's cache.
  var blockSize = 1 << 18
  /// How many bytes of text make a part, about.
  var partSize = TabularDocument.partSize
  /// Is told how far reading is.
  var report: ReadingProgress.Reporter?
  /// For each field what makes keys of its answers, where only keys are wanted.
  let keys: [KeyedFields.Key?]

  /// How many bytes make a part at most: while one is taken, what is inflated has to find room in the blocks.
  private static var partLimit: Int { 1 << 21 }

  /// Interns the chosen fields of every record.
  ///
  /// - Parameters:
  ///   - make: A reader of chunks of a size.
  ///   - take: Gets one part after the other, while the next is inflated.
  /// - Returns: What was wrong with the text.
  /// - Throws: When the text needs the exact reader, as a whole, or the file is odd; what `take` throws.
  func encode(
    _ stream: consuming InflatingStream, _ make: (_ chunkSize: Int) -> Reader,
    _ take: (EncodedPart) throws(ChunkFault) -> Void
  ) throws(ChunkFault) -> [Finding] {
    let readers = UnsafeMutableBufferPointer<Reader>.allocate(capacity: 1)
    readers.initializeElement(at: 0, to: make(2 * blockSize))
    let streams = UnsafeMutablePointer<InflatingStream>.allocate(capacity: 1)
    streams.initialize(to: stream)
    let ring = BlockRing(blockSize: blockSize)
    defer {
      readers.deinitialize()
      readers.deallocate()
      streams.deinitialize(count: 1)
      streams.deallocate()
      ring.deallocate()
    }
    var inflated: Result<Void, ChunkFault> = .success(())
    let findings = withUnsafeMutablePointer(to: &inflated) { inflated in
      // Each is one thread's own until the inflating one says that it is done.
      nonisolated(unsafe) let (inflated, streams) = (inflated, streams)
      let done = DispatchSemaphore(value: 0)
      // A queue of its own has a thread of its own, also where there is but one processor and both have to wait in turns.
      DispatchQueue(label: "inflating").async {
        inflated.pointee = inflate(&streams.pointee, into: ring)
        done.signal()
      }
      defer { done.wait() }
      let joining = ChunkJoining(source: name, line: line, keys: keys, threads: 1)
      return read(ring, with: readers, joining, take)
    }
    try inflated.get()
    return try findings.get()
  }

  private func inflate(_ stream: inout InflatingStream, into ring: BlockRing) -> Result<Void, ChunkFault> {
    var result: Result<Void, ChunkFault> = .success(())
    var turn = 0
    var unsaid = 0
    var memo: UInt64 = 0
    while true {
      ring.free.wait()
      let place = turn % BlockRing.count
      do {
        let room = UnsafeMutableRawBufferPointer(start: ring.block(place, count: 0).bytes, count: blockSize)
        ring.counts[place] = stream.isEnd ? BlockRing.end : try stream.fill(room)
      } catch {
        ring.counts[place] = BlockRing.odd
        result = .failure(error)
      }
      let isLast = ring.counts[place] < 0
      let (bytes, total) = stream.progress
      let known = isLast ? total : min(bytes, total - 1)
      report?(ReadingProgress(name: name, bytes: known, totalBytes: total, records: 0), &memo)
      turn += 1
      unsaid += 1
      if isLast || unsaid == BlockRing.handful {
        for _ in 0..<unsaid { ring.full.signal() }
        unsaid = 0
      }
      if isLast { return result }
    }
  }

  /// Reads every block; gives what was wrong. Takes the blocks that come after a fault as well, so that nobody waits
  /// forever.
  private func read(
    _ ring: BlockRing, with readers: UnsafeMutableBufferPointer<Reader>, _ joining: consuming ChunkJoining,
    _ take: (EncodedPart) throws(ChunkFault) -> Void
  ) -> Result<[Finding], ChunkFault> {
    var chunks: [EncodedChunk?] = []
    var fault: ChunkFault?
    var turn = 0
    while true {
      ring.full.wait()
      let place = turn % BlockRing.count
      let count = ring.counts[place]
      let block = ring.block(place, count: max(0, count))
      if fault == nil, count != BlockRing.odd {
        do throws(ChunkFault) {
          let chunk = try readers[0].read(next: block, isEnd: count == BlockRing.end, start: offset)
          if let chunk { chunks.append(chunk) }
          let isPart = chunks.count * blockSize >= min(partSize, InflatingReader.partLimit)
          if isPart || count == BlockRing.end {
            try take(joining.part(&chunks, readers, isLast: count == BlockRing.end, keepsAll: true))
            chunks = []
          }
        } catch {
          fault = error
        }
      }
      // The one before is not looked at any more.
      if turn > 0 { ring.free.signal() }
      if count < 0 {
        ring.free.signal()
        return fault.map { .failure($0) } ?? .success(joining.findings)
      }
      turn += 1
    }
  }
}

/// Blocks that go round between two threads.
///
/// A block is the inflating thread's while `free` has given it, and the reading thread's from when `full` has until it
/// read the next one.
private struct BlockRing: @unchecked Sendable {
  static let count = 12
  /// How many blocks are handed over at a time: to wake the reading thread takes as long as to read some of a block.
  static let handful = 4
  /// What `counts` has for a block behind the last one, and for one that can't be had.
  static let end = -1
  static let odd = -2

  let counts: UnsafeMutablePointer<Int>
  let free = DispatchSemaphore(value: BlockRing.count)
  let full = DispatchSemaphore(value: 0)
  private let blocks: UnsafeMutableBufferPointer<UnsafeMutableRawPointer>

  init(blockSize: Int) {
    blocks = .allocate(capacity: BlockRing.count)
    counts = .allocate(capacity: BlockRing.count)
    for index in 0..<BlockRing.count {
      blocks[index] = .allocate(byteCount: LentBlock.room + blockSize + ChunkBuffer.padding, alignment: 64)
      counts[index] = 0
    }
  }

  func deallocate() {
    for block in blocks { block.deallocate() }
    blocks.deallocate()
    counts.deallocate()
  }

  /// A block, of which so many bytes are to be read or written.
  func block(_ place: Int, count: Int) -> LentBlock { LentBlock(bytes: blocks[place] + LentBlock.room, count: count) }
}
