import CStructuralIndex
import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads delimited text in chunks on several threads; gives the same table for any size of chunks and number of threads.
///
/// Nobody waits for anybody: each thread guesses where the first record of its next chunk starts. When all are done, each
/// chunk has to start where the one before ended; those that don't are read again. What a chunk says depends on its first
/// record alone, so that nothing is left to the guess.
struct ParallelDelimitedReader {
  let reader: DelimitedReader
  let source: ChunkSource
  /// Where the records start, and on which line.
  let offset: Int
  let line: Int
  /// How many bytes a thread reads at a time.
  var chunkSize = 1 << 19
  /// How many threads, at most; nothing for as many as there are processors.
  var threads: Int?

  /// Interns the chosen fields of every record.
  ///
  /// - Parameters:
  ///   - dated: Those of them of which only the date is wanted, where they begin with one.
  /// - Throws: When the text needs the exact reader, as a whole.
  /// - Complexity: O(bytes); memory for the distinct answers and a few bytes a record.
  func encode(
    fields chosen: [Int], fingerprints: [Int], dated: Set<Int>, seed: UInt64
  ) throws(DelimitedChunkReader.NeedsExactReader) -> EncodedTable {
    let count = max(1, (source.count - offset + chunkSize - 1) / chunkSize)
    let threads = max(1, min(threads ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), count))
    let readers = UnsafeMutableBufferPointer<DelimitedChunkReader>.allocate(capacity: threads)
    for index in 0..<threads {
      readers.initializeElement(
        at: index,
        to: DelimitedChunkReader(
          reader, source, fields: chosen, fingerprints: fingerprints, dated: dated, seed: seed, chunkSize: chunkSize))
    }
    defer {
      readers.deinitialize()
      readers.deallocate()
    }
    var chunks = try guess(count, readers)
    let isWhole = try verify(&chunks, readers)
    return EncodedTable(
      joining: &chunks, readers, from: line, source: reader.name, keepsAll: isWhole,
      dialect: reader.dialect)
  }

  private func range(_ chunk: Int) -> Range<Int> {
    offset + chunk * chunkSize..<min(offset + (chunk + 1) * chunkSize, source.count)
  }

  /// Reads every chunk, all but the first from a guessed start.
  private func guess(
    _ count: Int, _ readers: UnsafeMutableBufferPointer<DelimitedChunkReader>
  ) throws(DelimitedChunkReader.NeedsExactReader) -> [DelimitedChunk?] {
    var isBroken = [Bool](repeating: false, count: readers.count)
    var chunks = [DelimitedChunk?](repeating: nil, count: count)
    var turn: Int64 = 0
    chunks.withUnsafeMutableBufferPointer { chunks in
      isBroken.withUnsafeMutableBufferPointer { isBroken in
        withUnsafeMutablePointer(to: &turn) { turn in
          // Each chunk and each reader is one thread's own.
          nonisolated(unsafe) let (chunks, isBroken, turn, readers) = (chunks, isBroken, turn, readers)
          let work = { @Sendable (thread: Int) in
            while true {
              let index = Int(take_turn(turn))
              guard index < count else { return }
              do {
                let start = index == 0 ? offset : nil
                chunks[index] = try readers[thread].read(range(index), start: start)
                chunks[index]?.reader = thread
              } catch {
                isBroken[thread] = true
                return
              }
            }
          }
          if readers.count == 1 {
            work(0)
          } else {
            DispatchQueue.concurrentPerform(iterations: readers.count, execute: work)
          }
        }
      }
    }
    if isBroken.contains(true) { throw DelimitedChunkReader.NeedsExactReader() }
    return chunks
  }

  /// Reads those chunks again that didn't start where the one before ended.
  ///
  /// - Returns: Whether there were none, so that every answer that was seen is some record's.
  private func verify(
    _ chunks: inout [DelimitedChunk?], _ readers: UnsafeMutableBufferPointer<DelimitedChunkReader>
  ) throws(DelimitedChunkReader.NeedsExactReader) -> Bool {
    var isWhole = true
    var start = offset
    for index in chunks.indices {
      if chunks[index]?.start != start {
        isWhole = false
        chunks[index] = try readers[0].read(range(index), start: start)
      }
      start = chunks[index]?.end ?? start
    }
    return isWhole
  }
}
