import CStructuralIndex
import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads one chunk of a text after the other, into one thread's own numbers.
protocol ChunkReading: ~Copyable, SendableMetatype {
  /// The distinct raw answers, for each chosen field.
  var answers: UnsafeMutableBufferPointer<RawAnswers> { get }

  /// Reads the records that start in a range of the text.
  ///
  /// - Parameter start: Where the first of them starts; guessed when it is not known.
  /// - Returns: Nothing when the start can't be guessed.
  mutating func read(
    _ range: Range<Int>, of source: ChunkSource, start: Int?
  ) throws(NeedsExactReader) -> EncodedChunk?

  /// Lends the content of an answer as it stands in the text, trimmed.
  func withContent(
    of raw: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void)
}

/// Something in the text needs the exact reader, and all of the text.
struct NeedsExactReader: Error {}

/// Reads a text in chunks on several threads; gives the same table for any size of chunks and number of threads.
///
/// Nobody waits for anybody: each thread guesses where the first record of its next chunk starts. When all are done, each
/// chunk has to start where the one before ended; those that don't are read again. What a chunk says depends on its first
/// record alone, so that nothing is left to the guess.
struct ParallelReader<Reader: ChunkReading & ~Copyable> {
  /// The input as its user named it.
  let name: String
  let source: ChunkSource
  /// Where the records start, and on which line.
  let offset: Int
  let line: Int
  /// How many bytes a thread reads at a time.
  var chunkSize = 1 << 18
  /// How many threads, at most; nothing for as many as there are processors.
  var threads: Int?
  /// Is told how far reading is.
  var report: ReadingProgress.Reporter?

  /// Interns the chosen fields of every record.
  ///
  /// - Parameter make: A reader of chunks of a size, for one thread.
  /// - Throws: When the text needs the exact reader, as a whole.
  /// - Complexity: O(bytes); memory for the distinct answers and a few bytes a record.
  func encode(
    _ make: (_ chunkSize: Int) -> Reader
  ) throws(NeedsExactReader) -> EncodedTable {
    let count = max(1, (source.count - offset + chunkSize - 1) / chunkSize)
    let threads = max(1, min(threads ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), count))
    let readers = UnsafeMutableBufferPointer<Reader>.allocate(capacity: threads)
    for index in 0..<threads {
      readers.initializeElement(at: index, to: make(min(chunkSize, source.count)))
    }
    defer {
      var memo: UInt64 = 0
      report?(ReadingProgress(name: name, bytes: source.count, totalBytes: source.count, records: 0), &memo)
      readers.deinitialize()
      readers.deallocate()
    }
    var chunks = try guess(count, readers)
    let isWhole = try verify(&chunks, readers)
    return EncodedTable(joining: &chunks, readers, from: line, source: name, keepsAll: isWhole)
  }

  private func range(_ chunk: Int) -> Range<Int> {
    offset + chunk * chunkSize..<min(offset + (chunk + 1) * chunkSize, source.count)
  }

  /// Reads every chunk, all but the first from a guessed start.
  private func guess(
    _ count: Int, _ readers: UnsafeMutableBufferPointer<Reader>
  ) throws(NeedsExactReader) -> [EncodedChunk?] {
    var isBroken = [Bool](repeating: false, count: readers.count)
    var chunks = [EncodedChunk?](repeating: nil, count: count)
    // Whose turn it is, how many bytes were read, and how many records were found.
    var shared: [Int64] = [0, 0, 0]
    chunks.withUnsafeMutableBufferPointer { chunks in
      isBroken.withUnsafeMutableBufferPointer { isBroken in
        shared.withUnsafeMutableBufferPointer { shared in
          // Each chunk and each reader is one thread's own.
          nonisolated(unsafe) let (chunks, isBroken, shared, readers) = (chunks, isBroken, shared.baseAddress!, readers)
          let work = { @Sendable (thread: Int) in
            var memo: UInt64 = 0
            while true {
              let index = Int(add_shared(shared, 1))
              guard index < count else { return }
              do {
                let start = index == 0 ? offset : nil
                chunks[index] = try readers[thread].read(range(index), of: source, start: start)
                chunks[index]?.reader = thread
                guard let report else { continue }
                let bytes = Int(add_shared(shared + 1, Int64(range(index).count))) + range(index).count
                let records = Int(add_shared(shared + 2, Int64(chunks[index]?.lines.count ?? 0)))
                if thread == 0 {
                  // The end is told when everything is verified.
                  let progress = ReadingProgress(
                    name: name, bytes: min(offset + bytes, source.count - 1), totalBytes: source.count,
                    records: records)
                  report(progress, &memo)
                }
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
    if isBroken.contains(true) { throw NeedsExactReader() }
    return chunks
  }

  /// Reads those chunks again that didn't start where the one before ended.
  ///
  /// - Returns: Whether there were none, so that every answer that was seen is some record's.
  private func verify(
    _ chunks: inout [EncodedChunk?], _ readers: UnsafeMutableBufferPointer<Reader>
  ) throws(NeedsExactReader) -> Bool {
    var isWhole = true
    var start = offset
    for index in chunks.indices {
      if chunks[index]?.start != start {
        isWhole = false
        chunks[index] = try readers[0].read(range(index), of: source, start: start)
      }
      start = chunks[index]?.end ?? start
    }
    return isWhole
  }
}
