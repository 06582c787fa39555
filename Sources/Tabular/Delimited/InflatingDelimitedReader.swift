import Dispatch

/// Reads delimited text out of a gzip file: one thread inflates, another reads what came out before.
struct InflatingDelimitedReader {
  let reader: DelimitedReader
  /// Where the records start in the text, and on which line.
  let offset: Int
  let line: Int
  /// How many bytes of text make a part, about.
  var partSize = TabularDocument.partSize
  /// Is told how far reading is.
  var report: ReadingProgress.Reporter?

  /// Small enough for all blocks to stay in the processor's cache.
  private static let blockSize = 1 << 18
  private static let blockCount = 12
  /// How many bytes make a part at most: while one is taken, what is inflated has to find room in the blocks.
  private static let partLimit = 1 << 21

  /// Blocks that go round between two threads.
  private struct Ring: @unchecked Sendable {
    // A block is the inflating thread's while `free` has given it, and the reading thread's from when `full` has until
    // it read the next one.
    let blocks: UnsafeMutableBufferPointer<UnsafeMutableRawPointer>
    let counts: UnsafeMutablePointer<Int>
    let free = DispatchSemaphore(value: InflatingDelimitedReader.blockCount)
    let full = DispatchSemaphore(value: 0)
    /// What `counts` has for a block behind the last one, and for one that can't be had.
    static let end = -1
    static let odd = -2

    /// A block, of which so many bytes are to be read or written.
    func block(_ place: Int, count: Int) -> LentBlock { LentBlock(bytes: blocks[place] + LentBlock.room, count: count) }
  }

  /// Interns the chosen fields of every record.
  ///
  /// - Parameter take: Gets one part after the other, while the next is inflated.
  /// - Returns: What was wrong with the text.
  /// - Throws: When the text needs the exact reader, as a whole, or the file is odd; what `take` throws.
  func encode(
    _ stream: consuming InflatingStream, _ chosen: ChosenFields, _ take: (EncodedPart) throws(ChunkFault) -> Void
  ) throws(ChunkFault) -> [Finding] {
    let readers = UnsafeMutableBufferPointer<DelimitedChunkReader>.allocate(capacity: 1)
    readers.initializeElement(
      at: 0,
      to: DelimitedChunkReader(reader, chosen, chunkSize: 2 * InflatingDelimitedReader.blockSize))
    let streams = UnsafeMutablePointer<InflatingStream>.allocate(capacity: 1)
    streams.initialize(to: stream)
    let ring = Ring(
      blocks: .allocate(capacity: InflatingDelimitedReader.blockCount),
      counts: .allocate(capacity: InflatingDelimitedReader.blockCount))
    for index in 0..<InflatingDelimitedReader.blockCount {
      ring.blocks[index] = .allocate(
        byteCount: LentBlock.room + InflatingDelimitedReader.blockSize + ChunkBuffer.padding, alignment: 64)
      ring.counts[index] = 0
    }
    defer {
      readers.deinitialize()
      readers.deallocate()
      streams.deinitialize(count: 1)
      streams.deallocate()
      for block in ring.blocks { block.deallocate() }
      ring.blocks.deallocate()
      ring.counts.deallocate()
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
      let joining = ChunkJoining(source: reader.name, line: line, keys: chosen.keys, threads: 1)
      return read(ring, with: readers, joining, take)
    }
    try inflated.get()
    return try findings.get()
  }

  private func inflate(_ stream: inout InflatingStream, into ring: Ring) -> Result<Void, ChunkFault> {
    var result: Result<Void, ChunkFault> = .success(())
    var turn = 0
    var memo: UInt64 = 0
    while true {
      ring.free.wait()
      let place = turn % InflatingDelimitedReader.blockCount
      do {
        let room = UnsafeMutableRawBufferPointer(
          start: ring.block(place, count: 0).bytes, count: InflatingDelimitedReader.blockSize)
        ring.counts[place] = stream.isEnd ? Ring.end : try stream.fill(room)
      } catch {
        ring.counts[place] = Ring.odd
        result = .failure(error)
      }
      let isLast = ring.counts[place] < 0
      let (bytes, total) = stream.progress
      report?(
        ReadingProgress(
          name: reader.name, bytes: isLast ? total : min(bytes, total - 1), totalBytes: total, records: 0), &memo)
      ring.full.signal()
      if isLast { return result }
      turn += 1
    }
  }

  /// Reads every block; gives what was wrong. Takes the blocks that come after a fault as well, so that nobody waits
  /// forever.
  private func read(
    _ ring: Ring, with readers: UnsafeMutableBufferPointer<DelimitedChunkReader>, _ joining: consuming ChunkJoining,
    _ take: (EncodedPart) throws(ChunkFault) -> Void
  ) -> Result<[Finding], ChunkFault> {
    var chunks: [EncodedChunk?] = []
    var fault: ChunkFault?
    var turn = 0
    while true {
      ring.full.wait()
      let place = turn % InflatingDelimitedReader.blockCount
      let count = ring.counts[place]
      let block = ring.block(place, count: max(0, count))
      if fault == nil, count != Ring.odd {
        do throws(ChunkFault) {
          let chunk = try readers[0].read(next: block, isEnd: count == Ring.end, start: offset)
          if let chunk { chunks.append(chunk) }
          if count == Ring.end, readers[0].endsInFiller { throw .needsExactReader }
          let isPart =
            chunks.count * InflatingDelimitedReader.blockSize >= min(partSize, InflatingDelimitedReader.partLimit)
          if isPart || count == Ring.end {
            try take(joining.part(&chunks, readers, isLast: count == Ring.end, keepsAll: true))
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
