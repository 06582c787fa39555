import Foundation
import Tabular
import Testing

@Suite struct ByteSinkTests {
  /// More than a pipe holds at a time, so that the system takes it in several calls.
  @Test func writesAllBytes() async {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let pipe = Pipe()
    // A thread of its own: a task may get none before all other tests are over, and the pipe would be full until then.
    let (read, continuation) = AsyncStream<Data>.makeStream()
    Thread.detachNewThread { [handle = pipe.fileHandleForReading] in
      continuation.yield(handle.readDataToEndOfFile())
    }
    #expect(bytes.withUnsafeBytes { ByteSink.write($0, to: pipe.fileHandleForWriting.fileDescriptor) })
    try? pipe.fileHandleForWriting.close()
    #expect(await read.first { _ in true }.map { [UInt8]($0) } == bytes)
  }

  @Test func tellsThatItCannotWrite() {
    let pipe = Pipe()
    let bytes: [UInt8] = [1]
    #expect(!bytes.withUnsafeBytes { ByteSink.write($0, to: pipe.fileHandleForReading.fileDescriptor) })
  }

  @Test func nothingIsWritten() {
    let pipe = Pipe()
    #expect([UInt8]().withUnsafeBytes { ByteSink.write($0, to: pipe.fileHandleForWriting.fileDescriptor) })
  }
}
