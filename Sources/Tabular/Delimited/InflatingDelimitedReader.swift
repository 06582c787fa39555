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
  private static let blockCount = 4

  /// Blocks that go round between two threads.
  private struct Ring: @unchecked Sendable {
    // A block is the inflating thread's while `free` has given it, and the reading thread's while `full` has.
    let blocks: UnsafeMutableBufferPointer<UnsafeMutableRawBufferPointer>
    let counts: UnsafeMutablePointer<Int>
    let free = DispatchSemaphore(value: InflatingDelimitedReader.blockCount)
    let full = DispatchSemaphore(value: 0)
    /// What `counts` has for a block behind the last one, and for one that can't be had.
    static let end = -1
    static let odd = -2
  }

  /// Interns the chosen fields of every record.
  ///
  /// - Parameter take: Gets one part after the other, on some thread, while the next is inflated.
  /// - Returns: What was wrong with the text.
  /// - Throws: When the text needs the exact reader, as a whole, or the file is odd.
  func encode(
    _ stream: consuming InflatingStream, fields chosen: [Int], fingerprints: [Int], dated: Set<Int>, seed: UInt64,
    _ take: (EncodedPart) -> Void
  ) throws(NeedsExactReader) -> [Finding] {
    let readers = UnsafeMutableBufferPointer<DelimitedChunkReader>.allocate(capacity: 1)
    readers.initializeElement(
      at: 0,
      to: DelimitedChunkReader(
        reader, fields: chosen, fingerprints: fingerprints, dated: dated, seed: seed,
        chunkSize: 2 * InflatingDelimitedReader.blockSize))
    let streams = UnsafeMutablePointer<InflatingStream>.allocate(capacity: 1)
    streams.initialize(to: stream)
    let ring = Ring(
      blocks: .allocate(capacity: InflatingDelimitedReader.blockCount),
      counts: .allocate(capacity: InflatingDelimitedReader.blockCount))
    for index in 0..<InflatingDelimitedReader.blockCount {
      ring.blocks[index] = .allocate(byteCount: InflatingDelimitedReader.blockSize, alignment: 64)
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
    var findings: [Finding]?
    withoutActuallyEscaping(take) { take in
      withUnsafeMutablePointer(to: &findings) { findings in
        // Each is one thread's own.
        nonisolated(unsafe) let (findings, streams, readers, take) = (findings, streams, readers, take)
        DispatchQueue.concurrentPerform(iterations: 2) { thread in
          if thread == 0 {
            inflate(&streams.pointee, into: ring)
          } else {
            findings.pointee = read(ring, with: readers, take)
          }
        }
      }
    }
    guard let findings else { throw NeedsExactReader() }
    return findings
  }

  private func inflate(_ stream: inout InflatingStream, into ring: Ring) {
    var turn = 0
    var memo: UInt64 = 0
    while true {
      ring.free.wait()
      let place = turn % InflatingDelimitedReader.blockCount
      do {
        ring.counts[place] = stream.isEnd ? Ring.end : try stream.fill(ring.blocks[place])
      } catch {
        ring.counts[place] = Ring.odd
      }
      let isLast = ring.counts[place] < 0
      let (bytes, total) = stream.progress
      report?(
        ReadingProgress(
          name: reader.name, bytes: isLast ? total : min(bytes, total - 1), totalBytes: total, records: 0), &memo)
      ring.full.signal()
      if isLast { return }
      turn += 1
    }
  }

  /// Reads every block; gives what was wrong, or nothing when not all could be read. Takes the blocks that come after a
  /// fault as well, so that nobody waits forever.
  private func read(
    _ ring: Ring, with readers: UnsafeMutableBufferPointer<DelimitedChunkReader>, _ take: (EncodedPart) -> Void
  ) -> [Finding]? {
    var joining = ChunkJoining(source: reader.name, line: line, fields: readers[0].answers.count, threads: 1)
    var chunks: [EncodedChunk?] = []
    var isWhole = true
    var turn = 0
    while true {
      ring.full.wait()
      let place = turn % InflatingDelimitedReader.blockCount
      let count = ring.counts[place]
      let block = UnsafeRawBufferPointer(rebasing: ring.blocks[place].prefix(max(0, count)))
      if isWhole, count >= 0 || count == Ring.end {
        do {
          let chunk = try readers[0].read(next: block, isEnd: count == Ring.end, start: offset)
          if let chunk { chunks.append(chunk) }
        } catch {
          isWhole = false
        }
      }
      ring.free.signal()
      if count == Ring.odd || count == Ring.end && readers[0].endsInFiller { return nil }
      if isWhole, chunks.count * InflatingDelimitedReader.blockSize >= partSize || count == Ring.end {
        take(joining.part(&chunks, readers, isLast: count == Ring.end, keepsAll: true))
        chunks = []
      }
      if count == Ring.end { return isWhole ? joining.findings : nil }
      turn += 1
    }
  }
}
