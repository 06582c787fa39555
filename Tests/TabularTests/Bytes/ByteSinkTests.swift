import Foundation
import Tabular
import Testing

@Suite struct ByteSinkTests {
  /// More than a pipe holds at a time, so that the system takes it in several calls.
  @Test func writesAllBytes() async {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let pipe = Pipe()
    let reading = Task.detached { [handle = pipe.fileHandleForReading] in handle.readDataToEndOfFile() }
    #expect(bytes.withUnsafeBytes { ByteSink.write($0, to: pipe.fileHandleForWriting.fileDescriptor) })
    try? pipe.fileHandleForWriting.close()
    #expect(await [UInt8](reading.value) == bytes)
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
