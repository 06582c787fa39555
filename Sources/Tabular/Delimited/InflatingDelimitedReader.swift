import Dispatch

/// Reads delimited text out of a gzip file: one thread inflates, another reads what came out before.
struct InflatingDelimitedReader {
  let reader: DelimitedReader
  /// Where the records start in the text, and on which line.
  let offset: Int
  let line: Int
  /// Is told how far reading is.
  var report: ReadingProgress.Reporter?

  private static let blockSize = 1 << 19
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
  /// - Throws: When the text needs the exact reader, as a whole, or the file is odd.
  func encode(
    _ stream: consuming InflatingStream, fields chosen: [Int], fingerprints: [Int], dated: Set<Int>, seed: UInt64
  ) throws(NeedsExactReader) -> EncodedTable {
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
    var chunks: [EncodedChunk?] = []
    var isWhole = false
    withUnsafeMutablePointer(to: &chunks) { chunks in
      withUnsafeMutablePointer(to: &isWhole) { isWhole in
        // Each is one thread's own.
        nonisolated(unsafe) let (chunks, isWhole, streams, readers) = (chunks, isWhole, streams, readers)
        DispatchQueue.concurrentPerform(iterations: 2) { thread in
          if thread == 0 {
            inflate(&streams.pointee, into: ring)
          } else {
            isWhole.pointee = read(ring, with: &readers[0], into: &chunks.pointee)
          }
        }
      }
    }
    guard isWhole else { throw NeedsExactReader() }
    return EncodedTable(joining: &chunks, readers, from: line, source: reader.name, keepsAll: true)
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

  /// Reads every block; gives whether all could be read. Takes the blocks that come after a fault as well, so that nobody
  /// waits forever.
  private func read(
    _ ring: Ring, with reader: inout DelimitedChunkReader, into chunks: inout [EncodedChunk?]
  ) -> Bool {
    var isWhole = true
    var turn = 0
    while true {
      ring.full.wait()
      let place = turn % InflatingDelimitedReader.blockCount
      let count = ring.counts[place]
      let block = UnsafeRawBufferPointer(rebasing: ring.blocks[place].prefix(max(0, count)))
      if isWhole, count >= 0 || count == Ring.end {
        do {
          if let chunk = try reader.read(next: block, isEnd: count == Ring.end, start: offset) { chunks.append(chunk) }
        } catch {
          isWhole = false
        }
      }
      ring.free.signal()
      if count == Ring.odd { return false }
      if count == Ring.end { return isWhole && !reader.endsInFiller }
      turn += 1
    }
  }
}
