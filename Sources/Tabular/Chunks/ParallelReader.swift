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
  ) throws(ChunkFault) -> EncodedChunk?

  /// Reads the records that end in the next block of a text which comes in blocks; each has to stay until the next one
  /// was read.
  ///
  /// - Parameter start: Where the first record of all starts.
  /// - Returns: Nothing when none ends there; then the block is kept for the next call.
  mutating func read(
    next block: LentBlock, isEnd: Bool, start: Int
  ) throws(ChunkFault) -> EncodedChunk?

  /// Lends the content of an answer as it stands in the text, trimmed.
  func withContent(
    of raw: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void)
}

/// Why a text can't be read in chunks.
enum ChunkFault: Error {
  /// Something in it needs the exact reader, and all of the text.
  case needsExactReader
  /// Where keys of answers are wanted more came than different answers are allowed; equal ones have to be found.
  case needsAnswers
  /// It is not to be read at all.
  case refused(TabularError)
}

/// Reads a text in chunks on several threads; gives the same table for any size of chunks and number of threads.
///
/// Nobody waits for anybody: each thread guesses where the first record of its next chunk starts. When those of a part
/// are done, each has to start where the one before ended; those that don't are read again. What a chunk says depends
/// on its first record alone, so that nothing is left to the guess.
struct ParallelReader<Reader: ChunkReading & ~Copyable> {
  /// The input as its user named it.
  let name: String
  let source: ChunkSource
  /// Where the records start, and on which line.
  let offset: Int
  let line: Int
  /// How many bytes a thread reads at a time.
  var chunkSize = 1 << 18
  /// How many bytes make a part, about.
  var partSize = TabularDocument.partSize
  /// How many threads, at most; nothing for as many as there are processors.
  var threads: Int?
  /// Is told how far reading is.
  var report: ReadingProgress.Reporter?
  /// For each field what makes keys of its answers, where only keys are wanted.
  let keys: [KeyedFields.Key?]

  /// Interns the chosen fields of every record.
  ///
  /// - Parameters:
  ///   - make: A reader of chunks of a size, for one thread.
  ///   - take: Gets one part after the other.
  /// - Returns: What was wrong with the text.
  /// - Throws: When the text needs the exact reader, as a whole, and what `take` throws.
  /// - Complexity: O(bytes); memory for the distinct answers and one part.
  func encode(
    _ make: (_ chunkSize: Int) -> Reader, _ take: (EncodedPart) throws(ChunkFault) -> Void
  ) throws(ChunkFault) -> [Finding] {
    let count = max(1, (source.count - offset + chunkSize - 1) / chunkSize)
    let threads = max(1, min(threads ?? usefulThreads, count))
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
    var joining = ChunkJoining(source: name, line: line, keys: keys, threads: threads)
    let partSize = max(1, partSize / chunkSize)
    // How many bytes were read, and how many records were found.
    var progress: [Int64] = [0, 0]
    var start = offset
    for first in stride(from: 0, to: count, by: partSize) {
      let part = first..<min(first + partSize, count)
      var chunks = try guess(part, from: start, readers, &progress)
      let isWhole = try verify(&chunks, of: part, from: &start, readers)
      try take(joining.part(&chunks, readers, isLast: part.upperBound == count, keepsAll: isWhole))
    }
    return joining.findings
  }

  /// As many threads as there are processors, but none for a few bytes: what each knows of the answers, all have to
  /// learn.
  private var usefulThreads: Int {
    min(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), (source.count - offset) / ParallelReader.bytesPerThread + 1)
  }

  /// One thread reads as much in 10 ms or so.
  private static var bytesPerThread: Int { 1 << 24 }

  private func range(_ chunk: Int) -> Range<Int> {
    offset + chunk * chunkSize..<min(offset + (chunk + 1) * chunkSize, source.count)
  }

  /// Reads the chunks of a part, all but the first from a guessed start.
  private func guess(
    _ part: Range<Int>, from start: Int, _ readers: UnsafeMutableBufferPointer<Reader>, _ progress: inout [Int64]
  ) throws(ChunkFault) -> [EncodedChunk?] {
    var isBroken = [Bool](repeating: false, count: readers.count)
    var chunks = [EncodedChunk?](repeating: nil, count: part.count)
    var turn: Int64 = 0
    chunks.withUnsafeMutableBufferPointer { chunks in
      isBroken.withUnsafeMutableBufferPointer { isBroken in
        progress.withUnsafeMutableBufferPointer { progress in
          withUnsafeMutablePointer(to: &turn) { turn in
            // Each chunk and each reader is one thread's own.
            nonisolated(unsafe) let (chunks, isBroken, readers) = (chunks, isBroken, readers)
            nonisolated(unsafe) let (turn, progress) = (turn, progress.baseAddress!)
            let work = { @Sendable (thread: Int) in
              var memo: UInt64 = 0
              while true {
                let index = Int(add_shared(turn, 1))
                guard index < part.count else { return }
                do {
                  let range = range(part.lowerBound + index)
                  chunks[index] = try readers[thread].read(range, of: source, start: index == 0 ? start : nil)
                  chunks[index]?.reader = thread
                  guard let report else { continue }
                  let bytes = Int(add_shared(progress, Int64(range.count))) + range.count
                  let records = Int(add_shared(progress + 1, Int64(chunks[index]?.lines.count ?? 0)))
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
    }
    if isBroken.contains(true) { throw ChunkFault.needsExactReader }
    return chunks
  }

  /// Reads those chunks again that didn't start where the one before ended.
  ///
  /// - Parameter start: Where the first of them has to start; then where the first behind them has to.
  /// - Returns: Whether there were none, so that every answer that was seen is some record's.
  private func verify(
    _ chunks: inout [EncodedChunk?], of part: Range<Int>, from start: inout Int,
    _ readers: UnsafeMutableBufferPointer<Reader>
  ) throws(ChunkFault) -> Bool {
    var isWhole = true
    for index in chunks.indices {
      if chunks[index]?.start != start {
        isWhole = false
        chunks[index] = try readers[0].read(range(part.lowerBound + index), of: source, start: start)
      }
      start = chunks[index]?.end ?? start
    }
    return isWhole
  }
}
